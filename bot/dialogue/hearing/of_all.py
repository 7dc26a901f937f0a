"""Whether facts of the asker stand beside the question what may be applied for, so that a check of all answers it."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.programs import BOTH
from bot.dialogue.words import ANY_OF_THEM, LISTING, SELF, WHICH_FIELD
from bot.figures.wording.stance import Clause, clauses

KINDS_OF_WORDS = ("text", "choice")  # what one does, and what one is
COUNTED = ("people", "money")
_CLOSED = re.compile("[?？]$")  # what comes after it is told, and no part of the question
SEVERAL = 2  # facts that are no number; one alone is told in passing
_EVERY_ONE = re.compile(r"(?:全部|所有|各个?|每一?个)的?(?:专项|项目|计划)")
# 适合报哪些, 符合哪个专项, 能报的有哪些: of whoever tells facts of himself it is asked what he may apply for.
_SUITING = re.compile(
    r"(?:符合|适合|够得?[上着]|满足|匹配)(?:我们|咱们?)?(?:申?报|申请)?(?:得了|的)?(?:是|有)?(?:哪[些几个]+|什么|啥)(?:专项|项目|计划|[吗呢啊？?。！! ]|$)"
    r"|(?:哪[些几个]+|什么|啥)(?:专项|项目)?(?:更|最|比较|还)?(?:(?:适合|合适)|符合|够得|对口|对路|有戏|有希望|有机会|靠谱)"
    r"|(?:申?报|申请|走|选)(?:哪[些几个]*|什么|啥)(?:专项|项目)?(?:更|最|比较|才)?(?:好|稳|合算|划算|行得通)|(?:能|可以)(?:申?报|申请)的(?:专项|项目)?都?(?:有|是)?(?:哪|什么|啥)"
    r"|有(?:没有)?(?:什么|啥)?(?:专项|项目)?(?:适合|符合)(?:我们|咱们?|公司)"
)


def asks_for_all(this: Message) -> bool:
    """Whether it is: 做锂电池的，总投资1200万，能报哪些. Who only says what he does wants to know where that fits.

    A program that is named is no matter where every one is asked for in a clause of its own: 成果转化不在兰州，看看全部项目能报哪些.
    """
    asking = next(filter(_asks, clauses(this.utterance.text)), None)
    if (
        asking is None
        or WHICH_FIELD.search(asking.text)
        or this.heard.hypothesis
        or not (_tells_of_us(this) or _asks_of_us_first(asking))
    ):
        return False
    if BOTH.search(asking.text) and len(this.subject.programs) == 2:
        return False  # 两个里头能报哪个, of the two just talked about
    named = this.utterance.of("program", "family")
    return not named or bool(_EVERY_ONE.search(asking.text)) and not any(asking.holds(each.start) for each in named)


def _asks(part: Clause) -> bool:
    asked = ANY_OF_THEM.search(part.text) or _SUITING.search(part.text)
    return bool(asked) and not LISTING.search(part.text)


def _asks_of_us_first(asking: Clause) -> bool:
    """Whether the message begins with the question of a firm what it may apply for: 我们公司能申报哪些项目？做阀门的."""
    return asking.start == 0 and bool(SELF.search(asking.text) and _CLOSED.search(asking.text))


def _tells_of_us(this: Message) -> bool:
    facts = {each.start for each in this.heard.readings if this.guide.figure[each.figure].kind not in KINDS_OF_WORDS}
    counted = any(each.kind in COUNTED for each in this.heard.bare)  # 初创企业，14个人，能报啥
    return bool(this.numbers_told) or counted or len(facts) >= SEVERAL

"""A reply to the question for one figure, read as its value: 有的, 还没有, 企业, 都没有, 我们做特种阀门.

Of replies to numeric questions only 没有 is read here. What does not plainly answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import quantities
from bot.figures.replies.selecting import NONE_OF_THEM, choice, choices
from bot.figures.replies.taken_as import counted_as
from bot.figures.replies.yes_or_no import yes_or_no
from bot.figures.stated.by_now import by_now
from bot.figures.stated.locality import is_but_a_branch, makes_elsewhere
from bot.figures.stated.nothing import spends_nothing
from bot.figures.stated.technology import described
from bot.figures.statement import Statement
from bot.figures.values import Value
from bot.figures.wording.leaving import only_leaves
from bot.figures.wording.polarity import speaks_of
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Figure, Guide

_NONE_BEFORE = re.compile(r"(?:没有?|无|零|不(?:要|用|申请))(?:任何)?$")
_NOT_A_CENT = re.compile(
    r"[ ]*(?:我们|目前|现在|暂时|真的?|确实|是)*(?:一[分毛块]钱?(?:也|都|还)?(?:没有?|不出|没出|无)|分文(?:没有?|无|未出)|零(?:元|蛋)?)[了的啊呢 ]*(?:$|[，,。；;！!](?!.*(?:但|不过|[\d一二两三四五六七八九十百千]+[万亿])))"
)
_NONE_AFTER = re.compile(r"(?:也|都|还|暂时|目前|现在)*(?:没有|是?零|为零)[了的 。！!]*$")
_COMMAND = re.compile(
    r"^(?:算了|停|不[查想用需做说要了]|退出|取消|随便|都行|都可以|暂停|够了|换一?个|接着|上一|重新开始|重来|继续|接着查|结果|现在怎么样|帮助|(?:谢谢|你好|您好)(?![，,！! ]+[^，,！! ])|再见|删除|/)"
)


def reply(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    """What ``text`` answers to the question for ``figure``; None where it does not.

    ``spoken_for`` are the parts of the text that say something else already.
    """
    if (
        only_leaves(text) or _COMMAND.match(text) and not text.startswith(figure.says_yes)
    ):  # 够了 of a team is an answer
        return None
    if figure.kind == "yes_no":
        answer = counted_as(text, figure, named) or yes_or_no(text, figure, named, guide, spoken_for)
        if answer and (makes_elsewhere(text, answer, guide) or is_but_a_branch(text, answer, guide)):
            return None  # 注册在兰州，厂子在白银: whether that is at work in the city is not plain
        return by_now(text, answer, figure) if answer else None
    value: Value | None = None
    if figure.kind == "choice":
        value = choice(text, figure, named)
    elif figure.kind == "choices":
        return choices(text, figure, named, guide)
    elif figure.kind == "text" and not spoken_for and not states_a_fact(text, guide):
        value = described(text, named)
    elif figure.kind in ("people", "money") and not asks(text):
        value = _nothing(text, figure, named)
    return None if value is None else Statement(figure.id, value, 0, len(text))


def states_a_fact(text: str, guide: Guide) -> bool:
    """Whether the words answer a yes/no question: 经费有保障, 实验室设备都配齐 name no technology."""
    return any(each.kind == "yes_no" and speaks_of(text, each) is not None for each in guide.figures)


def _nothing(text: str, figure: Figure, named: Sequence[Mention]) -> Decimal | None:
    """没有自筹, or 一个都没有 of people: 0."""
    own = [name for name in named if name.figure == figure.id or text[name.start : name.end] in figure.name]
    none = any(_NONE_BEFORE.search(text[: name.start]) or _NONE_AFTER.match(text, name.end) for name in own)
    words = NONE_OF_THEM if figure.kind == "people" else _NOT_A_CENT
    parts = [part.text.rstrip(" ，,；;") for part in clauses(text)]
    alone = words.match(text) or any(map(words.match, parts)) and not quantities("".join(parts[1:]))
    return Decimal(0) if none or alone or spends_nothing(text, figure) else None

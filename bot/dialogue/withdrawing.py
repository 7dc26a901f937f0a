"""What was said is taken back without another value, or is not known, or not settled yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.reply import Reply, render
from bot.dialogue import check
from bot.dialogue.elliptic import LAST_ONE
from bot.dialogue.state import Conversation
from bot.figures.quantities import quantities
from bot.figures.readings import Readings
from bot.figures.stance import clauses
from bot.figures.values import Range
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
# 不是900万 takes it back; 是不是900万 asks, 900万不是很多 and 总投资不是越多越好 only speak of it.
RETRACTED = re.compile(
    r"不对|错|不准|有误|[算弄记]岔|删(?!减)|清[除掉]|去掉|抹掉|(?<!是)不是[^，。很太越]{0,10}[万亿元人名个数额\d](?:的|了|啊|呢|[，。！! ])*$"
)

# 返回上一题, 撤回上一条, 上一个答错了: no figure is named, and the one that was kept last is meant.
_BEFORE = r"(?:上|前)(?:面)?(?:那|一)?(?:个|题|条|问|项|道|句)(?:题|问题|回答|答案)?(?!项目|合作|单位|公司|企业|年|月|季|专项)"
_LAST_AGAIN = re.compile(
    rf"(?:{LAST_ONE.pattern}|刚才(?:说|答|填|选)的).*(?:改|重[新填答选说]|错|不对|不算|作废|不要|删|撤|反了)|(?:返回|回到|退回?到?|倒?回|撤回|撤销|取消|修?改一?下?|重[新填答选说]+)[^，。]{{0,4}}{_BEFORE}"
)


def retract(guide: Guide, conversation: Conversation, heard: Readings) -> Outcome | None:
    """Asks for the figure that the message takes back without a new value; None where it takes nothing back."""
    again = _LAST_AGAIN.search(heard.text)
    if not conversation.check or not (again or any(RETRACTED.search(part.text) for part in clauses(heard.text))):
        return None
    said = [each.figure for each in heard.mentions if not each.choice and each.figure in conversation.figures]
    values = {quantity.value for quantity in quantities(heard.text)}
    said += [figure for figure, value in conversation.figures.items() if value in values]
    said = said or [each for each in conversation.figures if again and each == conversation.last]
    if len(set(said)) != 1:
        return None
    kept = {figure: value for figure, value in conversation.figures.items() if figure != said[0]}
    asking = conversation.but(figures=kept, active=True, asked=said[0], number=None)
    return asking, check.ask_again(guide, asking, render("retracted", figure=guide.figure[said[0]]))


def skip(guide: Guide, conversation: Conversation, heard: Readings, figures: Iterable[str]) -> Outcome:
    """These figures are not known: they stay unknown (or the range they were), and the check goes on."""
    unknown = frozenset(figures)
    kept, note = unsettled(guide, conversation, heard)
    answered = kept.answered + (kept.asked in unknown)
    return check.proceed(guide, kept.but(skipped=kept.skipped | unknown, answered=answered), note=note)


def unsettled(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, str]:
    """The conversation without what was said exactly of figures that are named as not settled: 自筹还没定; and a word on it."""
    named = {each.figure for each in heard.mentions if not each.choice} & set(heard.unknown)
    gone = [
        figure for figure, value in conversation.figures.items() if figure in named and not isinstance(value, Range)
    ]
    kept = {figure: value for figure, value in conversation.figures.items() if figure not in gone}
    note = render("unsettled", figures=[guide.figure[each].name for each in gone]) if gone else ""
    return conversation.but(figures=kept), note

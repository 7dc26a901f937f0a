"""A case that is put right after what a program demands: 专利还有点纠纷呢, 注册在白银呢, 我们只有12个研发的呢.

The 呢 at its end makes a question of what would be told without it: how do the rules stand then?
"""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.figures.mentions import NUMERIC
from bot.figures.readings import Reading, Readings, readings
from bot.figures.wording.stance import asks

OF_RULES = ("requirements", "figure")  # what the answer before was about
PUT = re.compile("呢[ ~～。.!！?？]*$")
AHEAD = re.compile("^(?:那么?|那要|可|但是?|不过|要是|如果|假如|[，, ])+")


def case_put(this: Message, *, masked: bool = False) -> str:
    """The words of the case, as they would tell it, its names ``masked`` or not; empty where the message puts none."""
    text, conversation = this.utterance.text, this.conversation
    after = conversation.topic in OF_RULES and conversation.programs == this.subject.programs
    if not after or conversation.check or this.utterance.ids("program", "family", "section") or not PUT.search(text):
        return ""
    case = _told(text)
    return "" if asks(case) else _told(this.utterance.masked) if masked else case


def _told(text: str) -> str:
    return AHEAD.sub("", PUT.sub("", text))


def told_in_it(this: Message) -> Readings:
    """What the case tells of the applicant; what the message itself tells where it puts none."""
    case = case_put(this)
    return readings(case, this.guide) if case and not this.heard.readings else this.heard


def numbers_in_it(this: Message) -> tuple[Reading, ...]:
    """The numbers that the case tells by the names of figures."""
    told = told_in_it(this).readings if case_put(this) else ()
    return tuple(each for each in told if this.guide.figure[each.figure].kind in NUMERIC)

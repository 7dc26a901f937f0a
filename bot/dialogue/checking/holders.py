"""Results that belong to a kind of unit (成果归学校): ours where that is what the applicant is, somebody else's otherwise."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation
from bot.figures.mentions import Mention
from bot.figures.readings import Reading, Readings
from bot.figures.wording.stance import clause_at
from bot.guide.model import Guide

BELONGS_TO = re.compile(
    "(?:(?:成果|专利|知识产权|产权|权属|使用权)[^，。；没不]{0,4}|^)归(?:属于?|于)?[^，。；我本咱]{0,4}$"
)
ENDS = re.compile("(?:所有|持有|的|了|呢|啊)*(?:[，。,；;！! ]|$)")
OURS = re.compile("我|咱|本")


def with_holder(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, whose results they are told by the kind of the holder; nothing of it where the applicant's own is unknown."""
    figure = next((each.id for each in guide.figures if "归我们" in each.says_yes), None)
    holder = next((name for name in heard.mentions if _holds(heard.text, name)), None)
    if figure is None or holder is None or heard.hypothesis:
        return heard
    ours = heard.value(holder.figure) or conversation.figures.get(holder.figure)
    clause = clause_at(heard.text, holder.start)
    kept = tuple(each for each in heard.readings if each.figure != figure)
    said = (Reading(figure, ours == holder.choice, clause.start, clause.end),) if ours else ()
    return replace(heard, readings=(*kept, *said))


def _holds(text: str, name: Mention) -> bool:
    """Whether the kind is named as whom the results belong to, and not as 我校."""
    clause = clause_at(text, name.start)
    ahead = text[clause.start : name.start]
    return bool(name.choice and BELONGS_TO.search(ahead) and ENDS.match(text, name.end)) and not OURS.match(
        text, name.start
    )

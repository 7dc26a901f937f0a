"""Results that belong to a kind of unit (成果归学校): ours where that is what the applicant is, somebody else's otherwise."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.checks import WHO
from bot.dialogue.state import Conversation
from bot.figures.mentions import Mention
from bot.figures.readings import Reading, Readings
from bot.figures.stated.rights import may_use
from bot.figures.wording.stance import clause_at
from bot.guide.model import Guide

BELONGS_TO = re.compile(
    "(?:(?:成果|专利|知识产权|产权|权属|使用权)[^，。；没不]{0,4}|^)归(?:属于?|于)?[^，。；我本咱]{0,4}$|使用权(?:就|都|是|还|也)*[在是][^，。；我本咱没不]{0,4}$"
)
# 专利权是学校的: a yes where we are the school; whether we may use what is somebody else's, it does not tell.
IS_OF = re.compile("(?:成果|专利权?|产权|权属|使用权)(?:就|都|也|还|全)*是[^，。；我本咱没不]{0,4}$")
ENDS = re.compile("(?:所有|持有|这边|手里|名下|的|了|呢|啊)*(?:[，。,；;！! ]|$)")
OURS = re.compile("我|咱|本")
THEIRS = re.compile("(?:[他她]们|人家)那?[个家边]?$")
# 归校方, 归所里: the house that holds them, by the letter that the names of its kind have.
HOUSE = re.compile("归(?:属于?|于)?(?P<letter>[校院所厂])(?P<side>方|里)")


def with_holder(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, whose results they are told by the kind of the holder; nothing of it where the applicant's own is unknown."""
    figure = next((each.id for each in guide.figures if "归我们" in each.says_yes), None)
    holder = next((name for name in heard.mentions if _holds(heard.text, name)), None)
    if figure is None or heard.hypothesis or heard.value(figure) is True and may_use(heard.text):
        return heard  # 归学校，我们可以用
    if holder is None:
        return _of_a_house(guide, conversation, heard, figure)
    known = {**conversation.aside, **conversation.figures}
    ours = heard.value(holder.figure) or known.get(holder.figure)
    clause = clause_at(heard.text, holder.start)
    kept = tuple(each for each in heard.readings if each.figure != figure)
    told = ours and not _may_be_the_applicant(heard.text, holder, asked=conversation.asked == figure)
    if ours != holder.choice and not BELONGS_TO.search(_ahead(heard.text, holder)):
        return heard
    said = (Reading(figure, ours == holder.choice, clause.start, clause.end),) if told else ()
    return replace(heard, readings=(*kept, *said))


def _of_a_house(guide: Guide, conversation: Conversation, heard: Readings, figure: str) -> Readings:
    """``heard``, a house that holds the results being ours where it is of our kind; 所里 is said by those who are in it."""
    found = HOUSE.search(heard.text)
    said = heard.value(figure)
    if found is None or said is None:
        return heard
    ours = heard.value(WHO) or conversation.figures.get(WHO)
    kinds = {each.id for each in guide.figure[WHO].choices if found["letter"] in "".join((each.name, *each.aliases))}
    if ours in kinds or ours is None and found["side"] == "里":
        return heard
    kept = tuple(each for each in heard.readings if each.figure != figure)
    theirs = ours is not None and found["side"] == "方"
    return replace(heard, readings=(*kept, Reading(figure, False, *found.span())) if theirs else kept)


def _may_be_the_applicant(text: str, holder: Mention, *, asked: bool) -> bool:
    """Whether 归他们学院 may be said of the applicant, by somebody who asks for it and speaks nowhere of himself."""
    ahead = _ahead(text, holder)
    return bool(THEIRS.search(ahead)) and not (asked or OURS.search(text))


def _holds(text: str, name: Mention) -> bool:
    """Whether the kind is named as whom the results belong to, and not as 我校."""
    ahead = _ahead(text, name)
    holds = BELONGS_TO.search(ahead) or IS_OF.search(ahead)
    return bool(name.choice and holds and ENDS.match(text, name.end)) and not OURS.match(text, name.start)


def _ahead(text: str, name: Mention) -> str:
    return text[clause_at(text, name.start).start : name.start]

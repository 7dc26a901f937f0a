"""A case that is put right after what a program demands: 专利还有点纠纷呢, 注册在白银呢, 我们只有12个研发的呢.

The 呢 at its end makes a question of what would be told without it: how do the rules stand then?
"""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.answers.figures_meant import related
from bot.dialogue.hearing.demanded import demanded, is_had
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import TECHNOLOGY, dividing
from bot.dialogue.words import WITH
from bot.figures.mentions import NUMERIC
from bot.figures.readings import Reading, Readings, readings
from bot.figures.stated.chosen import is_of_partners
from bot.figures.stated.locality import is_local
from bot.figures.values import Value
from bot.figures.wording.stance import asks
from bot.guide.model import Figure

PUT = re.compile("呢[ ~～。.!！?？]*$")
AHEAD = re.compile("^(?:那么?|那要|可|但是?|不过|要是|如果|假如|[，, ])+")


def case_put(this: Message, *, masked: bool = False) -> str:
    """The words of the case, as they would tell it, its names ``masked`` or not; empty where the message puts none."""
    text = this.utterance.text
    named = this.utterance.ids("program", "family", "section")
    if not this.follows_a_rule or this.conversation.check or named or not PUT.search(text):
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


def alluded_in_it(this: Message) -> tuple[str, ...]:
    """The conditions that the case has words of; none where it is of another kind or trade (民办学校呢, 养鱼呢), or of a
    choice that nothing in hand demands."""
    wanted = {each.id for each in demanded(this)}
    others = {each.id for each in this.guide.figures if each.kind == "choices"} - wanted
    if this.utterance.of(WHO, TECHNOLOGY, *dividing(this.guide), *others):
        return ()
    own = related(this.guide, this.subject.programs, case_put(this, masked=True))
    return tuple(each for each in own if is_had(this.guide.figure[each]))


def is_mere_place(this: Message, figure: Figure) -> bool:
    """Whether a case names a place of partners without a word for any, nor were they asked about: 注册在白银呢."""
    of_partners = is_of_partners(figure) and figure.id not in this.conversation.about_figures
    return of_partners and bool(case_put(this)) and not WITH.search(this.utterance.text)


def places_told(this: Message) -> dict[str, Value]:
    """What a case that is but a place tells of each figure that asks for one: 在榆中县落地呢."""
    case, places = case_put(this), [each for each in demanded(this) if is_local(each, this.guide)]
    told = {each.id: readings(case, this.guide, each.id).value(each.id) for each in places} if case else {}
    return {figure: value for figure, value in told.items() if value is not None}

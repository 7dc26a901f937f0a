"""Numbers without a name in a message that tells more: those of the what-if just before (现在就按15个、44个算), and a headcount
that is corrected beside something else (人也改成22个)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.checking.decisions import decides
from bot.dialogue.checking.unnamed import too_low
from bot.dialogue.state import Conversation
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.happened import has_happened
from bot.figures.pairing.naming import suits
from bot.figures.readings import Reading, Readings
from bot.figures.wording.stance import asks, clause_at
from bot.guide.model import Guide

_PEOPLE = re.compile("人(?![民均工家])")
_CHANGED = re.compile("[改换变][成为到作]|应该?是|增加到|现在是")
_COUNTED_AS = re.compile("按|算|已经|现在|就这么")


def with_headcounts(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with what its numbers that are left are of."""
    if not heard.bare or heard.hypothesis or conversation.asked:
        return heard
    told = _as_supposed(guide, conversation, heard) or _corrected(guide, conversation, heard)
    if not told:
        return heard
    places = {each.start for each in told}
    left = tuple(each for each in heard.bare if each.start not in places)
    return replace(heard, readings=(*heard.readings, *told), bare=left, correction=True)


def _as_supposed(guide: Guide, conversation: Conversation, heard: Readings) -> list[Reading]:
    """The numbers, each the value that one figure had in the what-if just before, where they are now told to hold."""
    holds = decides(heard.text) or has_happened(heard.text) or _COUNTED_AS.search(heard.text)
    if not holds or any(asks(clause_at(heard.text, each.start).text) for each in heard.bare):
        return []
    told = [(each, _supposed_of(guide, conversation, each)) for each in heard.bare]
    figures = [figure for _, figure in told if figure]
    if len(figures) != len(told) or len({*figures}) != len(figures):
        return []
    return [Reading(figure, each.value, each.start, each.end) for each, figure in told if figure]


def _supposed_of(guide: Guide, conversation: Conversation, said: Quantity) -> str | None:
    supposed = conversation.hypothesis.items()
    fitting = [each for each, value in supposed if value == said.value and suits(guide.figure[each], said)]
    return fitting[0] if len(fitting) == 1 else None


def _corrected(guide: Guide, conversation: Conversation, heard: Readings) -> list[Reading]:
    """A headcount beside another correction: of the one count that is too low, which the verdict has just told."""
    if len(heard.bare) != 1 or not heard.readings:
        return []
    said = heard.bare[0]
    words = clause_at(heard.text, said.start).text
    if asks(words) or not (_PEOPLE.search(words) and _CHANGED.search(words)):
        return []
    figure = too_low(guide, conversation, said)
    people = figure is not None and guide.figure[figure].kind == "people"
    return [Reading(figure, said.value, said.start, said.end)] if figure and people else []

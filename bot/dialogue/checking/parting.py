"""Partners that left or stay, told against those that were said before: 张江那家退出了, 改回来，深圳的没退."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.state import Conversation
from bot.figures.mentions import Mention
from bot.figures.pairing.happened import has_turned
from bot.figures.readings import Reading, Readings
from bot.figures.stated.chosen import is_of_partners
from bot.figures.stated.partners import together
from bot.figures.stated.quitting import is_asked, quits
from bot.figures.values import Value
from bot.figures.wording.stance import clause_at, clauses
from bot.guide.model import Figure, Guide


def with_partners_left(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with the partners that there are once some left, or stay; where none would be left, only in a what-if.

    Nor is any left where it is told that there are none any more: 没有合作方了.
    """
    for figure in guide.figures:
        if figure.kind == "choices" and is_of_partners(figure):
            heard = _with_work(guide, figure, conversation, _with_left(figure, conversation, heard))
    return heard


def _with_work(guide: Guide, figure: Figure, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with no partner where there is no joint work any more, and with such work again where one was found since."""
    works = [each for each in together(guide) if heard.value(each) is not None or each in conversation.figures]
    alone = any(heard.value(each) is False for each in works)
    said, held = heard.value(figure.id), conversation.figures.get(figure.id)
    if alone and held and said is None and _is_new(heard, value=False):
        return _with(heard, figure.id, ())
    found = [each for each in works if said and heard.value(each) is None and conversation.figures.get(each) is False]
    if found and _is_new(heard, value=("",)):
        return replace(_with(heard, found[0], value=True), correction=not heard.hypothesis)
    return heard


def _is_new(heard: Readings, value: Value) -> bool:
    """Whether a value is corrected, supposed, or told as not having been so before."""
    return heard.correction or heard.hypothesis or any(has_turned(each.text, value) for each in clauses(heard.text))


def _with(heard: Readings, figure: str, value: Value) -> Readings:
    return replace(heard, readings=(*heard.readings, Reading(figure, value, 0, len(heard.text))))


def _with_left(figure: Figure, conversation: Conversation, heard: Readings) -> Readings:
    names = [each for each in heard.mentions if each.figure == figure.id and each.choice]
    fates = [
        (each.choice, quits(heard.text, each, names))
        for each in names
        if heard.hypothesis or not is_asked(heard.text, each)
    ]
    stay = {choice for choice, gone in fates if gone is False}
    gone = {choice for choice, left in fates if left} - {choice for choice, left in fates if not left}
    if not (gone or stay):
        return heard
    before, said = conversation.figures.get(figure.id), heard.value(figure.id)
    held = {choice for value in (before, said) if isinstance(value, tuple) for choice in value}
    left = tuple(each.id for each in figure.choices if each.id in (held | stay) - gone)
    others = tuple(
        each for each in heard.readings if each.figure != figure.id and not _names_the_work(each, heard, names)
    )
    if not left and not heard.hypothesis:
        return replace(heard, readings=others)
    reading = Reading(figure.id, left, names[0].start, names[-1].end)
    return replace(heard, readings=(*others, reading), correction=not heard.hypothesis)


def _names_the_work(said: Reading, heard: Readings, names: Sequence[Mention]) -> bool:
    """Whether a yes is but the name of what one did with a partner that left: 跟深圳的合作终止了."""
    clause = clause_at(heard.text, said.start)
    return said.value is True and any(clause.holds(each.start) and quits(heard.text, each, names) for each in names)

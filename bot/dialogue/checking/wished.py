"""An amount that is wished for and put up in a check: 财政要350万行吗. No rule sets it by itself, only its quotient with another."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.state import Conversation
from bot.dialogue.words import OF_THE_NUMBER
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import Quantity, asks_how_many, quantities
from bot.figures.readings import Reading, Readings, UnitDoubt
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import AtLeast, Guide, QuotientAtLeast, tests_of


def wished(guide: Guide, conversation: Conversation, plain: Readings) -> Readings | None:
    """``plain`` with its one number supposed of the amount that it names; None where that has a threshold of its own, and the
    number may be what is thought to be demanded."""
    if _is_another_value(guide, conversation, plain):
        return replace(plain, hypothesis=True)
    said = [each for each in quantities(plain.text) if not asks_how_many(each)]
    if plain.readings or plain.hypothesis or len(said) != 1 or not OF_THE_NUMBER.search(plain.text):
        return None
    figure = _only_of_a_quotient(guide, conversation, plain)
    if figure is None or conversation.figures.get(figure) == said[0].value:
        return None
    return _supposed(plain, figure, said[0])


def _is_another_value(guide: Guide, conversation: Conversation, plain: Readings) -> bool:
    """Whether numbers that were told before are put up with others, and not corrected: 自筹1000万可以吗, after 900万."""
    known = conversation.figures
    anew = all(each.figure in known and guide.figure[each.figure].kind in NUMERIC for each in plain.readings)
    other = any(known.get(each.figure) != each.value for each in plain.readings)
    asking = [part for part in clauses(plain.text) if asks(part.text) and OF_THE_NUMBER.search(part.text)]
    settled = plain.correction or plain.hypothesis or plain.unit_doubts or conversation.asked or not conversation.check
    return bool(plain.readings and anew and other and asking and not settled)


def _only_of_a_quotient(guide: Guide, conversation: Conversation, plain: Readings) -> str | None:
    """The one amount (id) named that the programs in the check demand as part of a quotient alone."""
    tests = [*tests_of(guide.program[each] for each in conversation.check)]
    quotients = {
        each for test in tests if isinstance(test, QuotientAtLeast) for each in guide.figure[test.figure].amounts
    }
    own = {test.figure for test in tests if isinstance(test, AtLeast)}
    named = {each.figure for each in plain.mentions if not each.choice}
    found = named & quotients - own
    return found.pop() if len(named) == 1 and found else None


def _supposed(plain: Readings, figure: str, number: Quantity) -> Readings:
    if number.kind == "bare":
        doubt = UnitDoubt(figure, number.value, number.text)
        return replace(plain, unit_doubts=(doubt,), bare=(), hypothesis=True)
    told = Reading(figure, number.value, number.start, number.end)
    return replace(plain, readings=(told,), bare=(), hypothesis=True)

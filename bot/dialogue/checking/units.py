"""Numbers for money without a unit: asked back, and settled by one word for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.answers.reply import Reply, render
from bot.dialogue.checking import check
from bot.dialogue.state import Conversation
from bot.figures.known import from_json, to_json
from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.quantities import quantities
from bot.figures.numbers.units import unit_alone
from bot.figures.pairing.happened import is_shift
from bot.figures.readings import Reading, Readings, UnitDoubt, resolve_unit
from bot.figures.values import Number, Range, bounds
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
# 前者 to 万元还是元, in the order in which they are offered.
_FORMER = re.compile(
    r"(?:[是就那选按]|应该|当然|肯定)*(?:前者|前(?:面|头|边)?[那一]?[个种]|第一[个种]|头一?[个种])[的啊呀吧嘛哈。！! ]*"
)
_LATTER = re.compile(
    r"(?:[是就那选按]|应该|当然|肯定)*(?:后者|后(?:面|头|边)?[那一]?[个种]|第二[个种])[的啊呀吧嘛哈。！! ]*"
)


def waiting(before: Conversation, heard: Readings) -> tuple[UnitDoubt, ...]:
    """The number whose unit was asked for when the message told of something else: not lost, unless it is not known now."""
    numbers = from_json(before.number) if before.number else {}
    return tuple(
        UnitDoubt(figure, number, _written(number))
        for figure, number in numbers.items()
        if isinstance(number, Decimal | Range) and heard.value(figure) is None and figure not in heard.unknown
    )


def _written(number: Number) -> str:
    """The number in digits; of a range its ends, where it has them."""
    ends = [f"{each.normalize():f}" for each in dict.fromkeys(bounds(number)) if each is not None]
    return "到".join(ends)


def ask(guide: Guide, conversation: Conversation, doubts: Iterable[UnitDoubt], note: str = "") -> Outcome:
    """Asks for the unit of every number that was said without one; one word answers for all of them."""
    first, *_ = doubts = tuple(doubts)
    asking = conversation.but(
        active=True, asked=first.figure, number=to_json({each.figure: each.number for each in doubts})
    )
    numbers = "、".join(dict.fromkeys(f"“{each.text}”" for each in doubts))
    reply = check.ask_again(guide, asking, render("which_unit", numbers=numbers))
    return asking, Reply("\n".join(filter(None, [note, reply.text])), reply.payload)


def is_of_another(conversation: Conversation, text: str) -> bool:
    """Whether an amount is told, while the unit of another number is waited for, that is no form of that: 那加到690万."""
    said = [each for each in quantities(text) if each.kind == "money" and isinstance(each.value, Decimal)]
    waited = [each for each in from_json(conversation.number or {}).values() if isinstance(each, Decimal)]
    if len(said) != 1 or not waited or not is_shift(text, said[0]):
        return False
    amount = said[0].value
    return isinstance(amount, Decimal) and all(_digits(each) != _digits(amount) for each in waited)


def settled(conversation: Conversation, text: str) -> tuple[Conversation, Readings] | None:
    """What 万元 or 元 makes of bare numbers that were asked back; a whole amount is of the first of them; None for anything else."""
    if is_of_another(conversation, text):
        return None
    numbers = from_json(conversation.number or {})
    whole = any(each.kind == "money" for each in quantities(text))
    meant = list(numbers.items())[: 1 if whole else None]
    text = _offered(text)
    values = {figure: resolve_unit(number, text) for figure, number in meant if isinstance(number, Decimal | Range)}
    said = tuple(Reading(figure, value, 0, len(text)) for figure, value in values.items() if value is not None)
    if not said:
        return None
    rest = {figure: number for figure, number in numbers.items() if figure not in values}
    return conversation.but(number=to_json(rest) or None), Readings(readings=said)


def beside(conversation: Conversation, text: str) -> tuple[Reading, ...]:
    """What a clause that is but a unit makes of the numbers that wait for one, where more is told: 万元，研发中心也有."""
    unit = unit_alone(text)
    numbers = from_json(conversation.number or {}) if unit else {}
    known = {
        figure: scaled(each, unit or Decimal(1))
        for figure, each in numbers.items()
        if isinstance(each, Decimal | Range)
    }
    return tuple(Reading(figure, value, 0, 0) for figure, value in known.items())


def wondered(conversation: Conversation, text: str) -> tuple[Reading, ...]:
    """What 万元 makes of the bare numbers of the what-if just before; an amount is of them where its digits are the same."""
    said = quantities(text)
    if any(each.kind == "bare" for each in said):
        return ()
    amounts = {_digits(each.value) for each in said if isinstance(each.value, Decimal)}
    found: list[Reading] = []
    for figure, number in from_json(conversation.wondered or {}).items():
        value = resolve_unit(number, _offered(text)) if isinstance(number, Decimal | Range) else None
        if value is not None and (not amounts or isinstance(number, Decimal) and _digits(number) in amounts):
            found.append(Reading(figure, value, 0, len(text)))
    return tuple(found)


def decided(conversation: Conversation, heard: Readings) -> tuple[UnitDoubt, ...]:
    """The bare number of the what-if just before that is now meant to hold, and still has no unit: 那就按800报."""
    said = {
        _digits(each.value): each.text for each in heard.bare if each.kind == "bare" and isinstance(each.value, Decimal)
    }
    numbers = from_json(conversation.wondered or {})
    return tuple(
        UnitDoubt(figure, number, said[_digits(number)])
        for figure, number in numbers.items()
        if isinstance(number, Decimal) and _digits(number) in said
    )


def _digits(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits


def _offered(text: str) -> str:
    """前者 or 后者 as the unit that was offered there; any other text as it is."""
    former, latter = check.UNITS
    return former if _FORMER.fullmatch(text) else latter if _LATTER.fullmatch(text) else text

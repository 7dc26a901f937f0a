"""The unit of a number that changes an amount told before: 自筹补到460 after 400万, where 460 yuan cannot be meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.answers.reply import Reply, preceded_by, render
from bot.dialogue.state import Conversation
from bot.figures.known import from_json
from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import quantities
from bot.figures.numbers.units import unit_said
from bot.figures.readings import Reading, Readings, UnitDoubt
from bot.figures.values import Range, bounds

_WAN = SCALES["万"]
_NEAR = 10  # times more or less than before, a project's amount stays the same in kind
_FAR = 100  # times less than before, it does not


def with_the_unit_before(conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, its numbers without a unit in that of the amounts that they change, where no other can be meant."""
    told = [(doubt, _in_wan(conversation, doubt)) for doubt in heard.unit_doubts]
    found = [(doubt, value) for doubt, value in told if value is not None]
    places = ((doubt, value, max(heard.text.find(doubt.text), 0)) for doubt, value in found)
    read = tuple(Reading(doubt.figure, value, at, at + len(doubt.text)) for doubt, value, at in places)
    left = tuple(doubt for doubt, value in told if value is None)
    return replace(heard, readings=(*heard.readings, *read), unit_doubts=left) if read else heard


def telling_the_unit(before: Conversation, after: Conversation, text: str, reply: Reply) -> Reply:
    """``reply`` behind the words that say in which unit numbers of ``text`` were taken, where it counts with them."""
    counted = {**after.figures, **from_json(reply.payload.get("hypothesis") or {})}
    bare = [each for each in quantities(text) if each.kind == "bare" and each.unit != "个"]
    taken = [
        each.text
        for each in (() if unit_said(text) else bare)
        for figure, known in before.figures.items()
        if _in_wan(before, UnitDoubt(figure, each.value, each.text)) == counted.get(figure) != known
    ]
    return preceded_by(reply, render("unit_as_before", numbers=list(dict.fromkeys(taken)))) if taken else reply


def _in_wan(conversation: Conversation, doubt: UnitDoubt) -> Decimal | None:
    """The number in 万元, where the same figure was told before, is near to that, and far from it in yuan."""
    before, number = conversation.figures.get(doubt.figure), doubt.number
    if not isinstance(before, Decimal | Range) or not isinstance(number, Decimal) or number <= 0:
        return None
    known = [each for each in bounds(before) if each]
    if not known:
        return None
    amount = scaled(number, _WAN)
    assert isinstance(amount, Decimal)
    near = max(known) / _NEAR <= amount <= max(known) * _NEAR
    return amount if near and number * _FAR < min(known) else None

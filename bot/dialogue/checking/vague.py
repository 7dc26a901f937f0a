"""A figure told as a range, of which a number says exactly how much it is: 准确是20个, after 二十来个."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.dialogue.state import Conversation
from bot.figures.numbers.quantities import Quantity
from bot.figures.values import Range, bounds


def told_vaguely(conversation: Conversation, quantity: Quantity) -> Iterator[str]:
    """The figures (ids) told as a range in which the number lies."""
    number = quantity.value
    for figure, value in conversation.figures.items():
        least, most = bounds(value) if isinstance(value, Range) else (None, None)
        if isinstance(number, Decimal) and least is not None and most is not None and least <= number <= most:
            yield figure

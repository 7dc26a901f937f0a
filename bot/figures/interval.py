"""What a figure can still be, as an interval, and the exact arithmetic that intervals are compared with.

An unknown figure is its whole domain: from 0 up, above 0 where it divides, up to its largest possible value.
"""

from __future__ import annotations

from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from typing import NamedTuple

from bot.figures.values import Range, Value
from bot.guide.model import Figure

# Wide enough for any product of two figures; whatever would have to be rounded raises instead.
EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])
ZERO = Decimal(0)


class Interval(NamedTuple):
    """``low`` to ``high``, both included; ``high`` None: no upper end. ``positive`` leaves out 0 itself."""

    low: Decimal
    high: Decimal | None
    positive: bool = False

    @property
    def exact(self) -> bool:
        """Whether this is a single number."""
        return self.low == self.high


def interval(figure: Figure, value: Value | None) -> Interval:
    """All that the numeric ``figure`` can be when ``value`` is what is known of it (None: nothing)."""
    if isinstance(value, Decimal):
        return Interval(value, value, figure.positive)
    if isinstance(value, Range):
        ends = [end for end in (value.high, figure.at_most) if end is not None]
        return Interval(value.low or ZERO, min(ends, default=None), figure.positive)
    return Interval(ZERO, figure.at_most, figure.positive)


def times(left: Decimal, right: Decimal) -> Decimal:
    """The exact product. Raises decimal.Inexact rather than round."""
    return EXACT.multiply(left, right)


def less(left: Decimal, right: Decimal) -> Decimal:
    """The exact difference. Raises decimal.Inexact rather than round."""
    return EXACT.subtract(left, right)

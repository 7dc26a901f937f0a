"""What is known of one figure: an exact number, a range, a yes or no, one choice, several choices, or words.

Money is in yuan, people are counted in persons, shares run from 0 to 1, ratios are plain quotients; all are ``Decimal``.
An unknown figure is absent from ``Figures``: it never becomes a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Range:
    """``low`` to ``high``, both included; None is open at that end. ``approximate`` where the applicant said 大概."""

    low: Decimal | None
    high: Decimal | None
    approximate: bool = False


Number = Decimal | Range
Value = Decimal | Range | bool | str | tuple[str, ...]
Figures = Mapping[str, Value]


def bounds(value: Number) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest that ``value`` can be; None: no bound."""
    if isinstance(value, Range):
        return value.low, value.high
    return value, value


def is_number(value: Value) -> bool:
    """Whether the value is a number, exact or within bounds."""
    return isinstance(value, Decimal | Range)


def is_above(one: Number, other: Number) -> bool:
    """Whether ``one`` is larger than ``other``, whatever either may be within its bounds."""
    low, high = bounds(one)[0], bounds(other)[1]
    return low is not None and high is not None and low > high

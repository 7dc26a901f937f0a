"""The figures that count the people of an applicant: the one of them all, and those of a part."""

from __future__ import annotations

from dataclasses import dataclass

from bot.figures.numbers.quantities import Quantity
from bot.guide.model import Guide
from bot.guide.once import once


@dataclass(frozen=True)
class Staff:
    """The one figure that counts a whole staff, those that count a part of it, and the shares of such parts."""

    whole: str
    parts: frozenset[str]
    shares: frozenset[str]


@once
def staff_of(guide: Guide) -> Staff | None:
    """The figures of the guide that count people; None where not one of them is the whole."""
    wholes = {figure.part_of for figure in guide.figures if figure.part_of and figure.kind == "people"}
    if len(wholes) != 1:
        return None
    whole = str(next(iter(wholes)))
    parts = frozenset(figure.id for figure in guide.figures if figure.part_of == whole)
    shares = (figure.id for figure in guide.figures if figure.quotient and figure.quotient.denominator == whole)
    return Staff(whole, parts, frozenset(shares))


def is_count(quantity: Quantity, *, bare: bool) -> bool:
    """Whether the quantity may count people, as a ``bare`` one does where people are spoken of."""
    return quantity.kind == "people" or bare and quantity.kind == "bare"

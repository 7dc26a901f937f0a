"""What two numbers that are told come to, where one is the share of the other: 45% of 30 people are 13 or 14."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from bot.answers.subject import Subject
from bot.figures.values import Figures, Range, Value
from bot.guide.model import Figure, Guide


def with_products(guide: Guide, about: Subject) -> Subject:
    """``about``, and of every amount that follows from its share and from the whole, both told exactly. It is reckoned for the answer
    alone: nobody has said it."""
    shares = (each for each in guide.figures if each.quotient and each.kind == "share")
    found = {each.quotient.numerator: _of(guide, each, about.told) for each in shares if each.quotient}
    new = {figure: value for figure, value in found.items() if value is not None and figure not in about.told}
    return replace(about, told={**new, **about.told}, figures=(*about.figures, *new))


def _of(guide: Guide, share: Figure, told: Figures) -> Value | None:
    """The amount; heads are whole, and a share is mostly rounded."""
    quotient = share.quotient
    part, whole = told.get(share.id), told.get(quotient.denominator) if quotient else None
    if quotient is None or not (isinstance(part, Decimal) and isinstance(whole, Decimal)):
        return None
    amount = part * whole
    if guide.figure[quotient.numerator].kind != "people" or amount == amount.to_integral_value():
        return amount
    low, high = (amount.to_integral_value(rounding) for rounding in (ROUND_FLOOR, ROUND_CEILING))
    return Range(low, high)

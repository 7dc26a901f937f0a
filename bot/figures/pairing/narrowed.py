"""An estimate and what is said right after it of the same amount: 五百出头，五百零八万; 几十万，不超过50万; 799万多，凑不够800万.

Both hold, so that what they have in common is told: the exact number of the two, or the narrower range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.governed import bare_subject
from bot.figures.pairing.pair import Pair
from bot.figures.values import Number, Range, bounds
from bot.figures.wording.stance import clause_at


def narrowed(paired: Sequence[Pair], text: str) -> list[Pair]:
    """The pairs, two of which tell of one amount, with nothing between them that names another, being one."""
    found: list[Pair] = []
    for pair in paired:
        both = _together(found[-1], pair, text) if found else None
        found[-1:] = [both] if both else [*found[-1:], pair]
    return found


def _together(one: Pair, other: Pair, text: str) -> Pair | None:
    if other.name or other.figure not in (None, one.figure) or not _follows(one.quantity, other.quantity, text):
        return None
    first, second = one.quantity, other.quantity
    for estimate, exact in ((first, second), (_in_unit_of(second, first), second), (first, _in_unit_of(first, second))):
        value = _common(estimate.value, exact.value) if estimate.kind == exact.kind else None
        if value is not None:
            whole = replace(exact, value=value, start=first.start, text=text[first.start : second.end])
            return replace(one, quantity=whole)
    return None


def _follows(one: Quantity, other: Quantity, text: str) -> bool:
    """Whether no word between the two, or behind the second, makes that one of something else."""
    behind = text[other.end : clause_at(text, other.start).end]
    return one.end <= other.start and bare_subject(text[one.end : other.start]) and bare_subject(behind)


def _in_unit_of(other: Quantity, bare: Quantity) -> Quantity:
    """``bare`` in 万, where the ``other`` is money: 五百出头，五百零八万."""
    if bare.kind != "bare" or bare.unit or other.kind != "money":
        return bare
    return replace(bare, kind="money", value=scaled(bare.value, SCALES["万"]))


def _common(one: Number, other: Number) -> Number | None:
    """What two descriptions of one amount have in common; None: nothing."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one if one == other else None
    low, high = max(_ends(one, other, 0), default=None), min(_ends(one, other, 1), default=None)
    if low is not None and high is not None and low >= high:
        return low if low == high else None
    vague = all(isinstance(each, Range) and each.approximate for each in (one, other))
    return Range(low, high, vague)


def _ends(one: Number, other: Number, end: int) -> Iterator[Decimal]:
    return (edge for each in (one, other) if (edge := bounds(each)[end]) is not None)

"""A number that is said again with its unit: 自筹690，哦690万 tells one amount, of what was named the first time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.pairing.pair import Pair


def said_again(paired: Iterable[Pair]) -> list[Pair]:
    """The pairs, a bare number of a figure being put away where the next one, without a name, is the same in 万 or 亿."""
    kept: list[Pair] = []
    for pair in paired:
        before = kept[-1] if kept else None
        if before and before.figure and pair.name is None and _is_with_its_unit(before, pair):
            kept[-1] = replace(pair, figure=before.figure, name=before.name)
        else:
            kept.append(pair)
    return kept


def _is_with_its_unit(bare: Pair, pair: Pair) -> bool:
    number = bare.quantity.value
    if bare.quantity.kind != "bare" or pair.quantity.kind != "money" or not isinstance(number, Decimal):
        return False
    return pair.quantity.value in (scaled(number, SCALES["万"]), scaled(number, SCALES["亿"]))

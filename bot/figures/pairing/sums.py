"""A whole told by its parts: 设备500万加上研发400万, in answer to the question for the total, is 900万."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from bot.figures.numbers.quantities import Quantity, quantities, tidy
from bot.figures.pairing.naming import Pair
from bot.figures.possible import PARTS
from bot.guide.model import Figure

_PLUS = re.compile(r"[^，。；;]{0,6}?(?:再|又)?(?:加上?(?![到至为成])|和|跟|[、，]|[，, ]?还有)[^，。；;\d]{0,10}")
_ADDED = re.compile(r"加(?!工|强|快|大|到|至|为|成)")


def whole_of_parts(text: str, paired: Sequence[Pair], asked: Figure) -> list[Pair] | None:
    """The sum of all the amounts that the text adds up, as the figure that was asked for; None where it adds up none.

    What is a figure of its own in the sum (自筹600万加上财政200万) is left as it is.
    """
    parts = [each for each in quantities(text) if each.kind == "money"]
    own = {asked.id, *PARTS.get(asked.id, ())} & {pair.figure for pair in paired}
    if asked.id not in PARTS or own or not _are_added(text, parts):
        return None
    values = [each.value for each in parts if isinstance(each.value, Decimal)]
    if len(values) < len(parts):
        return None
    start, end, total = parts[0].start, parts[-1].end, sum(values, Decimal(0))
    told = [value for value in values if value == total - value]  # 本来800万，加了100万，总共900万
    whole = Quantity("money", tidy(told[0] if told else total), start, end, text[start:end], "元")
    return [*(pair for pair in paired if pair.quantity.kind != "money"), Pair(whole, asked.id)]


def _are_added(text: str, parts: Sequence[Quantity]) -> bool:
    between = [text[one.end : other.start] for one, other in pairwise(parts)]
    return all(_PLUS.fullmatch(each) for each in between) and any(_ADDED.search(each) for each in between)

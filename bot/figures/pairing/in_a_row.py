"""Figures named in a row, and behind that their numbers in a row: 自筹和财政前面不是说了吗，六百万和一百八十万."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.naming import Pair, suits
from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Guide

_NUMBERS_ALONE = re.compile("(?:就?是|分别|一个|各|[和跟与、加及 ，,。；;！!~])*")
_JOINED = re.compile("(?:的钱|经费|资金|总额)*[和跟与、加及](?:申请的?)?")


def told_in_a_row(text: str, found: Sequence[Pair], named: Sequence[Mention], guide: Guide) -> list[Pair]:
    """The pairs, numbers that fill a clause each being of the one of so many figures that the clause before names in its place."""
    parts = list(clauses(text))
    told: dict[Quantity, str] = {}
    for before, part in zip(parts, parts[1:], strict=False):
        own = [each.quantity for each in found if part.holds(each.quantity.start)]
        names = _names_in_a_row(text, before, named)
        alone = _NUMBERS_ALONE.fullmatch(blanked(part.text, [(q.start - part.start, q.end - part.start) for q in own]))
        if alone and 1 < len(own) == len(names) and not any(before.holds(each.quantity.start) for each in found):
            figures = [guide.figure[each.figure] for each in names]
            if all(suits(figure, number) for figure, number in zip(figures, own, strict=True)):
                told |= {number: figure.id for figure, number in zip(figures, own, strict=True)}
    return [replace(each, figure=told.get(each.quantity, each.figure)) for each in found]


def _names_in_a_row(text: str, part: Clause, named: Sequence[Mention]) -> list[Mention]:
    """The names of the clause, of a figure each, where they stand joined in a row; none where they do not."""
    names = [each for each in named if part.holds(each.start) and not each.choice]
    row = all(_JOINED.fullmatch(text, one.end, other.start) for one, other in zip(names, names[1:], strict=False))
    return names if row and len({each.figure for each in names}) == len(names) else []

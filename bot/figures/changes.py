"""Amounts by which something is supposed to change: 再加200万, 少申请50万, 多招3个人. They are no figures themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.figures.mentions import Mention, short_mentions
from bot.figures.naming import suits
from bot.figures.quantities import Quantity, quantities
from bot.figures.stance import Clause, clauses
from bot.guide.model import Guide

_VERBS = "申请|申报|要|投入?|出|拿|掏|筹|凑|垫|自筹|招|给|花|加|来"
_MORE = re.compile(
    rf"(?:再|又|(?<![最至不])多|追|增)(?:{_VERBS})?(?:{_VERBS})?[了个上]?[ ]?$|(?:提高|提升|上涨|涨|补上?|加)[了个]?[ ]?$"
)
_LESS = re.compile(rf"(?<![最至多])少(?:{_VERBS})[了个]?[ ]?$|(?:减少?|降低?|砍掉?|压缩)[了个]?[ ]?$")


@dataclass(frozen=True)
class Change:
    """``figure`` (None: whichever was spoken of) is to change ``by`` so much, in its own unit."""

    figure: str | None
    by: Decimal
    quantity: Quantity


def changes(text: str, guide: Guide) -> tuple[Change, ...]:
    """The changes that ``text`` names, in order; 加到900万 names a value and no change."""
    named = short_mentions(text, guide)
    return tuple(change for clause in clauses(text) for change in _in_clause(text, clause, named, guide))


def _in_clause(text: str, clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Change]:
    for quantity in quantities(text):
        if not clause.holds(quantity.start) or not isinstance(quantity.value, Decimal):
            continue
        ahead = text[clause.start : quantity.start]
        sign = 1 if _MORE.search(ahead) else -1 if _LESS.search(ahead) else 0
        if sign:
            own = [name.figure for name in named if clause.holds(name.start)]
            fitting = [figure for figure in own if suits(guide.figure[figure], quantity)]
            yield Change(fitting[0] if fitting else None, sign * quantity.value, quantity)

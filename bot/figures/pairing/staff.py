"""The figures that count the people of an applicant: the one of them all, and those of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.governed import bare_subject
from bot.figures.pairing.pair import Pair
from bot.guide.model import Guide
from bot.guide.once import once

# Right behind the name, and before anything that only carries the number.
_THING = re.compile("(?P<thing>[\u4e00-\u9fff]{2,6}?)(?:总共|一共|共|有|建了?|设了?|大概|就|[:： ])*$")


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


def without_things(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """The pairs, a count of things that only begin with a name of people having none: 职工食堂2个."""
    return [replace(pair, figure=None, name=None) if _counts_things(pair, text, guide) else pair for pair in paired]


def _counts_things(pair: Pair, text: str, guide: Guide) -> bool:
    if not pair.figure or pair.name is None or guide.figure[pair.figure].kind != "people" or pair.quantity.unit != "个":
        return False
    thing = _THING.match(text, pair.name.end, pair.quantity.start)
    return thing is not None and not bare_subject(thing["thing"])

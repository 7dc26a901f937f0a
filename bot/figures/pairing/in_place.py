"""Money that is what it is called although others, or another time, are named beside it. Of one's own that is there already,
自筹资金到位1050万元 tells how much is raised, unless more is told of the same.

自筹900万，已到位300万 and 目前到位300万 tell how far it has come; of public money and of an investment 到位 tells no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity
from bot.figures.possible import PARTS
from bot.figures.whose import is_public
from bot.figures.wording.stance import clause_at
from bot.guide.model import Guide

_IN_PLACE = re.compile(r"(?:已经?|都|全部?|也)*(?<![没未不有])到位(?:资金|金额|的|了|有|是|为|共|[:： ])*$")
# 集团拨下来600万做配套资金: what an amount serves as says what it is, whoever gave it.
_SERVES_AS = re.compile(
    "(?:元|块钱?)?(?:左右|上下)?(?:[拿用]?来|用于|用作)?(?:做|当作?|作为?|充当?|算作?)(?:我们|咱们|公司|企业|项目|这次)?的?"
)
_SO_FAR = re.compile("目前|现在|暂时|截[至止]|[才只先首第批期笔还再剩]|部分|其中|[年月季]")


def serves_as_named(text: str, quantity: Quantity, named: Sequence[Mention]) -> bool:
    """Whether the quantity is said to serve as what is named right behind it."""
    behind = [name for name in named if name.start >= quantity.end]
    return quantity.kind == "money" and any(_SERVES_AS.fullmatch(text, quantity.end, name.start) for name in behind)


def is_in_place(
    text: str, found: Sequence[Quantity], named: Sequence[Mention], quantity: Quantity, asked: str | None, guide: Guide
) -> bool:
    """Whether the quantity is all that is raised of one's own: its clause names nothing else, and no other amount of the
    message may be of the same."""
    ahead = text[clause_at(text, quantity.start).start : quantity.start]
    there = _IN_PLACE.search(ahead)
    if quantity.kind != "money" or not there or _SO_FAR.search(ahead[: there.start()]):
        return False
    raised = {part for parts in PARTS.values() for part in parts if not is_public(guide.figure[part])}
    beside = _named_beside(text, quantity, named, guide) or {asked}
    others = [each for each in found if each.kind == "money" and each != quantity]
    rest = [each for each in others if not (own := _named_beside(text, each, named, guide)) or own & raised]
    return beside <= raised and (not rest or rest == others[-1:] and _is_sum(rest[0], [quantity, *others[:-1]]))


def _named_beside(text: str, quantity: Quantity, named: Sequence[Mention], guide: Guide) -> set[str | None]:
    """The figures that the clause of the quantity names as such; 总共要900万 is of whatever was spoken of."""
    clause = clause_at(text, quantity.start)
    inside = [name for name in named if clause.holds(name.start)]
    return {name.figure for name in inside if text[name.start : name.end] in guide.figure[name.figure].names}


def _is_sum(total: Quantity, parts: Sequence[Quantity]) -> bool:
    values = [each.value for each in parts if isinstance(each.value, Decimal)]
    return len(values) == len(parts) > 1 and sum(values) == total.value

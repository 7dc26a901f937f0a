"""Which figure each quantity of one clause belongs to, by the name beside it and its kind.

Names stand before their numbers or behind them, which ``sides`` tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity, tidy
from bot.figures.pairing.pair import Pair
from bot.figures.pairing.sides import sided
from bot.figures.values import Number, Range, bounds
from bot.guide.model import Figure, Guide

__all__ = ["Pair", "inverse", "paired", "share_of", "suits"]

_IN_TURN = re.compile(r"分别|依次|各[是为]?[ ]?(?=[\d一二三四五六七八九十两])")
_CROWD = 100_000  # nobody employs so many: 30万 without a unit is money
# A count right behind a name, though it could not be read, is the one of that name: 研发16个….
_COUNTED = re.compile(
    r"[有是共约就才只 ]{0,3}(?:大概|差不多|至少)?(?:\d+|[二两三四五六七八九十百]+)[个名位](?![团组部中项课平机实])"
)
_OF = re.compile("的[ ]?(?:大?约|差不多|将近)?")
_AMONG_THEM = re.compile("的?(?:里头?|里面|当中|之中|中(?![心试]))")
_IS = re.compile(
    "(?:的?(?:钱|经费|资金|部分|那块|金额))?(?:大?约|只|也|就|才)*(?:是|占|相当于|等于)了?(?:大?约|差不多)?"
)
_IS_NOT = re.compile("不(?!到|足|少|止)|没|非")
_EACH = re.compile(r"各(?:自|是|为|出|占|投)?[ ]?$")
SUITS = {
    "money": {"money"},
    "people": {"people", "bare"},
    "ratio": {"ratio", "bare"},
    "share": {"share"},
}


def paired(clause: str, start: int, stated: Sequence[Quantity], names: Sequence[Mention], guide: Guide) -> list[Pair]:
    """The quantities of one clause, which begins at ``start`` of the text, in order, each with its figure."""
    if len(stated) == 1 and _EACH.search(clause[: stated[0].start - start]):
        return [Pair(stated[0], figure) for figure in _suited(stated, names, guide)] or [Pair(stated[0], None)]
    if _IN_TURN.search(clause):
        return _in_turn(stated, names, guide)
    names = [name for name in names if not _has_its_count(clause, start, name, stated)]
    ways = [
        (_named(each, names, stated, guide, after=False), _named(each, names, stated, guide, after=True))
        for each in stated
    ]
    return _quotient(" " * start + clause, stated, names, guide) or sided(" " * start + clause, start, ways)


def _has_its_count(clause: str, start: int, name: Mention, stated: Sequence[Quantity]) -> bool:
    """Whether a count stands right behind the name that is none of the quantities."""
    found = _COUNTED.match(clause, name.end - start)
    return found is not None and not any(each.start < start + found.end() and name.end <= each.start for each in stated)


def suits(figure: Figure, quantity: Quantity) -> bool:
    """Whether a quantity of this kind can be a value of the figure, or could if its unit were known (bare money)."""
    if figure.kind == "money":
        return quantity.kind == "money" or (quantity.kind == "bare" and quantity.unit == "")
    if figure.kind == "people" and quantity.kind == "money":
        return quantity.unit == "" and (bounds(quantity.value)[1] or 0) < _CROWD  # 1.2万 can count people too
    if figure.kind == "ratio" and quantity.kind == "share":
        return (bounds(quantity.value)[0] or 0) >= 1  # 300% is 3 to 1, 75% would be of something else
    return quantity.kind in SUITS.get(figure.kind, set())


def share_of(part: Figure, quantity: Quantity, guide: Guide) -> str | None:
    """研发人员占三成, 自筹3比1: the share or ratio figure whose numerator is named."""
    for figure in guide.figures:
        if figure.quotient and figure.quotient.numerator == part.id and figure.kind == quantity.kind:
            return figure.id
    return None


def inverse(value: Number) -> Number:
    """1 over ``value``, which is above 0."""
    if isinstance(value, Decimal):
        return tidy(1 / value)
    low, high = (1 / end if end else None for end in (value.high, value.low))
    return tidy(Range(low, high, value.approximate))


def _in_turn(stated: Sequence[Quantity], names: Sequence[Mention], guide: Guide) -> list[Pair]:
    """研发人员和员工分别是20人和60人: the first name with the first number; nothing where the two do not match up."""
    order = _suited(stated, names, guide)
    figures = order if len(order) == len(stated) else [None] * len(stated)
    return [Pair(quantity, figure) for quantity, figure in zip(stated, figures, strict=True)]


def _suited(stated: Sequence[Quantity], names: Sequence[Mention], guide: Guide) -> list[str]:
    """The figures named that one of the quantities can be a value of, each once."""
    return list(
        dict.fromkeys(name.figure for name in names if any(suits(guide.figure[name.figure], q) for q in stated))
    )


def _named(
    quantity: Quantity, names: Sequence[Mention], others: Sequence[Quantity], guide: Guide, *, after: bool
) -> Pair:
    """``quantity`` with the nearest name on the side where names stand, no other quantity between the two."""
    reach = [name for name in names if _reaches(quantity, name, others, after=after)]
    # 研发 is people and money: beside 3000万 it is money, and beside 收入 as well
    kinds = [guide.figure[name.figure].kind for name in names if not _is_shared(name, names)]
    reach.sort(
        key=lambda name: (
            _distance(quantity, name),
            guide.figure[name.figure].kind != quantity.kind,
            guide.figure[name.figure].kind not in kinds,
        )
    )
    for name in reach:
        figure = guide.figure[name.figure]
        if suits(figure, quantity):
            return Pair(quantity, figure.id, distance=_distance(quantity, name), name=name)
        share = share_of(figure, quantity, guide)
        if share:
            return Pair(quantity, share, distance=_distance(quantity, name), name=name)
    return Pair(quantity, None)


def _is_shared(name: Mention, names: Sequence[Mention]) -> bool:
    """Whether the same words name another figure too."""
    return any(other.start == name.start and other.figure != name.figure for other in names)


def _distance(quantity: Quantity, name: Mention) -> int:
    return max(quantity.start - name.end, name.start - quantity.end)


def _reaches(quantity: Quantity, name: Mention, others: Sequence[Quantity], *, after: bool) -> bool:
    low, high = (quantity.end, name.start) if after else (name.end, quantity.start)
    return low <= high and not any(low <= other.start < high for other in others)


def _quotient(text: str, found: Sequence[Quantity], names: Sequence[Mention], guide: Guide) -> list[Pair]:
    """自筹和财政3比1, 自筹是财政的三倍, 年收入的25%用在研发: one ratio or share beside both amounts that it relates."""
    if len(found) != 1 or found[0].kind not in ("ratio", "share"):
        return []
    order = list(dict.fromkeys(name.figure for name in names))
    for figure in guide.figures:
        both = figure.amounts
        if figure.kind == "ratio" and found[0].kind == "share" and set(order) == {*both}:
            return _of_the_other(text, found[0], names, figure)
        if figure.kind == found[0].kind and both and set(both) <= set(order):
            if figure.kind == "share":
                return [_share(text, found[0], names, figure)]
            inverted = order.index(both[0]) > order.index(both[1])
            return [Pair(found[0], figure.id, inverted=inverted)]
    return []


def _of_the_other(text: str, quantity: Quantity, names: Sequence[Mention], ratio: Figure) -> list[Pair]:
    """财政是自筹的三分之一: the ratio that is told as the share of its first part that the other is; 自筹占财政的八成 may
    have been meant of the sum."""
    whole = [name for name in names if _OF.fullmatch(text, name.end, quantity.start)]
    before = [name for name in names if whole and name.end <= whole[0].start]
    if not before or (before[-1].figure, whole[0].figure) != (ratio.amounts[1], ratio.amounts[0]):
        return []
    tied = _IS.fullmatch(text, before[-1].end, whole[0].start)
    return [Pair(replace(quantity, kind="ratio"), ratio.id, inverted=True)] if tied else []


def _share(text: str, quantity: Quantity, names: Sequence[Mention], figure: Figure) -> Pair:
    """The share of the whole that the part is, whichever is named first; it is turned round where the whole is so many
    times what stands before it (年收入是研发投入的400%), and of nobody where it is
    denied (员工的七成不是研发人员) or of a part of the part (研发人员里女员工占四成)."""
    parts = [name for name in names if name.figure == figure.amounts[0]]
    of_the_part = any(_OF.fullmatch(text, name.end, quantity.start) for name in parts)
    denied = any(_IS_NOT.search(text, quantity.end, name.start) for name in parts)
    narrower = any(_AMONG_THEM.match(text, name.end) for name in parts)
    if denied or narrower or of_the_part and (bounds(quantity.value)[0] or 0) <= 1:
        return Pair(quantity, None)
    return Pair(quantity, figure.id, inverted=of_the_part)

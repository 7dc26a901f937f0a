"""Of which figure a share or a ratio is, where more than one has part in its name or none is named beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.naming import Pair, share_of, suits
from bot.figures.wording.stance import Clause, clause_at
from bot.guide.model import Figure, Guide

_PART = re.compile(r"[ ，,（(]*(?:大?约|大概|也就|正好|刚好)?(?:占|比例|占比|比重)")
_THERE_ARE = re.compile("(?:目前|现在|也就|就|大概|大约|差不多|[约共也])*有(?:大概|大约|差不多|约)?")
_NO_MORE = re.compile(r"(?:左右|上下)?[的了呢吧啊嘛 ，。,；;！!]*")


def of_other_parts(quantity: Quantity, text: str, named: Sequence[Mention], figure: Figure) -> bool:
    """收入是总投资的四倍: a ratio of what its clause names."""
    own = {figure.id, *figure.amounts}
    others = [name.start for name in named if name.figure not in own and not name.choice]
    clause = clause_at(text, quantity.start)
    return quantity.kind == "ratio" and any(clause.holds(start) for start in others)


def of_the_asked(pair: Pair, names: Sequence[Mention], asked: str | None, guide: Guide) -> Pair:
    """研发占两成, where 研发 may be people or money: the share of what was asked for."""
    share = share_of(guide.figure[asked], pair.quantity, guide) if asked else None
    places = {name.start for name in names if name.figure == asked}
    shared = {name.figure for name in names if name.start in places}
    only = len(shared) > 1 and shared == {name.figure for name in names}
    return replace(pair, figure=share) if share and pair.figure and only else pair


def with_numerators(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """研发人员占四成，有二十来号人: a number that a clause says there is, right behind the share of a part, is of that part."""
    told = {pair.figure for pair in paired}
    parts = {each.id: each.quotient.numerator for each in guide.figures if each.quotient}

    def of(pair: Pair) -> str | None:
        clause = clause_at(text, pair.quantity.start)
        ahead, behind = text[clause.start : pair.quantity.start], text[pair.quantity.end : clause.end]
        if pair.figure or not (_THERE_ARE.fullmatch(ahead) and _NO_MORE.fullmatch(behind)):
            return pair.figure
        shares = [each for each in paired if clause_at(text, each.quantity.start).end == clause.start]
        found = {parts[each.figure] for each in shares if each.figure in parts}
        part = found.pop() if len(found) == 1 else None
        return part if part and part not in told and suits(guide.figure[part], pair.quantity) else None

    return [replace(pair, figure=of(pair)) for pair in paired]


def of_the_part(text: str, clause: Clause, pair: Pair, said: Sequence[Pair], guide: Guide, asked: str | None) -> Pair:
    """研发投入2000万，占收入的25%; 自筹900万，财政300万，比例3:1: the figure whose numerator was given before."""
    begin = max([clause.start, *(each.quantity.end for each in said if each.quantity.end <= pair.quantity.start)])
    if pair.quantity.kind not in ("share", "ratio") or not _PART.match(text, begin, pair.quantity.start):
        return pair
    parts = [each.figure for each in reversed(said) if each.figure] or ([asked] if asked else [])
    shares = (share_of(guide.figure[part], pair.quantity, guide) for part in parts)
    return replace(pair, figure=next((share for share in shares if share), pair.figure))

"""Shares told of money although the same words name people: 年收入2000万，研发花掉四分之一 is a share of the income."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.pairing.pair import Pair
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide

_SPENDS = re.compile(r"[花投砸](?!资人)|用[来于在]|用掉|拿[出来去]?|费用|经费|支出|开支|开销|烧")

_PEOPLE = re.compile("[人员队师工]")


def of_the_money(paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide) -> list[Pair]:
    """The pairs, a share of people that follows an amount of money put to the share of the money, or to nothing."""
    return [_mended(pair, paired[:place], text, named, guide) for place, pair in enumerate(paired)]


def _mended(pair: Pair, before: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide) -> Pair:
    figure = guide.figure[pair.figure] if pair.figure else None
    if figure is None or figure.kind != "share" or not _counts(figure, guide) or _is_named(pair, text, named, figure):
        return pair
    spends = _SPENDS.search(clause_at(text, pair.quantity.start).text)
    kinds = [guide.figure[each.figure].kind for each in before if each.figure]
    if "people" in kinds:
        return pair if kinds[-1] == "people" else replace(pair, figure=None)
    if not kinds or kinds[-1] != "money":
        return replace(pair, figure=_of_the_income(pair, named, text, guide)) if spends else pair
    return replace(pair, figure=_money_share(before[-1].figure, named, text, pair, guide))


def _of_the_income(pair: Pair, named: Sequence[Mention], text: str, guide: Guide) -> str | None:
    """The share (figure id) of whose whole the clause speaks: 三成的收入拿来搞研发; None: of none."""
    clause = clause_at(text, pair.quantity.start)
    inside = [name for name in named if clause.holds(name.start) and guide.figure[name.figure].kind == "money"]
    words = [text[name.start : name.end] for name in inside]
    for figure in guide.figures:
        whole = guide.figure[figure.quotient.denominator] if figure.quotient and figure.kind == "share" else None
        if whole and whole.kind == "money" and any(word in whole.name for word in words):
            return figure.id
    return None


def _counts(figure: Figure, guide: Guide) -> bool:
    """Whether the figure is a share of people."""
    return figure.quotient is not None and guide.figure[figure.quotient.numerator].kind == "people"


def _is_named(pair: Pair, text: str, named: Sequence[Mention], figure: Figure) -> bool:
    """Whether the clause of the share names the people as such (研发人员, not 研发)."""
    clause = clause_at(text, pair.quantity.start)
    own = {figure.id, *figure.amounts}
    inside = [name for name in named if clause.holds(name.start)]
    return any(name.figure in own and _PEOPLE.search(text[name.start : name.end]) for name in inside)


def _money_share(last: str | None, named: Sequence[Mention], text: str, pair: Pair, guide: Guide) -> str | None:
    """The share (figure id) whose one amount was told last and whose other is named beside the share; None: of neither."""
    clause = clause_at(text, pair.quantity.start)
    inside = {name.figure for name in named if clause.holds(name.start)}
    for figure in guide.figures:
        if figure.kind == "share" and last in figure.amounts and (inside & {*figure.amounts} - {last}):
            return figure.id
    return None

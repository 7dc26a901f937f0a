"""Which figure each quantity of a message belongs to: by the name beside it, its kind, and its year.

Names come before their numbers (自筹900万财政300万) or after them (900万自筹300万财政); what a clause begins with decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.figures.mentions import Mention, short_mentions
from bot.figures.quantities import Quantity, quantities, tidy
from bot.figures.stance import Clause, asks_for_the_rule, clauses, corrects, goes_on, supposes
from bot.figures.values import Number, Range
from bot.guide.model import Figure, Guide

# Amounts and heads of something else, which no figure of a guide asks for.
_OTHER = re.compile(
    r"(?:注册资[本金]|实缴|认缴|贷款|产值|产能|利润|净利|税[收款额]?|补贴|补助|奖励|奖金|负债|资产|工资|房租|合同额|估值|融资|股权|市值|罚款|成本|单价|售价|预算"
    r"|博士|硕士|专家|院士|教授|职称|股东|学生|本科|客户|毕业生|实习生)(?:是|有|约|大概|为|总额|总|额|[:： ]){0,3}$"
)
_OTHER_AFTER = re.compile(r"(?:的)?(?:注册资[本金]|贷款|产值|利润|税|奖励|奖金|负债|固定资产|资产|博士|硕士|专家|院士|教授|高级|股东|学生|外国)")
_YEAR_FORM = r"(?:(20\d\d)[ ]?年?|(?<!\d)(\d\d)年|(前年|去年|上年|上一?年度|今年|本年度?|明年))度?"
_YEAR, _YEAR_AFTER = re.compile(_YEAR_FORM), re.compile(rf"[（( ]{{1,2}}{_YEAR_FORM}")
_FOUNDED = re.compile(r"(?:\d{1,2}月)?(?:\d{1,2}[日号])?[ ]?(?:成立|注册|创[办立建]|建[成立]|设立|认定|获|签|启动|开始|以来|起)")
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "上年度": -1, "上一年度": -1, "今年": 0, "本年": 0, "本年度": 0, "明年": 1}
_TOTAL = re.compile(r"(?:总共|一共|总计|合计|全公司|全单位|全部)(?:是|有|才|就)?[ ]?$")
_DENIED = re.compile(r"(?:不是|并非|不再是)[ ]?$")
SUITS = {
    "money": {"money"},
    "people": {"people", "bare"},
    "ratio": {"ratio", "bare"},
    "share": {"share"},
}


@dataclass(frozen=True)
class Pair:
    """A quantity and the figure it was said of; None: no name says which. ``inverted``: said the other way round."""

    quantity: Quantity
    figure: str | None
    inverted: bool = False
    distance: int = 0


def pairs(text: str, guide: Guide, *, asked: str | None = None) -> tuple[Pair, ...]:
    """The quantities that ``text`` states, each with its figure; in a supposition every clause states.

    ``asked`` is what a number with nothing but a year before it is of.
    """
    named, supposed, corrected = short_mentions(text, guide), supposes(text), corrects(text)
    found: list[Pair] = []
    last = asked
    for clause in _around(text, quantities(text)):
        if not supposed and asks_for_the_rule(clause.text):
            continue
        follows = corrected or goes_on(clause.text) or bool(_YEAR.search(clause.text))
        for pair in _clause_pairs(text, clause, named, guide):
            pair = _of_the_whole(text, pair, guide)
            pair = _carried(pair, last, guide) if follows else pair
            last = pair.figure or last
            if not _DENIED.search(text, clause.start, pair.quantity.start) and _in_its_year(text, clause, pair, guide):
                found.append(pair)
    return tuple(found)


def _carried(pair: Pair, last: str | None, guide: Guide) -> Pair:
    """2021年收入4000万，2022年5000万; 不是3000万，是4000万: a number without a name is of the figure before it."""
    if pair.figure or not last or not suits(guide.figure[last], pair.quantity):
        return pair
    return replace(pair, figure=last)


def _of_the_whole(text: str, pair: Pair, guide: Guide) -> Pair:
    """研发20人，一共60人: a head count that is called the total is of the figure that the other is part of."""
    if pair.figure or pair.quantity.kind != "people" or not _TOTAL.search(text[: pair.quantity.start]):
        return pair
    wholes = (figure.part_of for figure in guide.figures if figure.kind == "people")
    return replace(pair, figure=next((whole for whole in wholes if whole), None))


def _around(text: str, found: tuple[Quantity, ...]) -> list[Clause]:
    """The clauses, none of which ends inside a quantity."""
    whole: list[Clause] = []
    for clause in clauses(text):
        if whole and any(quantity.start < clause.start < quantity.end for quantity in found):
            last = whole.pop()
            clause = Clause(last.text + clause.text, last.start, clause.end)
        whole.append(clause)
    return whole


def _clause_pairs(text: str, clause: Clause, named: Sequence[Mention], guide: Guide) -> list[Pair]:
    inside = [q for q in quantities(text) if clause.start <= q.start < clause.end]
    stated = [q for q in inside if not _is_other(text, q)]
    names = [m for m in named if clause.start <= m.start < clause.end and not _within(m, inside)]
    quotient = _quotient(stated, names, guide)
    if quotient:
        return quotient
    return _best(stated, names, guide)


def _best(stated: Sequence[Quantity], names: Sequence[Mention], guide: Guide) -> list[Pair]:
    """Names before their numbers or after them: whichever pairs more, at the smaller distance."""
    ways = [[_named(quantity, names, stated, guide, after=after) for quantity in stated] for after in (False, True)]
    return min(ways, key=lambda way: (sum(pair.figure is None for pair in way), sum(pair.distance for pair in way)))


def _is_other(text: str, quantity: Quantity) -> bool:
    ahead = text[max(0, quantity.start - 12) : quantity.start]
    return bool(_OTHER.search(ahead) or _OTHER_AFTER.match(text, quantity.end))


def _within(mention: Mention, found: Sequence[Quantity]) -> bool:
    return any(quantity.start <= mention.start and mention.end <= quantity.end for quantity in found)


def _named(
    quantity: Quantity, names: Sequence[Mention], others: Sequence[Quantity], guide: Guide, *, after: bool
) -> Pair:
    """``quantity`` with the nearest name on the side where names stand, no other quantity between the two."""
    reach = [name for name in names if _reaches(quantity, name, others, after=after)]
    reach.sort(key=lambda name: _distance(quantity, name))
    for name in reach:
        figure = guide.figure[name.figure]
        if suits(figure, quantity):
            return Pair(quantity, figure.id, distance=_distance(quantity, name))
        share = _share_of(figure, quantity, guide)
        if share:
            return Pair(quantity, share, distance=_distance(quantity, name))
    return Pair(quantity, None)


def _distance(quantity: Quantity, name: Mention) -> int:
    return max(quantity.start - name.end, name.start - quantity.end)


def _reaches(quantity: Quantity, name: Mention, others: Sequence[Quantity], *, after: bool) -> bool:
    low, high = (quantity.end, name.start) if after else (name.end, quantity.start)
    return low <= high and not any(low <= other.start < high for other in others)


def suits(figure: Figure, quantity: Quantity) -> bool:
    """Whether a quantity of this kind can be a value of the figure, or could if its unit were known (bare money)."""
    if figure.kind == "money":
        return quantity.kind == "money" or (quantity.kind == "bare" and quantity.unit == "")
    if figure.kind == "people" and quantity.kind == "money":
        return quantity.unit == ""  # 1.2万 can count people too
    return quantity.kind in SUITS.get(figure.kind, set())


def _share_of(part: Figure, quantity: Quantity, guide: Guide) -> str | None:
    """研发人员占三成: the share figure whose numerator is named."""
    for figure in guide.figures:
        if figure.quotient and figure.quotient.numerator == part.id and figure.kind == quantity.kind == "share":
            return figure.id
    return None


def _quotient(found: Sequence[Quantity], names: Sequence[Mention], guide: Guide) -> list[Pair]:
    """自筹和财政3比1, 自筹是财政的三倍: one ratio or share beside both amounts that it relates."""
    if len(found) != 1 or found[0].kind not in ("ratio", "share"):
        return []
    order = list(dict.fromkeys(name.figure for name in names))
    for figure in guide.figures:
        both = figure.quotient and [figure.quotient.numerator, figure.quotient.denominator]
        if figure.kind == found[0].kind and both and set(both) <= set(order):
            inverted = order.index(both[0]) > order.index(both[1])
            return [Pair(found[0], figure.id, inverted=inverted)]
    return []


def inverse(value: Number) -> Number:
    """1 over ``value``, which is above 0."""
    if isinstance(value, Decimal):
        return tidy(1 / value)
    low, high = (1 / end if end else None for end in (value.high, value.low))
    return tidy(Range(low, high, value.approximate))


# --- years ---


def _in_its_year(text: str, clause: Clause, pair: Pair, guide: Guide) -> bool:
    """Whether the year said with the quantity, if any, is the one that its figure is about."""
    wanted = _years_of(guide.figure[pair.figure]) if pair.figure else frozenset()
    said = _year_said(text, clause, pair.quantity, guide.year)
    return not wanted or said is None or said in wanted


def _year_said(text: str, clause: Clause, quantity: Quantity, now: int) -> int | None:
    """The year said with the quantity; ``now`` is what 今年 means."""
    behind = _YEAR_AFTER.match(text, quantity.end)
    ahead = [year for year in _YEAR.finditer(text, clause.start, quantity.start) if not _FOUNDED.match(text, year.end())]
    found = behind or (ahead[-1] if ahead else None)
    if not found:
        return None
    full, short, relative = found.groups()
    return int(full) if full else 2000 + int(short) if short else now + _RELATIVE[relative]


def _years_of(figure: Figure) -> frozenset[int]:
    return frozenset(int(year) for name in (figure.name, *figure.names) for year in re.findall(r"(20\d\d)年", name))

"""Which income is told: 去年收入一共60万，研发花了35万 is the whole income of the year, of which that spending is a share.

收入 and 营收 are the main business's, as far as no word makes them more, and none but the year's whole income was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.pairing.governed import comes_in
from bot.figures.pairing.narrower import is_of_one_kind
from bot.figures.pairing.pair import Pair
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide

_IN_ALL = r"(?:[总一共统拢]共|合计|总计|加起来|合起来|里里外外|全部加)"
_MAIN = re.compile("主营|营业|业务|销售|营收|卖")
_SUMMED_BEFORE, _SUMMED_AFTER = re.compile(rf"{_IN_ALL}(?:的|有)?$"), re.compile(rf"(?:的|全)?{_IN_ALL}")

# What comes in, unless it is told only to say what is spent of it: 收入里花了300万.
_CAME_IN = re.compile(
    "到[账帐款]|[进入来]账|到位|(?<!占)收入|回款|立项|合同额|横向|纵向|(?:拿|争取|申请|获批|批)(?:到|下来?)"
)
_GOES_OUT = re.compile("[花投用支]|占")
_IT_CAME = re.compile("(?:左右|多|元)?的?(?:到[账帐款]|[进入]账|收入)")
_BEHIND = 8  # characters after an amount that say so of it
_INCOME = "收入"
_NARROW = re.compile("主营|业务|销售|卖")


def of_the_income_asked(named: Sequence[Mention], text: str, guide: Guide, asked: str | None) -> Sequence[Mention]:
    """The names, those of an income of any kind (营收) being of the year's whole income where that was asked for."""
    if asked is None or asked not in {whole for whole, _ in _shares(guide)}:
        return named
    return [replace(name, figure=asked) if _may_be_the_whole(name, text, guide) else name for name in named]


def _may_be_the_whole(name: Mention, text: str, guide: Guide) -> bool:
    said = text[name.start : name.end]
    if not comes_in(guide.figure[name.figure]) or _NARROW.search(
        said
    ):  # 营收 is neither the main business's alone nor of sales
        return False
    return said != _INCOME or not is_of_one_kind(text, name)


def of_the_whole_income(paired: Sequence[Pair], text: str, guide: Guide, asked: str | None) -> list[Pair]:
    """The pairs, an income that is called the whole beside the spending that is a share of it being the year's."""
    told = {pair.figure for pair in paired}
    for whole, part in _shares(guide):
        if part in told and whole not in told:
            paired = [_meant(pair, text, guide.figure[whole], guide, asked) for pair in paired]
    return list(paired)


def without_what_came_in(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """The pairs, what came in for research being none of what is spent on it: 科研到账1.3亿."""
    spent = {part for _, part in _shares(guide)}
    came = [each for each in paired if each.figure in spent and _came_in(text, each)]
    return [replace(each, figure=None, name=None) if each in came else each for each in paired]


def _came_in(text: str, pair: Pair) -> bool:
    begin = pair.name.end if pair.name else clause_at(text, pair.quantity.start).start
    ahead, behind = text[begin : pair.quantity.start], text[pair.quantity.end : pair.quantity.end + _BEHIND]
    return bool(_CAME_IN.search(ahead) and not _GOES_OUT.search(ahead) or _IT_CAME.match(behind))


def _shares(guide: Guide) -> Iterator[tuple[str, str]]:
    """Incomes (figure id) with what is spent of them."""
    for figure in guide.figures:
        if figure.quotient and "收入" in guide.figure[figure.quotient.denominator].name:
            yield figure.quotient.denominator, figure.quotient.numerator


def _meant(pair: Pair, text: str, whole: Figure, guide: Guide, asked: str | None) -> Pair:
    figure = guide.figure[pair.figure] if pair.figure else None
    if figure is None or pair.name is None or figure.id == asked or "收入" not in figure.name:
        return pair
    name = text[pair.name.start : pair.name.end]
    summed = _SUMMED_BEFORE.search(text[: pair.name.start]) or _SUMMED_AFTER.match(text, pair.name.end)
    return replace(pair, figure=whole.id) if summed and "收入" in name and not _MAIN.search(name) else pair

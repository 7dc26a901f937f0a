"""Amounts that are only part of another one told beside them: 主营 among all revenue, and public money within an income.

营业收入5000万，其中主营4200万 tells one revenue, not two; 年收入2000万，其中财政拨款500万 tells nothing of what is applied for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.governed import bare_subject
from bot.figures.pairing.naming import Pair
from bot.figures.pairing.rates import is_yearly
from bot.figures.values import is_above
from bot.figures.whose import is_public
from bot.figures.wording.stance import ahead_of, clause_at
from bot.guide.model import Figure, Guide

_HEAD = 2  # characters of a name that narrow it: 主营 of 主营业务收入
_INCOME = "收入"
# Words before 收入 that leave it the whole of it; any other is of one kind.
_ANY_INCOME = re.compile(
    r"其中|包括|包含|里面?|主要|我们?|咱们?|公司|单位|企业|学校|[院所厂校司]|[全一每去今前上当本]年|[\d〇零一二三四五六七八九]+年|年度?|总的?|全部|合计|一共|[的是有和与及、 ]|目前|现在|大概|差不多"
)
_KIND = re.compile("[\u4e00-\u9fff]{2,}$")
_RECEIVED = re.compile(
    r"(?:拿|获|得|获得|领|收|享受|批|给|拨|补|奖|资助|下达|争取)(?:到|得|下来)?(?:了|过)|(?<!没)(?:拿|收|领|得)到(?!手的话)|到[账帐手]|已经?(?:拿|获|领|收|批|给|拨|补|奖|下达|到位|落实)"
)
_APPLIED = re.compile("申请|申报|想|打算|准备|争取(?!到)|希望|要(?!求)|计划|拟")
_WITHIN = re.compile("其中|包括|包含|含|里面?有?|构成|来自|来源|[都全主]是|为主|主要")
_GRANT = re.compile("拨款|补助|补贴|政府|专项")


def without_parts(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide, asked: str | None
) -> list[Pair]:
    """The pairs, but for wider amounts than a figure's own, and public money that is not what is applied for."""
    figure = guide.figure[asked] if asked else None
    kept = [pair for pair in paired if not _is_wider(pair, paired, text, named, guide)]
    kept = [pair for pair in kept if not _is_of_a_kind(pair, kept, text, guide)]
    return [
        pair
        for place, pair in enumerate(kept)
        if not (pair.figure and is_public(guide.figure[pair.figure]))
        or _is_applied_for(pair.quantity, kept[:place], kept, text, figure, guide)
    ]


# --- revenue of all kinds ---


def _is_wider(pair: Pair, paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether the same figure is told more narrowly, and is less: 营业收入5000万 beside 主营4200万 or 主营占八成."""
    figure = guide.figure[pair.figure] if pair.figure else None
    if figure is None or not _has_wider_names(figure) or _is_narrow(pair.quantity, figure, text, named):
        return False
    return any(
        _is_narrow(other.quantity, figure, text, named)
        and (
            other.figure is None
            and other.quantity.kind == "share"
            or other.figure == figure.id
            and is_above(pair.quantity.value, other.quantity.value)
        )
        for other in paired
    )


def _has_wider_names(figure: Figure) -> bool:
    return figure.kind == "money" and any(figure.name.endswith(name) and name != figure.name for name in figure.names)


def _is_narrow(quantity: Quantity, figure: Figure, text: str, named: Sequence[Mention]) -> bool:
    """Whether the nearest name of the figure in the quantity's clause is one that narrows it."""
    clause = clause_at(text, quantity.start)
    own = [name for name in named if name.figure == figure.id and clause.holds(name.start)]
    nearest = min(own, key=lambda name: max(quantity.start - name.end, name.start - quantity.end), default=None)
    return nearest is not None and text[nearest.start : nearest.end].startswith(figure.name[:_HEAD])


def _is_of_a_kind(pair: Pair, paired: Sequence[Pair], text: str, guide: Guide) -> bool:
    """Whether the amount is the income of one kind (技术服务收入), and more is told beside it that holds it."""
    figure = guide.figure[pair.figure] if pair.figure else None
    if (
        figure is None
        or pair.name is None
        or not _is_income(figure)
        or text[pair.name.start : pair.name.end] != _INCOME
    ):
        return False
    if not is_of_one_kind(text, pair.name):
        return False
    others = [each for each in paired if each.figure and _is_income(guide.figure[each.figure])]
    return any(is_above(each.quantity.value, pair.quantity.value) for each in others)


def is_of_one_kind(text: str, name: Mention) -> bool:
    """Whether the words before 收入 make it that of one kind (技术服务收入), and do not only carry it (一年下来收入)."""
    kind = _KIND.search(_ANY_INCOME.sub("，", ahead_of(text, name.start)))
    return kind is not None and not bare_subject(kind.group())


# --- public money ---


def was_received(text: str, quantity: Quantity) -> bool:
    """Whether the clause says that the money was received already: 省里给过我们300万."""
    words = clause_at(text, quantity.start).text
    return bool(_RECEIVED.search(words)) and not _APPLIED.search(words)


def _is_applied_for(
    quantity: Quantity, before: Sequence[Pair], paired: Sequence[Pair], text: str, asked: Figure | None, guide: Guide
) -> bool:
    """Whether public money may be what is applied for: it was not received already, and is no part of a year's income."""
    clause = clause_at(text, quantity.start)
    if _APPLIED.search(clause.text):
        return True
    if was_received(text, quantity):
        return False
    told = [guide.figure[pair.figure] for pair in before if pair.figure] or ([asked] if asked else [])
    if told and _is_income(told[-1]) and _WITHIN.search(text, clause.start, quantity.start):
        return False
    of_project = any(
        pair.figure and not _is_income(guide.figure[pair.figure]) and pair.quantity != quantity for pair in paired
    )
    granted = _GRANT.search(clause.text)
    return of_project or not (granted and asked and _is_income(asked))


def _is_income(figure: Figure) -> bool:
    return figure.kind == "money" and is_yearly(figure)

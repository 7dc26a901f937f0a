"""Numbers without a name: given to the figure that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.figures.mentions import NUMERIC, Mention
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.apart import is_part_of_another, of_the_others, of_what_is_asked
from bot.figures.pairing.called_all import called_all
from bot.figures.pairing.governed import answers_freely
from bot.figures.pairing.happened import has_come_to
from bot.figures.pairing.naming import Pair, share_of, suits
from bot.figures.pairing.narrower import was_received
from bot.figures.pairing.others import is_what_remains
from bot.figures.pairing.present import holding_now
from bot.figures.pairing.rates import is_of_each, is_yearly
from bot.figures.pairing.shares import of_other_parts
from bot.figures.pairing.sums import of_what_it_consists, whole_of_parts, with_the_sum, without_the_sum
from bot.figures.pairing.wholes import TOTAL, counts_in
from bot.figures.values import bounds
from bot.figures.whose import is_not_now, is_public
from bot.figures.wording.stance import ahead_of, clause_at
from bot.guide.model import Figure, Guide

_BESIDES = re.compile("另外|其他|其它|其余|剩下|除了?|别的|还有")
_THING = re.compile(r"[ ]*(?![万吧呢啊呀嘛哦哈的了多来左上以到就差大整吗够还])[\u4e00-\u9fff]")
_FEWEST_OF_TEN_THOUSAND = 10  # 三个 counts something else
_WITHIN = re.compile("其中|包括|包含|里面")


def to_asked(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide, asked: str | None, corrected: bool
) -> list[Pair]:
    """The pairs, the one number without a name given to the figure that was asked for."""
    told = of_what_it_consists(text, paired, guide) or called_all(text, paired, guide)
    return told or _to_asked(paired, text, named, guide, asked, corrected)


def _to_asked(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide, asked: str | None, corrected: bool
) -> list[Pair]:
    figure = guide.figure[asked] if asked else None
    paired = _share_of_asked(paired, text, named, figure, guide)
    if not figure or figure.kind not in NUMERIC:
        return with_the_sum(text, paired)
    if whole := whole_of_parts(text, paired, figure, guide):
        return whole
    paired = without_the_sum(text, paired, figure, guide)
    if any(pair.figure == asked for pair in paired):
        return list(paired)
    free = [pair for pair in paired if pair.figure is None and _answers(figure, pair.quantity)]
    free = [pair for pair in free if figure.kind != "money" or not _counts_things(text, pair.quantity)]
    if len(left := [pair for pair in free if is_what_remains(text, pair.quantity, quantities(text))]) == 1:
        return [replace(pair, figure=asked) if pair is left[0] else pair for pair in paired]
    free = [pair for pair in free if not of_other_parts(pair.quantity, text, named, figure)]
    free = [
        pair for pair in free if answers_freely(text, pair.quantity, figure, named) or counts_in(text, pair, figure)
    ]
    free = [
        pair
        for pair in free
        if has_come_to(text, pair.quantity) or not is_not_now(ahead_of(text, pair.quantity.start), figure)
    ]
    free = [pair for pair in free if not (is_public(figure) and was_received(text, pair.quantity))]
    if any(each.part_of == figure.id for each in guide.figures):  # 另外还有30人: the part is not among them
        free = [pair for pair in free if not _BESIDES.search(ahead_of(text, pair.quantity.start))]
    free = [pair for pair in free if not is_of_each(text, pair.quantity, figure)]
    free = [pair for pair in free if not of_what_is_asked(text, pair.quantity)]
    free = [pair for pair in free if not of_the_others(text, figure, guide, pair.quantity)]
    free = [pair for pair in free if not is_part_of_another(text, pair, paired, figure, guide)]
    free = free if is_yearly(figure) or corrected else holding_now(text, free)
    whole = [pair for pair in free if not _WITHIN.search(ahead_of(text, pair.quantity.start))]  # 3500万，其中出口1000万
    free = whole or free
    if len({pair.quantity.value for pair in free}) > 1 and not corrected:
        free = [pair for pair in free if TOTAL.search(text[: pair.quantity.start])]
    if not free or (len({pair.quantity.value for pair in free}) > 1 and not corrected):
        return list(paired)
    return [replace(pair, figure=asked) if pair is free[-1] else pair for pair in paired]


def _share_of_asked(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], figure: Figure | None, guide: Guide
) -> Sequence[Pair]:
    """The pairs, the one share without a name given to what was asked for: 30% of the staff, where its number was."""
    if figure is None:
        return paired
    free = [pair for pair in paired if pair.figure is None and share_of(figure, pair.quantity, guide)]
    free = [pair for pair in free if _is_of_it(text, pair.quantity, figure, named, guide)]
    share = share_of(figure, free[0].quantity, guide) if len({pair.quantity.value for pair in free}) == 1 else None
    if (
        figure.kind not in ("people", "money")
        or not share
        or is_not_now(ahead_of(text, free[0].quantity.start), guide.figure[share])
    ):
        return paired
    return [replace(pair, figure=share) if pair in free else pair for pair in paired]


def _is_of_it(text: str, quantity: Quantity, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether nothing about a share makes it one of another thing: 15%的所得税, 20%的股份, 1200万的25%."""
    denominators = [guide.figure[each].name for share in guide.figures for each in _wholes(share, figure)]
    whole = [name for name in named if any(text[name.start : name.end] in each for each in denominators)]
    named = [*named, *(replace(name, figure=figure.id) for name in whole)]  # 四分之一的收入
    clause = clause_at(text, quantity.start)
    others = [each for each in quantities(clause.text) if each.start + clause.start < quantity.start]
    freely = answers_freely(text, quantity, figure, named) and answers_freely(
        text, quantity, figure, named, behind=True
    )
    return freely and not others


def _wholes(share: Figure, figure: Figure) -> Iterator[str]:
    """The figure (id) of which ``figure`` is the part that the share tells, if it is that share."""
    if share.quotient and share.quotient.numerator == figure.id:
        yield share.quotient.denominator


def _counts_things(text: str, quantity: Quantity) -> bool:
    """Whether the number is of something that is called by its name: 二十几个技术员, and not 五百个吧."""
    return quantity.unit == "个" and bool(_THING.match(text, quantity.end))


def _answers(figure: Figure, quantity: Quantity) -> bool:
    if figure.kind == "money" and quantity.unit == "个":  # 五百个 of 万, which its unit is asked of
        return (bounds(quantity.value)[0] or 0) >= _FEWEST_OF_TEN_THOUSAND
    return suits(figure, quantity) or (figure.kind == "share" and quantity.kind == "bare" and not quantity.unit)

"""A ratio told by the shares of a sum that its two parts are: 自筹75%，财政25% is 3 to 1.

One share alone tells no ratio: what is not the one part need not all be the other. In answer to the question for the
parts, or for their ratio, it does, where nothing else is told: the guide knows no third part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.joining import SPLIT
from bot.figures.numbers.numerals import value_of
from bot.figures.numbers.quantities import Quantity, tidy
from bot.figures.pairing.naming import Pair
from bot.figures.pairing.others import is_elsewhere
from bot.figures.pairing.parts import sides
from bot.figures.possible import PARTS
from bot.figures.wording.stance import clauses
from bot.guide.model import Figure, Guide

_OF_THE_SUM = re.compile(
    r"(?:的?(?:经费|资金|部分|那块|这块)|占(?:了|比|到)?|项目|总投资|总经费|总额|全部|整个|的|比例|是|为|出|大?约|大概|[ :：]){0,5}"
)
_AND = re.compile("[ ]?(?:的?(?:钱|出资|资金))?[ ]?(?:[和跟与比对、:：]|同)[ ]?")
_COMES_TO = re.compile(
    "(?:的?(?:钱|出资|资金|那份))?(?:的?比例?|之比|的|大?约|大概|差不多|[就都]?[是为按走]|[:： ，,])*"
)
# 财政占二, of ten
_OF_TEN = re.compile(
    r"(?:的?(?:部分|那块|这块|经费|资金))?(?:是|占|出|拿|为|就)*(?P<tenths>[1-9一二三四五六七八九])成?(?![\d十百千万亿])"
)
_IS_OF = re.compile("(?:都|全)?(?:是|归|来自|出自|靠|由|算|要)?(?:我们|咱们?|公司|单位)?(?:的)?")
_THE_REST = re.compile(
    "(?:其余|余下|剩下|剩余|另外那部分|其他)(?:的|部分|那[些块部]分?)*(?:才|都|全|就|再|由|靠|用|从|找|要|申请|是|来自)*$"
)
_CALLED, _ITS_SHARE = 2, re.compile("(?:经费|资金)?(?:的)?(?:比例|占比|比重)")
# Money that is neither part's, a change, a rule or another time: each leaves open what the rest is.
_LEAVES_OPEN = re.compile(
    "贷|借|银行|股东|集团|[总母]公司|社会资本|投资人|其[余他]|剩|余下|设备|到位|至少|最[多少低高]|提高|降"
    "|上次|上回|[去前今明]年|原来|以前|计划|听说|要求|规定|[不没]|[如要]是|如果"
)
_NOT_OF_IT = re.compile(r"[ ]?(?:的)?(?:到位|已|没|未|增|利|左右到)")


def turned_right(paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide) -> list[Pair]:
    """The pairs, a ratio of two digits that may be meant either way put as one of its parts is told: 二八开，财政占二.

    So is one right behind its two sides, be they named by whose money they are: 财政和我们一比四.
    """
    return [_turned(_in_order(pair, text, named, guide), text, named, guide) for pair in paired]


def _in_order(pair: Pair, text: str, named: Sequence[Mention], guide: Guide) -> Pair:
    ratios = [each for each in guide.figures if each.kind == "ratio" and each.amounts]
    for figure in ratios if pair.quantity.kind == "ratio" and not is_elsewhere(text[: pair.quantity.start]) else ():
        own = [name for name in sides(text, named, figure) if name.end <= pair.quantity.start][-2:]
        if len({name.figure for name in own}) < len(own) or len(own) < 2 or pair.figure not in (None, figure.id):
            continue
        if _AND.fullmatch(text, own[0].end, own[1].start) and _COMES_TO.fullmatch(
            text, own[1].end, pair.quantity.start
        ):
            return replace(pair, figure=figure.id, inverted=own[0].figure != figure.amounts[0])
    return pair


def _turned(pair: Pair, text: str, named: Sequence[Mention], guide: Guide) -> Pair:
    digits = SPLIT.fullmatch(pair.quantity.text)
    figure = guide.figure[pair.figure] if pair.figure else None
    if not digits or not digits["one"] or figure is None or not figure.amounts:
        return pair
    for name in sides(text, named, figure):
        said = _OF_TEN.match(text, name.end)
        if said and name.start >= pair.quantity.end and said["tenths"] in digits.groups():
            own, other = (
                value_of(said["tenths"]),
                value_of(next(each for each in digits.groups() if each != said["tenths"])),
            )
            assert isinstance(own, Decimal) and isinstance(other, Decimal)
            ratio = own / other if name.figure == figure.amounts[0] else other / own
            return replace(pair, quantity=replace(pair.quantity, value=tidy(ratio), reversed_doubt=False))
    return pair


def with_the_ratio(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide, asked: str | None
) -> list[Pair]:
    """The pairs, shares without a figure put together to the ratio of the parts that they are named as."""
    for figure in guide.figures:
        if figure.kind == "ratio" and figure.quotient and not any(pair.figure == figure.id for pair in paired):
            own = _with_own_share(text, named, figure)
            shares = _shares(paired, text, own, figure)
            alone = len({name.figure for name in sides(text, own, figure)}) == len(paired) == 1
            if alone and asked in (figure.id, *figure.amounts):
                shares = _with_the_other(shares, text, figure)
            ratio = _ratio(shares, figure)
            if ratio:
                return [*(pair for pair in paired if pair.quantity not in shares.values()), ratio]
    return list(paired)


def _shares(paired: Sequence[Pair], text: str, named: Sequence[Mention], ratio: Figure) -> dict[str, Quantity]:
    """Part (id) -> the share that is named as its own, of a ratio whose two parts make up one sum."""
    parts = {*ratio.amounts}
    if not any(parts <= {*each} for each in PARTS.values()):
        return {}
    found: dict[str, Quantity] = {}
    for pair in paired:
        quantity = pair.quantity
        if pair.figure or quantity.kind != "share" or _NOT_OF_IT.match(text, quantity.end):
            continue
        own = [name for name in named if name.figure in parts]
        ahead = [name for name in own if name.end <= quantity.start][-1:]
        behind = [name for name in own if quantity.end <= name.start][:1]
        if ahead and _OF_THE_SUM.fullmatch(text, ahead[0].end, quantity.start):
            found[ahead[0].figure] = quantity
        elif behind and _IS_OF.fullmatch(text, quantity.end, behind[0].start):
            found[behind[0].figure] = quantity
    return _with_the_rest(found, text, named, ratio)


def _with_the_rest(
    found: dict[str, Quantity], text: str, named: Sequence[Mention], ratio: Figure
) -> dict[str, Quantity]:
    """The shares, and of one alone what the text says to be all the rest: 自筹占总投资四分之三，其余是财政."""
    if len(found) != 1:
        return found
    ((part, quantity),) = found.items()
    others = [name for name in named if name.figure in {*ratio.amounts} - {part} and name.start > quantity.end]
    rest = others and isinstance(quantity.value, Decimal) and 0 < quantity.value < 1
    if not rest or not _THE_REST.search(text, quantity.end, others[0].start):
        return found
    assert isinstance(quantity.value, Decimal)
    whole = replace(quantity, value=1 - quantity.value, start=quantity.end, end=others[0].end)
    return {**found, others[0].figure: whole}


def _with_own_share(text: str, named: Sequence[Mention], ratio: Figure) -> list[Mention]:
    """The names, one of the ratio that begins with what its first part is called naming that: 自筹比例75%."""
    called = ratio.name[:_CALLED]
    return [
        replace(name, figure=ratio.amounts[0])
        if name.figure == ratio.id and _ITS_SHARE.fullmatch(text[name.start : name.end].removeprefix(called))
        else name
        for name in named
    ]


def _with_the_other(shares: dict[str, Quantity], text: str, ratio: Figure) -> dict[str, Quantity]:
    """The one share of a reply, and all the rest as the other part's."""
    if len(shares) != 1:
        return shares
    ((part, quantity),) = shares.items()
    alone = isinstance(quantity.value, Decimal) and 0 < quantity.value < 1 and not _LEAVES_OPEN.search(text)
    if not alone or len(list(clauses(text))) > 1:
        return shares
    assert isinstance(quantity.value, Decimal)
    other = next(each for each in ratio.amounts if each != part)
    rest = replace(quantity, value=1 - quantity.value, start=quantity.end)
    return {**shares, other: rest}


def _ratio(shares: dict[str, Quantity], ratio: Figure) -> Pair | None:
    values = [shares[part].value for part in ratio.amounts if part in shares]
    exact = [value for value in values if isinstance(value, Decimal) and value > 0]
    if len(exact) < 2 or sum(exact) > 1:
        return None
    first, last = sorted(shares.values(), key=lambda share: share.start)
    return Pair(replace(last, kind="ratio", value=tidy(exact[0] / exact[1]), start=first.start), ratio.id)

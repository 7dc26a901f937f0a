"""A whole told by its parts, in answer to the question for it: 设备500万加上研发400万; 现金三百，实物二百，共五百万; 研发18个，其他27个.

Amounts that merely stand side by side are not added up: nothing says that they are all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot.figures.mentions import mentions
from bot.figures.numbers.amounts import ONE, scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import Quantity, quantities, tidy
from bot.figures.pairing.changes import sign_of
from bot.figures.pairing.naming import Pair
from bot.figures.pairing.others import is_what_remains
from bot.figures.pairing.wholes import DEPARTMENT, OUTSIDERS, TOTAL
from bot.figures.possible import PARTS
from bot.figures.wording.stance import ahead_of, clause_at, clauses
from bot.guide.model import Figure, Guide

_PLUS = re.compile(
    r"[^，。；;]{0,6}?(?:(?:，|, ?)?(?:再|又|还)?(?:加上?(?![到至为成])|\+)|和|跟|[、，]|[，, ]?还有)[^，。；;\d]{0,10}"
)
_ADDED = re.compile(r"加(?!工|强|快|大|到|至|为|成)|\+")
# 再加50万 right before its number may be a change of the amount before.
_CHANGED = re.compile(r"[，, ](?:再|又)加(?:大?约|大概)?$")
_REST = re.compile("(?:其[他它余]|剩下|余下|别)的?(?:人员?|员工|都|就)?(?:是|有|还有|大概|共)*$")
_ALL_OF_IT = re.compile(
    r"(?:嗯|那|总共|一共|全部|也|就|只?有|都|[ ])*(?:这些|这几[样项笔块部])?(?:部分|钱|人)?(?:全部?|都|总共|一共|一起)?(?:加起来|合起来|加一起|合计|这些)(?:就是|就行)?[了吧的啊呀。！! ]*"
    r"|(?:嗯|那|反正|[ ])*(?:[总拢统一]共|合计|全部|[加合]一?起来?)(?:也|就|都|是|只有)*(?:这[些点]|这么[多些点])(?:钱|人|了|吧|的|啊|呀|[。！! ])*"
)
# 由现金500万和设备300万组成: what something consists of is all of it.
_CONSISTS = re.compile(r"(?:元|的|两[部个]?[分块项]|共同|一起|[ ])*(?:组成|构成)")
_MADE_OF = re.compile("(?:部分|经费|资金|的钱|[都全主要是就])*由[^，。；]{1,12}")
_ONE_OF_THEM = re.compile("一[个名位]")
_IN_KIND = re.compile(
    "(?:设备|仪器|厂房|场地|土地|实物|材料|原料|技术)(?:折价|作价|入股|抵|算|价值|值)?(?:是|有|约|大概)*[ ]?$"
)
_FEWEST = 3  # two parts and what they come to


def whole_of_parts(text: str, paired: Sequence[Pair], asked: Figure, guide: Guide) -> list[Pair] | None:
    """The pairs with the sum that the text tells, or adds up, as the figure that was asked for; None where there is none.

    What is a figure of its own in a sum that is added up (自筹600万加上财政200万) is left as it is.
    """
    said = list(_in_one_unit([each for each in quantities(text) if _counts(asked, each)]))
    if any(not isinstance(each.value, Decimal) for each in said):
        return None
    if (total := _told(text, said)) and _is_of(asked, total, paired, said, guide):
        whole = _heading(text, said, paired, asked, guide) or _whole_of(text, said, asked)
        return _with_the_total(text, paired, total, guide.figure[whole], guide)
    if not _is_complete(text, said, asked, guide):
        return None
    related = {
        asked.id,
        *(each for whole, parts in PARTS.items() for each in (whole, *parts) if asked.id in (whole, *parts)),
    }
    if any(_is_anothers(text, pair, asked, related, guide) for pair in paired if _is_among(pair, said)):
        return None  # 主营2800万，加上租金一共3300万: an amount of another figure is no part
    if any(pair.figure in related for pair in paired if pair.figure != asked.id or not _is_among(pair, said[:1])):
        return None
    if asked.part_of and any(pair.figure == asked.id for pair in paired):
        return None  # 研发15个，管理10个，加起来就这些 adds up the whole
    if paired and paired[0].figure == asked.id:
        return _with_what_is_added(text, paired, said, asked)
    rest = [pair for pair in paired if pair.figure or not _is_among(pair, said)]
    return [*rest, Pair(_sum(text, said), asked.id)]


def _is_anothers(text: str, pair: Pair, asked: Figure, related: set[str], guide: Guide) -> bool:
    """Whether an amount bears the whole name of a figure of which the asked one is no sum; a mere 研发 names an item."""
    figure = guide.figure[pair.figure] if pair.figure else None
    if figure is None or pair.name is None or pair.figure in related or figure.part_of == asked.id:
        return False
    return text[pair.name.start : pair.name.end] in (figure.name, *figure.names)


def of_what_it_consists(text: str, paired: Sequence[Pair], guide: Guide) -> list[Pair] | None:
    """The pairs, what a named whole is made up of being summed, whatever was asked for: 自筹由现金500万和设备300万组成.

    None: nothing is; the first part alone is never the whole.
    """
    first = next((pair for pair in paired if pair.figure and pair.name and _is_made_up(text, pair)), None)
    if first is None or first.figure is None:
        return _of_money_and_things(text, paired, guide)
    whole = whole_of_parts(text, paired, guide.figure[first.figure], guide)
    return whole or [replace(pair, figure=None, name=None) if pair is first else pair for pair in paired]


def _of_money_and_things(text: str, paired: Sequence[Pair], guide: Guide) -> list[Pair] | None:
    """The pairs, a part in money that is told under the name of the whole summed with those in kind: 自筹现金300万加设备200万."""
    said = list(_in_one_unit(quantities(text)))
    first = next((pair for pair in paired if pair.figure and pair.name), None)
    if first is None or first.figure is None or len(said) < _FEWEST - 1 or first.quantity.start != said[0].start:
        return None
    parts = any(first.figure in own for own in PARTS.values())
    in_kind = parts and all(_is_in_kind(text, each) for each in said[1:])
    return whole_of_parts(text, paired, guide.figure[first.figure], guide) if in_kind else None


def _is_made_up(text: str, pair: Pair) -> bool:
    between = text[pair.name.end : pair.quantity.start] if pair.name else ""
    return bool(_MADE_OF.fullmatch(between)) and bool(re.search("[组构]成", text[pair.quantity.end :]))


def without_the_sum(text: str, paired: Sequence[Pair], asked: Figure, guide: Guide) -> list[Pair]:
    """The pairs, a total that a part of it told beside what was asked for being of their whole: 财政200万，我们600万，总共800万."""
    said = list(_in_one_unit([each for each in quantities(text) if _counts(asked, each)]))
    total = _told(text, said) if all(isinstance(each.value, Decimal) for each in said) else None
    wholes = {whole for whole, parts in PARTS.items() if asked.id in parts}
    siblings = {part for whole in wholes for part in PARTS[whole]} - {asked.id}
    if total is None or not siblings & {pair.figure for pair in paired}:
        return list(paired)
    whole = next(iter(wholes))
    return [replace(pair, figure=whole) if _is_among(pair, [total]) and not pair.figure else pair for pair in paired]


def with_the_sum(text: str, paired: Sequence[Pair]) -> list[Pair]:
    """The pairs, what is called the total of all the parts of one whole being of that: 自筹900万，财政300万，合计1200万."""
    for whole, parts in PARTS.items():
        own = [pair for pair in paired if pair.figure in parts]
        free = [pair for pair in paired if not pair.figure and TOTAL.search(ahead_of(text, pair.quantity.start))]
        told = len(free) == 1 and not any(pair.figure == whole for pair in paired)
        if told and sorted(str(pair.figure) for pair in own) == sorted(parts) and _comes_to(free[0], own):
            return [replace(pair, figure=whole) if pair is free[0] else pair for pair in paired]
    return list(paired)


def _comes_to(total: Pair, parts: Sequence[Pair]) -> bool:
    """Whether the parts, all of them told before it, add up to the total."""
    values = [pair.quantity.value for pair in parts if pair.quantity.end <= total.quantity.start]
    exact = [value for value in values if isinstance(value, Decimal)]
    return len(exact) == len(parts) and sum(exact) == total.quantity.value


def _is_among(pair: Pair, said: Sequence[Quantity]) -> bool:
    return pair.quantity.start in {each.start for each in said}


def _counts(asked: Figure, quantity: Quantity) -> bool:
    kinds = {"money": {"money", "bare"}, "people": {"people", "bare"}}.get(asked.kind, set())
    return quantity.kind in kinds and not (asked.kind == "money" and quantity.unit == "个")


def _in_one_unit(said: Sequence[Quantity]) -> Iterator[Quantity]:
    """The amounts, those of money without a unit in 万 where another is: 银行贷四百，自有三百，共七百万."""
    money = any(each.kind == "money" for each in said)
    for each in said:
        bare = money and each.kind == "bare"
        yield replace(each, kind="money", value=scaled(each.value, SCALES["万"])) if bare else each


# --- a sum that is told ---


def _told(text: str, said: Sequence[Quantity]) -> Quantity | None:
    """The last amount, where those before it come to it: 20个，上个月走了一个，19个."""
    if not said or len({each.kind for each in said}) > 1:
        return None
    parts = [_signed(text, each) for each in said[:-1]]
    ones = [each.start() for each in _ONE_OF_THEM.finditer(text, 0, said[-1].start)]
    ones = [place for place in ones if not any(each.start <= place < each.end for each in said)]
    parts += [ONE * sign for place in ones if (sign := sign_of(ahead_of(text, place)))]
    return said[-1] if len(parts) + 1 >= _FEWEST and sum(parts) == said[-1].value else None


def _signed(text: str, quantity: Quantity) -> Decimal:
    assert isinstance(quantity.value, Decimal)
    return -quantity.value if sign_of(ahead_of(text, quantity.start)) < 0 else quantity.value


def _is_of(asked: Figure, total: Quantity, paired: Sequence[Pair], said: Sequence[Quantity], guide: Guide) -> bool:
    """Whether the total may be of what was asked for: none of the parts is of another figure, nor is the total so called."""
    places = {each.start for each in said}
    inside = [pair for pair in paired if pair.quantity.start in places and pair.figure]
    parts = [pair for pair in inside if not _is_among(pair, [total])]
    own = [pair for pair in inside if _is_among(pair, [total])]
    if any(pair.name and pair.figure != asked.id for pair in own):
        return False
    if any(pair.figure != asked.id for pair in own) and any(pair.figure == asked.id for pair in parts):
        return False  # 研发20，行政10，总共30
    return all(pair.figure in {asked.id, *_parts_of(asked, guide)} for pair in parts)


def _heading(text: str, said: Sequence[Quantity], paired: Sequence[Pair], asked: Figure, guide: Guide) -> str | None:
    """The part of the asked whole (id) whose own sum is told under its name: 自筹部分，银行300万，账上400万，合起来700万."""
    clause = clause_at(text, said[0].start)
    named = [each.figure for each in mentions(text, guide) if clause.start <= each.start < said[0].start]
    heads = [each for each in named if each in PARTS.get(asked.id, ())]
    paired_already = {pair.figure for pair in paired if pair.name}
    return heads[-1] if heads and heads[-1] not in paired_already else None


def _whole_of(text: str, said: Sequence[Quantity], asked: Figure) -> str:
    """The figure (id) of which a total is, in answer to ``asked``: with other departments, the whole of which that is a part."""
    others = any(DEPARTMENT.search(ahead_of(text, each.start)) for each in said[:-1])
    return asked.part_of if asked.part_of and others else asked.id


def _with_the_total(text: str, paired: Sequence[Pair], total: Quantity, asked: Figure, guide: Guide) -> list[Pair]:
    """The pairs with the total; of a part of the staff no one knows whether those who come from outside belong to it."""
    outside = asked.part_of and OUTSIDERS.search(text[: total.start])
    kept = [pair for pair in paired if pair.quantity.start != total.start]
    kept = [replace(pair, figure=None, name=None) if pair.figure == asked.id else pair for pair in kept]
    kept = kept if outside else [pair for pair in kept if pair.figure or not _counts(asked, pair.quantity)]
    return [*kept, Pair(total, None if outside else asked.id)]


def _parts_of(whole: Figure, guide: Guide) -> set[str]:
    return {*PARTS.get(whole.id, ()), *(each.id for each in guide.figures if each.part_of == whole.id)}


# --- a sum that is not told ---


def _is_complete(text: str, said: Sequence[Quantity], asked: Figure, guide: Guide) -> bool:
    """Whether the amounts are said to be all there is: added up, closed by 就这些加起来, or by 其他27个 of a whole."""
    if len(said) < _FEWEST - 1 or len({each.kind for each in said}) > 1:
        return False
    if asked.part_of and OUTSIDERS.search(text):
        return False
    *_, last = clauses(text)
    if last.start >= said[-1].end and _ALL_OF_IT.fullmatch(last.text):
        return True
    if is_what_remains(text, said[-1], said):
        return False
    if _CONSISTS.match(text, said[-1].end):
        return True
    if any(each.part_of == asked.id for each in guide.figures) and _REST.search(ahead_of(text, said[-1].start)):
        return True
    return _are_added(text, said)


def _are_added(text: str, parts: Sequence[Quantity]) -> bool:
    between = [text[one.end : other.start] for one, other in pairwise(parts)]
    return all(_PLUS.fullmatch(each) and not _CHANGED.search(each) for each in between) and any(
        _ADDED.search(each) for each in between
    )


def _with_what_is_added(
    text: str, paired: Sequence[Pair], said: Sequence[Quantity], asked: Figure
) -> list[Pair] | None:
    """自筹里头现金300万，再加设备折价200万: the sum; where what is added may not belong to it (加省里配套100万), no sum and no part."""
    added = [pair for pair in paired[1:] if _is_among(pair, said)]
    added += [Pair(each, None) for each in said if _is_in_kind(text, each) and not _is_among_pairs(each, paired)]
    rest = [pair for pair in paired if not _is_among(pair, said)]
    if len(added) < len(said) - 1:
        return [*rest, *(Pair(each, None) for each in said)]
    return None if any(pair.figure for pair in added) else [*rest, Pair(_sum(text, said), asked.id)]


def _is_in_kind(text: str, quantity: Quantity) -> bool:
    """Whether the amount is given in things, and not in money: 现金300万加设备200万."""
    return bool(_IN_KIND.search(ahead_of(text, quantity.start)))


def _is_among_pairs(quantity: Quantity, paired: Sequence[Pair]) -> bool:
    return any(pair.quantity.start == quantity.start for pair in paired)


def _sum(text: str, said: Sequence[Quantity]) -> Quantity:
    start, end = said[0].start, said[-1].end
    values = [each.value for each in said if isinstance(each.value, Decimal)]
    total = sum(values, Decimal(0))
    parts = len(values) >= _FEWEST  # 200万加200万 has no whole among them
    told = [value for value in values if parts and value == total - value]  # 总共1000万，设备600万加厂房400万
    return replace(said[-1], value=tidy(told[0] if told else total), start=start, end=end, text=text[start:end])

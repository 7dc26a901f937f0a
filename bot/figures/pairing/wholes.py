"""The whole staff beside the part of it that a message tells: 我们单位40人，其中研发18人; 两百多号人，研发占四成.

A head count is the whole by the words about it (全公司, 总共, 50人里), or because the part is named after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.apart import EXCLUDED
from bot.figures.pairing.governed import answers_freely, bare_subject
from bot.figures.pairing.house import CARRIED, GROUP, OWN_UNITS, of_our_house
from bot.figures.pairing.naming import Pair
from bot.figures.pairing.staff import Staff, is_count, staff_of
from bot.figures.values import Figures, is_above
from bot.figures.wording.stance import ahead_of, asks, clause_at
from bot.guide.model import Figure, Guide

_UNITS = f"{OWN_UNITS}|部|体|员"  # 全员, but of 技术人员 no more is told than that
TOTAL = re.compile(
    rf"(?:总共|一共|合计|总计|共计|拢共|统共|加起来|下来|(?<![公一总])共|总的?|(?<![\u4e00-\u9fff])总数){CARRIED}$"
)
_IS_THE_SUM = re.compile(
    "(?:就|才|也)?是(?:在编|在岗|在职|在册|全部|全员|所有|我们|公司|单位|全所|全校|全院|和|的)*(?:总数|总人数|总的)(?!的?(?:研发|一半))"
)
_WHOLE = re.compile(rf"(?:全|整个)(?:{_UNITS}){CARRIED}$")
_OUR_UNIT = re.compile(rf"(?:(?:我们?|本)?(?:{OWN_UNITS})|我们|咱们?){CARRIED}$")
_AMONG = re.compile(r"[ ]?的?(?:在职)?(?:员工|职工|人员?|号人)?(?:里头?|里面|当中|之中|中(?!心))(?:有|[，, ])?")
_OF_THESE = re.compile("[，,；、 ]{0,2}其中")
_JOBS = re.compile("[，,；、 ]{0,2}其中(?:有|的)?(?:[搞做]?(?:技术|销售|生产|管理|行政)|工程师|工人|一线)")
_NARROWED = re.compile(
    "(?:女|男|党员|团员|残疾|外籍|少数民族|青年|年轻|老|新|一线|高级|脱贫|返岗)(?:性|的)?$"
)  # 女职工22名
_ON_THE_STAFF = re.compile("在职|在岗|在册|在编|现有|正式|员工|职工")
_AS_SUCH = re.compile("(?:在职|在岗|在册|在编)(?:的|员工|职工|人员|人数|[是有共])*$")
_PEOPLE = re.compile("人(?:员|手)?(?:总?共|一共|有|是)?[ ]?$")  # 人36个，研发24个
_SIZE = re.compile(rf"的?(?:规模|样子|{_UNITS}|大厂|团体)")  # 120人的规模
DEPARTMENT = re.compile("销售|生产|行政|管理|后勤|财务|市场|运营|客服|采购|人事|车间")
OUTSIDERS = re.compile(
    "外聘|外请|兼职|返聘|实习|临时|顾问|客座|柔性|劳务|外包"
)  # 加上外聘的一共18人 counts more than the staff
_FROM_OUTSIDE = re.compile(rf"(?:{OUTSIDERS.pattern})(?:的?(?:人员|专家|人))?(?:有|是|了|另有|大概|还有|约)*$")
_COUNTED_IN = re.compile(
    r"(?:连|加上|算上|包括|把|带)(?P<who>[^，。；\d]{1,8}?)(?:都|也|一起|一块|全)*(?:算上|算进[来去]|算在内|在内|加上|带上)?(?:一共|总共|共|是|有|大概|差不多|[ ，])*$"
)
_AHEAD = 12  # characters before a count that say what it is of


def called_the_whole(text: str, pair: Pair, guide: Guide, *, part_said: bool) -> Pair:
    """研发20人，一共60人: a head count that is called the total is of the figure that the other is part of."""
    staff = staff_of(guide)
    if staff and pair.figure == staff.whole and pair.name and _NARROWED.search(text[: pair.name.start]):
        return replace(pair, figure=None, name=None)
    if (
        staff is None
        or not is_count(pair.quantity, bare=part_said)
        or GROUP.search(ahead_of(text, pair.quantity.start))
        or _is_of_departments(ahead_of(text, pair.quantity.start))
        or OUTSIDERS.search(ahead_of(text, pair.quantity.start))
    ):
        return pair
    among = _AMONG.match(text, pair.quantity.end)
    named_after = among and pair.name and pair.name.start > pair.quantity.start  # 42个人里面搞研发的有20个
    if pair.figure in staff.parts and not named_after:
        return pair
    ahead = _ahead(text, pair.quantity)
    is_total = among or _WHOLE.search(ahead) or part_said and TOTAL.search(ahead)
    return replace(pair, figure=staff.whole) if is_total and (among or not pair.figure) else pair


def is_more(text: str, pair: Pair, guide: Guide) -> bool:
    """Whether a head count of a part, for which no name was said, is called the total and is more than those counted before
    it come to: 博士12人，硕士20人，都是搞研发的，一共60人."""
    staff = staff_of(guide)
    if staff is None or pair.figure not in staff.parts or not TOTAL.search(_ahead(text, pair.quantity)):
        return False
    told = [each.value for each in quantities(text) if each.end <= pair.quantity.start and is_count(each, bare=True)]
    exact = [each for each in told if isinstance(each, Decimal)]
    return bool(exact) and len(exact) == len(told) and is_above(pair.quantity.value, sum(exact, Decimal(0)))


def with_the_whole(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide, asked: str | None
) -> list[Pair]:
    """The pairs, the one head count without a name given to the whole staff where a part of it is told beside it."""
    staff = staff_of(guide)
    if staff is None or any(pair.figure == staff.whole for pair in paired):
        return list(paired)
    if asked in staff.parts and any(name.figure == asked and asks(clause_at(text, name.start).text) for name in named):
        return list(paired)  # 要多少研发人员？我们有12个
    of_staff = asked in {staff.whole, *staff.parts}
    free = [pair for pair in paired if pair.figure is None]
    free = [
        pair
        for pair in free
        if is_count(pair.quantity, bare=of_staff or bool(_PEOPLE.search(ahead_of(text, pair.quantity.start))))
    ]
    free = [pair for pair in free if not GROUP.search(ahead_of(text, pair.quantity.start))]
    parts = [pair for pair in paired if pair.figure in staff.parts | staff.shares]
    told = bool(parts) or any(name.figure in staff.parts | staff.shares for name in named)
    called = [pair for pair in free if _IS_THE_SUM.match(text, pair.quantity.end) and pair.quantity.kind == "people"]
    called = called or [pair for pair in free if told and _is_called(text, pair.quantity)]
    called = called or [pair for pair in free if _is_divided(text, pair.quantity, named_part=bool(parts))]
    called = called or [pair for pair in free if _comes_before(pair.quantity, parts, text, named, staff)]
    if not (called or parts) and asked != staff.whole:
        plain = [pair for pair in free if pair.quantity.kind == "people"]
        called = [pair for pair in plain if of_our_house(text, pair.quantity, by_name=asked in staff.parts)]
    if len({pair.quantity.value for pair in called}) != 1:
        return list(paired)
    return [replace(pair, figure=staff.whole) if pair is called[0] else pair for pair in paired]


def with_outsiders(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """The pairs, and beside a count of the staff those who come from outside, of whom nothing tells if they belong to it.

    研发人员内部12个，外聘5个.
    """
    staff = staff_of(guide)
    if staff is None or not any(pair.figure in {staff.whole, *staff.parts} for pair in paired):
        return list(paired)
    taken = [(pair.quantity.start, pair.quantity.end) for pair in paired]
    free = [each for each in quantities(text) if is_count(each, bare=True)]
    free = [each for each in free if not any(start <= each.start < end for start, end in taken)]
    told = ((each, ahead_of(text, each.start)) for each in free)
    outside = [each for each, ahead in told if _FROM_OUTSIDE.search(ahead) and not EXCLUDED.search(ahead)]
    return [*paired, *(Pair(each, None) for each in outside)]


def told_after_a_part(
    bare: Sequence[Quantity], text: str, named: Sequence[Mention], known: Figures, guide: Guide, last: str | None = None
) -> tuple[str, Quantity] | None:
    """The whole staff (figure id) and the one head count that is called so, a part of it being ``known``: 总共120人.

    A mere 总共120 is one where such a part was told ``last``.
    """
    staff = staff_of(guide)
    counts = [each for each in bare if is_count(each, bare=bool(each.unit) or bool(staff and last in staff.parts))]
    if staff is None or not (staff.parts | staff.shares) & known.keys() or len(counts) != 1:
        return None
    if staff.whole in known and not TOTAL.search(_ahead(text, counts[0])):
        return None
    whole, count = guide.figure[staff.whole], counts[0]
    free = all(answers_freely(text, count, whole, named, behind=behind) for behind in (False, True))
    grouped = GROUP.search(ahead_of(text, count.start))
    return (staff.whole, count) if free and not grouped and _is_called(text, count) else None


def called_whole(text: str, known: Figures, guide: Guide, last: str | None = None) -> tuple[str, ...]:
    """The whole staff (figure id) where it, or a part, is ``known`` and the one count of the text is called so.

    说错了，总共52人; a mere 总共52 where staff was told ``last``; 在职52人 where the whole was told before.
    """
    staff = staff_of(guide)
    if staff is None or not {staff.whole, *staff.parts} & known.keys():
        return ()
    of_staff = last in {staff.whole, *staff.parts}
    counts = [each for each in quantities(text) if is_count(each, bare=of_staff)]
    called = len(counts) == 1 and (
        _is_called(text, counts[0]) or staff.whole in known and bool(_AS_SUCH.search(ahead_of(text, counts[0].start)))
    )
    return (staff.whole,) if called else ()


def counts_in(text: str, pair: Pair, figure: Figure) -> bool:
    """Whether the count of a whole is told with some who belong to it: 连保安保洁算上六十二个."""
    ahead = ahead_of(text, pair.quantity.start)
    return (
        figure.positive and figure.kind == "people" and bool(_COUNTED_IN.search(ahead) and not OUTSIDERS.search(ahead))
    )


def _is_of_departments(ahead: str) -> bool:
    """销售和生产共50人: those who do something else than what is counted, together."""
    return bool(DEPARTMENT.search(ahead)) and not re.search("研|算上|加", ahead)


def _is_divided(text: str, count: Quantity, *, named_part: bool) -> bool:
    """Whether others are counted among those of the count: 四十多人，其中研发6个, and so with technicians."""
    if not _OF_THESE.match(text, count.end):
        return False
    return named_part or count.kind == "people" and bool(_JOBS.match(text, count.end))


def _is_called(text: str, quantity: Quantity) -> bool:
    ahead = _ahead(text, quantity)
    return not OUTSIDERS.search(ahead) and any(words.search(ahead) for words in (TOTAL, _WHOLE, _OUR_UNIT))


def _comes_before(count: Quantity, parts: Sequence[Pair], text: str, named: Sequence[Mention], staff: Staff) -> bool:
    """Whether the part is named after the count, which stands alone and is larger: 两百多号人，研发占四成."""
    if not parts or not _stands_alone(text, count):
        return False
    return all(
        (
            any(name.figure in staff.parts and count.end <= name.start <= pair.quantity.end for name in named)
            or pair.name is not None
            and count.end <= pair.quantity.start < pair.name.start  # 在职40人，27人是研发
        )
        and (pair.figure in staff.shares or is_above(count.value, pair.quantity.value))
        for pair in parts
    )


def _stands_alone(text: str, count: Quantity) -> bool:
    """Whether nothing in its clause makes the count one of somebody in particular (生产60人)."""
    clause = clause_at(text, count.start)
    return bare_subject(_ON_THE_STAFF.sub("，", ahead_of(text, count.start))) and bare_subject(
        _SIZE.sub("", text[count.end : clause.end])
    )


def _ahead(text: str, quantity: Quantity) -> str:
    return text[max(0, quantity.start - _AHEAD) : quantity.start]

"""Which kind of applicant one is, and in which field, as a message says it unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.figures.mentions import Mention
from bot.figures.stated.chosen import heads, is_own, is_owner
from bot.figures.stated.partners import is_of_partner
from bot.figures.statement import Statement
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import Clause, is_topic
from bot.guide.model import Guide

SELF = r"(?:我们|我司|我方|我单位|我公司|我厂|我校|我院|我所|我|本|咱们?|项目|课题|申[报请](?:单位|主体|人)|牵头单位)"
# 换成兰州大学: a name of a place or a person may stand before the kind.
_SUPPOSED_TO_BE = re.compile(
    r"(?:是|换成|改成|变成|作为|按照?|算[成作]?|归[到为入]?|划[到归入]|当[成作]?|以|走|属于|报|由|让|用|找|换|挂[在到靠])(?:[一那这]?[个家所]|[^，。的]{0,6}的(?:[一那这]?[个家所])?)?(?:[市省区县校国部]属|本地|当地)?$|(?:换成|改成|变成|换|由|让|以|用|借)[^，。的不]{2,4}$"
)
# 要是按农业类算呢, 如果作为农业类项目来报会怎么样
_SUPPOSED_ENDS = re.compile(
    r"(?:类|的|项目|领域|方向|这[块类边]|口|里面?|去|来|性质|身份|话)*(?:算|看|说|讲|申?报|考虑|会|怎|如何|行|能|可以|呢|是不是|是否|就|够|还)"
)
_FOUND = re.compile("找(?:一?[个家所]|[^，。的]{0,6}的)?$")  # 找一所高校 finds a partner, 找高校来报 an applicant
_WHO_APPLIES = re.compile(r"(?:来|去|牵头|出面|当主体|的?名义|的?名下)*(?:申?报|承担|牵头|实施|(?<=名下))")
_APPLIES = re.compile("(?:来|去)?(?:申?报|牵头|申请|承担)(?:申报)?的?[了啊呀哈，。,；;！! ]*")
# 企业牵头的话: nothing but that it is supposed stands before who would apply.
_LEADING = re.compile(
    r"(?:[ ]|那么?|也?就?是说|我们?(?:的?意思)?是?[说指问讲]?的?是?|如果|要是|假如|假设|万一|[改换]成?了?|真的?|都|能|全|干脆|直接|项目|课题)*(?:(?:一|那|这|某)?[个家所])?$"
)
_LEADS = re.compile("(?:单位)?(?:来|去|出面|自己)*(?:牵头|申报(?!的)|报(?!的)|承担)(?!单位|的(?!话)|方)")
WE_ARE = re.compile(
    rf"(?:{SELF}[^，。]{{0,6}}?(?:是|属于|作为|为(?![了什何])|做|搞|从事|报|申报)|^[ ]?(?:(?:而且|并且|且|此外|也|还|又|同时|既|都)*(?:是|属于|作为)|一[家所个]))[^，。]{{0,14}}$"
)
_WE = re.compile(r"(?:我们|我|本|咱们?)(?:是|这|这家|这个|一家|一所)?$")
# 不知道算工业还是农业，先按农业算: what one settles on.
_SETTLES = re.compile(
    "^(?:那么?|就|先|暂时|暂且|姑且|我们?|咱们?|还是|干脆|项目|这个|[ ])*(?:按照?|走|选|当[成作]?|归[到为入]?|算[作成]?)$"
)
_SETTLED = re.compile(
    "(?:类|领域|方向|口|项目|的|这[块类边])*(?:来)?(?:算|查|核对?|核算|申?报|走|填|办|看)?(?:吧|了|好了|啦|呗|[ ，。；,;！!])*$"
)
ENDS = re.compile(
    r"(?:类|来?申?报|牵头|申请|承担|的|性质|单位|项目|领域|方向|老师|口|这[块类边]|一[家枚个所]|[ 了呀啊吧哦呢吗?？~～。，,.;；!！])*(?:$|而?不是|[（(])"
)
# 我们企业跟兰大合作, 我们企业买了兰大的专利: what is named behind one's own kind is with whom, or from whom.
_FROM_WHOM = re.compile(
    "[^，。、或又兼]{0,6}(?:买断?|购|受让|引进|承接|转化|委托|联合)了?(?:来|过)?(?:自)?[^，。、或又兼]{0,6}"
)
_WITH_WHOM = re.compile("[^，。、或又兼]{0,4}[跟和与同][^，。、的或]{0,4}")
TOGETHER = re.compile(
    "合作(?!方|单位|伙伴)|联合|共建|(?:一起|一块儿?|一道|一同|联手|合伙)(?:来|去)?(?:[做搞弄干建办]|研[发究]|开发|攻关)"
)
_OR = re.compile(
    r"[^，。]{0,3}(?:还是|或者?|抑或|或是|要么|也可能是?)[^，。]{0,3}"
    r"|(?:类|领域|口|方面|项目|的)*(?:和|跟|与|[、/]|[又也]|同时|兼(?=有|是|做))(?:也|又|都)?(?:算|属于|是|有|做|搞|沾|涉及)?"
    r"|(?:类|领域|口|方面|项目)?(?:的)?[，, ]*(?:又|也|还)(?:是|属于|算|有|做|搞)"
)
_NONE_OF_THEM = re.compile("[不没非]")  # 企业、高校、研究所都不是
COUNTED_UP = 3  # choices of which only one could hold
_BOTH = re.compile("(?:类|领域|方面|项目)?[都均皆两]")  # 工业农业都有


def chosen_kinds(
    clause: Clause, named: Sequence[Mention], guide: Guide, *, supposed: bool, goes_on: bool, asked: str | None
) -> Iterator[Statement]:
    """我们是企业; and, where that goes before, 工业类项目 alone."""
    kinds = [name for name in named if name.choice and guide.figure[name.figure].kind == "choice"]
    kinds = kinds if supposed else _without_counterparts(clause, kinds)
    torn = {name.figure for name in undecided(clause.text, clause.start, kinds)}
    for name in _chief(clause, kinds):
        ahead, behind = clause.text[: name.start - clause.start], clause.text[name.end - clause.start :]
        if supposed and _FOUND.search(ahead) and not _WHO_APPLIES.match(behind):
            continue
        leads = supposed and _LEADS.match(behind)
        if name.figure in torn or not (
            _is_said(clause, name, leads=bool(leads)) and (supposed or _is_own_kind(clause, name, guide, asked))
        ):
            continue
        to_be = _SUPPOSED_TO_BE.search(ahead) or leads and _LEADING.fullmatch(ahead)
        we_are = to_be if supposed else not is_topic(clause.text) and WE_ARE.search(ahead)
        listed = goes_on and not ahead.strip() and not is_topic(clause.text)
        ends = ENDS.match(behind) or supposed and (_WHO_APPLIES.match(behind) or _SUPPOSED_ENDS.match(behind))
        settles = not is_topic(clause.text) and _SETTLES.search(ahead) and _SETTLED.match(behind)
        if ((we_are or listed) and ends) or settles or _WE.search(ahead):
            yield Statement(name.figure, name.choice or "", name.start, name.end)


def _without_counterparts(clause: Clause, kinds: Sequence[Mention]) -> list[Mention]:
    """The names, but for those of whom somebody called ours works with, or gets something from."""
    text, begin = clause.text, clause.start
    ours = [name for name in kinds if _WE.search(text[: name.start - begin])]

    def is_other(name: Mention, own: Mention) -> bool:
        between = text[own.end - begin : name.start - begin]
        with_them = _WITH_WHOM.fullmatch(between) and TOGETHER.search(text[name.end - begin :])
        return own.end <= name.start and bool(with_them or _FROM_WHOM.fullmatch(between))

    return [name for name in kinds if name in ours or not any(is_other(name, own) for own in ours)]


def tells_who_applies(clause: Clause, named: Sequence[Mention]) -> bool:
    """Whether the clause says who applies, and no more: 成果转化专项，高校报的."""
    return any(_APPLIES.fullmatch(clause.text[name.end - clause.start :]) for name in named if name.choice)


def undecided(clause: str, begin: int, named: Sequence[Mention]) -> list[Mention]:
    """Names between which the clause, which begins at ``begin``, does not decide: 不知道算工业还是农业."""
    kinds = [name for name in named if name.choice]
    return [
        each
        for one, other in pairwise(kinds)
        if one.figure == other.figure and one.choice != other.choice
        if _OR.fullmatch(clause[one.end - begin : other.start - begin])
        or one.end == other.start
        and (_BOTH.match(clause, other.end - begin) or _counts_up(clause, kinds, one.figure))
        if not is_of_partner(clause, other.start - begin, other.end - begin)  # 企业和高校合作
        for each in (one, other)
    ]


def _counts_up(clause: str, kinds: Sequence[Mention], figure: str) -> bool:
    """Whether so many choices of the figure are named that they are but counted up (农业工业社发), and not denied."""
    return len({each.choice for each in kinds if each.figure == figure}) >= COUNTED_UP and not _NONE_OF_THEM.search(
        clause
    )


def _chief(clause: Clause, kinds: Sequence[Mention]) -> list[Mention]:
    """The names that are no attribute of the next one of their figure (研究所下属的公司)."""
    chief = {
        place
        for figure in {name.figure for name in kinds}
        for place in heads(clause.text, [inner(clause, name) for name in kinds if name.figure == figure])
    }
    return [name for name in kinds if inner(clause, name) in chief]


def inner(clause: Clause, name: Mention) -> tuple[int, int]:
    """Where the name stands in the clause."""
    return name.start - clause.start, name.end - clause.start


def _is_said(clause: Clause, name: Mention, *, leads: bool) -> bool:
    """Whether the name is neither denied nor of a partner, unless that one is to lead: 让合作的那家企业牵头."""
    start, end = inner(clause, name)
    return not (denies(clause.text, start, end) or is_of_partner(clause.text, start, end) and not leads)


def _is_own_kind(clause: Clause, name: Mention, guide: Guide, asked: str | None) -> bool:
    start, end = inner(clause, name)
    owned = asked not in (None, name.figure) and is_owner(clause.text, start, end, guide.figure[name.figure])
    return not owned and is_own(clause.text, start, end, guide.figure[name.figure])

"""Which qualifications and partners one has, as a message says it unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, choice_name
from bot.figures.stated.chosen import is_own, is_wished
from bot.figures.stated.denied_lists import denies_each
from bot.figures.stated.partners import (
    PARTNER,
    SCHOOL,
    is_no_partner_yet,
    speaks_of_partner,
    together,
)
from bot.figures.stated.quitting import quits
from bot.figures.stated.seats import attributed
from bot.figures.stated.supposed_places import may_be_a_partners
from bot.figures.stated.the_rest import is_excepted, is_one_under_way, none_beside, nor_the_rest, was_got
from bot.figures.stated.which_kind import ENDS, SELF, TOGETHER, WE_ARE, inner
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.collective import THESE
from bot.figures.wording.denial import denies, is_under_review, lapses
from bot.figures.wording.polarity import falls_short
from bot.figures.wording.stance import Clause, clauses, is_not_yet, is_topic
from bot.guide.model import Guide

_WE_HAVE = re.compile(
    rf"{SELF}|^[ ]?(?:(?:企业|公司|手[里上头])?的?(?:资质|牌子|证书?|称号|荣誉)(?:上|方面|的话|嘛|呢)*)?(?:但是?|不过|可是?|而|现在|目前|如今|今年|就|仅|确实|暂时)*(?:有|还有|只有|只是|[就只还才尚仅]?剩下?|[就只仅才](?:有|剩下?)?[一两二三四五][个样项]|另外有|另有|是|已|也是|还是|属于|获)|被认定|认定为|被?评(?:为|上|定)|列(?:为|入)了?|入选|公司|企业是"
    r"|^[ ]?(?:而且|并且|且|此外|另外|同时|更|又|既|不[仅光但单独只止]|非但|还|也|都|目前|现在|已经?)+(?:是|有|属于|拥有|持有|拿到?了|获得?了|评上了)"
    r"|^[ ]?(?:(?:[12]\d)?\d\d年|[去前今]年|大前年|上个?月|\d+月份?|年[初底中]|[上下]半年|刚刚?|才|又|就|已经?|早就?|我们?)+(?:拿到?|获得?|评[上为]|取得|办下来|[被入]选|认定)[了的]?(?![^，。]{0,12}的[^，。了啊呢]{2})"
)
_HELD_AFTER = re.compile(
    rf"(?:[（(][^）)]{{1,8}}[）)])?(?:{THESE}|我们|公司)*(?:也|还|就|倒是?|确实|一直|始终|[历向]来|目前|现在|[都均全皆]|早就?|已经?)*(?:有(?!效|没)|是(?=[的了啊呢 ，。；,;！!]*$)|(?:是|由)?(?:国家|省)(?:级|里|上|部)?(?:认定|评|批)?(?:的|下来)|占[着了全齐]|拿到|拿了|到手|在手|在有效期|办下来|办了|批了|批下来|[进入]了|[进入]上了|评[上下]来?了|认定(?:了|下来)|通过了|[占在](?=[的了啊呢 ，。；,;！!]*$)|是有的|还在(?!办|申|评|等|公示|走)|没过期|没到期|[还仍]有效"
    r"|(?:(?:[12]\d)?\d\d年|[去前今]年|上个?月|\d+月份?|刚刚?|才|又|就)+(?:的时候)?(?:(?:拿|评|认定|取得|获得?|办|批|通过)(?:到|上|下来|下)?[的了]|(?:拿|评|认定|获|办|批|申)(?:到手?|上|下来))(?=[啊呢呀 ，。；,;！!]*$))"
)
# Places count as a partner's only where the clause speaks of one.
_PARTNERED = frozenset({"partner_region"})
# 香港科大一家: a unit is called by the place where it is.
_UNIT_THERE = re.compile(
    rf"(?:那边|这边)?的?[^，。；和与跟没不有是在]{{0,8}}?(?:{SCHOOL}|中大|先进院|研究[所院]|科学院|公司|企业|集团|实验室|医院|[药车]?厂|药企)"
)
_AS_WELL = re.compile("(?:我们|公司|而且|并且|此外)*(?:同时|另外|也|还|又)+(?:是|有|拿到?了|评上了|属于|算)(?:一?家)?")
_AND_ALSO = re.compile("(?:[还也]|另外)?有|以及")
_AT_A_LEVEL = re.compile("(?:(?:省|国家|省部)(?:级|里|上)?的?)?")


def chosen_among(
    text: str,
    clause: Clause,
    named: Sequence[Mention],
    guide: Guide,
    *,
    supposed: bool,
    goes_on: bool,
    asked: str | None,
) -> Iterator[Statement]:
    """我们是高企, 合作方在深圳: the choices held, of figures that may have several."""
    if (is_topic(clause.text) or is_under_review(clause.text)) and not supposed:
        return
    yield from _none_of(clause, named, guide)
    held = [name for name in named if name.choice and guide.figure[name.figure].kind == "choices"]
    held = [name for name in held if was_got(text, name) or not denies(clause.text, *inner(clause, name))]
    held = [name for name in held if supposed or _is_ours(clause, name, guide)]
    if not supposed and is_no_partner_yet(text, clause):
        held = [name for name in held if name.figure not in _PARTNERED]
    if supposed:
        placed = (each for each in held if each.figure in _PARTNERED)
        others = [each for each in placed if not may_be_a_partners(text, clause, each.start, each.end)]
        held = [name for name in held if name not in others]
    held = [name for name in held if not falls_short(clause.text, choice_name(guide, name))]
    for figure in dict.fromkeys(name.figure for name in held):
        own = [name for name in held if name.figure == figure]
        if is_not_yet(clause.text) or not (supposed or _is_claimed(text, clause, own, guide, goes_on, asked)):
            continue
        yield Statement(figure, in_order(guide, own), own[0].start, own[-1].end)
        if not supposed and WE_ARE.search(text[clause.start : own[0].start]):
            yield from _kind_of(text, own[-1], guide)
        over = any(quits(text, name, named) for name in own)  # 跟深圳的合作终止了
        if figure in _PARTNERED and not over:
            # 和上海张江的一家研究院合作做项目; 合作方在张江 answers whether it is such
            works = [each for each in together(guide) if each == asked or TOGETHER.search(clause.text)]
            yield from (Statement(each, True, own[0].start, own[-1].end) for each in works)


def _kind_of(text: str, name: Mention, guide: Guide) -> Iterator[Statement]:
    """我们是高新技术企业 says that we are an 企业, as well."""
    words = text[name.start : name.end]
    for figure in guide.figures:
        if figure.kind == "choice" and guide.figure[name.figure].name.startswith(
            tuple(each.name for each in figure.choices)
        ):
            kinds = (
                each for each in figure.choices if words.endswith(each.name) or text.startswith(each.name, name.end)
            )
            yield from (Statement(figure.id, each.id, name.start, name.end) for each in kinds)


def _is_claimed(
    text: str, clause: Clause, own: Sequence[Mention], guide: Guide, goes_on: bool, asked: str | None
) -> bool:
    """Whether the clause says, as one of us or of our partner, what ``own`` names; or lists it with other facts."""
    goes_on = goes_on or _is_continued(text, clause, own, guide)
    if own[0].figure in _PARTNERED:
        wanted = guide.figure[asked] if asked else None
        return speaks_of_partner(text, clause, wanted) or asked == own[0].figure and _is_listed(clause, own, goes_on)
    has = _HELD_AFTER.match(clause.text, own[-1].end - clause.start)
    return bool(
        has
        or none_beside(text, clause)
        or any(is_excepted(text, name.start, name.end) for name in own)
        or was_got(text, own[-1])
        or _WE_HAVE.search(clause.text)
        or _is_listed(clause, own, goes_on)
        or goes_on
        and _is_described(text, clause, own, guide)
    )


def _is_described(text: str, clause: Clause, own: Sequence[Mention], guide: Guide) -> bool:
    """Whether the clause is but what one is and where, behind none about somebody else: 兰州的高新技术企业."""
    begin, end = own[0].start - clause.start, own[-1].end - clause.start
    before = next((part.text for part in clauses(text) if part.end == clause.start), "")
    of_another = PARTNER.search(before) or of_others(before)
    return attributed(clause.text[:begin], guide) and bool(ENDS.match(clause.text, end)) and not of_another


def _is_continued(text: str, clause: Clause, own: Sequence[Mention], guide: Guide) -> bool:
    """Whether the next clause says that one is another of them as well: 高新技术企业，也是省级专精特新."""
    found = _AS_WELL.match(text, clause.end)
    figure = guide.figure[own[0].figure]
    rest = text[found.end() :] if found else ""
    names = (name for each in figure.choices for name in (each.name, *each.aliases))
    return bool(rest) and rest.startswith(tuple(names))


def _is_listed(clause: Clause, own: Sequence[Mention], goes_on: bool) -> bool:
    begins = own[0].start - clause.start in _beginnings(clause.text)
    end = own[-1].end - clause.start
    unit = _UNIT_THERE.match(clause.text, end) if own[-1].figure in _PARTNERED else None
    return goes_on and begins and bool(ENDS.match(clause.text, unit.end() if unit else end))


def _is_ours(clause: Clause, name: Mention, guide: Guide) -> bool:
    start, end = inner(clause, name)
    return is_own(clause.text, start, end, guide.figure[name.figure]) and not is_wished(clause.text, start)


def _beginnings(clause: str) -> tuple[int, ...]:
    """Where a clause that goes on with a list may come to its next member: 还有粤港澳大湾区, 省技术创新示范."""
    found = _AND_ALSO.match(clause)
    member = found.end() if found else 0
    level = _AT_A_LEVEL.match(clause, member)
    return (member, level.end()) if level else (member,)


def _none_of(clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """没有任何资质: the figure itself denied; 高企资质取消了 denies one choice."""
    for name in named:
        one = any(each.choice and each.figure == name.figure and 0 <= name.start - each.end <= 2 for each in named)
        denied = denies(clause.text, *inner(clause, name)) and not one
        if denied and name.choice is None and guide.figure[name.figure].kind == "choices":
            yield Statement(name.figure, (), name.start, name.end)


def none_at_all(text: str, named: Sequence[Mention], found: Sequence[Statement], guide: Guide) -> Iterator[Statement]:
    """高企取消了，眼下一样都不占: of a figure that may have several choices none, where none was ``found``."""
    for figure in guide.figures:
        open_ = figure.kind == "choices" and figure.id not in _PARTNERED | {each.figure for each in found}
        if open_ and (nor_the_rest(text, figure, named) or denies_each(text, figure, named)):
            own = next(name for name in named if name.figure == figure.id)
            yield Statement(figure.id, (), own.start, len(text), is_one_under_way(text, figure, named))


def lapsed(text: str, choices: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of ``choices`` of which the text goes on to say that they hold no more (高企有，不过证书到期了)."""
    over = [part for part in clauses(text) if lapses(part.text)]
    inside = [[name for name in choices if part.holds(name.start)] for part in over]
    before = [[name for name in choices if name.end <= part.start][-1:] for part in over]
    return tuple(name for own, last in zip(inside, before, strict=True) for name in own or last)


def in_order(guide: Guide, named: Sequence[Mention]) -> tuple[str, ...]:
    """The choices that are named, in the guide's order, each once. All must be of one figure."""
    held = {name.choice for name in named}
    return tuple(choice.id for choice in guide.figure[named[0].figure].choices if choice.id in held) if named else ()

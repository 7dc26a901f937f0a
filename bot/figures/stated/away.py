"""Where something is done, or who is, told unasked: 注册在白银, 成果要在青海转化, 我们是天水的企业, 转化还是放在兰州.

What is done there is one of the figures that a name with the city in it tells of: 在兰州转化 of one, 在兰州实施 of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.figures.mentions import cities, city
from bot.figures.stated.by_now import tells_of_once
from bot.figures.stated.partners import PARTNER, asks_of_partners
from bot.figures.statement import Statement
from bot.figures.whose import of_others, speaks_of_us
from bot.figures.wording.denial import is_denial
from bot.figures.wording.polarity import is_in_part
from bot.figures.wording.stance import Clause, clauses, is_not_yet, is_topic, is_unknown, is_unsure
from bot.guide.model import Guide
from bot.guide.once import once

_FAR = ("上海", "广东", "外地", "外省", "省外", "外市", "市外", "国外")
_SEAT, _SITE = "注册", "实施"
_WORKS = ("转化", "推广", _SITE)
_DONE = re.compile("|".join((_SEAT, *_WORKS)))
# 转化推广和实施都在兰州 says it of each.
_EACH = rf"(?:{'|'.join(_WORKS)})地?(?:[和与及跟、]?(?:{'|'.join(_WORKS)})地?)*"
_PLACE_OF = re.compile(f"{_EACH}")
_UNIT = "公司|企业|单位|学校|总部"
_US = f"(?:我们|咱们?|我司|我校|我所|我院|本公司|本单位)(?:{_UNIT})?|^[ ]*(?:{_UNIT})"
# What is run where one is: of whoever runs it, that tells where he works.
_RUN = "孵化器|众创空间|创[业新](?:创业)?(?:空间|园|基地|中心|载体)|孵化(?:基地|园|载体)|双创(?:基地|空间|载体)|载体|科技园"
_RUNS = "(?:运营|经营|开办|创办|兴办|管理|运作|[办开建搞设有])(?:着|了|的|有)*(?:一?[个家所座]|自己的?)?"
_THERE = (
    r"(?:市|县|省|州|那边|这边|当地|[\u4e00-\u9fff]{0,3}(?:新区|高新区|经开区|开发区|园区)|[\u4e00-\u9fff]{2}[区县镇])*"
)
_ENDS = r"(?:的|了|呢|啊|呀)*(?:[，。,；;！! ]|$)"
_GOES_TO = "(?:打算|准备|计划|想|要|会|将|还是|都|全|就|主要|地点?|定|选|安排|放|落|设|与|和|及|推广|运营)*(?:在|到|去|往|于|至|向)了?"
_AT = "位于|坐落在|坐落于|地处|落户在?"
_WORK = "[做搞干弄建放落设种养]|实施|开展|落地|建设|进行"
_BRANCH_HELD = re.compile("(?:有|设了?|开了?)[^，。]{0,3}(?:分公司|办事处|分[部厂店])")
_PARTLY = re.compile("主要|也|还(?!是)|部分|分别|既|产品|销售|市场")


# 农业企业, 我们是公司: what one is, and nothing else.
_KIND_ALONE = re.compile(
    r"(?:我们?|咱们?|就|是|一?[家个所])*[^，。；和跟与同及的是有在]{0,6}(?:企业|公司|工?厂|大学|学院|高校|研究[所院]|事业单位)[，,。；]"
)


class _Patterns(NamedTuple):
    done: re.Pattern[str]
    """What is done and where: 转化打算放在西宁, 在西宁转化."""
    here: re.Pattern[str]
    """What is done in the city: 转化还是放在兰州."""
    are: re.Pattern[str]
    """Who is elsewhere: 我们公司在白银, 我们是白银的企业."""
    are_here: re.Pattern[str]
    """Who is in the city: 公司位于榆中, 我们是兰州一家做软件的公司."""
    runs: re.Pattern[str]
    """What one runs elsewhere: 我们孵化器开在白银, 在白银办了个众创空间."""
    place: re.Pattern[str]
    """A place in the city and nothing else: 在兰州."""
    project: re.Pattern[str]
    """Where a project is done: 项目在白银做, 项目放在榆中."""


def elsewhere(guide: Guide) -> tuple[str, ...]:
    """Names of places outside the guide's own city: those of partners that it offers, and words that say so themselves."""
    choices = (choice for each in guide.figures if asks_of_partners(each) for choice in each.choices)
    return (*_FAR, *(name for each in choices for name in (each.name, *each.aliases)))


def away(text: str, guide: Guide, *, asked: str | None, supposed: bool) -> Iterator[Statement]:
    """Yes or no to the figures that ask for the city, of clauses that tell where something is done or who is elsewhere."""
    of_partners = asked is not None and asks_of_partners(guide.figure[asked])
    for clause in clauses(text):
        denied = _not_here(guide).match(text, clause.end) is not None
        if not _tells(clause.text, supposed=supposed, wholly=denied) or of_others(clause.text):
            continue
        yield from _works(text, clause, guide, asked)
        if not (of_partners or _may_be_theirs(text, clause)):
            yield from _seats(clause, guide, here_too=any(place in text for place in cities(guide)))
        yield from _seat_behind_a_kind(text, clause, guide)


def _seats(clause: Clause, guide: Guide, *, here_too: bool) -> Iterator[Statement]:
    """What the clause tells of where the applicant is; ``here_too``: the city is named, so that what is run elsewhere is not
    all that is run (公司在兰州，孵化器在白银)."""
    patterns = _patterns(guide)
    away_from_here = (patterns.are,) if here_too else (patterns.are, patterns.runs)
    for pattern, here in (*((each, False) for each in away_from_here), (patterns.are_here, True)):
        found = pattern.search(clause.text)
        if found and _SEAT in _figures(guide) and not (here and is_not_yet(clause.text)):
            yield Statement(_figures(guide)[_SEAT], here, clause.start + found.start(), clause.start + found.end())


def _seat_behind_a_kind(text: str, clause: Clause, guide: Guide) -> Iterator[Statement]:
    """农业企业，在兰州: a place right behind what one is, whatever was asked, is one's own."""
    found = _patterns(guide).place.fullmatch(clause.text) if _KIND_ALONE.fullmatch(text[: clause.start]) else None
    if found and _SEAT in _figures(guide):
        yield Statement(_figures(guide)[_SEAT], True, clause.start, clause.end)


def _works(text: str, clause: Clause, guide: Guide, asked: str | None) -> Iterator[Statement]:
    """What the clause tells of where things are done, or where one is registered."""
    for found in _patterns(guide).done.finditer(clause.text):
        seat = found["what"] == _SEAT
        if not (seat and (_may_be_theirs(text, clause) or is_not_yet(clause.text))):
            others = [each for each in _other_seats(found[0], guide) if seat and each == asked]
            for figure in (*_not_done(found["what"] or found["done"], text, guide, asked), *others):
                yield Statement(figure, False, clause.start + found.start(), clause.start + found.end())
    for found in _patterns(guide).here.finditer(clause.text):
        for figure in _done(found["what"] or found["done"] or found["listed"], guide, clause.text):
            yield Statement(figure, True, clause.start + found.start(), clause.start + found.end())
    for found in _patterns(guide).project.finditer(clause.text):
        if _SITE in _figures(guide):
            here = not found["elsewhere"]
            yield Statement(_figures(guide)[_SITE], here, clause.start + found.start(), clause.start + found.end())


def _other_seats(words: str, guide: Guide) -> tuple[str, ...]:
    """The figures (ids) that ask if one is registered in an area of which the words name no part: 注册在西安, of 兰白两区;
    白银 may be a part of it."""
    place = _DONE.sub("", words).strip("地在到于了 ")
    seats = (each for each in guide.figures if each.kind == "yes_no" and _SEAT in each.name)
    return tuple(each.id for each in seats if city(guide) not in each.name and not set(place) & set(each.name))


def done_at(clause: str, guide: Guide) -> tuple[str, ...]:
    """The figures (ids) that ask for the place of which the clause speaks, without a place of the city in it: 转化地嘛."""
    found = _PLACE_OF.search(clause)
    return _done(found[0], guide) if found and not any(place in clause for place in cities(guide)) else ()


def _done(words: str, guide: Guide, clause: str = "") -> tuple[str, ...]:
    """The figures (ids) that ask where what the words name is done; 实施和转化 is the name of one, and of its parts.

    Where the ``clause`` holds the whole name of a figure, as a form does, it is of that one alone.
    """
    whole = tuple(each.id for each in guide.figures if each.name in clause and words in each.name)
    if whole:
        return whole
    named = [each.id for each in guide.figures if words in each.names]
    parts = (_figures(guide)[what] for what in _DONE.findall(words) if what in _figures(guide))
    return tuple(dict.fromkeys([*named, *parts]))


def _not_done(words: str, text: str, guide: Guide, asked: str | None) -> tuple[str, ...]:
    """The same of what is done elsewhere: a figure that asks for several together (实施地和转化地), and is ``asked`` for or
    of whose other part the text speaks, is denied as well."""
    whole: list[str] = []
    for figure in guide.figures:
        parts = [what for what in _WORKS if f"{what}地" in figure.name and city(guide) in figure.name]
        others = [what for what in parts if what not in words and what in text]
        if any(what in words for what in parts) and (figure.id == asked or others):
            whole.append(figure.id)
    return tuple(dict.fromkeys([*_done(words, guide), *whole]))


def _tells(clause: str, *, supposed: bool, wholly: bool) -> bool:
    """Whether the clause tells of what is, and wholly so; ``wholly``: the next words say so (主要在白银，不在兰州)."""
    if any(says(clause) for says in (is_unknown, is_unsure, is_denial, tells_of_once)):
        return False
    in_part = is_in_part(clause) or _PARTLY.search(clause)
    return (supposed or not is_topic(clause)) and (wholly or not in_part)


@once
def _not_here(guide: Guide) -> re.Pattern[str]:
    """不在兰州, of what the clause before spoke of."""
    return re.compile(rf"[ ]*(?:也|并|都|而)*(?:不|没有?)(?:是|放)?在(?:{re.escape(city(guide))}|本[市地]|市内)")


def _may_be_theirs(text: str, clause: Clause) -> bool:
    """Whether a seat may be a partner's or another's of whom the text speaks: 合作方是华为，注册在深圳; 母公司做电池的，注册在深圳."""
    before = "".join(part.text for part in clauses(text) if part.end == clause.start)
    others = PARTNER.search(text[: clause.end]) or of_others(_BRANCH_HELD.sub("", before))  # 在兰州有分公司，注册在西安
    return bool(others) and not speaks_of_us(clause.text)


@once
def _figures(guide: Guide) -> dict[str, str]:
    """What is done -> the yes/no figure (id) that asks whether it is done in the city."""
    return {
        what: each.id
        for what in (_SEAT, *_WORKS)
        for each in guide.figures
        if each.kind == "yes_no" and f"在{city(guide)}{what}" in each.names
    }


@once
def _patterns(guide: Guide) -> _Patterns:
    places = "|".join(sorted(map(re.escape, elsewhere(guide)), key=len, reverse=True))
    own = "|".join(map(re.escape, cities(guide)))
    what, there = f"{_SEAT}|{_EACH}", f"(?:{places}){_THERE}"
    done = re.compile(
        rf"(?<![和与及、])(?P<what>{what}){_GOES_TO}{there}(?![^，。；]*(?:{own}))(?!过)"
        rf"|(?:在|到|去|往|向|拿到|放到){there}(?:来|去|就地|进行|开展|登记)*(?P<done>{what})(?!过)"
    )
    here = re.compile(
        rf"(?<![和与及、])(?P<what>{_EACH}){_GOES_TO}(?:{own})"
        rf"|(?<!不)(?<!没)(?:在|到|去|往|向)(?:{own}){_THERE}[内里]?(?:的[厂园基车][里区间地]*)?(?:来|就地|进行|开展|投产|[和并、])*(?P<done>{'|'.join(_WORKS)})(?!过)"
        rf"|^[ ]*(?:成果|项目|我们|也|都|就)*(?:{own}){_THERE}[内里]?(?P<listed>{_EACH})(?:的|了)*[ ，。,；;！!]*$"
    )
    one = r"(?:一?[家所个间](?:[^，。；不没]{1,12}的)?)"
    unit = f"(?:{_UNIT}|大学|高校|研究[所院]|事业单位|[药民国]企|[^，。；的不没]{{0,4}}厂)"
    are = re.compile(
        rf"(?:{_US})(?:就|都|全|是|设)*(?:在|{_AT}){there}(?:办公|运营|经营|上班)?{_ENDS}"
        rf"|(?:{_US})(?:就|都|全)*是{there}(?:的?{one}?{unit}|的){_ENDS}"
    )
    own_place = f"(?:{own}){_THERE}"
    are_here = re.compile(
        rf"(?:{_US})(?:就|都|全|是|设)*(?:{_AT}){own_place}{_ENDS}|(?:{_US})(?:就|都|全)*是{own_place}(?:的?{one}|的){unit}{_ENDS}"
    )
    runs = re.compile(
        rf"(?:(?:{_US})的?(?:这个)?|^[ ]*)(?:{_RUN})(?:就|都|全|是|[设开建办放落])*(?:在|{_AT}){there}{_ENDS}"
        rf"|(?:(?:{_US})(?:就|是)*|^[ ]*)在{there}{_RUNS}[^，。；不没的]{{0,6}}(?:{_RUN}){_ENDS}"
    )
    project = re.compile(
        rf"(?<!上个)(?<!前个)(?<!一个)(?<!别的)(?<!其他)(?<!以前)(?<!之前)(?<!前的)(?<!客户)(?<!户的)(?:项目|课题)(?:{_WORK}|打算|准备|计划|会|将|要|还是|是|也|都|就|全)*在(?:(?P<elsewhere>{there})|(?:{own}){_THERE})"
        rf"(?:[内里]|本地|{_WORK})*(?:的|了|呢|啊)*(?=[，。,；;！! ]|$)"
    )
    place = re.compile(rf"[ ]*(?:也|就|都)?(?:在|{_AT}){own_place}{_ENDS}[，,。；！! ]*")
    return _Patterns(done, here, are, are_here, runs, place, project)

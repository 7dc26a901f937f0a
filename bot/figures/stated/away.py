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
from bot.figures.wording.polarity import is_in_part
from bot.figures.wording.stance import Clause, clauses, is_denial, is_not_yet, is_topic, is_unknown, is_unsure
from bot.guide.model import Guide
from bot.guide.once import once

_FAR = ("上海", "广东", "外地", "外省", "省外", "外市", "市外", "国外")
_SEAT, _WORKS = "注册", ("转化", "推广", "实施")
_DONE = re.compile("|".join((_SEAT, *_WORKS)))
# 转化推广和实施都在兰州 says it of each.
_EACH = rf"(?:{'|'.join(_WORKS)})地?(?:[和与及跟、]?(?:{'|'.join(_WORKS)})地?)*"
_UNIT = "公司|企业|单位|学校|总部"
_US = f"(?:我们|咱们?|我司|我校|我所|我院|本公司|本单位)(?:{_UNIT})?|^[ ]*(?:{_UNIT})"
_THERE = r"(?:市|县|省|那边|这边|当地)*"
_ENDS = r"(?:的|了|呢|啊|呀)*(?:[，。,；;！! ]|$)"
_GOES_TO = "(?:打算|准备|计划|想|要|会|将|还是|都|全|就|主要|地点?|定|选|安排|放|落|设|与|和|及|推广|运营)*(?:在|到|去|往|于|至|向)了?"
_PARTLY = re.compile("主要|也|还(?!是)|部分|分别|既|产品|销售|市场")


class _Patterns(NamedTuple):
    done: re.Pattern[str]
    """What is done and where: 转化打算放在西宁, 在西宁转化."""
    here: re.Pattern[str]
    """What is done in the city: 转化还是放在兰州."""
    are: re.Pattern[str]
    """Who is there: 我们公司在白银, 我们是白银的企业."""


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
        yield from _works(text, clause, guide)
        are = None if of_partners or _may_be_theirs(text, clause) else _patterns(guide).are.search(clause.text)
        if are and _SEAT in _figures(guide):
            yield Statement(_figures(guide)[_SEAT], False, clause.start + are.start(), clause.start + are.end())


def _works(text: str, clause: Clause, guide: Guide) -> Iterator[Statement]:
    """What the clause tells of where things are done, or where one is registered."""
    for found in _patterns(guide).done.finditer(clause.text):
        seat = found["what"] == _SEAT
        if not (seat and (_may_be_theirs(text, clause) or is_not_yet(clause.text))):
            for figure in _done(found["what"] or found["done"], guide):
                yield Statement(figure, False, clause.start + found.start(), clause.start + found.end())
    for found in _patterns(guide).here.finditer(clause.text):
        for figure in _done(found["what"], guide):
            yield Statement(figure, True, clause.start + found.start(), clause.start + found.end())


def _done(words: str, guide: Guide) -> Iterator[str]:
    """The figures (ids) that ask where what the words name is done; 实施和转化 is the name of one."""
    named = [each.id for each in guide.figures if words in each.names]
    yield from named or (_figures(guide)[what] for what in _DONE.findall(words) if what in _figures(guide))


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
    return bool(PARTNER.search(text[: clause.end]) or of_others(before)) and not speaks_of_us(clause.text)


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
    here = re.compile(rf"(?<![和与及、])(?P<what>{_EACH}){_GOES_TO}(?:{own})")
    are = re.compile(
        rf"(?:{_US})(?:就|都|全|是|位于|设)*(?:在|位于){there}{_ENDS}"
        rf"|(?:{_US})(?:就|都|全)*是{there}(?:的?(?:一?[家所个间])?(?:{_UNIT}|大学|高校|研究[所院]|事业单位)|的){_ENDS}"
    )
    return _Patterns(done, here, are)

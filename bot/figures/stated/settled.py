"""Where something came to be in the end: 一开始想放白银，后来定在榆中; 以前在兰州，去年搬到白银去了; 不出兰州.

What was thought of or given up before does not count, nor what is only planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.figures.mentions import cities
from bot.figures.stated.away import done_at, elsewhere
from bot.figures.stated.locality import is_in_two_places
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.stance import Clause, clauses, is_not_yet, is_topic, is_unknown, is_unsure
from bot.guide.model import Figure, Guide
from bot.guide.once import once

_BEFORE = re.compile("以前|原来|原先|原本|本来|一?开始|起初|最初|当初|早先|原计划|曾经?|打算|之前|想过?|考虑过?")
_MOVED = "(?:定|落|放|搬|迁|改|挪|转|设|选|安|建)(?:户|脚|址|家)?(?:在|到|去|往|至|回)了?"
_NOT = re.compile("(?:没有?|未|不|别|差一?点|险些)(?:再|有|能|就)?$")
# What has a place of its own: where it is tells nothing of the seat, or of the work.
_SEAT_OF = re.compile(
    "工厂|厂子|厂房|车间|仓库|生产|项目|成果|转化|实施|推广|分公司|办事处|分[部厂店]|客户|设备|基地|合作"
)
_PLACE_OF = re.compile("注册|登记|总部|分公司|办事处|分[部厂店]|客户|仓库|合作")
# 不出兰州, 没离开过皋兰, 出不了榆中
_STAYS = "(?:不|没有?|未|从没|从不)(?:会|曾|用|打算|准备)*(?:跑|走|迁|搬)?(?:出|离开?)过?了?|出不了|离不开|离不了"
_ALONE = (
    r"[ ]*(?:我们?|咱们?|公司|单位|学校|注册地?|地点|也|都|就|全|是|在|位于|其实|现在|目前|算)*{place}"
    r"(?:市|县|省|州)?(?:那边|这边|那头|当地|本地)?(?:的|了|啊|呀|吧|哈|呢|[ ，,。.！!；;~～])*"
)


class _Patterns(NamedTuple):
    moved: re.Pattern[str]
    """To where something was put or went: 定在榆中, 搬到白银."""
    stays: re.Pattern[str]
    """What is not left: 不出兰州."""
    alone: re.Pattern[str]
    """Nothing but a place outside: 定西那边."""


def settled(text: str, figure: Figure, guide: Guide) -> Statement | None:
    """Whether the place that the text comes to in the end is in the city that the ``figure`` asks for; None: it comes to none."""
    parts = list(clauses(text))
    if any(is_topic(part.text) or is_unsure(part.text) or of_others(part.text) for part in parts):
        return None
    parts_of_it = [part for part in parts if not is_of_another_thing(part.text, figure)]
    told = [(here, part) for part in parts_of_it for here in _told(part, guide)]
    if len(parts) == len(parts_of_it) == 1 and not told and _patterns(guide).alone.fullmatch(text):
        told = [(False, parts[0])]
    return Statement(figure.id, told[-1][0], told[-1][1].start, told[-1][1].end) if told else None


def is_of_another_thing(clause: str, figure: Figure) -> bool:
    """Whether the clause is of something with a place of its own, of which the figure does not ask: 工厂建在白银, of the seat."""
    return bool((_SEAT_OF if "注册" in figure.name else _PLACE_OF).search(clause))


def _told(part: Clause, guide: Guide) -> Iterator[bool]:
    said = part.text
    if is_not_yet(said) or is_unknown(said) or _BEFORE.search(said) or is_in_two_places(said, guide):
        return
    yield from (True for _ in _patterns(guide).stays.finditer(said))
    for found in _patterns(guide).moved.finditer(said):
        if not _NOT.search(said[: found.start()]):
            yield found["own"] is not None


def stays(clause: str, guide: Guide) -> bool:
    """Whether the clause says that something does not leave the guide's city."""
    return bool(_patterns(guide).stays.search(clause))


def settled_for(text: str, guide: Guide) -> Iterator[Statement]:
    """What the text tells so of where results are used or a project is done, the clause before naming which."""
    for before, part in pairwise(clauses(text)):
        figures = done_at(before.text, guide)
        if not figures or is_topic(before.text) or is_topic(part.text):
            continue
        for here in list(_told(part, guide))[-1:]:
            yield from (Statement(each, here, before.start, part.end) for each in figures)


@once
def _patterns(guide: Guide) -> _Patterns:
    own, others = (
        "|".join(sorted(map(re.escape, places), key=len, reverse=True)) for places in (cities(guide), elsewhere(guide))
    )
    return _Patterns(
        re.compile(f"{_MOVED}(?:(?P<own>{own})|(?:{others}))"),
        re.compile(f"(?:{_STAYS})(?:{own})"),
        re.compile(_ALONE.format(place=f"(?:{others})")),
    )

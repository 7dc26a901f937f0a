"""Where the applicant, its project or its results are: in the guide's own city or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention, cities, city
from bot.figures.stance import Clause, clause_at
from bot.figures.statement import Statement
from bot.figures.whose import speaks_of_us
from bot.guide.model import Figure, Guide

_RUN_AT = re.compile(r"(?:运营|经营|办公|总部|人员?)(?:都|也|全|主要|实际|现在)*[在是](?P<place>[^，。；;]{2,10})")
_PLACED = re.compile(r"[ ]?(?:也|都|就|全|放)*(?P<no>不)?(?:在|是|位于|设在|为|[:：])?(?P<place>[^，。！!~～]{2,12})")


def is_local(figure: Figure, guide: Guide) -> bool:
    """Whether the figure asks for a place in the guide's own city."""
    return figure.kind == "yes_no" and city(guide) in figure.name


def placed(clause: Clause, start: int, named: Sequence[Mention], guide: Guide) -> bool | None:
    """Whether the place said at ``start`` (在兰州) is the guide's own city; None for one that the guide does not name."""
    found = _PLACED.match(clause.text, start)
    if not found:
        return None
    if any(place in found["place"] for place in cities(guide)):
        return None if found["no"] and city(guide) not in found["place"] else not found["no"]  # 不在城关区
    if found["no"]:  # 不在西安 is not yet here
        return None
    begin = clause.start + found.start("place")
    return False if any(name.choice and begin <= name.start <= begin + 2 for name in named) else None


def runs_elsewhere(text: str, said: Statement, guide: Guide) -> bool:
    """注册在兰州，人在西安办公: of a place where one has to be registered and at work, the second half is denied."""
    if said.value is not True or not (
        is_local(guide.figure[said.figure], guide) and "运营" in guide.figure[said.figure].name
    ):
        return False
    of_us = speaks_of_us(clause_at(text, said.start).text)
    return any(
        not found["place"].startswith(cities(guide))
        for found in _RUN_AT.finditer(text)
        if not (of_us and found.start() < said.start)  # 总部在深圳，我们在兰州
    )

"""The institutions that the guide supports by a name that begins with their field: 临床医学 of a 临床医学研究中心."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.guide.by_field import by_field
from bot.guide.directions import Match
from bot.guide.model import Guide

_INSTITUTION = re.compile("(?:工程|技术|研究|创新|研发|转化)*(?:中心|实验室|基地|平台|机构|研究[院所])")


def institutions_for(guide: Guide, fields: Collection[str]) -> tuple[Match, ...]:
    """The directions with a term that is one of ``fields`` and the word for an institution."""
    return tuple(
        Match(program.id, direction.id, term, field, sure=False)
        for program in guide.programs
        if program.id not in by_field(guide)
        for direction in program.directions
        for term in direction.terms
        for field in fields
        if term.startswith(field) and _INSTITUTION.fullmatch(term, len(field))
    )

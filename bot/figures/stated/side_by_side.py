"""Parties of different kinds that are counted side by side (我们两家，一家企业一家高校): which of them applies is not told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.figures.mentions import Mention
from bot.guide.model import Guide

_ONE = "(?:另外?|其中)?(?:有|是)?[一1][个家所]"
_COUNTED = re.compile(f"{_ONE}$")
# 我们是一家企业，一家高校想合作 says of the first who speaks.
_WHO_WE_ARE = re.compile(rf"(?:我[们司]?|咱们?|公司|单位)(?:就|也|这边)*(?:是|算|属于){_ONE}$")
_AND_ONE = re.compile(f"[，,、和跟与及同加 ]*{_ONE}")


def parties(text: str, named: Sequence[Mention], guide: Guide) -> list[Mention]:
    """The names of kinds of applicants that are counted beside another, or beside a status: 一家高企一家研究所."""
    kinds = [each for each in named if each.choice]
    return [
        each
        for one, other in pairwise(kinds)
        if one.choice != other.choice
        if _COUNTED.search(text[: one.start]) and not _WHO_WE_ARE.search(text[: one.start])
        if _AND_ONE.fullmatch(text[one.end : other.start])
        for each in (one, other)
        if guide.figure[each.figure].kind == "choice"
    ]

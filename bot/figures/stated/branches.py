"""A branch is no legal person: that it is registered somewhere tells nothing of whoever has to be one (企业法人单位, 二（二）1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.figures.statement import Statement
from bot.guide.model import Guide

_BRANCH = re.compile(
    r"分公司|分支机构|办事处|代表处|分厂|(?:没有?|无|不具备|不具有|缺)[^，。；]{0,4}法人|(?:不是|非)(?:独立)?的?法人"
)
_PERSON = "法人"


def without_branches(said: Iterable[Statement], text: str, guide: Guide) -> Iterator[Statement]:
    """``said``, but for a yes to what only a legal person can be where a branch speaks."""
    branch = _BRANCH.search(text)
    return (each for each in said if not (branch and each.value is True and _PERSON in guide.figure[each.figure].name))

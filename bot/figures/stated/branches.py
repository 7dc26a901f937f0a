"""Legal persons: that a branch is registered somewhere tells nothing of whoever has to be one (企业法人单位, 二（二）1), nor does
being one tell where it is registered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.figures.statement import Statement
from bot.guide.model import Figure, Guide

_BRANCH = re.compile(
    r"分公司|分支机构|办事处|代表处|分厂|(?:没有?|无|不具备|不具有|缺)[^，。；]{0,4}法人|(?:不是|非)(?:独立)?的?法人"
)
_PERSON = "法人"
_PLACED = re.compile("注册|登记|区|在|迁|搬|落户|执照|工商")


def without_branches(said: Iterable[Statement], text: str, guide: Guide) -> Iterator[Statement]:
    """``said``, but for a yes to what only a legal person can be where a branch speaks."""
    branch = _BRANCH.search(text)
    return (each for each in said if not (branch and each.value is True and _PERSON in guide.figure[each.figure].name))


def is_of_the_person_alone(clause: str, figure: Figure) -> bool:
    """Whether the clause says but that one is a legal person, and not where, which the figure asks for too: 我们是企业法人."""
    return _PERSON in figure.name and _PERSON in clause and not _PLACED.search(clause)

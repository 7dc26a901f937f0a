"""Clauses that are but a name of what the project or the applicant is, among other facts: 合作项目, 兰州的企业."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from bot.figures.mentions import Mention
from bot.figures.stated.seats import seated
from bot.figures.statement import Statement
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, asks
from bot.guide.model import Figure, Guide

_ASKS_WHAT = re.compile("是[^，。]*项目吗")
_STOPS = " ，,。.；;、!！"


def of_the_project(
    parts: Sequence[tuple[Clause, list[Mention]]], guide: Guide, told: Sequence[Statement], *, among: bool
) -> list[Statement]:
    """A clause ``among`` facts or answers that is but a name of what the project or the applicant is (合作项目, 兰州的企业);
    not 合作项目，还没有."""
    found: list[Statement] = []
    for (clause, named), after in zip_longest(parts, parts[1:]):
        denied = after is not None and not after[1] and (is_denial(after[0].text) or asks(after[0].text))
        said = [name for name in named if _is_the_project(clause, name, guide.figure[name.figure])]
        found += [Statement(name.figure, True, name.start, name.end) for name in said if among and not denied]
    return [each for each in found if each.figure not in {one.figure for one in told}]


def _is_the_project(clause: Clause, name: Mention, figure: Figure) -> bool:
    words = clause.text.strip(_STOPS)
    whole = name.choice is None and words == clause.text[name.start - clause.start : name.end - clause.start]
    if whole and seated(words, figure):
        return True
    asked = figure.kind == "yes_no" and bool(_ASKS_WHAT.search(figure.ask))
    return whole and asked and (words.endswith("项目") or figure.name.endswith(words))

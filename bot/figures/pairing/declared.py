"""What is declared to an authority, and not applied for: 税务上申报的是3600万, 申报给统计局的是80人."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.pairing.rates import is_yearly
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide

_DECLARES = "申报"
_AUTHORITY = "税务|纳税|交税|缴税|报税|[国地个]税|汇算|统计|社保|人社|海关|工商|市监|年报|审计"
_TO_AN_AUTHORITY = re.compile(f"(?:{_AUTHORITY})[^，。；]{{0,6}}$")
_GIVEN_TO_ONE = re.compile(f"(?:给|到|往)[^，。；]{{0,4}}(?:{_AUTHORITY})")
# 申报的是3600万 tells what was declared; 申报300万 may tell what is applied for.
_WAS_DECLARED = re.compile("(?:上去|出去)?(?:的|了|时|数)")
_BESIDE = re.compile("(?:去年|今年|当年|这块|方面|当时|我们|上|[ ])*")
_APPLIED_FOR = re.compile("财政|补助|补贴|项目|课题|专项|经费|资金|拨款|政府")


def without_declared(named: Sequence[Mention], text: str, guide: Guide, asked: str | None) -> list[Mention]:
    """The names, but for an 申报 that is made to an authority."""
    figure = guide.figure[asked] if asked else None
    return [
        name
        for name in named
        if text[name.start : name.end] != _DECLARES
        or not (_is_declared(text, name.start, name.end, figure) or _is_of_a_name(text, name, named))
    ]


def _is_of_a_name(text: str, name: Mention, named: Sequence[Mention]) -> bool:
    """Whether 申报的 tells how large what is named right before it was declared to be: 研发支出申报的是310万."""
    begin = clause_at(text, name.start).start
    before = [each for each in named if begin <= each.start and each.end <= name.start and each.figure != name.figure]
    beside = before and _BESIDE.fullmatch(text, max(each.end for each in before), name.start)
    return bool(beside) and bool(_WAS_DECLARED.match(text, name.end))


def _is_declared(text: str, start: int, end: int, asked: Figure | None) -> bool:
    """Whether the 申报 that is ``text[start:end]`` tells what an authority was told, as it does of an amount of a year that
    was ``asked`` for."""
    clause = clause_at(text, start)
    if _TO_AN_AUTHORITY.search(text[clause.start : start]) or _GIVEN_TO_ONE.match(text, end):
        return True
    yearly = asked is not None and is_yearly(asked) and not _APPLIED_FOR.search(clause.text)
    return yearly and bool(_WAS_DECLARED.match(text, end))

"""Lines of a form, 名：值: the name says which figure, and the value alone says what it is (研发机构：有; 领域：社会发展).

Numbers are read wherever they stand; here are the figures without one. What is no name but tells something itself is
affirmed or denied by its value (合同已签订：是; 科技人员满足：否; 高企√).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.stated.claimed import in_order
from bot.figures.stated.denied_lists import denied_after
from bot.figures.stated.statements import statements
from bot.figures.stated.technology import described
from bot.figures.statement import Statement
from bot.figures.values import Value
from bot.figures.wording.denial import denies
from bot.figures.wording.polarity import polarity
from bot.figures.wording.stance import Clause, asks, clauses, is_not_yet
from bot.figures.wording.ticked import ANSWER, is_no
from bot.guide.model import Figure, Guide

_KEY = r"[ 　]*(?:\d{1,2}[.、)）])?(?P<key>[^:：，,。；;√×]{2,24}?)[ ]*"
_END = r"[；;，,。 \n]*"
_ENTRY = re.compile(rf"{_KEY}[:：][ ]*(?P<value>[^:：]{{1,60}}?){_END}")
_TICKED = re.compile(rf"{_KEY}(?P<value>[√×]){_END}")
_TICKED_FIRST = re.compile(rf"[ ]*(?P<value>[√×]){_KEY}{_END}")

_AHEAD = re.compile(
    r"(?:[ ]|贵|您|你们?|我们?|本|该)*(?:单位|公司|企业|项目)?[ ]*(?:目前|现在|已)*(?:有|是|为|属于|设有|建有|具备|拥有)?"
)
_REMARK = re.compile(r"[ ]*[（(].*$")  # 是（2020年认定）


def entries(text: str, named: Sequence[Mention], guide: Guide) -> tuple[Statement, ...]:
    """What the lines of a form state of yes/no, choice, choices and text figures; none that lists what is denied next."""
    denied = [part for each in denied_after(text, named) for part in clauses(text) if part.end == each.start]
    told = (part for part in clauses(text) if not asks(part.text) and part not in denied)
    return tuple(entry for clause in told for entry in _entry(clause, named, guide))


def _entry(clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    found = next(filter(None, (row.fullmatch(clause.text) for row in (_ENTRY, _TICKED, _TICKED_FIRST))), None)
    if not found:
        return
    own = list(_of_a_name(clause, found, named, guide))
    yield from own or _of_a_statement(clause, found, named, guide)


def _of_a_name(clause: Clause, found: re.Match[str], named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """What the value is of the figures that the key names."""
    start, end = clause.start + found.start("value"), clause.start + found.end("value")
    moved = _inside(named, start, end)
    for figure in guide.figures:
        if _is_key(_AHEAD.sub("", found["key"].replace(" ", ""), count=1), figure) or _is_key(found["key"], figure):
            value = _value(found["value"], figure, moved, guide)
            not_yet = figure.kind == "yes_no" and is_not_yet(found["value"])
            if value is not None:
                yield Statement(figure.id, False if not_yet else value, start, end, not_yet)


def _of_a_statement(
    clause: Clause, found: re.Match[str], named: Sequence[Mention], guide: Guide
) -> Iterator[Statement]:
    """What the key states or names of several choices, affirmed or denied by a value that does no more."""
    value = _REMARK.sub("", found["value"])
    if not re.fullmatch(ANSWER, value):
        return
    key, denied = found["key"], is_no(value)
    start, end = clause.start + found.start("key"), clause.start + found.end("key")
    moved = _inside(named, start, end)
    said = statements(key, moved, guide, asked=None, supposed=False, listed=True)
    first = {(each.start, each.end): each for each in reversed(said)}  # who lacks a provincial one may have another
    for each in said:
        if isinstance(each.value, bool) and not (denied and each is not first[each.start, each.end]):
            yield replace(each, value=each.value is not denied, start=clause.start, end=clause.end)
    named_alone = (name for name in moved if name.choice and key[name.end :].strip() == "" and not denied)
    for name in named_alone:
        if not _AHEAD.fullmatch(key[: name.start]):
            continue
        several = guide.figure[name.figure].kind == "choices"
        yield Statement(
            name.figure, in_order(guide, [name]) if several else name.choice or "", clause.start, clause.end
        )


def _inside(named: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The names between two places, with their places counted from the first of these."""
    inside = [name for name in named if start <= name.start < end]
    return [replace(name, start=name.start - start, end=name.end - start) for name in inside]


def _is_key(key: str, figure: Figure) -> bool:
    """领域 is 项目领域 in a form; of a yes/no figure the key is a whole name, or what follows the last comma in one."""
    *_, last = clauses(figure.name)
    names = (figure.name, last.text, *figure.names)
    return key in names or (figure.kind == "choice" and any(key in name for name in names))


def _value(text: str, figure: Figure, named: Sequence[Mention], guide: Guide) -> Value | None:
    held = [name for name in named if name.figure == figure.id and name.choice]
    held = [name for name in held if not denies(text, name.start, name.end)]
    if figure.kind == "yes_no":
        said = polarity(text, figure)
        return polarity(_REMARK.sub("", text), figure) if said is None else said
    if figure.kind == "choice":
        chosen = {name.choice for name in held}
        return chosen.pop() if len(chosen) == 1 else None
    if figure.kind == "choices":
        return in_order(guide, held) if held else () if polarity(text, figure) is False else None
    return described(text, named) if figure.kind == "text" else None

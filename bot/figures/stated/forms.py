"""Lines of a form, 名：值: the name says which figure, and the value alone says what it is (研发机构：有; 领域：社会发展).

Numbers are read wherever they stand; here are the figures without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.stated.claimed import in_order
from bot.figures.stated.technology import described
from bot.figures.statement import Statement
from bot.figures.values import Value
from bot.figures.wording.polarity import polarity
from bot.figures.wording.stance import Clause, asks, clauses, denies, is_not_yet
from bot.guide.model import Figure, Guide

_ENTRY = re.compile(
    r"[ 　]*(?:\d{1,2}[.、)）])?(?P<key>[^:：，,。；;]{2,20}?)[ ]*[:：][ ]*(?P<value>[^:：]{1,60}?)[；;，,。 \n]*"
)


def entries(text: str, named: Sequence[Mention], guide: Guide) -> tuple[Statement, ...]:
    """What the lines of a form state of yes/no, choice, choices and text figures."""
    return tuple(entry for clause in clauses(text) if not asks(clause.text) for entry in _entry(clause, named, guide))


def _entry(clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    found = _ENTRY.fullmatch(clause.text)
    if not found:
        return
    start, end = clause.start + found.start("value"), clause.start + found.end("value")
    inside = [name for name in named if start <= name.start < end]
    moved = [Mention(name.figure, name.choice, name.start - start, name.end - start) for name in inside]
    for figure in guide.figures:
        if _is_key(found["key"], figure):
            value = _value(found["value"], figure, moved, guide)
            not_yet = figure.kind == "yes_no" and is_not_yet(found["value"])
            if value is not None:
                yield Statement(figure.id, False if not_yet else value, start, end, not_yet)


def _is_key(key: str, figure: Figure) -> bool:
    """领域 is 项目领域 in a form; of a yes/no figure the key is a whole name, or what follows the last comma in one."""
    *_, last = clauses(figure.name)
    names = (figure.name, last.text, *figure.names)
    return key in names or (figure.kind == "choice" and any(key in name for name in names))


def _value(text: str, figure: Figure, named: Sequence[Mention], guide: Guide) -> Value | None:
    held = [name for name in named if name.figure == figure.id and name.choice]
    held = [name for name in held if not denies(text, name.start, name.end)]
    if figure.kind == "yes_no":
        return polarity(text, figure)
    if figure.kind == "choice":
        chosen = {name.choice for name in held}
        return chosen.pop() if len(chosen) == 1 else None
    if figure.kind == "choices":
        return in_order(guide, held) if held else () if polarity(text, figure) is False else None
    return described(text, named) if figure.kind == "text" else None

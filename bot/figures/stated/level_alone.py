"""A level that is told alone, of what the clause beside it names: 只有市级重点实验室，没有省级的; 省级的还没批，市级中心有一个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, choice_name
from bot.figures.statement import Statement
from bot.figures.wording.levels import LEVEL, OF_SOMETHING_ELSE, is_of_such_a_kind
from bot.figures.wording.polarity import polarity
from bot.figures.wording.stance import Clause, asks, clauses, is_not_yet, is_topic
from bot.guide.model import Guide

_LEVEL = re.compile(LEVEL)


def levels_alone(text: str, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """Yes or no to the figure that asks for a level, of clauses that name but a level, where such a kind is named beside."""
    for figure in guide.figures:
        kinds = [name for name in named if is_of_such_a_kind(text, name, figure, guide)]
        for clause in clauses(text) if kinds else ():
            told = _LEVEL.search(clause.text) and not any(clause.holds(name.start) for name in named)
            told = told and not OF_SOMETHING_ELSE.search(clause.text) and not _is_of_a_title(clause, named, guide)
            if not told or asks(clause.text) or is_topic(clause.text):
                continue
            answer = polarity(clause.text, figure)
            if answer is not None:
                not_yet = is_not_yet(clause.text)
                yield Statement(figure.id, answer and not not_yet, clause.start, clause.end, not_yet)


def _is_of_a_title(clause: Clause, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether the last thing named before the clause is a choice that has a level of its own: 专精特新，没有省级的."""
    last = max((name for name in named if name.end <= clause.start), key=lambda name: name.end, default=None)
    return last is not None and last.choice is not None and "省级" in choice_name(guide, last)

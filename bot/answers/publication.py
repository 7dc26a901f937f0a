"""The guide for those who read it: as data for programs, and as the rows of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answers.phrases import possible_sections
from bot.guide.model import Figure, Guide, Program, Quote
from bot.guide.search import search

# How a guide counts its chapters and what stands below them: 一、 and （一）.
CHAPTER, PART = re.compile(r"[一二三四五六七八九十]+、"), re.compile(r"（[一二三四五六七八九十]+）")
UNITS = {"money": "元", "people": "人", "share": "%", "ratio": ":1"}


def as_data(guide: Guide) -> dict[str, Any]:
    """Title, clauses, programs and figures in the form of docs/web.md."""
    return {
        "title": guide.title,
        "clauses": [_clause(guide, each.id, each.heading, each.text) for each in guide.clauses],
        "programs": [_program(program) for program in guide.programs],
        "figures": [_figure(figure) for figure in guide.figures],
    }


def _clause(guide: Guide, clause: str, heading: str, text: str) -> dict[str, Any]:
    programs = [program.id for program in guide.programs if clause in clauses_of(program)]
    return (
        {"id": clause, "text": text}
        | ({"heading": heading} if heading else {})
        | ({"programs": programs} if programs else {})
    )


def clauses_of(program: Program) -> tuple[str, ...]:
    """The clauses that speak of a program, in the order in which its parts name them."""
    parts: Iterable[Quote | Any] = (
        *program.about,
        program.section,
        *program.requirements,
        *program.directions,
        *program.materials,
        *program.judged,
    )
    return tuple(dict.fromkeys(part.clause for part in parts))


def _program(program: Program) -> dict[str, Any]:
    sections = possible_sections(program, {})
    return {"id": program.id, "name": program.name, "section": sections[0] if len(sections) == 1 else None}


def _figure(figure: Figure) -> dict[str, Any]:
    choices = [{"id": choice.id, "name": choice.name} for choice in figure.choices]
    unit = figure.unit or UNITS.get(figure.kind, "")
    row = {"id": figure.id, "name": figure.name, "kind": figure.kind, "unit": unit, "ask": figure.ask}
    return row | ({"choices": choices} if choices else {})


# --- the guide as a page -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Passage:
    """A clause on the page: its heading where a new one begins (``level`` 2 to 4), its text in ``pieces``, of which some are found."""

    id: str
    heading: str
    level: int
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Overview:
    """A program at a glance; ``clause`` is where it begins, ``demands`` are the clauses of its requirements."""

    name: str
    clause: str
    sections: tuple[str, ...]
    demands: tuple[str, ...]


@dataclass(frozen=True)
class GuidePage:
    """The whole guide to read, and the ids of the clauses that were ``found``."""

    title: str
    programs: tuple[Overview, ...]
    passages: tuple[Passage, ...]
    found: tuple[str, ...]


def page(guide: Guide, asked: str) -> GuidePage:
    """The guide with the words of ``asked`` found in it: as they stand, or else the clauses that come closest."""
    words = asked.split()
    exact = [clause for clause in guide.clauses if words and all(word in clause.text for word in words)]
    found = tuple(clause.id for clause in exact or (search(guide, asked) if words else ()))
    passages = tuple(_passages(guide, words))
    return GuidePage(guide.title, tuple(map(_overview, guide.programs)), passages, found)


def _overview(program: Program) -> Overview:
    demands = tuple(dict.fromkeys(each.clause for each in program.requirements))
    return Overview(program.name, clauses_of(program)[0], possible_sections(program, {}), demands)


def _passages(guide: Guide, words: list[str]) -> Iterator[Passage]:
    last, level = "", 1
    for clause in guide.clauses:
        heading = clause.heading if clause.heading != last else ""
        last = clause.heading
        if heading:
            level = min(_level(heading), level + 1)  # where a heading between has no text of its own, none is skipped
        yield Passage(clause.id, heading, level, pieces(clause.text, words))


def _level(heading: str) -> int:
    if CHAPTER.match(heading):
        return 2
    return 3 if PART.match(heading) else 4


def pieces(text: str, words: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """``text`` cut up: each piece with whether it is one of ``words``. Joined, it is ``text`` again."""
    wanted = sorted(filter(None, words), key=len, reverse=True)
    if not wanted:
        return ((text, False),)
    parts = re.split("(" + "|".join(map(re.escape, wanted)) + ")", text)
    return tuple((part, place % 2 == 1) for place, part in enumerate(parts) if part)

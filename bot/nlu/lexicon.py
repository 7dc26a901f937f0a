"""The guide's names as (label, id, phrase): what Rasa's lookup tables and synonyms, jieba and spaCy are made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.guide.model import Family, Guide, Program

ONLY_ANSWERS = ("其他", "其它", "别的", "都不是")  # they name a choice only where it was just offered
SHORT = "short_"  # before the label of names that count only where they stand alone
ENDING = re.compile(r"(?:建设)?(?:专项|项目|计划)$")
ENDINGS = ("专项", "项目", "建设专项", "建设项目", "专项项目", "类项目")
SHORTEST_STEM = 3


@dataclass(frozen=True)
class Entry:
    """``phrase`` is a name of the ``label`` thing with this ``id``."""

    label: str
    id: str
    phrase: str


def entries(guide: Guide) -> tuple[Entry, ...]:
    """Every name once; where two things share one, the label that comes first here has it."""
    first: dict[str, Entry] = {}
    for entry in _all(guide):
        first.setdefault(entry.phrase, entry)
    return tuple(first.values())


def _all(guide: Guide) -> Iterator[Entry]:
    yield from _named(guide, lambda named: (named.name, *named.aliases))
    yield from _named(guide, _endings)
    yield from _named(guide, lambda named: named.short_names, SHORT)
    for section in guide.sections:
        yield from (Entry("section", section.name, phrase) for phrase in (section.name, *section.aliases))
    yield from _figure_names(guide)
    for term in guide.terms:
        yield from (Entry("term", term.name, phrase) for phrase in (term.name, *term.aliases))
    yield from _technologies(guide)


def _named(guide: Guide, phrases: Callable[[Program | Family], Iterable[str]], prefix: str = "") -> Iterator[Entry]:
    for label, group in (("program", guide.programs), ("family", guide.families)):
        for named in group:
            yield from (Entry(prefix + label, named.id, phrase) for phrase in phrases(named))


def _endings(named: Program | Family) -> Iterator[str]:
    """A name with each of the endings that people put to it: 研发平台 + 专项, 建设专项, 项目 …"""
    for name in (named.name, *named.aliases):
        stem = ENDING.sub("", name)
        if len(stem) >= SHORTEST_STEM:
            yield from (stem + ending for ending in ENDINGS)


def _figure_names(guide: Guide) -> Iterator[Entry]:
    for figure in guide.figures:
        for choice in figure.choices:
            for phrase in (choice.name, *choice.aliases):
                if phrase not in ONLY_ANSWERS:
                    yield Entry(figure.id, choice.id, phrase)
    for figure in guide.figures:
        for phrase in (figure.name, *figure.names):
            yield Entry("figure", figure.id, phrase)


def _technologies(guide: Guide) -> Iterator[Entry]:
    for program in guide.programs:
        for direction in program.directions:
            for term in direction.terms:
                yield Entry("technology", term, term)
    for knowledge in guide.common_knowledge:
        for word in knowledge.words:
            yield Entry("technology", knowledge.term, word)

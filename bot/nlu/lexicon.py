"""The guide's names as (label, id, phrase): what Rasa's lookup tables and synonyms, jieba and spaCy are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.guide.model import Guide

CHOICE_KINDS = ("choice", "choices")


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
    for label, things in (("program", guide.programs), ("family", guide.families)):
        for thing in things:
            for phrase in (thing.name, *thing.aliases):
                yield Entry(label, thing.id, phrase)
    for section in guide.sections:
        for phrase in (section.name, *section.aliases):
            yield Entry("section", section.name, phrase)
    yield from _figure_names(guide)
    for term in guide.terms:
        for phrase in (term.name, *term.aliases):
            yield Entry("term", term.name, phrase)
    yield from _technologies(guide)


def _figure_names(guide: Guide) -> Iterator[Entry]:
    for figure in guide.figures:
        for choice in figure.choices:
            for phrase in (choice.name, *choice.aliases):
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

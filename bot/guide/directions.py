"""Which programs' directions a technology falls into, by the guide's own terms and the words added to them.

A term that stands in the text is a match; where none does, so is a term that the whole text is part of. Nothing is
guessed: what no term says proves nothing, and nearness of meaning is for whoever asks the applicant back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from bot.guide.model import Direction, Guide
from bot.guide.once import once

# Shorter texts are parts of too many terms to say anything.
SHORTEST_PART = 3
# Words that say nothing of a field: a text of nothing else is part of many terms by chance.
GENERAL = re.compile("关键|共性|核心|基础|先进|技术|研发|研究|开发|生产|产业化?|应用|项目|产品|装备|设备|系统|领域|示范|集成|综合|利用|创新")


@dataclass(frozen=True)
class Match:
    """``word`` ties a text to ``direction`` (id) of ``program`` (id) through the guide's ``term``.

    ``sure`` where the word is the guide's own; not where it is one of ours, or where the text is only part of a term.
    """

    program: str
    direction: str
    term: str
    word: str
    sure: bool


class _Word(NamedTuple):
    folded: str
    program: str
    direction: str
    term: str
    word: str
    own: bool


def folded(text: str) -> str:
    """``text`` as terms are compared: full-width forms, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def fits(guide: Guide, program: str, text: str) -> bool:
    """Whether ``text`` names a technology of one of the directions of ``program`` (id)."""
    return any(found.program == program for found in match(guide, text))


def match(guide: Guide, text: str) -> tuple[Match, ...]:
    """All directions that ``text`` falls into, each once, by its longest word; longest first, then in the guide's order."""
    return _matcher(guide)(folded(text))


@once
def _matcher(guide: Guide) -> Callable[[str], tuple[Match, ...]]:
    words = sorted((word for word in (*_own(guide), *_added(guide)) if word.folded), key=lambda word: -len(word.folded))
    return lru_cache(maxsize=1_000)(partial(_matches, words))


def _matches(words: Sequence[_Word], technology: str) -> tuple[Match, ...]:
    """Words that stand in the text; only where there are none, terms that the text is part of."""
    return _found(words, lambda word: word.folded in technology) or (
        _found([word for word in words if word.own], lambda word: technology in word.folded, part=True)
        if _telling(technology)
        else ()
    )


def _found(words: Iterable[_Word], ties: Callable[[_Word], bool], *, part: bool = False) -> tuple[Match, ...]:
    found: dict[tuple[str, str], Match] = {}
    for word in words:
        if (word.program, word.direction) not in found and ties(word):
            sure = word.own and not part
            found[word.program, word.direction] = Match(word.program, word.direction, word.term, word.word, sure)
    return tuple(found.values())


def _telling(part: str) -> bool:
    return len(part) >= SHORTEST_PART and bool(GENERAL.sub("", part))


def _own(guide: Guide) -> Iterator[_Word]:
    for program, direction in _directions(guide):
        for term in direction.terms:
            yield _Word(folded(term), program, direction.id, term, term, True)


def _added(guide: Guide) -> Iterator[_Word]:
    for knowledge in guide.common_knowledge:
        for program, direction in _directions(guide):
            if direction.id in knowledge.directions:
                for word in knowledge.words:
                    yield _Word(folded(word), program, direction.id, knowledge.term, word, False)


def _directions(guide: Guide) -> Iterator[tuple[str, Direction]]:
    return ((program.id, direction) for program in guide.programs for direction in program.directions)

"""Finds passages of the guide by their words: BM25 over pairs of characters, which needs no word list."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.guide.model import Clause, Guide, Program
from bot.guide.once import once

PART_OF_A_NAME = 4  # so many characters in a row of a material's name
K1, B = 1.2, 0.75  # the usual constants of BM25
IN_QUOTES = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class _Index:
    counts: tuple[tuple[Clause, Mapping[str, int], int], ...]
    weight: Mapping[str, float]
    mean_length: float


def search(guide: Guide, text: str, *, most: int = 3) -> tuple[Clause, ...]:
    """Clauses that share the rarest words with ``text``, the best first; none where nothing rare is shared."""
    index = _index(guide)
    asked = set(_pairs(text))
    scored = [(_score(index, asked, counts, length), clause) for clause, counts, length in index.counts]
    best = max(score for score, _ in scored)
    close = [(score, clause) for score, clause in scored if score > 0 and score >= best * 0.6]
    return tuple(clause for _, clause in sorted(close, key=lambda row: -row[0])[:most])


def containing(guide: Guide, words: str) -> tuple[Clause, ...]:
    """Clauses in which ``words`` stand as they are."""
    return tuple(clause for clause in guide.clauses if words and words in clause.text)


def quoted(guide: Guide, text: str) -> tuple[Clause, ...]:
    """Clauses in which words stand that ``text`` puts in quotation marks."""
    return tuple(clause for words in IN_QUOTES.findall(text) for clause in containing(guide, words))


def shared(guide: Guide, text: str) -> int:
    """How many characters in a row ``text`` has in common with some clause."""
    return max(in_common(clause.text, text) for clause in guide.clauses)


def in_common(one: str, other: str) -> int:
    """The length of the longest run of characters that stands in both."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def names_a_material(program: Program, text: str) -> bool:
    """Whether something that ``program`` wants handed in is named in ``text``, if only in part."""
    return any(in_common(text, each.name) >= PART_OF_A_NAME for each in program.materials)


def _score(index: _Index, asked: set[str], counts: Mapping[str, int], length: int) -> float:
    norm = K1 * (1 - B + B * length / index.mean_length)
    return sum(index.weight[pair] * counts[pair] * (K1 + 1) / (counts[pair] + norm) for pair in asked & counts.keys())


@once
def _index(guide: Guide) -> _Index:
    rows = [(clause, Counter(_pairs(clause.heading + clause.text))) for clause in guide.clauses]
    seen = Counter(pair for _, counts in rows for pair in counts)
    weight = {pair: math.log(1 + (len(rows) - n + 0.5) / (n + 0.5)) for pair, n in seen.items()}
    counted = tuple((clause, counts, sum(counts.values())) for clause, counts in rows)
    return _Index(counted, weight, sum(length for *_, length in counted) / max(len(counted), 1))


def _pairs(text: str) -> list[str]:
    return [part[start : start + 2] for part in NOT_WORDS.split(text) for start in range(len(part) - 1)]

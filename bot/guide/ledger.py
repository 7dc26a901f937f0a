"""What became of every sentence of a guide: rule, material, judged, direction, section, description or background."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.guide.model import Background, Clause, Direction, Guide, Judged, Material, Quote, Requirement, SectionRule
from bot.guide.parts import Part
from bot.guide.source import label
from bot.guide.spans import occurrences

SENTENCE = re.compile("[^。；，：]+")
WORDS = re.compile(r"\w{2,}")  # a lone 和 or 及 between two quotes says nothing by itself

KINDS: Mapping[type, str] = {
    Requirement: "规则",
    Material: "材料",
    Judged: "由人判断",
    Direction: "支持方向",
    SectionRule: "受理科室",
    Quote: "专项说明",
    Background: "背景",
}


@dataclass(frozen=True)
class Row:
    """One clause: its sentences (parts between 。；，：), as what they count, and the words that no quote holds.

    A sentence may count as several things, so the kinds may add up to more than ``sentences``.
    """

    clause: str
    sentences: int
    kinds: Mapping[str, int]
    left_over: tuple[str, ...]


def ledger(guide: Guide, parts: tuple[Part, ...]) -> tuple[Row, ...]:
    """A row for each clause, in the guide's order."""
    counted = [part for where, part in parts if type(part) in KINDS and not where.startswith("terms")]
    return tuple(_row(clause, [part for part in counted if part.clause == clause.id]) for clause in guide.clauses)


def _row(clause: Clause, quoted: list[Any]) -> Row:
    own = label(clause)
    spans = [(KINDS[type(part)], span) for part in quoted for span in occurrences(part.quote, clause.text)]
    held = [span for _, span in spans] + ([own] if own else [])
    rest = _without(clause.text, held)
    sentences = [found.span() for found in SENTENCE.finditer(clause.text) if WORDS.search(found.group())]
    kinds = Counter(
        kind for sentence in sentences for kind in {kind for kind, span in spans if _overlap(span, sentence)}
    )
    return Row(clause.id, len(sentences), kinds, tuple(WORDS.findall(rest)))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with everything in ``spans`` blanked."""
    return "".join(" " if any(start <= at < end for start, end in spans) else sign for at, sign in enumerate(text))

"""Looks for held-out questions that stand in the training data, or nearly so: an examination with known questions proves nothing.

Names of programs, sections and numbers are masked on both sides, so that a template filled with another name is found
too. Shared character n-grams pick the candidates, cheaply; sentence vectors then tell the same words in another order
from the same question.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bot.nlu.vectors import encode
from evaluation.cases import HERE, read_yaml

ROOT = HERE.parent
GUIDE = ROOT / "knowledge" / "guide_2022.json"
SHORTEST = 6  # characters but masks; 谢谢 and 归谁管 are everybody's and no one's sentence
SHARED = 0.7  # of the n-grams of both
NEAR = 0.9  # cosine of the sentence vectors
NUMBER = re.compile(r"[\d.]+[%万亿元个人]*")
LEFT_OUT = re.compile(r"[^\w\u25cb]|(?:请问|您好|你好)")
MASK = "○"


@dataclass(frozen=True)
class Copy:
    """``question`` (held out) and ``phrase`` (training data) share ``shared`` of their n-grams; ``cosine`` of their vectors."""

    question: str
    phrase: str
    shared: float
    cosine: float


def near_copies(questions: Iterable[str], phrases: Iterable[str]) -> list[Copy]:
    """Every question with the phrase that it nearly is."""
    pairs = list(candidates(questions, phrases))
    left, right = encode([masked(one) for one, _, _ in pairs]), encode([masked(other) for _, other, _ in pairs])
    cosines = (left * right).sum(axis=1)
    found = (Copy(*pair, float(cosine)) for pair, cosine in zip(pairs, cosines, strict=True))
    return [one for one in found if one.cosine >= NEAR]


def candidates(questions: Iterable[str], phrases: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Question, phrase, shared share of n-grams; only what shares enough of them."""
    known = {phrase: ngrams(phrase) for phrase in phrases}
    index: dict[str, set[str]] = defaultdict(set)
    for phrase, parts in known.items():
        for part in parts:
            index[part].add(phrase)
    for question in questions:
        if len(masked(question).replace(MASK, "")) >= SHORTEST:
            yield from _alike(question, known, index)


def _alike(question: str, known: dict[str, set[str]], index: dict[str, set[str]]) -> Iterator[tuple[str, str, float]]:
    own = ngrams(question)
    for phrase in sorted(set().union(*(index.get(part, set()) for part in own))):
        shared = len(own & known[phrase]) / len(own | known[phrase])
        if shared >= SHARED:
            yield question, phrase, shared


def ngrams(text: str) -> set[str]:
    """Characters in twos and threes of the masked text."""
    plain = masked(text)
    return {plain[start : start + size] for size in (2, 3) for start in range(len(plain) - size + 1)} or {plain}


@cache
def masked(text: str) -> str:
    """The text with one sign for each name and number, without punctuation and the words of greeting."""
    return LEFT_OUT.sub("", NUMBER.sub(MASK, _names().sub(MASK, text)))


def training_phrases(data: Path = ROOT / "data", guide: Path = GUIDE) -> list[str]:
    """Every example of the training data, and every phrase of common knowledge."""
    nlu = read_yaml(data / "nlu.yml")["nlu"]
    examples = [line.removeprefix("- ").strip() for part in nlu for line in part["examples"].splitlines()]
    descriptions = read_yaml(data / "descriptions.yml")
    common = json.loads(guide.read_text(encoding="utf-8"))["common_knowledge"]
    words = [word for one in common for word in one["words"]]
    return [*filter(None, examples), *(phrase for group in descriptions.values() for phrase in group), *words]


def development_questions() -> list[str]:
    """The last turn of every case of the development set: what is tuned to it must not pass the test by that."""
    return _last_turns("dev.yml")


def held_out() -> list[str]:
    """The last turn of every case of the test, and every business as it is described."""
    businesses = read_yaml(HERE / "technologies.yml")["businesses"]
    return [*_last_turns("test.yml"), *(one["say"] for one in businesses)]


def _last_turns(file: str) -> list[str]:
    cases = read_yaml(HERE / file)
    return [case["turns"][-1]["say"] for case in cases]


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """Programs, families and sections by any name, and the neutral words of the training data, the longest first."""
    guide = json.loads(GUIDE.read_text(encoding="utf-8"))
    groups = [*guide["programs"], *guide["families"], *guide["sections"]]
    names = {name for one in groups for name in (one["name"], *one.get("aliases", ()))}
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longest), "某(?:专项|科|领域|单位|资质|地区|技术|指标|数|词|项)"]))

"""Single points that a guide makes of a program: one condition, one paper, one thing supported, with the words that say so.

A question about one thing wants the point that speaks of it, and no list of all. How near a point is to what is asked
about is told by rare words that both have, and by what others know of the likeness of their meanings (``cosines``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.guide.model import All, Direction, Guide, Judged, Material, Program, Quote, Requirement, Test, tests_in
from bot.guide.once import once
from bot.guide.words import pairs

Source = Requirement | Judged | Material | Direction | Quote

WEIGHT = 0.05  # of a rare pair of characters, against a cosine
LED = 1.0  # how much nearer a point is to which known words lead
OF_A_CHARACTER = 0.5  # how much a rare character counts of what a pair does
RARE = 3  # points in which a character stands at most that counts by itself
_PART = re.compile(r"[^，。；,;]+")
_PIECE = re.compile(r"[^，。；,;、]+")
_WORDS = re.compile(r"[\u4e00-\u9fff]+")
SHORTEST = 2


@dataclass(frozen=True)
class Point:
    """``words``: what it says, in short; ``quote``: the part of the sentence of ``source`` in which that stands."""

    program: str
    words: str
    quote: Quote
    source: Source = field(compare=False)  # whose conditions keep it from being hashed


@dataclass(frozen=True)
class Near:
    """A point with how near it is, by how much it has words in common with what is asked, and how much of that it has."""

    point: Point
    nearness: float
    in_common: float
    covered: float


@once
def points(guide: Guide) -> Mapping[str, tuple[Point, ...]]:
    """The points of each program (id)."""
    return {program.id: tuple(dict.fromkeys(_of(program))) for program in guide.programs}


def wordings(guide: Guide) -> tuple[str, ...]:
    """What the points of all programs say, each once."""
    return tuple(dict.fromkeys(each.words for found in points(guide).values() for each in found))


def nearest(
    guide: Guide,
    programs: Iterable[str],
    asked: str,
    cosines: Mapping[str, float],
    led_to: Collection[tuple[str, str, str]] = (),
) -> list[Near]:
    """The points of ``programs`` by how near they are to what is ``asked`` about, the nearest first.

    ``led_to``: (program, direction, term) to which words of it are known to lead.
    """
    rows = [_near(guide, each, asked, cosines, led_to) for program in programs for each in points(guide)[program]]
    return sorted(rows, key=lambda row: -row.nearness)


def _near(
    guide: Guide, point: Point, asked: str, cosines: Mapping[str, float], led_to: Collection[tuple[str, str, str]]
) -> Near:
    known = _weights(guide)
    shared = (_grams(asked) & known.grams[point]) - known.names[point.program]
    common = sum(known.weight[gram] / math.sqrt(known.within[point.program][gram]) for gram in shared)
    source = point.source.id if isinstance(point.source, Direction) else ""
    led = any(each[:2] == (point.program, source) and each[2] in point.words for each in led_to)
    return Near(
        point, cosines.get(point.words, 0.0) + WEIGHT * common + LED * led, common, 1.0 if led else _part(shared, asked)
    )


def _part(shared: Collection[str], asked: str) -> float:
    """How many of the pairs of characters of what is ``asked`` about are ``shared``."""
    pairs = {gram for gram in _grams(asked) if len(gram) > 1}
    return len(pairs & {*shared}) / len(pairs) if pairs else 0.0


def _of(program: Program) -> Iterator[Point]:
    for rule in program.requirements:
        yield Point(program.id, rule.text, Quote(rule.clause, rule.quote), rule)
    for each in program.judged:
        yield Point(program.id, each.text, Quote(each.clause, each.quote), each)
    for paper in program.materials:
        yield Point(program.id, paper.name, Quote(paper.clause, paper.quote), paper)
    for one in program.directions:
        yield from _pieces(program, Quote(one.clause, one.quote), one)
    for about in program.about:
        if not any(about.quote in field.quote for field in program.directions):
            yield from _pieces(program, about, about)


def _pieces(program: Program, sentence: Quote, source: Source) -> Iterator[Point]:
    """What is listed in a sentence, each with the part between two commas in which it stands."""
    for part in _PART.findall(sentence.quote):
        for piece in _PIECE.findall(part):
            if len(piece) >= SHORTEST:
                yield Point(program.id, piece, Quote(sentence.clause, part), source)


@dataclass(frozen=True)
class _Weights:
    """What the words of each point are, how rare each is, in how many points of a program it stands, and which are in a
    program's own names."""

    grams: Mapping[Point, frozenset[str]]
    weight: Mapping[str, float]
    within: Mapping[str, Mapping[str, int]]
    names: Mapping[str, frozenset[str]]


@once
def _weights(guide: Guide) -> _Weights:
    grams = {each: _said(guide, each) for found in points(guide).values() for each in found}
    texts = dict.fromkeys((each.words, grams[each]) for each in grams)
    seen = Counter(gram for _, found in texts for gram in found)
    weight = {gram: _rarity(gram, count, len(texts)) for gram, count in seen.items()}
    names = {
        each.id: frozenset(gram for name in (each.name, *each.aliases) for gram in _grams(name))
        for each in guide.programs
    }
    within = {each: Counter(gram for point in found for gram in grams[point]) for each, found in points(guide).items()}
    return _Weights(grams, weight, within, names)


def _rarity(gram: str, count: int, of_all: int) -> float:
    rare = math.log(of_all / count)
    if len(gram) > 1:
        return rare
    return OF_A_CHARACTER * rare if count <= RARE else 0.0


def _said(guide: Guide, point: Point) -> frozenset[str]:
    """Grams of what a point says; of a rule also of the names of what it tests."""
    texts = [point.words]
    if isinstance(point.source, Requirement):
        texts += [name for test in tests_in(point.source.test) for name in _names(guide, test)]
    return frozenset(gram for text in texts for gram in _grams(text))


def _names(guide: Guide, test: Test) -> Iterator[str]:
    if not isinstance(test, All):
        figure = guide.figure[test.figure]
        yield from (figure.name, *figure.names)


def _grams(text: str) -> set[str]:
    """The characters of ``text``, and its pairs of them that nothing separates."""
    runs = _WORDS.findall(text)
    return {gram for run in runs for gram in (*run, *pairs(run))}

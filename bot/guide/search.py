"""Finds passages of the guide by their words: BM25 over pairs of characters, which needs no word list."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.guide.model import Clause, Guide, Material, Program, Quote, SilentTopic
from bot.guide.once import once
from bot.guide.words import SENTENCE, pairs

PART_OF_A_NAME = 4  # so many characters in a row of a material's name
K1, B = 1.2, 0.75  # the usual constants of BM25
# 第几次党代会, 十几五规划: more than a number and its unit is said.
_WHICH_NUMBER = re.compile("几[\u4e00-\u9fff]{2}")
_NUMERALS = r"[一二三四五六七八九十百\d]+"
IN_QUOTES = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
YEARS = "年限"
AGE = re.compile(r"[^，。？?在到于]{0,5}?(?:[\d一二三四五六七八九十两几半多]+(?:个多?)?(?:周?年|月)|时间|时长|早晚|久)")


@dataclass(frozen=True)
class _Index:
    counts: tuple[tuple[Clause, Mapping[str, int], int], ...]
    weight: Mapping[str, float]
    mean_length: float


def search(guide: Guide, text: str, *, most: int = 3) -> tuple[Clause, ...]:
    """Clauses that share the rarest words with ``text``, the best first; none where nothing rare is shared."""
    index = _index(guide)
    asked = set(pairs(text, numbers=True))
    scored = [(_score(index, asked, counts, length), clause) for clause, counts, length in index.counts]
    best = max(score for score, _ in scored)
    close = [(score, clause) for score, clause in scored if score > 0 and score >= best * 0.6]
    return tuple(clause for _, clause in sorted(close, key=lambda row: -row[0])[:most])


def containing(guide: Guide, words: str) -> tuple[Clause, ...]:
    """Clauses in which ``words`` stand as they are."""
    return tuple(clause for clause in guide.clauses if words and words in clause.text)


def with_a_number(guide: Guide, words: str) -> tuple[Clause, ...]:
    """Clauses in which ``words`` stand with some number in the place of 几: 第几次党代会."""
    if not _WHICH_NUMBER.search(words):
        return ()
    pattern = re.compile(_NUMERALS.join(map(re.escape, words.split("几"))))
    return tuple(clause for clause in guide.clauses if pattern.search(clause.text))


def quoted(guide: Guide, text: str) -> tuple[Clause, ...]:
    """Clauses in which words stand that ``text`` puts in quotation marks."""
    return tuple(clause for words in IN_QUOTES.findall(text) for clause in containing(guide, words))


def presenting(program: Program) -> tuple[str, ...]:
    """The clauses (numbers) on what the program is and supports, each once."""
    own = [*(each.clause for each in program.about), *(each.clause for each in program.directions)]
    return tuple(dict.fromkeys(own))


def presented(guide: Guide, program: Program) -> Iterator[Quote]:
    """The sentences on what the program is and supports."""
    for number in presenting(program):
        for sentence in SENTENCE.finditer(guide.clause[number].text):
            yield Quote(number, sentence.group().strip())


def shared(guide: Guide, text: str) -> int:
    """How many characters in a row ``text`` has in common with some clause."""
    return max(in_common(clause.text, text) for clause in guide.clauses)


def in_common(one: str, other: str) -> int:
    """The length of the longest run of characters that stands in both."""
    return len(longest_run(one, other))


def speaks_of(topic: SilentTopic, text: str) -> bool:
    """Whether ``text`` asks for a silent topic by a word for it; for one of years also by how many: 成立才两年."""
    if any(word in text for word in topic.words):
        return True
    begun = {word[:2] for word in topic.words} if any(YEARS in word for word in topic.words) else ()
    return any(AGE.match(text, place + 2) for word in begun if (place := text.find(word)) >= 0)


def wanting(programs: Iterable[Program], text: str) -> tuple[str, ...]:
    """Those of ``programs`` (ids) that want something handed in which is named in ``text``, if only in part."""
    return tuple(program.id for program in programs if materials_named(program, text))


def materials_named(program: Program, text: str) -> tuple[Material, ...]:
    """What ``program`` wants handed in of which ``text`` names a part, and no more of another's name around that part."""
    runs = {each.name: longest_run(text, each.name) for each in program.materials}
    return tuple(
        each
        for each in program.materials
        if len(runs[each.name]) >= PART_OF_A_NAME
        and not any(runs[each.name] != other and runs[each.name] in other for other in runs.values())
    )


def longest_run(one: str, other: str) -> str:
    """The longest run of characters that stands in both."""
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[found.a : found.a + found.size]


def _score(index: _Index, asked: set[str], counts: Mapping[str, int], length: int) -> float:
    norm = K1 * (1 - B + B * length / index.mean_length)
    return sum(index.weight[pair] * counts[pair] * (K1 + 1) / (counts[pair] + norm) for pair in asked & counts.keys())


@once
def _index(guide: Guide) -> _Index:
    rows = [(clause, Counter(pairs(clause.heading + clause.text, numbers=True))) for clause in guide.clauses]
    seen = Counter(pair for _, counts in rows for pair in counts)
    weight = {pair: math.log(1 + (len(rows) - n + 0.5) / (n + 0.5)) for pair, n in seen.items()}
    counted = tuple((clause, counts, sum(counts.values())) for clause, counts in rows)
    return _Index(counted, weight, sum(length for *_, length in counted) / max(len(counted), 1))

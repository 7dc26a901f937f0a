"""How likely a text is: by the words that it falls into and by its characters in a row.

Words are counted in jieba's dictionary and in the training phrases, characters in the phrases alone: together they know
what people write and what they write to this assistant. Natural logarithms throughout.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import jieba

LONGEST_WORD, LONGEST_ROW = 5, 3
FAMILIAR = 4  # so often a character stands in the phrases before it is thought to be meant
COMMON = 5  # so often, in jieba's count, a word is met that is not a chance meeting of two characters
STRANGE = -16.0  # three characters in a row that the phrases would hardly hold
ABSENT = math.log(1e-9)  # a character that nobody has written yet
NEVER = -1e9  # several characters that are no word
BEFORE, BEHIND = "^^", "$"
# How much what was seen after one and after two characters counts against what stands behind it (Witten and Bell's way).
AFTER_ONE, AFTER_TWO = 5, 3


class Likelihood:
    """``words``: how often each word stands in the texts; ``rows``: how often each one, two or three characters;
    ``familiar``: the characters that people use, in names or not."""

    def __init__(
        self, words: Mapping[str, int] | None = None, rows: Mapping[str, int] | None = None, familiar: str = ""
    ) -> None:
        self.words, self.familiar, self._rows = Counter(words or {}), familiar, Counter(rows or {})
        self._all_words = sum(self.words.values()) or 1
        self._all_characters = sum(n for row, n in self._rows.items() if len(row) == 1) or 1
        self._following = Counter[str]()
        for row, number in self._rows.items():
            self._following[row[:-1]] += number
        self._word, self._character = lru_cache(50_000)(self._of_word), lru_cache(50_000)(self._of_character)

    @classmethod
    def learned(cls, phrases: Iterable[str], names: Iterable[str] = ()) -> Likelihood:
        """From phrases and names as they stand."""
        written = [*phrases]
        used = Counter(character for phrase in written for character in phrase)
        words, rows = Counter[str](), Counter[str]()
        for text in (*written, *names):
            words.update(jieba.cut(text, HMM=False))
            rows.update(_rows(text))
        kept = {row: number for row, number in rows.items() if number > 1 or len(row) < LONGEST_ROW}
        familiar = sorted(character for character, number in used.items() if number >= FAMILIAR)
        return cls(words, kept, "".join(familiar))

    def as_data(self) -> dict[str, Any]:
        """What the constructor takes."""
        return {"words": dict(self.words), "rows": dict(self._rows), "familiar": self.familiar}

    @staticmethod
    def is_word(text: str) -> bool:
        """Whether jieba knows ``text`` as a word."""
        return (jieba.dt.FREQ.get(text) or 0) > COMMON

    def strange(self, text: str) -> Iterator[int]:
        """Places of Chinese characters that stand in no word of jieba's and are unlikely where they stand."""
        for place, character in enumerate(text):
            alone = is_chinese(character) and not self._in_a_word(text, place)
            if alone and self.by_characters(text, place, place + 1) < STRANGE:
                yield place

    def _in_a_word(self, text: str, place: int) -> bool:
        pairs = text[max(place - 1, 0) : place + 1], text[place : place + 2]
        return any(self.is_word(pair) for pair in pairs if len(pair) > 1)

    def by_words(self, text: str) -> float:
        """Of the likeliest way to cut ``text`` into words."""
        best = [0.0] + [2 * NEVER * len(text)] * len(text)
        for start in range(len(text)):
            for end in range(start + 1, min(start + LONGEST_WORD, len(text)) + 1):
                best[end] = max(best[end], best[start] + self._word(text[start:end]))
        return best[-1]

    def by_characters(self, text: str, start: int, end: int) -> float:
        """Of the characters that ``text[start:end]`` decides: its own and the two behind it, the end included."""
        padded = BEFORE + text + BEHIND
        return sum(self._character(padded[at - 2 : at + 1]) for at in range(start + 2, min(end + 4, len(padded))))

    def _of_word(self, word: str) -> float:
        general = (jieba.dt.FREQ.get(word) or 0) / jieba.dt.total
        chance = (self.words[word] / self._all_words + general) / 2
        if chance:
            return math.log(chance)
        return ABSENT if len(word) == 1 else NEVER

    def _of_character(self, row: str) -> float:
        one = (self._rows[row[2]] + 0.01) / (self._all_characters + 1)
        two = self._mixed(row[1:], AFTER_ONE, one)
        return math.log(self._mixed(row, AFTER_TWO, two))

    def _mixed(self, row: str, weight: int, shorter: float) -> float:
        following = self._following[row[:-1]]
        return (self._rows[row] + weight * shorter) / (following + weight)


def _rows(text: str) -> Iterator[str]:
    """Every character of ``text``, and its end, alone and with one and two before it."""
    padded = BEFORE + text + BEHIND
    for end in range(len(BEFORE) + 1, len(padded) + 1):
        yield from (padded[end - length : end] for length in range(1, LONGEST_ROW + 1))


def is_chinese(text: str) -> bool:
    """Whether every character is a Chinese one."""
    return all("\u4e00" <= letter <= "\u9fff" for letter in text)

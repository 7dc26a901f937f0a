"""Names by their sound: typing in Chinese goes by pinyin, so most slips keep the sound (重大转项, 兰百专项)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

SHORTEST = 3  # two syllables sound like too many other words
LONGEST = 24  # no name is longer
# Pairs that many speakers, and their input methods, do not tell apart.
BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"))
ENDINGS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@dataclass(frozen=True)
class Sounding:
    """``text[start:end]`` sounds like ``name``."""

    name: str
    start: int
    end: int


def syllables(text: str) -> tuple[str, ...]:
    """One blurred syllable a character; characters that have none stand for themselves."""
    return tuple(_syllable(character) for character in text)


@lru_cache(maxsize=10_000)
def _syllable(character: str) -> str:
    return _blurred(str(lazy_pinyin(character)[0]))


def sounding(text: str, names: Mapping[tuple[str, ...], str]) -> tuple[Sounding, ...]:
    """The names that sound in ``text``, the longest first, none overlapping another; see ``by_sound``."""
    heard = syllables(text)
    found: list[Sounding] = []
    for candidate in _candidates(heard, names):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in found):
            found.append(candidate)
    return tuple(found)


def by_sound(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Names of at least three characters by their syllables."""
    return {syllables(name): name for name in names if len(name) >= SHORTEST}


def _candidates(heard: tuple[str, ...], names: Mapping[tuple[str, ...], str]) -> Iterator[Sounding]:
    for length in range(min(len(heard), LONGEST), SHORTEST - 1, -1):
        for start in range(len(heard) - length + 1):
            name = names.get(heard[start : start + length])
            if name:
                yield Sounding(name, start, start + length)


def _blurred(syllable: str) -> str:
    for clear, plain in BLURRED:
        if syllable.startswith(clear):
            syllable = plain + syllable[len(clear) :]
    for clear, plain in ENDINGS:
        if syllable.endswith(clear):
            syllable = syllable[: -len(clear)] + plain
    return syllable

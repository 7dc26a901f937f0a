"""Names by their sound: typing in Chinese goes by pinyin, so most slips keep the sound (重大转项, 兰百专项), or leave it as it was
typed (xinxing研发机构)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pypinyin import lazy_pinyin

SHORTEST = 3  # two syllables sound like too many other words
LONGEST = 24  # no name is longer
TYPED = re.compile("[A-Za-z]{2,}")  # may be pinyin that was left as it was typed
LONGEST_SYLLABLE = 6  # letters
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
    heard = _heard(text, {each for name in names for each in name})
    found: list[Sounding] = []
    for candidate in _candidates(heard, names):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in found):
            found.append(candidate)
    return tuple(found)


def by_sound(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Names of at least three characters by their syllables."""
    return {syllables(name): name for name in names if len(name) >= SHORTEST}


def _candidates(heard: list[Sounding], names: Mapping[tuple[str, ...], str]) -> Iterator[Sounding]:
    for length in range(min(len(heard), LONGEST), SHORTEST - 1, -1):
        for start in range(len(heard) - length + 1):
            spoken = heard[start : start + length]
            name = names.get(tuple(each.name for each in spoken))
            if name:
                yield Sounding(name, spoken[0].start, spoken[-1].end)


def _heard(text: str, known: Collection[str]) -> list[Sounding]:
    """The syllables of ``text`` with their places; letters that are wholly syllables which are ``known`` are those."""
    found, start = list[Sounding](), 0
    for typed in TYPED.finditer(text):
        ends = _spelled(typed[0].lower(), known)
        if ends is None:
            continue
        found += _one_each(text, start, typed.start())
        for begin, end in pairwise((0, *ends)):
            syllable = _blurred(typed[0][begin:end].lower())
            found.append(Sounding(syllable, typed.start() + begin, typed.start() + end))
        start = typed.end()
    return [*found, *_one_each(text, start, len(text))]


def _one_each(text: str, start: int, end: int) -> Iterator[Sounding]:
    """A syllable for every character between the two places."""
    return (Sounding(_syllable(text[place]), place, place + 1) for place in range(start, end))


def _spelled(letters: str, known: Collection[str]) -> tuple[int, ...] | None:
    """Where each of the syllables ends that ``letters`` are made of, the longest first; None where they are not made of any."""
    if not letters:
        return ()
    for end in range(min(len(letters), LONGEST_SYLLABLE), 0, -1):
        rest = _spelled(letters[end:], known) if _blurred(letters[:end]) in known else None
        if rest is not None:
            return (end, *(end + each for each in rest))
    return None


def _blurred(syllable: str) -> str:
    for clear, plain in BLURRED:
        if syllable.startswith(clear):
            syllable = plain + syllable[len(clear) :]
    for clear, plain in ENDINGS:
        if syllable.endswith(clear):
            syllable = syllable[: -len(clear)] + plain
    return syllable

"""Noise: the same question as hurried people, other keyboards and other scripts write it. Seeded, so that runs compare."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from random import Random

from opencc import OpenCC
from pypinyin import lazy_pinyin

from evaluation.cases import Case

Noise = Callable[[str, Random], str]

CHARACTERS_A_SLIP = 12
# A slip in one of these would be another question: numerals, units, and words that deny.
KEPT = frozenset("零〇一二两三四五六七八九十百千万亿元几成比半第不没无未非否")
PUNCTUATION = re.compile(r"[，。！？；、“”‘’…~!?;]|(?<!\d),|,(?!\d)")
OPENINGS = ("那个，", "嗯", "呃，", "就是说", "哎，", "麻烦问下，", "诶对了，", "不好意思啊，")
MIDDLES = ("那个", "嗯", "就是", "呃")
ENDINGS = ("哈", "哦", "呀", "，哎", "……", "嘛")


def typos(text: str, draw: Random) -> str:
    """One character in about twelve, at least one where any can be, becomes another common one of the same sound."""
    letters = list(text)
    places = [place for place, letter in enumerate(letters) if _sound_alikes(letter)]
    slips = min(len(places), max(1, len(letters) // CHARACTERS_A_SLIP))
    for place in draw.sample(places, slips):
        letters[place] = draw.choice(_sound_alikes(letters[place]))
    return "".join(letters)


def traditional(text: str, draw: Random) -> str:
    """Traditional characters."""
    return str(_to_traditional().convert(text))


def unpunctuated(text: str, draw: Random) -> str:
    """No punctuation but what belongs to a number."""
    return PUNCTUATION.sub("", text) or text


def fillers(text: str, draw: Random) -> str:
    """What people say while they think: before, after the first comma, and at the end."""
    head, comma, tail = text.partition("，")
    middle = draw.choice(MIDDLES) if comma else ""
    return f"{draw.choice(OPENINGS)}{head}{comma}{middle}{tail}{draw.choice(ENDINGS)}"


def full_width(text: str, draw: Random) -> str:
    """Every ASCII character as its full-width form."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


NOISES: Mapping[str, Noise] = {
    "typos": typos,
    "traditional": traditional,
    "unpunctuated": unpunctuated,
    "fillers": fillers,
    "full-width": full_width,
}


def noisy(case: Case, noise: str, seed: int) -> Case:
    """The case with every turn under ``noise``; the same seed gives the same turns, whatever else the file holds."""
    draw = Random(f"{seed} {noise} {case.id}")
    return replace(case, turns=tuple(NOISES[noise](turn, draw) for turn in case.turns))


def _sound_alikes(letter: str) -> tuple[str, ...]:
    """The other common characters with the sound of ``letter``; none where it must stay."""
    if letter in KEPT or not "\u4e00" <= letter <= "\u9fff":
        return ()
    return tuple(other for other in _by_sound()[lazy_pinyin(letter)[0]] if other != letter and other not in KEPT)


@lru_cache(maxsize=1)
def _by_sound() -> Mapping[str, list[str]]:
    """The 3,755 characters of GB 2312's first level, which are the common ones, by syllable without tone."""
    found: dict[str, list[str]] = defaultdict(list)
    for lead in range(0xB0, 0xD8):
        for letter in bytes(part for tail in range(0xA1, 0xFF) for part in (lead, tail)).decode("gb2312", "ignore"):
            found[lazy_pinyin(letter)[0]].append(letter)
    return found


@lru_cache(maxsize=1)
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")

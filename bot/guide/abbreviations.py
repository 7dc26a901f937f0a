"""Institutions that the guide names in full, known by the short forms that people make of such names: 哈工大, 北航.

A short form takes the first character of the place, then of one or more of the words behind it, and may end on 大. The
place and 大 alone (北大) are another school's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

from bot.guide.model import Guide
from bot.guide.once import once

_IN_FULL = re.compile(r"(?<=[与和跟及、同])[^，。；、与和跟及同等的]{2,10}大学(?=[、，。；与和等及])")
_ENDS = "大学"
_WORD = 2  # characters of a word behind the place


def in_full(guide: Guide, short: str) -> str:
    """The one institution that ``short`` is a short form of; empty where there is none, or several."""
    return _short_forms(guide).get(short, "")


def institutions_in(guide: Guide, text: str) -> tuple[str, ...]:
    """The institutions that ``text`` names, in full or by a short form, each once, by the guide's own names."""
    forms = _short_forms(guide)
    named = {name for short, name in forms.items() if short in text} | {name for name in forms.values() if name in text}
    return tuple(sorted(named))


@once
def institutions(guide: Guide) -> frozenset[str]:
    """The institutions that the guide names in full."""
    return frozenset(name for clause in guide.clauses for name in _IN_FULL.findall(clause.text))


@once
def _short_forms(guide: Guide) -> Mapping[str, str]:
    owners: dict[str, set[str]] = {}
    for name in institutions(guide):
        for short in _forms(name):
            owners.setdefault(short, set()).add(name)
    return {short: own.pop() for short, own in owners.items() if len(own) == 1}


def _forms(name: str) -> set[str]:
    """The short forms of one name."""
    place, *words = _words(name.removesuffix(_ENDS))
    kept = (some for most in range(1, len(words) + 1) for some in combinations(words, most))
    stems = {place[0] + "".join(word[0] for word in some) for some in kept}
    return stems | {stem + _ENDS[0] for stem in stems}


def _words(stem: str) -> list[str]:
    """The place and the words behind it, of two characters each: 哈尔滨|工业, 北京|航空|航天."""
    count = max((len(stem) - _WORD) // _WORD, 0)
    cut = len(stem) - count * _WORD
    return [stem[:cut], *(stem[place : place + _WORD] for place in range(cut, len(stem), _WORD))]

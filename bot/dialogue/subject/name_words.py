"""The program that is pointed at by words of its name in another order: 联手转化成果的那个 is of 成果转化."""

from __future__ import annotations

import re
from collections import Counter

from bot.guide.model import Guide
from bot.guide.once import once
from bot.guide.words import pairs

ENOUGH = 2  # pairs of characters that no other program's name has
_POINTED_AT = re.compile(r"(?P<words>[^，,。；;！!？?]{4,24})的那(?:一?[个项块类种]|专项|项目)")
_OF_ANY = re.compile("专项|项目|计划")


def alluded_to(guide: Guide, text: str) -> tuple[str, ...]:
    """The one program in the name of which alone enough of the words stand by which something is pointed at."""
    found = _POINTED_AT.search(text)
    if not found:
        return ()
    said = _own_words(found["words"])
    shared = {program: len(said & own) for program, own in _own_pairs(guide).items()}
    meant = [program for program, count in shared.items() if count]
    return tuple(meant) if len(meant) == 1 and shared[meant[0]] >= ENOUGH else ()


def named_by_a_word(guide: Guide, text: str) -> tuple[str, ...]:
    """The programs (ids) of which ``text`` has some pair of characters that stands in no other's name: 合作转化, 聘了个专家."""
    said = _own_words(text)
    return tuple(program for program, own in _own_pairs(guide).items() if said & own)


@once
def _own_pairs(guide: Guide) -> dict[str, set[str]]:
    """By program (id) the pairs of characters that stand in no other's name."""
    words = {each.id: _own_words(each.name) for each in guide.programs}
    many = Counter(pair for found in words.values() for pair in found)
    return {program: {pair for pair in found if many[pair] == 1} for program, found in words.items()}


def _own_words(text: str) -> set[str]:
    return {*pairs(_OF_ANY.sub("，", text))}

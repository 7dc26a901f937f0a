"""Finds clauses by their numbers, as the guide writes them (三（二）3) or as people say them (第三部分第二条第3点)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.guide.model import Clause, Guide
from bot.guide.once import once

_CHINESE = "一二三四五六七八九十"
_DIGIT = rf"[{_CHINESE}\d]"
_LEVEL = rf"(?:的|里面?的?|中的?|下面?的?|[，, ])?第?[（(]?({_DIGIT})[）)]?"
_WRITTEN = re.compile(
    rf"(?<![{_CHINESE}\d第])([{_CHINESE}])[、.．]?[（(]([{_CHINESE}])[）)](?:第?(\d)[.．、]?(?!\d))?(?:[（(](\d)[）)])?"
)
_SAID = re.compile(
    rf"第({_DIGIT})(?:部分|大?章|大点|大项|篇){_LEVEL}(?:小?节|条|款|点|项|小点|部分)(?:{_LEVEL}(?:小?点|条|款|项|小项))?"
    rf"(?:{_LEVEL}(?:小?点|条|款|项|小项))?"
)
_NUMBER = re.compile(rf"{_DIGIT}")


def numbered(guide: Guide, text: str) -> tuple[Clause, ...] | None:
    """Clauses with the number that ``text`` names, or below it; None where it names none, empty where none has it.

    A clause that has a name and no number (the preamble) is found by its name.
    """
    found = _WRITTEN.search(text) or _SAID.search(text)
    if not found:
        return tuple(clause for clause, places in _numbers(guide) if not places and clause.id in text) or None
    wanted = _places(found.groups())
    return tuple(clause for clause, places in _numbers(guide) if places[: len(wanted)] == wanted)


def _places(numbers: Sequence[str | None]) -> tuple[int, ...]:
    return tuple(place(each) for each in numbers if each)


def place(said: str) -> int:
    """The number of a place, or of so many, from 1 to 10 in Chinese, or any in digits: 三 and 3 are 3, 两 is 2."""
    return _CHINESE.find(said.replace("两", "二")) + 1 or int(said)


@once
def _numbers(guide: Guide) -> tuple[tuple[Clause, tuple[int, ...]], ...]:
    """Every clause with the numbers in its name: 三（二）3 is 3, 2, 3."""
    return tuple((clause, _places(_NUMBER.findall(clause.id))) for clause in guide.clauses)

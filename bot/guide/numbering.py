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
# 一（二）3和4: another point of the same.
_AND = re.compile(r"(?:和|跟|与|及|、)第?(\d)(?![\d个人万家年%])")
_WITH_A_POINT = 3  # numbers: 一（二）3


def numbered(guide: Guide, text: str) -> tuple[Clause, ...] | None:
    """Clauses with the number that ``text`` names, or below it; None where it names none, empty where none has it.

    A clause that has a name and no number (the preamble) is found by its name.
    """
    wanted = _told(text)
    if not wanted:
        return tuple(clause for clause, places in _numbers(guide) if not places and clause.id in text) or None
    return tuple(clause for clause, places in _numbers(guide) if any(places[: len(each)] == each for each in wanted))


def _told(text: str) -> list[tuple[int, ...]]:
    """The numbers that ``text`` names, every one as the guide writes it (一（二）3和一（二）4; 一（二）3和4), or one as people say it."""
    written = list(_WRITTEN.finditer(text))
    told = [_places(each.groups()) for each in written]
    beside = [(_places(each.groups()), _AND.match(text, each.end())) for each in written]
    told += [(*places[:-1], place(more[1])) for places, more in beside if more and len(places) == _WITH_A_POINT]
    said = None if told else _SAID.search(text)
    return told or ([_places(said.groups())] if said else [])


def _places(numbers: Sequence[str | None]) -> tuple[int, ...]:
    return tuple(place(each) for each in numbers if each)


def place(said: str) -> int:
    """The number of a place, or of so many, from 1 to 10 in Chinese, or any in digits: 三 and 3 are 3, 两 is 2."""
    return _CHINESE.find(said.replace("两", "二")) + 1 or int(said)


@once
def _numbers(guide: Guide) -> tuple[tuple[Clause, tuple[int, ...]], ...]:
    """Every clause with the numbers in its name: 三（二）3 is 3, 2, 3."""
    return tuple((clause, _places(_NUMBER.findall(clause.id))) for clause in guide.clauses)

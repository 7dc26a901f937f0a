"""A table that lies on its side: a line of names and below it a line of values. It is put upright, a name and its value a line.

As long as before, so that what stands around it stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.figures.wording.ticked import ANSWER

# What parts the cells of a line, the surest first; with the last two a line may as well be prose.
_SURE = (re.compile(r"[ ]*\t[ \t]*"), re.compile(r"[ ]*[|│丨][ ]*"))
_PARTS = (*_SURE, re.compile(r"[ ]+"), re.compile(r"[ ]*[,，;；、][ ]*"))
_EDGES = "|│丨 \t"
_RULE = re.compile(r"[ \t|│丨+:=—–-]+")  # |---|---| below the heading
_UNIT = "(?:[万亿]?元|[万亿]|人|名|个|家|%|％)"
_DIGITS = r"(?:[约近超>≥≈~～]|大约|大概)?[ ]?(?:\d[\d.,]*|[一二两三四五六七八九十百千零]+)"
_NUMBER = re.compile(rf"{_DIGITS}[ ]?(?:{_UNIT}|左右|多|以上)*|\d+(?:\.\d+)?[:：比]\d+(?:\.\d+)?")
_VALUE = re.compile(rf"{_NUMBER.pattern}|{ANSWER}|[/—–-]+|不详|未知|暂无|[待未]定")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NAME = re.compile(r"(?=.*[\u4e00-\u9fff])[^。；！？:：]{2,20}")
_WORD = re.compile(r"[^\d。！？:：]{1,12}")
_MEASURED = re.compile(rf"(?P<name>.*?)[（(\[](?:单位[:：]?)?(?P<unit>{_UNIT})[)）\]]")
# The heading of a column of values: such a table stands upright.
_OF_VALUES = re.compile(
    r"(?:数值|数据|数额|数量|金额|数字?|情况|内容|取值|值|备注|说明|单位|填报|填写|实际|现状|结果|回答|答案|[12]\d{3}年?度?)[^\u4e00-\u9fff]*(?:[万亿]?元[)）])?"
)


def upright(text: str) -> str:
    """``text``, the tables in it that lie on their side put upright. The names of one whose values do not fit it, or that has
    several rows of them, are blanked: no number is of the name that happens to stand before it."""
    lines = [each for each in _lines(text) if each[1].strip() and not _RULE.fullmatch(each[1])]
    letters = list(text)
    for place, ((start, heading), (below, row)) in enumerate(pairwise(lines)):
        if not (_is_heading(_cells(heading)) and _holds_values(row)):
            continue
        several = place + 2 < len(lines) and _holds_values(lines[place + 2][1])
        pairs = () if several else _pairs(heading, row)
        if pairs:
            end = below + len(row)
            letters[start:end] = "\n".join(f"{name}:{value}" for name, value in pairs).ljust(end - start)
        else:
            letters[start : start + len(heading)] = " " * len(heading)
    return "".join(letters)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for line in text.split("\n"):
        yield place, line
        place += len(line) + 1


def _part(line: str) -> re.Pattern[str] | None:
    """What parts the line into cells; None where it is one."""
    return next((part for part in _PARTS if part.search(line.strip(_EDGES))), None)


def _cells(line: str) -> list[str]:
    part = _part(line)
    return part.split(line.strip(_EDGES)) if part else [line.strip(_EDGES)]


def _is_heading(cells: Sequence[str]) -> bool:
    """Whether the cells are several names, and neither a name with its value nor the heading of a column of values."""
    names = all(_NAME.fullmatch(each) and not _VALUE.fullmatch(each) for each in cells)
    return len(cells) > 1 and names and not any(map(_OF_VALUES.fullmatch, cells[1:]))


def _holds_values(line: str) -> bool:
    """Whether the line is several values, a number among them; the cells of a plain table may be words, its first a label."""
    cells = _cells(line)
    numbers = [each for each in cells if _NUMBER.fullmatch(each)]
    words = [each for each in cells if not _VALUE.fullmatch(each)]
    labelled = len(words) == 1 and words == cells[:1] and len(cells) > 2
    plain = _part(line) in _SURE and all(map(_WORD.fullmatch, words))
    return len(cells) > 1 and bool(numbers) and (not words or labelled or plain)


def _pairs(heading: str, row: str) -> list[tuple[str, str]]:
    """Each name with its value, the unit in the name moved to its number; none where there are not as many of both."""
    names, values = _cells(heading), _cells(row)
    if len(names) != len(values):
        values = _cells(_THOUSANDS.sub("", row))  # 1,200万,900万
    return [_measured(*pair) for pair in zip(names, values, strict=True)] if len(names) == len(values) else []


def _measured(name: str, value: str) -> tuple[str, str]:
    found = _MEASURED.fullmatch(name)
    if not found:
        return name, value
    return found["name"], value + found["unit"] if re.fullmatch(_DIGITS, value) else value

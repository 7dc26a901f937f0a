"""Lines of JSON or CSV into records: which cells a line gives, or why it gives none."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from bot.batch.lines import Line
from bot.figures.given import decimal
from bot.figures.spelling import shown

ID = "id"


@dataclass(frozen=True)
class Record:
    """What one line gives: the cells by their headings, or the ``fault`` (Chinese) that makes it unusable."""

    line: int
    cells: dict[str, object] = field(default_factory=dict)
    fault: str = ""


Reader = Callable[[Iterator[Line]], Iterator[Record]]


def reader(name: str, first: Line, headings: Collection[str]) -> Reader:
    """How to read a file, told by its extension, else by its first line: a CSV heading names at least one figure."""
    suffix = name.lower().rpartition(".")[2]
    if suffix == "csv":
        return csv_records
    if suffix in ("json", "jsonl", "ndjson"):
        return json_records
    return json_records if set(headings).isdisjoint(_headings(first)) else csv_records


# --- JSON Lines ---


class _RepeatedKey(ValueError):
    """An object names one key twice; ``cells`` holds the others."""

    def __init__(self, key: str, cells: dict[str, object]) -> None:
        super().__init__(key)
        self.key, self.cells = key, cells


def json_records(lines: Iterator[Line]) -> Iterator[Record]:
    """One object a line. NaN and Infinity, which JSON does not have, come out as numbers, to be refused by name."""
    for line in lines:
        yield Record(line.number, fault=line.fault) if line.text is None else _json_record(line.number, line.text)


def _json_record(number: int, text: str) -> Record:
    try:
        cells = _DECODER.decode(text)
    except _RepeatedKey as repeated:
        return Record(number, repeated.cells, f"“{shown(repeated.key)}”写了两次")
    except json.JSONDecodeError as error:
        return Record(number, fault=f"不是完整的JSON（第{error.colno}个字符处有误）")
    except RecursionError:
        return Record(number, fault="JSON的层次太深")
    return Record(number, cells) if isinstance(cells, dict) else Record(number, fault="这一行不是JSON对象")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    cells = dict(pairs)
    if len(cells) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise _RepeatedKey(repeated, {ID: cells[ID]} if keys.count(ID) == 1 else {})
    return cells


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=decimal, parse_float=decimal, parse_constant=Decimal)

# --- CSV ---


def csv_records(lines: Iterator[Line]) -> Iterator[Record]:
    """A line of headings, then one company a line; a cell cannot go on over the end of its line."""
    heading = next(lines, None)
    if heading is None:
        return
    headings = _headings(heading)
    fault = _heading_fault(heading, headings)
    for line in lines:
        yield Record(line.number, fault=fault) if fault else _csv_record(line, headings)


def _heading_fault(heading: Line, headings: list[str]) -> str:
    if heading.fault or not headings:
        return f"表头（第{heading.number}行）读不出来：{heading.fault or '引号或分隔符有误'}"
    repeated = [one for one in headings if headings.count(one) > 1]
    return f"表头里“{shown(repeated[0])}”出现了两次" if repeated else ""


def _csv_record(line: Line, headings: list[str]) -> Record:
    if line.text is None:
        return Record(line.number, fault=line.fault)
    cells = _cells(line.text)
    if not cells:
        return Record(line.number, fault="引号或分隔符有误，这一行读不出来")
    known: dict[str, object] = dict(zip(headings, (cell or None for cell in cells), strict=False))
    if len(cells) != len(headings):
        fault = f"有{len(cells)}格，表头有{len(headings)}格"
        return Record(line.number, {ID: known.get(ID)}, fault)
    return Record(line.number, known)


def _headings(line: Line) -> list[str]:
    return [cell.strip() for cell in _cells(line.text or "")]


def _cells(text: str) -> list[str]:
    """The cells of one row; none where its quotes do not add up or it holds a NUL."""
    try:
        return next(csv.reader([text], strict=True), [])
    except csv.Error:
        return []


def ahead(lines: Iterator[Line]) -> tuple[Line | None, Iterator[Line]]:
    """The first line, and all lines, it included."""
    first = next(lines, None)
    return first, lines if first is None else chain([first], lines)

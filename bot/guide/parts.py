"""The parts of a guide with their JSON paths, and what checks of them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from bot.guide.faults import Fault, nearest

Found = Iterator[Fault]
Part = tuple[str, Any]  # a JSON path, and the dataclass there


def walk(part: object, where: str = "") -> Iterator[Part]:
    """Every dataclass below ``part``, with its JSON path."""
    if is_dataclass(part):
        if where:
            yield where, part
        for field in fields(part):
            yield from walk(getattr(part, field.name), f"{where}.{field.name}" if where else field.name)
    elif isinstance(part, tuple):
        for place, each in enumerate(part):
            yield from walk(each, f"{where}[{place}]")


def unknown(where: str, what: str, used: str, known: Iterable[str]) -> Found:
    """A fault where ``used`` is none of ``known``; ``what`` says what kind of thing it names."""
    known = tuple(known)
    if used not in known:
        yield Fault(where, f"没有{what}“{used}”", nearest(used, known))

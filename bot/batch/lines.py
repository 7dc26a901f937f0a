"""The physical lines of a file, numbered from 1, without byte order mark and line ends; empty ones are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

LONGEST_LINE = 1 << 20  # bytes; a company needs a few hundred
BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """One line. ``text`` is None where the line cannot be read, and ``fault`` then says why, in Chinese."""

    number: int
    text: str | None
    fault: str = ""


def lines(source: BinaryIO, read: Callable[[int], object] = lambda size: None) -> Iterator[Line]:
    """The lines of ``source`` that hold something; ``read`` hears of every stretch of bytes taken."""
    number = 0
    while raw := source.readline(LONGEST_LINE + 1):
        number += 1
        read(len(raw))
        too_long = len(raw) > LONGEST_LINE and not raw.endswith(b"\n")
        if too_long:
            _skip(source, read)
        if number == 1:
            raw = raw.removeprefix(BOM)
        if raw.strip():
            yield Line(number, None, "这一行太长") if too_long else _decoded(number, raw)


def _skip(source: BinaryIO, read: Callable[[int], object]) -> None:
    """Reads on to the end of a line that is too long to be kept."""
    while raw := source.readline(LONGEST_LINE):
        read(len(raw))
        if raw.endswith(b"\n"):
            return


def _decoded(number: int, raw: bytes) -> Line:
    try:
        return Line(number, raw.decode().rstrip("\r\n"))
    except UnicodeDecodeError:
        return Line(number, None, "这一行不是UTF-8编码，请用UTF-8保存后再试")

"""A text with places of it blanked, so that everything else stands where it stood."""

from __future__ import annotations

from collections.abc import Iterable


def blanked(text: str, places: Iterable[tuple[int, int]], mark: str = " ") -> str:
    """``text`` with ``mark`` for each character of the ``places`` (start, end)."""
    letters = list(text)
    for start, end in places:
        letters[start:end] = mark * (end - start)
    return "".join(letters)

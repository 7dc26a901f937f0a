"""What is wrong with a guide's file: where, what, and how to mend it, in the words of the office's staff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Fault:
    """One fault. ``where`` is a JSON path (``programs[2].requirements[0].quote``) or a line of the source."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}。{self.mend}。"


class GuideFaults(ValueError):
    """All faults of one file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(word: str, known: Iterable[str]) -> str:
    """How to mend an unknown word: the known one that is most like it, or all of them."""
    words = sorted(set(known))
    close = get_close_matches(word, words, n=1, cutoff=0.5)
    if close:
        return f"最接近的是“{close[0]}”，请核对"
    return f"可以用的有：{'、'.join(words[:40])}" if words else "先把它加进去"

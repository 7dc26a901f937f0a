"""Whether a short word stands in a text as a word, or its characters belong to everyday words around it.

当归 in 应当归到, 面包 in 里面包括 and 口红 in 进口红酒 are no words there. Of all ways to cut the characters around into
everyday words and this one, the most common words win; a word that nobody counted is taken for a rare one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

COMMON_WORDS = Path(__file__).with_name("common_words.txt")
LONGEST_TORN = 3  # longer words than this are no accident
LONGEST = 4  # of the everyday words
RARE = 12.0  # the weight of a word that is not among them: some sixty of sixty million
SINGLE = 10.0  # and of a character
ALL = 51.7  # the weight of all that was counted
CHINESE = re.compile("[\u4e00-\u9fff]+")


# 公司出面, 我们出具: what seems to say who pays is the beginning of another word.
PAYS = "出(?![面具口版差租售席])"
COUNTING = r"[几一二两三四五六七八九十百多\d]"  # before 个人 it is counted: 几个人才行
# 一台球差电镜, 两条幅面: what is counted so is called by what follows, and no word begins with its measure.
COUNTED = re.compile(f"{COUNTING}(?:台|条|套|盒)$")


@lru_cache(maxsize=10_000)
def torn(text: str, start: int, end: int) -> bool:
    """Whether everyday words take characters of ``text[start:end]`` to those beside them."""
    if end - start > LONGEST_TORN or not CHINESE.fullmatch(text, start, end):
        return False
    if COUNTED.search(text, max(start - 1, 0), start + 1):
        return True
    first = max((found.end() for found in re.finditer("[^\u4e00-\u9fff]", text[:start])), default=0)
    behind = CHINESE.match(text, end)
    first, last = max(first, start - LONGEST), min(behind.end() if behind else end, end + LONGEST)
    cuts = _cuts(text[first:last], start - first, end - first)
    return not {start - first, end - first} <= cuts


def _cuts(text: str, start: int, end: int) -> set[int]:
    """Where the likeliest way to cut ``text`` cuts it, ``text[start:end]`` being a word."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(text) + 1):
        best.append(max((best[begin][0] + weight, begin) for begin, weight in _words(text, stop, (start, end))))
    cuts, place = {0}, len(text)
    while place:
        cuts.add(place)
        place = best[place][1]
    return cuts


def _words(text: str, stop: int, known: tuple[int, int]) -> Iterator[tuple[int, float]]:
    """The words that may end at ``stop``: where each begins, and how common it is."""
    for begin in range(max(0, stop - LONGEST), stop):
        weight = _weights().get(text[begin:stop])
        if weight is None and stop - begin == 1:
            weight = SINGLE
        if (begin, stop) == known:
            weight = max(weight or 0.0, RARE)
        if weight is not None:
            yield begin, weight - ALL


@cache
def _weights() -> Mapping[str, float]:
    rows = (line.split() for line in COMMON_WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {word: float(row[0]) for row in rows for word in row[1:]}

"""How words stand in a text: whole, apart from longer ones, and clause by clause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from bot.guide.segmentation import torn

LATIN = re.compile("[a-z0-9]")
CLAUSE = re.compile("[，,。；;！!？?]")
_NO_LETTERS, _NO_WORDS = re.compile(r"[\W\d_]+"), re.compile(r"\W+")
SENTENCE = re.compile("[^。；]+[。；]?")  # with the stop that ends it


def folded(text: str) -> str:
    """``text`` as words are compared: full-width forms, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def places(word: str, text: str) -> Iterator[int]:
    """Where ``word`` stands in ``text`` (both folded), and not only as a piece of other words (AI in email, 当归 in 应当归到)."""
    before = "(?<![a-z0-9])" if LATIN.match(word[0]) else ""
    after = "(?![a-z0-9])" if LATIN.match(word[-1]) else ""
    found = re.finditer(before + re.escape(word) + after, text)
    return (each.start() for each in found if not torn(text, *each.span()))


def stands(word: str, text: str) -> bool:
    """Whether ``word`` stands in ``text`` (both folded), as in ``places``."""
    return word in text and next(places(word, text), None) is not None


def pairs(text: str, but: Collection[str] = (), *, numbers: bool = False) -> list[str]:
    """The pairs of letters in a row that nothing separates, in order: words, where no list of words is at hand. ``but`` are those that
    are no sign of anything; digits are letters where ``numbers`` count."""
    runs = (_NO_WORDS if numbers else _NO_LETTERS).split(text)
    found = (run[place : place + 2] for run in runs for place in range(len(run) - 1))
    return [each for each in found if each not in but]


def longer(words: Iterable[str], word: str) -> Iterator[str]:
    """Those of ``words`` that ``word`` is only a piece of."""
    return (each for each in words if word != each and word in each)


def without(words: Iterable[str], text: str) -> str:
    """``text`` with a mark that no word holds in the place of each of ``words``."""
    for word in words:
        text = text.replace(word, "\0")
    return text

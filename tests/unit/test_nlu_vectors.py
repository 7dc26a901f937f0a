"""Vectors do not depend on how the texts are shared out to threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from bot.nlu import vectors

TEXTS = [f"第{number}个问题：{'申报条件是什么' * (number % 4 + 1)}" for number in range(5 * vectors.BATCH + 7)]


def _one_after_the_other(texts: list[str]) -> vectors.Matrix:
    batches = [texts[start : start + vectors.BATCH] for start in range(0, len(texts), vectors.BATCH)]
    return np.vstack([vectors.encode(batch) for batch in batches])


def test_many_texts_have_the_vectors_of_their_batches_in_their_order() -> None:
    assert np.array_equal(vectors.encode(TEXTS), _one_after_the_other(TEXTS))


def test_two_components_may_ask_at_the_same_time() -> None:
    halves = [TEXTS[:200], TEXTS[200:]]
    with ThreadPoolExecutor(len(halves)) as components:
        for half, found in zip(halves, components.map(vectors.encode, halves), strict=True):
            assert np.array_equal(found, _one_after_the_other(half))


def test_there_may_be_no_text() -> None:
    assert vectors.encode([]).shape == (0, 512)

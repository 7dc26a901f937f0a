"""Vectors do not depend on how the texts are shared out to threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from bot.nlu import vectors

TEXTS = [f"第{number}个问题：{'申报条件是什么' * (number % 4 + 1)}" for number in range(5 * vectors.BATCH + 7)]


def _one_after_the_other(texts: list[str]) -> vectors.Matrix:
    batches = [texts[start : start + vectors.BATCH] for start in range(0, len(texts), vectors.BATCH)]
    return np.vstack([vectors.encode(batch) for batch in batches])


def test_many_texts_have_the_vectors_of_their_batches_in_their_order() -> None:
    assert vectors.encode(TEXTS) == pytest.approx(_one_after_the_other(TEXTS), abs=1e-5)


def test_two_components_may_ask_at_the_same_time() -> None:
    halves = [TEXTS[:200], TEXTS[200:]]
    with ThreadPoolExecutor(len(halves)) as components:
        for half, found in zip(halves, components.map(vectors.encode, halves), strict=True):
            assert found == pytest.approx(_one_after_the_other(half), abs=1e-5)


def test_there_may_be_no_text() -> None:
    assert vectors.encode([]).shape == (0, 512)


def test_a_text_that_was_looked_at_is_not_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = "农业的要什么材料", "那归哪个科"
    first = vectors.encode([one, two])
    encoder, threads = vectors._encoder()
    asked: list[list[str]] = []

    class Watched:
        def encode(self, texts: list[str]) -> vectors.Matrix:
            asked.append(texts)
            return np.asarray(encoder.encode(texts))

    monkeypatch.setattr(vectors, "_encoder", lambda: (Watched(), threads))
    again = vectors.encode([two, "没有问过的一句", one, two])
    assert asked == [["没有问过的一句"]]
    assert np.array_equal(again[[2, 0]], first) and np.array_equal(again[0], again[3])

"""What one text's n-grams weigh is what scikit-learn gives for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.nlu.ngrams import Ngrams

PHRASES = [
    phrase
    for group in yaml.safe_load(Path("data/descriptions.yml").read_text(encoding="utf-8")).values()
    for phrase in group
]


@pytest.mark.parametrize("settings", [{"analyzer": "char"}, {"token_pattern": r"\S+"}])
def test_weights_are_those_that_were_learned(settings: dict[str, str]) -> None:
    texts = [" ".join(phrase[::2]) + phrase for phrase in PHRASES[::9]] + ["AI 帮 我们 选种", "专家 专家 专家"]
    ngrams = Ngrams(3, 2, **settings)
    learned = ngrams.learn(texts).toarray()
    for text, row in zip(texts, learned, strict=True):
        places, weights = ngrams.weigh(text)
        found = np.zeros(len(ngrams))
        found[places] = weights
        assert found == pytest.approx(row, abs=1e-6)


def test_what_was_never_seen_weighs_nothing() -> None:
    ngrams = Ngrams(1, 1, analyzer="char")
    ngrams.learn(["专家"])
    places, weights = ngrams.weigh("阀门")
    assert len(places) == len(weights) == 0

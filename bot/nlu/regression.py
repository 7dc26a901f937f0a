"""Logistic regression over character and word n-grams beside sentence vectors: what every classifier here is made of.

Words say what was written, vectors what was meant; side by side they are right more often than either alone.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import jieba
import numpy as np
import skops.io
from scipy.sparse import csr_matrix, hstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu.vectors import encode

Ranking = list[tuple[str, float]]


def words_of(text: str) -> str:
    """The text cut by jieba, with whatever dictionary was loaded, and joined by blanks."""
    return " ".join(jieba.cut(text))


class MeaningRegression:
    """``c``: inverse regularisation; ``vector_weight``: how much the vectors count beside the n-grams;
    ``iterations``: after how many it is enough; ``balanced``: labels count alike, however many their examples."""

    def __init__(self, c: float, vector_weight: float, iterations: int = 300, balanced: bool = True) -> None:
        self._vector_weight = vector_weight
        self._chars = TfidfVectorizer(
            analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2, dtype=np.float32
        )
        self._words = TfidfVectorizer(
            token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True, min_df=2, dtype=np.float32
        )
        self._classifier = LogisticRegression(C=c, max_iter=iterations, class_weight="balanced" if balanced else None)

    def fit(self, texts: Sequence[str], words: Sequence[str], labels: Sequence[str]) -> None:
        """Learns from ``texts`` with their ``words`` (see ``words_of``) and ``labels``, all of one length."""
        self._chars.fit(texts)
        self._words.fit(words)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # ``iterations`` are as many as pay
            self._classifier.fit(self._features(texts, words), labels)
        self._classifier.coef_ = self._classifier.coef_.astype(np.float32)  # half the model, the same answers

    def rankings(self, texts: Sequence[str], words: Sequence[str]) -> list[Ranking]:
        """For each text its labels with their probability, the best first."""
        chances = self._classifier.predict_proba(self._features(texts, words))
        labels = [str(label) for label in self._classifier.classes_]
        return [sorted(zip(labels, map(float, row), strict=True), key=lambda pair: -pair[1]) for row in chances]

    def save(self, path: Path) -> None:
        """Writes what was learned."""
        skops.io.dump({"chars": self._chars, "words": self._words, "classifier": self._classifier}, path)

    def load(self, path: Path) -> None:
        """Reads what ``save`` wrote; the file is the project's own and trusted."""
        parts = skops.io.load(path, trusted=skops.io.get_untrusted_types(file=path))
        self._chars, self._words, self._classifier = parts["chars"], parts["words"], parts["classifier"]

    def _features(self, texts: Sequence[str], words: Sequence[str]) -> csr_matrix:
        vectors = csr_matrix(encode(list(texts)) * np.float32(self._vector_weight))
        return hstack([self._chars.transform(texts), self._words.transform(words), vectors]).tocsr().astype(np.float32)

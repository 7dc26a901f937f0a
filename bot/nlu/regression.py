"""A linear classifier over n-grams of characters, words and sounds beside sentence vectors: what every classifier is made of.

Words say what was written, sounds what was meant by a slip of the keyboard (材科 for 材料), vectors what it is about; side by
side they are right more often than any alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jieba
import numpy as np
import skops.io
from scipy.sparse import csr_matrix, hstack
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.nlu.masks import ANY_CHOICE, MASKS
from bot.nlu.sound import syllables
from bot.nlu.vectors import encode

Ranking = list[tuple[str, float]]
NEUTRAL_WORDS = frozenset([*MASKS.values(), ANY_CHOICE])
DIGITS = 3  # of a coefficient that are kept: the rest changes no answer, and does not compress
NEUTRAL = re.compile(f"({'|'.join(sorted(NEUTRAL_WORDS))})")


def words_of(text: str) -> str:
    """The text cut by jieba, with whatever dictionary was loaded, and joined by blanks."""
    return " ".join(jieba.cut(text))


def sounds_of(text: str) -> str:
    """The syllables of the text without tones, joined by blanks; the words that stand for names stay as they are."""
    return " ".join(
        part if part in NEUTRAL_WORDS else " ".join(syllables(part)) for part in NEUTRAL.split(text) if part
    )


class MeaningRegression:
    """``c``: inverse regularisation; ``vector_weight`` and ``sound_weight``: how much vectors and sounds count beside what is
    written; ``iterations``: after how many it is enough; ``balanced``: labels count alike, however many their examples;
    ``margin``: support vectors instead of logistic regression, with chances by softmax of so many times the distances;
    ``rarest``: in so many texts an n-gram has to stand to teach anything."""

    def __init__(
        self,
        c: float,
        vector_weight: float,
        sound_weight: float = 0.0,
        iterations: int = 50,
        balanced: bool = True,
        margin: float = 0.0,
        rarest: int = 2,
    ) -> None:
        self._vector_weight, self._sound_weight, self._margin = vector_weight, sound_weight, margin
        self._chars = _ngrams(1 if sound_weight else 3, rarest, analyzer="char")
        self._words = _ngrams(2, rarest, token_pattern=r"\S+")
        self._sounds = _ngrams(2, rarest, token_pattern=r"\S+")
        weight = "balanced" if balanced else None
        self._classifier = (
            LinearSVC(C=c, class_weight=weight, random_state=0)
            if margin
            else LogisticRegression(C=c, max_iter=iterations, class_weight=weight)
        )

    def fit(self, texts: Sequence[str], words: Sequence[str], labels: Sequence[str]) -> None:
        """Learns from ``texts`` with their ``words`` (see ``words_of``) and ``labels``, all of one length."""
        self._classifier.fit(self._features(texts, words, TfidfVectorizer.fit_transform), labels)

    def rankings(self, texts: Sequence[str], words: Sequence[str]) -> list[Ranking]:
        """For each text its labels with their probability, the best first."""
        features = self._features(texts, words)
        chances = (
            softmax(self._margin * self._classifier.decision_function(features), axis=1)
            if self._margin
            else self._classifier.predict_proba(features)
        )
        labels = self.labels
        return [sorted(zip(labels, map(float, row), strict=True), key=lambda pair: -pair[1]) for row in chances]

    @property
    def labels(self) -> list[str]:
        """What it tells apart."""
        return [str(label) for label in self._classifier.classes_]

    def save(self, path: Path) -> None:
        """Writes what was learned."""
        counted = {"chars": self._chars, "words": self._words, "sounds": self._sounds}
        terms = {name: _take_terms(ngrams) for name, ngrams in counted.items()}
        self._classifier.coef_ = self._classifier.coef_.round(DIGITS).astype(np.float16)
        skops.io.dump({**counted, "terms": json.dumps(terms), "classifier": self._classifier}, path)

    def load(self, path: Path) -> None:
        """Reads what ``save`` wrote; the file is the project's own and trusted."""
        parts = skops.io.load(path, trusted=skops.io.get_untrusted_types(file=path))
        self._chars, self._words, self._sounds = parts["chars"], parts["words"], parts["sounds"]
        for name, terms in json.loads(parts["terms"]).items():
            _give_terms(parts[name], terms)
        self._classifier = parts["classifier"]
        self._classifier.coef_ = self._classifier.coef_.astype(np.float32)

    def _features(
        self,
        texts: Sequence[str],
        words: Sequence[str],
        count: Callable[[TfidfVectorizer, Sequence[str]], csr_matrix] = TfidfVectorizer.transform,
    ) -> csr_matrix:
        vectors = csr_matrix(encode(list(texts)) * np.float32(self._vector_weight))
        written = [count(self._chars, texts), count(self._words, words)]
        if self._sound_weight:
            sounds = [sounds_of(text) for text in texts]
            written.append(count(self._sounds, sounds) * np.float32(self._sound_weight))
        return hstack([*written, vectors]).tocsr().astype(np.float32)


def _ngrams(longest: int, rarest: int, **settings: Any) -> TfidfVectorizer:
    """Counts of n-grams up to ``longest``, in logarithms."""
    return TfidfVectorizer(ngram_range=(1, longest), sublinear_tf=True, min_df=rarest, dtype=np.float32, **settings)


def _take_terms(ngrams: TfidfVectorizer) -> list[str]:
    """Its n-grams in their order, taken out of it: skops writes each of a dictionary's entries by itself, which is slow."""
    vars(ngrams).pop("stop_words_", None)  # those too rare to count: kept by scikit-learn for show, and many
    places = vars(ngrams).pop("vocabulary_", {})
    return sorted(places, key=lambda term: int(places[term]))


def _give_terms(ngrams: TfidfVectorizer, terms: Sequence[str]) -> None:
    """Gives back what ``_take_terms`` took."""
    if terms:
        ngrams.vocabulary_ = {term: place for place, term in enumerate(terms)}

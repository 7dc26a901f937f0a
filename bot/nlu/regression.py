"""A linear classifier over n-grams of characters, words and sounds beside sentence vectors: what every classifier is made of.

Words say what was written, sounds what was meant by a slip of the keyboard (材科 for 材料), vectors what it is about; side by
side they are right more often than any alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import jieba
import numpy as np
from scipy.sparse import csr_matrix, hstack
from scipy.special import softmax
from sklearn.svm import LinearSVC

from bot.nlu import logistic
from bot.nlu.logistic import Fitted, Numbers
from bot.nlu.masks import ANY_CHOICE, MASKS
from bot.nlu.ngrams import Ngrams
from bot.nlu.sound import syllables
from bot.nlu.vectors import LENGTH, encode

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
        self._chars = Ngrams(1 if sound_weight else 3, rarest, analyzer="char")
        self._words = Ngrams(2, rarest, token_pattern=r"\S+")
        self._sounds = Ngrams(2, rarest, token_pattern=r"\S+")
        self._c, self._iterations, self._balanced = c, iterations, balanced
        self._learned = Fitted([], np.zeros((0, 0), dtype=np.float32), np.zeros(0, dtype=np.float32))

    def fit(self, texts: Sequence[str], words: Sequence[str], labels: Sequence[str]) -> None:
        """Learns from ``texts`` with their ``words`` (see ``words_of``) and ``labels``, all of one length."""
        written = [ngrams.learn(of) * weight for ngrams, of, weight in self._views(texts, words)]
        counts, vectors = hstack(written).tocsr().astype(np.float32), self._vectors(texts)
        if self._margin:
            self._learned = self._supported(counts, vectors, labels)
        else:
            self._learned = logistic.fit(counts, vectors, labels, self._c, self._iterations, self._balanced)

    def _supported(self, counts: csr_matrix, vectors: Numbers, labels: Sequence[str]) -> Fitted:
        """By support vectors."""
        learner = LinearSVC(C=self._c, class_weight="balanced" if self._balanced else None, random_state=0)
        learner.fit(hstack([counts, csr_matrix(vectors)]).tocsr(), labels)
        return Fitted([str(label) for label in learner.classes_], learner.coef_.T, learner.intercept_)

    @property
    def labels(self) -> list[str]:
        """What it tells apart."""
        return self._learned.labels

    def rankings(self, texts: Sequence[str], words: Sequence[str]) -> list[Ranking]:
        """For each text its labels with their probability, the best first."""
        scores = self._learned.offsets + self._vectors(texts) @ self._learned.weights[-LENGTH:]
        begin = 0
        for ngrams, of, weight in self._views(texts, words):
            for row, text in zip(scores, of, strict=True):
                places, values = ngrams.weigh(text)
                row += weight * values @ self._learned.weights[places + begin]
            begin += len(ngrams)
        chances = softmax((self._margin or 1.0) * scores, axis=1)  # of a regression, these are its own
        return [sorted(zip(self.labels, map(float, row), strict=True), key=lambda pair: -pair[1]) for row in chances]

    def _views(self, texts: Sequence[str], words: Sequence[str]) -> list[tuple[Ngrams, Sequence[str], np.float32]]:
        """What is read of the texts beside their vectors, each with how much it counts."""
        views: list[tuple[Ngrams, Sequence[str], np.float32]]
        views = [(self._chars, texts, np.float32(1)), (self._words, words, np.float32(1))]
        if self._sound_weight:
            views.append((self._sounds, [sounds_of(text) for text in texts], np.float32(self._sound_weight)))
        return views

    def _vectors(self, texts: Sequence[str]) -> Numbers:
        return encode(list(texts)) * np.float32(self._vector_weight)

    def _counted(self) -> dict[str, Ngrams]:
        return {"chars": self._chars, "words": self._words, "sounds": self._sounds}

    def save(self, path: Path) -> None:
        """Writes what was learned."""
        terms = {name: ngrams.terms for name, ngrams in self._counted().items()}
        rarity = {name: ngrams.rarity for name, ngrams in self._counted().items()}
        np.savez_compressed(
            path,
            names=np.array(json.dumps({"labels": self.labels, **terms}, ensure_ascii=False)),
            weights=self._learned.weights.round(DIGITS).astype(np.float16),
            offsets=self._learned.offsets,
            **rarity,
        )

    def load(self, path: Path) -> None:
        """Reads what ``save`` wrote."""
        with np.load(path, allow_pickle=False) as kept:
            names = json.loads(str(kept["names"]))
            for name, ngrams in self._counted().items():
                ngrams.restore(names[name], kept[name])
            self._learned = Fitted(
                names["labels"], np.ascontiguousarray(kept["weights"], dtype=np.float32), kept["offsets"]
            )

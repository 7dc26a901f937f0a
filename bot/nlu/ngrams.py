"""N-grams of a text, weighed by how rare they are (TF-IDF).

scikit-learn counts and learns them. What one message has of them is read off the table that it leaves: its own ``transform``
spends a millisecond on sparse matrices for some fifty numbers, and each message asks for a dozen of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

Weights = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]


class Ngrams:
    """N-grams up to ``longest``, of those that stand in ``rarest`` texts at least; ``settings`` as TfidfVectorizer has them."""

    def __init__(self, longest: int, rarest: int, **settings: Any) -> None:
        self._learner = TfidfVectorizer(
            ngram_range=(1, longest), sublinear_tf=True, min_df=rarest, dtype=np.float32, **settings
        )
        self._cut = self._learner.build_analyzer()
        self._places: dict[str, int] = {}
        self._rarity: Weights = np.zeros(0, dtype=np.float32)

    def __len__(self) -> int:
        return len(self._places)

    def learn(self, texts: Sequence[str]) -> csr_matrix:
        """Learns which there are from ``texts``, and gives their weights: a row a text, of length one."""
        weights = self._learner.fit_transform(texts)
        self.restore(self._learner.get_feature_names_out(), self._learner.idf_)
        return weights

    def restore(self, terms: Sequence[str], rarity: Weights) -> None:
        """Takes up what ``terms`` and ``rarity`` gave."""
        self._places = {str(term): place for place, term in enumerate(terms)}
        self._rarity = np.asarray(rarity, dtype=np.float32)

    @property
    def terms(self) -> list[str]:
        """The n-grams in the order of their places."""
        return list(self._places)

    @property
    def rarity(self) -> Weights:
        """How rare each is, in the order of their places."""
        return self._rarity

    def weigh(self, text: str) -> tuple[Places, Weights]:
        """The places of the text's n-grams and their weights: what ``learn`` gives, without the zeros."""
        counts = Counter(place for term in self._cut(text) if (place := self._places.get(term)) is not None)
        places = np.fromiter(counts, dtype=np.int64, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        weights = (1 + np.log(often)) * self._rarity[places]
        return places, weights / (np.linalg.norm(weights) or np.float32(1))

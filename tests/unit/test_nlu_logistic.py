"""The regression is scikit-learn's, with the vectors kept apart from the n-grams."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack
from scipy.sparse import random as random_counts
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

from bot.nlu import logistic

ROWS, KINDS = 240, 5


@pytest.mark.parametrize("balanced", [True, False])
def test_chances_are_those_of_scikit_learn(balanced: bool) -> None:
    random = np.random.default_rng(7)
    labels = [f"专项{kind}" for kind in random.choice(KINDS, ROWS, p=[0.5, 0.2, 0.15, 0.1, 0.05])]
    counts = csr_matrix(random_counts(ROWS, 300, 0.05, random_state=7), dtype=np.float32)
    vectors = random.normal(size=(ROWS, 16)).astype(np.float32)
    fitted = logistic.fit(counts, vectors, labels, c=3.0, iterations=500, balanced=balanced)
    both = hstack([counts, csr_matrix(vectors)]).tocsr()
    known = LogisticRegression(C=3.0, max_iter=500, class_weight="balanced" if balanced else None).fit(both, labels)
    assert fitted.labels == list(known.classes_)
    chances = softmax(both @ fitted.weights + fitted.offsets, axis=1)
    assert chances == pytest.approx(known.predict_proba(both), abs=0.01)

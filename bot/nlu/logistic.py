"""Multinomial logistic regression over n-grams and sentence vectors side by side.

scikit-learn takes one matrix: with five hundred numbers of a vector in each row of a sparse one, most of its time goes into
what BLAS does at a fifth of the price. The cost is the same as there, and so is the optimiser (SciPy's L-BFGS).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import log_softmax
from sklearn.utils.class_weight import compute_sample_weight

Numbers = npt.NDArray[np.float32]
GRADIENT = 1e-4  # where it is as good as none


@dataclass(frozen=True)
class Fitted:
    """The labels in their order, a column of ``weights`` (features x labels) and an offset for each."""

    labels: list[str]
    weights: Numbers
    offsets: Numbers


def fit(
    counts: csr_matrix, vectors: Numbers, labels: Sequence[str], c: float, iterations: int, balanced: bool
) -> Fitted:
    """Learns ``labels`` from a row of ``counts`` and one of ``vectors`` each; ``c``: inverse regularisation, as in scikit-learn."""
    names, truth = np.unique(labels, return_inverse=True)
    cost = _Cost(counts, vectors, truth, compute_sample_weight("balanced" if balanced else None, truth), c)
    start = np.zeros((counts.shape[1] + vectors.shape[1] + 1) * len(names))
    options = {"maxiter": iterations, "maxls": 50, "gtol": GRADIENT, "ftol": 64 * np.finfo(float).eps}
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options=options)
    weights = found.x.reshape(-1, len(names)).astype(np.float32)
    return Fitted([str(name) for name in names], weights[:-1], weights[-1])


class _Cost:
    """What weights cost, and their gradient: the loss of each example, and the regularisation of all but the offsets."""

    def __init__(
        self, counts: csr_matrix, vectors: Numbers, truth: npt.NDArray[np.int64], often: Numbers, c: float
    ) -> None:
        self._counts, self._counted, self._vectors = counts, counts.T.tocsr(), vectors
        self._place, self._often, self._penalty = (np.arange(len(truth)), truth), often[:, None], 1 / c

    def __call__(self, flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(self._counts.shape[1] + self._vectors.shape[1] + 1, -1)
        counted, meant, offsets = np.split(weights.astype(np.float32), [self._counts.shape[1], -1])
        chances = log_softmax(self._counts @ counted + self._vectors @ meant + offsets, axis=1)
        loss = -float(chances[self._place] @ self._often[:, 0])
        wrong = np.exp(chances)
        wrong[self._place] -= 1
        wrong *= self._often
        gradient = np.vstack([self._counted @ wrong, self._vectors.T @ wrong, wrong.sum(axis=0)]).astype(np.float64)
        gradient[:-1] += self._penalty * weights[:-1]
        return loss + self._penalty / 2 * float((weights[:-1] ** 2).sum()), gradient.ravel()

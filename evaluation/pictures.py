"""The confusion matrix and the reliability curve as pictures. Needs no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import matplotlib
import numpy as np

matplotlib.use("Agg")  # before pyplot is imported: it would look for a screen
from matplotlib import pyplot as plt  # noqa: E402

from evaluation.confidence import Bin  # noqa: E402

Pair = tuple[str, str]
"""What was asked, and as what it was answered."""


def draw_confusion(pairs: Iterable[Pair], path: Path) -> None:
    """Rows: the topic asked; columns: the topic (or kind) of the answer; what is right stands on the diagonal."""
    counts = Counter(pairs)
    rows = list(dict.fromkeys(asked for asked, _ in counts))
    columns = rows + sorted({answered for _, answered in counts} - set(rows))
    matrix = np.array([[counts[row, column] for column in columns] for row in rows])
    figure, axes = plt.subplots(figsize=(1 + 0.45 * len(columns), 1 + 0.4 * len(rows)))
    axes.imshow(matrix / matrix.sum(axis=1, keepdims=True), cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(columns)), columns, rotation=90)
    axes.set_yticks(range(len(rows)), rows)
    for row, column in zip(*np.nonzero(matrix), strict=True):
        colour = "white" if row == column else "black"
        axes.text(column, row, str(matrix[row, column]), ha="center", va="center", fontsize=7, color=colour)
    axes.set(xlabel="answered as", ylabel="asked")
    _save(figure, path)


def draw_reliability(bins: list[Bin], path: Path) -> None:
    """Confidence of the intent against the share that is right; on the diagonal the model is as sure as it may be."""
    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey")
    axes.plot([one.confidence for one in bins], [one.right for one in bins], marker="o")
    for one in bins:
        axes.annotate(
            str(one.count), (one.confidence, one.right), textcoords="offset points", xytext=(4, -10), fontsize=7
        )
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1), ylim=(0, 1.02))
    _save(figure, path)


def _save(figure: plt.Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=120, bbox_inches="tight")
    plt.close(figure)

"""What is known of one applicant, beside the guide that it is measured against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.figures.interval import Interval, interval
from bot.figures.values import Figures, Value
from bot.guide.model import Condition, Guide

Fits = Callable[[str, str], bool]
"""(program id, what the project does in the applicant's words) -> whether it falls into the program's directions."""


@dataclass(frozen=True)
class Known:
    """The ``figures`` of one applicant under ``guide``; ``fits`` finds the directions of a technology."""

    guide: Guide
    figures: Figures
    fits: Fits

    def value(self, figure: str) -> Value | None:
        """What is known of ``figure``; None: nothing."""
        return self.figures.get(figure)

    def interval(self, figure: str) -> Interval:
        """All that the numeric ``figure`` can still be."""
        return interval(self.guide.figure[figure], self.figures.get(figure))

    def holds(self, condition: Condition) -> bool | None:
        """Whether ``condition`` holds: no as soon as one part surely does not; None: not known."""
        undecided = False
        for figure, values in condition.items():
            value = self.figures.get(figure)
            if value is None:
                undecided = True
            elif value not in values:
                return False
        return None if undecided else True

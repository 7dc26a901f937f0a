"""Numeric requirements as something to draw: the applicant's figure against the threshold, as numbers and in words."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Context, Decimal
from typing import Any

from bot.answers.numbers import number, shown
from bot.figures.known import number_json, to_json
from bot.figures.values import Figures, Value
from bot.guide.model import AtLeast, Guide, QuotientAtLeast, Test

# A quotient need not end; cut off downwards it never seems to reach what it does not.
_DIVISION = Context(prec=12, rounding=ROUND_FLOOR)


def measure(guide: Guide, test: Test, figures: Figures) -> dict[str, Any] | None:
    """``{"figure", "threshold", "value"?, "shown": {"threshold", "value"?}}`` of a numeric ``test``.

    None for another test, and while the choice that the threshold depends on is unknown. ``value`` is absent while
    the figure is unknown; a quotient is worked out from its amounts where both are exact.
    """
    threshold = _threshold(test, figures)
    if threshold is None or not isinstance(test, AtLeast | QuotientAtLeast):
        return None
    figure = guide.figure[test.figure]
    drawn: dict[str, Any] = {"figure": figure.id, "threshold": number_json(threshold)}
    words = {"threshold": number(figure, threshold)}
    value = _value(guide, test, figures)
    if value is not None:
        drawn["value"] = to_json({figure.id: value})[figure.id]
        words["value"] = shown(figure, value)
    return drawn | {"shown": words}


def _threshold(test: Test, figures: Figures) -> Decimal | None:
    if isinstance(test, QuotientAtLeast):
        return test.threshold
    if not isinstance(test, AtLeast):
        return None
    chosen = figures.get(test.by) if test.by else None
    return test.thresholds.get(chosen) if isinstance(chosen, str) else test.threshold


def _value(guide: Guide, test: AtLeast | QuotientAtLeast, figures: Figures) -> Value | None:
    quotient = guide.figure[test.figure].quotient
    if isinstance(test, QuotientAtLeast) and quotient:
        numerator, denominator = figures.get(quotient.numerator), figures.get(quotient.denominator)
        if isinstance(numerator, Decimal) and isinstance(denominator, Decimal) and denominator:
            return _DIVISION.divide(numerator, denominator)
    return figures.get(test.figure)

"""How much is missing where a number is not reached, for the figure that the applicant can raise."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from bot.eligibility.known import Known
from bot.eligibility.requirement import amounts, thresholds
from bot.figures.interval import Interval, less, times
from bot.guide.model import AtLeast, QuotientAtLeast, Test

# A quotient of two amounts need not end: it is cut off downwards, so that ``short_by`` always suffices.
DIVISION = Context(prec=28, rounding=ROUND_FLOOR)


@dataclass(frozen=True)
class Gap:
    """``figure`` must reach ``needs_at_least`` and lacks ``short_by`` of it, in its own unit."""

    figure: str
    needs_at_least: Decimal
    short_by: Decimal


@dataclass(frozen=True)
class Bound:
    """By what is known of ``by``, ``figure`` has to be ``value`` at least, or ``at_most``, in its own unit."""

    by: str
    figure: str
    value: Decimal
    at_most: bool = False


def gap(test: Test, known: Known) -> Gap | None:
    """What is missing for a numeric ``test`` that is not met; None for other tests and an undecided threshold."""
    match test:
        case AtLeast(figure):
            needed = thresholds(test, known)
            return _gap(figure, needed[0], known.interval(figure).high) if len(needed) == 1 else None
        case QuotientAtLeast():
            return _quotient_gap(test, known)
    return None


def raised(test: QuotientAtLeast, known: Known) -> tuple[str, Decimal]:
    """The figure that can be raised, and what it must reach: the numerator where the denominator is exact."""
    numerator, denominator = amounts(test, known)
    divisor = known.interval(denominator)
    if not divisor.exact:
        return test.figure, test.threshold
    return numerator, _whole(numerator, times(test.threshold, divisor.low), known, ROUND_CEILING)


def implied(test: Test, known: Known) -> Bound | None:
    """What the other amount of a quotient has to be where one is known exactly and the other is not; None for other tests."""
    if not isinstance(test, QuotientAtLeast):
        return None
    numerator, denominator = amounts(test, known)
    above, below = (known.interval(amount) for amount in (numerator, denominator))
    if below.exact and known.value(numerator) is None:
        return Bound(denominator, numerator, _whole(numerator, times(test.threshold, below.low), known, ROUND_CEILING))
    if above.exact and known.value(denominator) is None:
        most = DIVISION.divide(above.low, test.threshold)
        return Bound(numerator, denominator, _whole(denominator, most, known, ROUND_FLOOR), at_most=True)
    return None


def _quotient_gap(test: QuotientAtLeast, known: Known) -> Gap | None:
    figure, needs = raised(test, known)
    numerator, denominator = (known.interval(amount) for amount in amounts(test, known))
    given = known.interval(test.figure).high
    if figure == test.figure:
        short_of = given if given is not None and given < test.threshold else _upper(numerator, denominator)
        return _gap(figure, needs, short_of)
    if numerator.high is not None and numerator.high < needs:
        return _gap(figure, needs, numerator.high)
    if given is None:
        return None
    return _gap(figure, needs, _whole(figure, times(given, denominator.low), known, ROUND_FLOOR))


def _gap(figure: str, needs: Decimal, highest: Decimal | None) -> Gap | None:
    return None if highest is None or highest >= needs else Gap(figure, needs, less(needs, highest))


def _upper(numerator: Interval, denominator: Interval) -> Decimal | None:
    """The largest quotient that is still possible, where there is one."""
    if not numerator.high:
        return numerator.high
    return DIVISION.divide(numerator.high, denominator.low) if denominator.low else None


def _whole(figure: str, amount: Decimal, known: Known, rounding: str) -> Decimal:
    """``amount`` of ``figure``: people come whole."""
    return amount.to_integral_value(rounding) if known.guide.figure[figure].kind == "people" else amount

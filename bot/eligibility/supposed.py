"""What an applicant could still answer, and what would follow: the outcomes over a few telling values of each figure.

A figure's telling values stand on both sides of every threshold that it is measured by, and at the ends of what is
known of it. Trying them all shows on which figures an outcome still turns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from decimal import Decimal
from itertools import product

from bot.eligibility.gap import DIVISION
from bot.eligibility.known import Known
from bot.eligibility.requirement import amounts
from bot.figures.given import NONE
from bot.figures.interval import Interval
from bot.figures.values import Range, Value
from bot.guide.model import All, AnyOf, AtLeast, Condition, FitsDirections, IsTrue, OneOf, QuotientAtLeast, Test

Answers = Mapping[str, tuple[Value, ...]]
"""Figure (id) -> its telling values."""
Outcomes = Mapping[tuple[Value, ...], Hashable]
"""What follows from each combination of answers."""
TWO = Decimal(2)


def supposing(known: Known, figures: Mapping[str, Value]) -> Known:
    """``known`` with ``figures`` in place of what was known of them."""
    return Known(known.guide, {**known.figures, **figures}, known.fits)


def settled(known: Known, figure: str) -> bool:
    """Whether no answer could add anything to what is known of ``figure``."""
    value = known.value(figure)
    return value is not None and not isinstance(value, Range)


def outcomes(answers: Answers, known: Known, outcome: Callable[[Known], Hashable]) -> Outcomes:
    """``outcome`` under every combination of ``answers``, by the combination."""
    return {
        values: outcome(supposing(known, dict(zip(answers, values, strict=True))))
        for values in product(*answers.values())
    }


def decisive(figures: Iterable[str], found: Outcomes) -> list[str]:
    """Those of ``figures`` on which the outcome turns: changed alone, they change it."""
    return [figure for place, figure in enumerate(figures) if _turns(place, found)]


def askable(answers: Answers, known: Known, skipped: Collection[str]) -> dict[str, tuple[Value, ...]]:
    """``answers`` to what may be asked: not what is settled, was skipped, or follows from two other figures."""
    return {
        figure: values
        for figure, values in answers.items()
        if figure not in skipped and not settled(known, figure) and known.guide.figure[figure].quotient is None
    }


def condition_answers(condition: Condition, known: Known) -> dict[str, tuple[Value, ...]]:
    """The telling values of the choices that ``condition`` depends on."""
    return {figure: _every_choice(known, figure) for figure in condition}


def test_answers(test: Test, known: Known) -> dict[str, tuple[Value, ...]]:
    """The telling values of every figure that ``test`` names."""
    match test:
        case AtLeast(figure):
            return _around(test, known) | (condition_answers({test.by: ()}, known) if test.by else {})
        case QuotientAtLeast():
            return _quotient_answers(test, known)
        case IsTrue(figure):
            return {figure: (True, False)}
        case OneOf(figure):
            return {figure: _every_choice(known, figure)}
        case AnyOf(figure):
            return {figure: ((), *((choice.id,) for choice in known.guide.figure[figure].choices))}
        case FitsDirections(figure):
            return {figure: (NONE, "")}
        case All(tests):
            return _joined(test_answers(part, known) for part in tests)


def _joined(parts: Iterable[Answers]) -> dict[str, tuple[Value, ...]]:
    joined: dict[str, tuple[Value, ...]] = {}
    for figure, values in (item for part in parts for item in part.items()):
        joined[figure] = tuple(dict.fromkeys((*joined.get(figure, ()), *values)))
    return joined


def _turns(place: int, found: Outcomes) -> bool:
    others: dict[tuple[Value, ...], Hashable] = {}
    for values, outcome in found.items():
        rest = values[:place] + values[place + 1 :]
        if others.setdefault(rest, outcome) != outcome:
            return True
    return False


def _every_choice(known: Known, figure: str) -> tuple[str, ...]:
    return tuple(choice.id for choice in known.guide.figure[figure].choices)


def _around(test: AtLeast, known: Known) -> dict[str, tuple[Value, ...]]:
    bars = [*test.thresholds.values()] if test.threshold is None else [test.threshold]
    return {test.figure: _telling(known.interval(test.figure), bars, known.value(test.figure))}


def _quotient_answers(test: QuotientAtLeast, known: Known) -> dict[str, tuple[Value, ...]]:
    numerator, denominator = amounts(test, known)
    above, below = known.interval(numerator), known.interval(denominator)
    ends = [end for end in above[:2] if end] if known.value(numerator) is not None else []
    divisors = _telling(below, [DIVISION.divide(end, test.threshold) for end in ends], known.value(denominator))
    divisors = tuple(divisor for divisor in divisors if divisor) or (Decimal(1), TWO)
    bars = [test.threshold * divisor for divisor in divisors]
    return {numerator: _telling(above, bars, known.value(numerator)), denominator: divisors}


def _telling(possible: Interval, bars: Iterable[Decimal], value: Value | None) -> tuple[Decimal, ...]:
    """Numbers on both sides of every one of ``bars``, and the ends of what is known, as far as they are possible."""
    ends = [] if value is None else [end for end in possible[:2] if end is not None]
    numbers = {number for bar in bars for number in (bar / TWO, bar, bar * TWO)} | {*ends}
    return tuple(sorted(n for n in numbers if possible.low <= n and (possible.high is None or n <= possible.high)))

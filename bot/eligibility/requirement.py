"""The status of one requirement, as far as what is known settles it (docs/rules.md, Status of one requirement)."""

from __future__ import annotations

from decimal import Decimal

from bot.eligibility.known import Known
from bot.eligibility.logic import Status, alike, all_of, at_least, quotient_at_least
from bot.figures.given import NONE
from bot.guide.model import (
    All,
    AnyOf,
    AtLeast,
    FitsDirections,
    IsTrue,
    OneOf,
    Program,
    QuotientAtLeast,
    Requirement,
    Test,
)


def status(program: Program, requirement: Requirement, known: Known) -> Status:
    """The status of ``requirement`` of ``program``; an unknown condition leaves only what would be met settled."""
    applies = known.holds(requirement.when) if requirement.when else True
    if applies is False:
        return "not_applicable"
    found = tested(program, requirement.test, known)
    return found if applies or found == "met" else "unknown"


def tested(program: Program, test: Test, known: Known) -> Status:
    """The status of ``test`` for an applicant to whom it applies."""
    match test:
        case AtLeast():
            return _at_least(test, known)
        case QuotientAtLeast():
            return _quotient(test, known)
        case IsTrue(figure):
            return _settled(known.value(figure))
        case OneOf(figure, values):
            value = known.value(figure)
            return "unknown" if value is None else _settled(value in values)
        case AnyOf():
            return _any_of(test, known)
        case FitsDirections(figure):
            return _fits(program, known.value(figure), known)
        case All(tests):
            return all_of(tested(program, part, known) for part in tests)


def thresholds(test: AtLeast, known: Known) -> tuple[Decimal, ...]:
    """The thresholds that may still be the one: several only where the choice that decides is unknown."""
    if test.by is None:
        return () if test.threshold is None else (test.threshold,)
    choice = known.value(test.by)
    return tuple(test.thresholds.values()) if choice is None else (test.thresholds[str(choice)],)


def _settled(value: object) -> Status:
    if value is None:
        return "unknown"
    return "met" if value else "not_met"


def _at_least(test: AtLeast, known: Known) -> Status:
    value = known.interval(test.figure)
    return alike(at_least(value, threshold) for threshold in thresholds(test, known))


def _quotient(test: QuotientAtLeast, known: Known) -> Status:
    numerator, denominator = (known.interval(figure) for figure in amounts(test, known))
    by_amounts = quotient_at_least(numerator, denominator, test.threshold)
    if numerator.exact and denominator.exact:
        return by_amounts
    given = at_least(known.interval(test.figure), test.threshold)
    return by_amounts if given == "unknown" else given


def amounts(test: QuotientAtLeast, known: Known) -> tuple[str, str]:
    """The figures that are divided: numerator, denominator. Raises ValueError where the guide names none."""
    quotient = known.guide.figure[test.figure].quotient
    if quotient is None:
        raise ValueError(f"figure {test.figure} is tested as a quotient but names no amounts")
    return quotient.numerator, quotient.denominator


def _any_of(test: AnyOf, known: Known) -> Status:
    chosen = known.value(test.figure)
    if not isinstance(chosen, tuple):
        return "unknown"
    if not set(chosen).isdisjoint(test.values):
        return "met"
    return "not_met" if set(chosen).isdisjoint(test.open) else "open"


def _fits(program: Program, technology: object, known: Known) -> Status:
    if not isinstance(technology, str):
        return "unknown"
    if technology == NONE:
        return "not_met"
    return "met" if known.fits(program.id, technology) else "unknown"

"""What would turn a verdict: the one figure that alone, at a given value, leads to a better one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.eligibility.assessment import VERDICTS, ProgramAssessment, Verdict, assess
from bot.eligibility.gap import raised
from bot.eligibility.known import Fits, Known
from bot.eligibility.requirement import thresholds
from bot.eligibility.supposed import condition_answers, supposing
from bot.figures.possible import contradictions
from bot.figures.values import Figures, Value
from bot.guide.model import All, AnyOf, AtLeast, Guide, IsTrue, OneOf, QuotientAtLeast, Requirement, Test


@dataclass(frozen=True)
class Turn:
    """``program`` comes to ``verdict`` once ``figure`` reaches ``needs_at_least``, or is ``value``."""

    program: str
    figure: str
    verdict: Verdict
    needs_at_least: Decimal | None = None
    value: Value | None = None


def turning(guide: Guide, figures: Figures, fits: Fits, program: str) -> tuple[Turn, ...]:
    """The turns for ``program`` (id), one a figure: the best verdict that it can bring about, by the least change."""
    known = Known(guide, figures, fits)
    now = _assessed(known, program)
    best: dict[str, Turn] = {}
    for turn in _turns(known, now):
        standing = best[turn.figure].verdict if turn.figure in best else now.verdict
        if VERDICTS.index(turn.verdict) > VERDICTS.index(standing):
            best[turn.figure] = turn
    return tuple(best.values())


def _assessed(known: Known, program: str) -> ProgramAssessment:
    return assess(known.guide, known.figures, known.fits, [program]).programs[0]


def _turns(known: Known, now: ProgramAssessment) -> Iterator[Turn]:
    for one in now.requirements:
        if one.status not in ("met", "not_applicable"):
            for figure, value in _remedies(one.requirement, known):
                supposed = supposing(known, {figure: value})
                if not contradictions(known.guide, supposed.figures):
                    yield _turn(now.program, figure, value, _assessed(supposed, now.program).verdict)


def _turn(program: str, figure: str, value: Value, verdict: Verdict) -> Turn:
    if isinstance(value, Decimal):
        return Turn(program, figure, verdict, needs_at_least=value)
    return Turn(program, figure, verdict, value=value)


def _remedies(requirement: Requirement, known: Known) -> Iterator[tuple[str, Value]]:
    """Single changes that may help: a choice that only says what applies is changed where it is unknown, no more."""
    yield from _test_remedies(requirement.test, known)
    for figure, values in condition_answers(requirement.when, known).items():
        if known.value(figure) is None:
            yield from ((figure, value) for value in values)


def _test_remedies(test: Test, known: Known) -> Iterator[tuple[str, Value]]:
    match test:
        case AtLeast():
            yield from _numbers(test, known)
        case QuotientAtLeast():
            yield raised(test, known)
        case IsTrue(figure):
            yield figure, True
        case OneOf(figure, values):
            yield from ((figure, value) for value in values)
        case AnyOf(figure, values):
            yield from ((figure, (*_chosen(known.value(figure)), value)) for value in values)
        case All(tests):
            for part in tests:
                yield from _test_remedies(part, known)


def _numbers(test: AtLeast, known: Known) -> Iterator[tuple[str, Value]]:
    yield from ((test.figure, threshold) for threshold in sorted(set(thresholds(test, known))))
    if test.by and known.value(test.by) is None:
        yield from ((test.by, choice) for choice in test.thresholds)


def _chosen(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()

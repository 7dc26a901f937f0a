"""The rules against brute force: what is unknown is tried out in full, and a better figure never makes it worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.eligibility.assessment import VERDICTS, assess
from bot.figures.possible import contradictions
from bot.figures.values import Figures, Range, Value
from bot.guide.model import All, AnyOf, AtLeast, Figure, IsTrue, OneOf, Program, QuotientAtLeast, Requirement, Test
from tests.unit.applicants import FITS, GUIDE

FAR, BEYOND = Decimal(10) ** 11, Decimal(10) ** 15
FAR_BEYOND = BEYOND * 1000
SMALLEST = {"money": Decimal("0.01"), "people": Decimal(1), "ratio": Decimal("0.001"), "share": Decimal("0.001")}
NUMERATORS = {figure.quotient.numerator for figure in GUIDE.figures if figure.quotient}
DENOMINATORS = {figure.quotient.denominator for figure in GUIDE.figures if figure.quotient}
NUMERIC = [
    (program, requirement)
    for program in GUIDE.programs
    for requirement in program.requirements
    if isinstance(requirement.test, AtLeast | QuotientAtLeast)
]
TESTED = [
    (program, requirement)
    for program in GUIDE.programs
    for requirement in program.requirements
    if requirement.test.kind != "fits_directions"
]


def status_of(program: Program, requirement: Requirement, figures: Figures) -> str:
    found = assess(GUIDE, figures, FITS, [program.id]).programs[0]
    return next(one.status for one in found.requirements if one.requirement is requirement)


# --- every threshold of the guide, at, below and above ---


@pytest.mark.parametrize(("program", "requirement"), NUMERIC, ids=lambda one: one.id)
def test_threshold_is_met_exactly_from_itself_on(program: Program, requirement: Requirement) -> None:
    test = requirement.test
    step = SMALLEST[GUIDE.figure[test.figure].kind]  # type: ignore[union-attr]
    for choice, threshold in thresholds(test):
        applies = {figure: values[0] for figure, values in requirement.when.items()} | choice
        for value, expected in ((threshold - step, "not_met"), (threshold, "met"), (threshold + step, "met")):
            figures = {**applies, test.figure: value}  # type: ignore[union-attr]
            assert status_of(program, requirement, figures) == expected


def thresholds(test: Test) -> Iterator[tuple[dict[str, Value], Decimal]]:
    if isinstance(test, AtLeast) and test.by:
        yield from (({test.by: choice}, threshold) for choice, threshold in test.thresholds.items())
    elif isinstance(test, AtLeast | QuotientAtLeast) and test.threshold is not None:
        yield {}, test.threshold


# --- partial knowledge: every completion of it ---


def points(figure: Figure) -> list[Value]:
    """A small world: values of ``figure`` on both sides of every threshold, near and far."""
    match figure.kind:
        case "yes_no":
            return [True, False]
        case "choice":
            return [choice.id for choice in figure.choices]
        case "choices":
            return [(), *((choice.id,) for choice in figure.choices), tuple(choice.id for choice in figure.choices)]
    near = [Decimal(n) for n in (1, 2, 3, 4, 9, 10, 14, 15, 16)]
    bars = [bar for _, requirement in NUMERIC for _, bar in thresholds(requirement.test) if bar > 100]
    around = [bar + step for bar in bars for step in (-1, 0, 1)] if figure.kind == "money" else []
    return [*([] if figure.positive else [Decimal(0)]), *near, *around, FAR]


def numbers(figure: Figure) -> list[Decimal]:
    return [point for point in points(figure) if isinstance(point, Decimal)]


def anything(figure: Figure) -> st.SearchStrategy[Value | None]:
    """Unknown, one value, or a range of values."""
    exact = st.sampled_from(points(figure))
    if figure.kind not in SMALLEST:
        return st.none() | exact
    ends = st.tuples(st.none() | st.sampled_from(numbers(figure)), st.none() | st.sampled_from(numbers(figure)))
    ordered = ends.filter(lambda pair: None in pair or pair[0] < pair[1])
    return st.none() | exact | ordered.map(lambda pair: Range(*pair))


def completions(figure: Figure, value: Value | None) -> list[Value]:
    if not isinstance(value, Range):
        return [*points(figure), *beyond(figure)] if value is None else [value]
    low, high = value.low or Decimal(0), FAR_BEYOND if value.high is None else value.high
    return [number for number in (*numbers(figure), *beyond(figure)) if low <= number <= high]


def beyond(figure: Figure) -> list[Decimal]:
    """What divides can be out of all proportion to what is divided, and the other way round."""
    tiny = [SMALLEST[figure.kind]] if figure.kind in SMALLEST else []
    divisors = [*tiny, BEYOND] if figure.id in DENOMINATORS else []
    return [*divisors, FAR_BEYOND] if figure.id in NUMERATORS else divisors


def named(test: Test) -> list[str]:
    if isinstance(test, All):
        return [figure for part in test.tests for figure in named(part)]
    if isinstance(test, AtLeast):
        return [test.figure, *([test.by] if test.by else [])]
    if isinstance(test, QuotientAtLeast):
        quotient = GUIDE.figure[test.figure].quotient
        assert quotient is not None
        return [quotient.numerator, quotient.denominator]
    return [test.figure]


def truth(test: Test, whole: Mapping[str, Value]) -> str:
    """The status of ``test`` when everything is known, in fractions and by the words of the rules."""
    match test:
        case All(tests):
            found = {truth(part, whole) for part in tests}
            return "not_met" if "not_met" in found else "open" if "open" in found else "met"
        case AtLeast():
            threshold = test.thresholds[str(whole[test.by])] if test.by else test.threshold
            return "met" if whole[test.figure] >= threshold else "not_met"  # type: ignore[operator]
        case QuotientAtLeast():
            above, below = (Fraction(whole[figure]) for figure in named(test))  # type: ignore[arg-type]
            return "met" if above / below >= Fraction(test.threshold) else "not_met"
        case AnyOf(figure, values, leaves_open):
            chosen = set(whole[figure])  # type: ignore[arg-type]
            return "met" if chosen & set(values) else "open" if chosen & set(leaves_open) else "not_met"
        case OneOf(figure, values):
            return "met" if whole[figure] in values else "not_met"
        case IsTrue(figure):
            return "met" if whole[figure] else "not_met"
    raise AssertionError(test)


def brute_force(requirement: Requirement, figures: Figures) -> str:
    """What docs/rules.md makes of all completions of ``figures``."""
    conditions = {
        all(choice in values for choice, values in zip(choices, requirement.when.values(), strict=True))
        for choices in product(*(completions(GUIDE.figure[name], figures.get(name)) for name in requirement.when))
    }
    if conditions == {False}:
        return "not_applicable"
    names = named(requirement.test)
    wholes = (
        dict(zip(names, values, strict=True))
        for values in product(*(completions(GUIDE.figure[name], figures.get(name)) for name in names))
    )
    found = {truth(requirement.test, whole) for whole in wholes if not contradictions(GUIDE, whole)}
    settled = found.pop() if len(found) == 1 else "unknown"
    return settled if conditions == {True} or settled == "met" else "unknown"


@pytest.mark.parametrize(("program", "requirement"), TESTED, ids=lambda one: one.id)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_status_is_what_all_completions_agree_on(
    program: Program, requirement: Requirement, data: st.DataObject
) -> None:
    names = [*requirement.when, *named(requirement.test)]
    drawn = {name: data.draw(anything(GUIDE.figure[name]), label=name) for name in names}
    figures = {name: value for name, value in drawn.items() if value is not None}
    assume(not contradictions(GUIDE, figures))
    assert status_of(program, requirement, figures) == brute_force(requirement, figures)


# --- a better figure never worsens a verdict ---

IMPROVABLE = [
    figure for figure in GUIDE.figures if figure.id not in DENOMINATORS and figure.kind not in ("choice", "text")
]
AMOUNTS = {figure.id: anything(figure) for figure in GUIDE.figures if figure.kind not in ("ratio", "share", "text")}
GIVEN_QUOTIENTS = {figure.id: st.none() | st.decimals(0, 1, places=2) for figure in GUIDE.figures if figure.quotient}
TECHNOLOGY = {"technology": st.sampled_from([None, "none", "智能电网", "百合"])}


def known(drawn: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in drawn.items() if value is not None}


APPLICANTS = st.fixed_dictionaries(AMOUNTS | GIVEN_QUOTIENTS | TECHNOLOGY).map(known)
WITHOUT_QUOTIENTS = st.fixed_dictionaries(AMOUNTS | TECHNOLOGY).map(known)


def improved(figure: Figure, value: Value, step: Decimal) -> Value:
    if isinstance(value, Range):
        low, high = (None if end is None else end + step for end in (value.low, value.high))
        return Range(low, high)
    if isinstance(value, bool):
        return True
    return value + step if isinstance(value, Decimal) else tuple(choice.id for choice in figure.choices)


@settings(max_examples=200, deadline=None)
@given(figures=APPLICANTS, figure=st.sampled_from(IMPROVABLE), step=st.sampled_from([1, 2, 1_000_000, 30_000_000]))
def test_better_figure_never_worsens_a_verdict(figures: dict[str, Value], figure: Figure, step: int) -> None:
    assume(figure.id in figures)
    better = {**figures, figure.id: improved(figure, figures[figure.id], Decimal(step))}
    assume(not contradictions(GUIDE, figures) and not contradictions(GUIDE, better))
    before, after = (assess(GUIDE, each, FITS) for each in (figures, better))
    for worse, improvement in zip(before.programs, after.programs, strict=True):
        assert VERDICTS.index(improvement.verdict) >= VERDICTS.index(worse.verdict), worse.program


@settings(max_examples=150, deadline=None)
@given(figures=WITHOUT_QUOTIENTS, data=st.data())
def test_what_is_settled_stays_settled_when_more_is_known(figures: dict[str, Value], data: st.DataObject) -> None:
    absent = [GUIDE.figure[name] for name in AMOUNTS if name not in figures]
    assume(absent)
    learned = data.draw(st.sampled_from(absent), label="learned")
    more = {**figures, learned.id: data.draw(st.sampled_from(points(learned)), label="value")}
    assume(not contradictions(GUIDE, more))
    before, after = (assess(GUIDE, each, FITS) for each in (figures, more))
    for less, fuller in zip(before.programs, after.programs, strict=True):
        assert less.section in (None, fuller.section)
        for old, new in zip(less.requirements, fuller.requirements, strict=True):
            assert old.status in ("unknown", new.status) or (old.status, new.status) == ("met", "not_applicable")

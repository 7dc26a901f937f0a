"""The next question: tests/cases/eligibility/questions.yml, and whole checks of generated applicants."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.eligibility.assessment import assess
from bot.eligibility.question import next_figure, open_programs, remaining
from bot.figures.possible import contradictions
from bot.figures.values import Value
from tests.unit.applicants import FITS, GUIDE, answers, cases, figures_of

PROGRAMS = tuple(GUIDE.program)


@pytest.mark.parametrize("case", cases("eligibility/questions"), ids=str)
def test_next_figure(case: dict[str, Any]) -> None:
    skipped = frozenset(case.get("skipped", ()))
    found = next_figure(GUIDE, figures_of(case["given"]), FITS, case["programs"], skipped)
    assert found == case["next"]


@pytest.mark.parametrize("case", [case for case in cases("eligibility/questions") if "never" in case], ids=str)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_what_nothing_turns_on_is_never_asked(case: dict[str, Any], data: st.DataObject) -> None:
    skipped = frozenset(case.get("skipped", ()))
    figures = figures_of(case["given"])
    while figure := next_figure(GUIDE, figures, FITS, case["programs"], skipped):
        assert figure not in case["never"]
        figures[figure] = data.draw(answers(GUIDE.figure[figure]), label=figure)


@settings(max_examples=40, deadline=None)
@given(programs=st.sampled_from([PROGRAMS, *((program,) for program in PROGRAMS)]), data=st.data())
def test_check_ends_with_everything_settled_or_skipped(programs: tuple[str, ...], data: st.DataObject) -> None:
    figures: dict[str, Value] = {}
    skipped: frozenset[str] = frozenset()
    left = remaining(GUIDE, figures, FITS, programs)
    while figure := next_figure(GUIDE, figures, FITS, programs, skipped):
        assert figure not in figures and figure not in skipped
        assert open_programs(GUIDE, figures, FITS, programs, skipped)
        answer = data.draw(st.none() | answers(GUIDE.figure[figure]), label=figure)
        if answer is None or contradictions(GUIDE, {**figures, figure: answer}):
            skipped |= {figure}
        else:
            figures[figure] = answer
        now = remaining(GUIDE, figures, FITS, programs, skipped)
        assert now < left
        left = now
    assert left == 0 and not open_programs(GUIDE, figures, FITS, programs, skipped)
    for found in assess(GUIDE, figures, FITS, programs).programs:
        unknown = [one.requirement for one in found.requirements if one.status == "unknown"]
        assert skipped or found.verdict != "undetermined" or all(one.test.kind == "fits_directions" for one in unknown)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_nothing_more_can_change_once_nothing_is_asked(data: st.DataObject) -> None:
    programs = data.draw(st.sampled_from([(program,) for program in PROGRAMS]))
    figures: dict[str, Value] = {}
    while figure := next_figure(GUIDE, figures, FITS, programs):
        figures[figure] = data.draw(answers(GUIDE.figure[figure]), label=figure)
    others = [one for one in GUIDE.figures if one.id not in figures and not one.quotient]
    more = {one.id: data.draw(answers(one), label=one.id) for one in others} | figures
    if not contradictions(GUIDE, more):
        before, after = (assess(GUIDE, each, FITS, programs).programs[0] for each in (figures, more))
        assert before.verdict == after.verdict
        assert before.section == after.section or before.verdict == "not_eligible"

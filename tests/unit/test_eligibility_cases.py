"""The rules at their thresholds, case by case: tests/cases/eligibility/*.yml against the guide."""

from __future__ import annotations

from typing import Any

import pytest

from bot.eligibility.assessment import assess
from bot.eligibility.gap import Gap
from tests.unit.applicants import FITS, GUIDE, cases, exact, figures_of

BOUNDARIES = cases("eligibility/boundaries")
REQUIREMENTS = {r.id: (program.id, place) for program in GUIDE.programs for place, r in enumerate(program.requirements)}


def boundary_cases() -> list[tuple[str, dict[str, Any]]]:
    return [(table["requirement"], case) for table in BOUNDARIES for case in table["cases"]]


@pytest.mark.parametrize(("requirement", "case"), boundary_cases(), ids=str)
def test_requirement_has_the_status_and_the_gap(requirement: str, case: dict[str, Any]) -> None:
    program, place = REQUIREMENTS[requirement]
    figure = getattr(GUIDE.program[program].requirements[place].test, "figure", None)
    cells = {figure if name == "FIGURE" else name: cell for name, cell in case["given"].items()}
    found = assess(GUIDE, figures_of(cells), FITS, [program]).programs[0].requirements[place]
    figure, needs, short = case.get("gap", (None, None, None))
    expected = figure and Gap(figure, exact(needs), exact(short))
    assert (found.status, found.gap) == (case["status"], expected)


def test_every_requirement_of_the_guide_has_its_table() -> None:
    assert {table["requirement"] for table in BOUNDARIES} == set(REQUIREMENTS)


@pytest.mark.parametrize("case", cases("eligibility/verdicts"), ids=str)
def test_program_has_the_verdict_and_the_section(case: dict[str, Any]) -> None:
    found = assess(GUIDE, figures_of(case["given"]), FITS).program[case["program"]]
    assert (found.verdict, found.section) == (case["verdict"], case["section"])

"""What would turn a verdict, and what goes on the list of materials."""

from __future__ import annotations

from typing import Any

import pytest

from bot.eligibility.assessment import assess, materials
from bot.eligibility.known import Known
from bot.eligibility.turning import turning
from tests.unit.applicants import FITS, GUIDE, cases, exact, figures_of


@pytest.mark.parametrize("case", cases("eligibility/turning"), ids=str)
def test_turns(case: dict[str, Any]) -> None:
    found = turning(GUIDE, figures_of(case["given"]), FITS, case["program"])
    needs = [(one.figure, one.needs_at_least if one.value is None else one.value, one.verdict) for one in found]
    expected = [
        (figure, tuple(need) if isinstance(need, list) else exact(need), verdict)
        for figure, need, verdict in case["turns"]
    ]
    assert needs == expected


@pytest.mark.parametrize("case", [case for case in cases("eligibility/turning") if case["turns"]], ids=str)
def test_turn_keeps_its_promise(case: dict[str, Any]) -> None:
    figures = figures_of(case["given"])
    for turn in turning(GUIDE, figures, FITS, case["program"]):
        value = turn.needs_at_least if turn.value is None else turn.value
        assert value is not None
        assert assess(GUIDE, {**figures, turn.figure: value}, FITS, [turn.program]).programs[0].verdict == turn.verdict


@pytest.mark.parametrize(("applicant_type", "proof"), [("enterprise", True), (None, True), ("university", False)])
def test_materials_are_those_that_may_be_needed(applicant_type: str | None, proof: bool) -> None:
    program = GUIDE.program["major-project"]
    known = Known(GUIDE, figures_of({"applicant_type": applicant_type}), FITS)
    listed = materials(program, known)
    assert any(material.when for material in listed) is proof
    assert [material for material in program.materials if not material.when] == [m for m in listed if not m.when]

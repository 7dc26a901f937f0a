"""What a question is about, and the point of the guide that speaks of it: tests/cases/points.yml against the guide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.points import near_points
from bot.figures.wording.asked_about import asked_about
from bot.guide.points import points, wordings
from tests.unit.applicants import GUIDE

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "points.yml").read_text(encoding="utf-8")
)
LEAST = 0.3  # how near a point is by its words alone, where nothing is known of meanings


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['program']}: {case['ask']}")
def test_the_point_that_a_question_is_about(case: dict[str, Any]) -> None:
    found = near_points(GUIDE, Subject(programs=(case["program"],), text=case["ask"]), Utterance(case["ask"]), LEAST)
    said = found[0].point.words if found else None
    assert said is None if case["near"] is None else said is not None and case["near"] in said


@pytest.mark.parametrize("case", [each for each in CASES if "asked" in each], ids=lambda case: case["ask"])
def test_what_a_question_asks_about(case: dict[str, Any]) -> None:
    assert asked_about(case["ask"]) == case["asked"]


def test_names_are_no_part_of_what_is_asked_about() -> None:
    assert asked_about("兰白专项要不要备案", [(0, 4)]) == "备案"


def test_every_point_stands_in_the_guide() -> None:
    for program, found in points(GUIDE).items():
        assert found, program
        for each in found:
            assert each.quote.quote in GUIDE.clause[each.quote.clause].text
    assert {each.words for found in points(GUIDE).values() for each in found} == {*wordings(GUIDE)}

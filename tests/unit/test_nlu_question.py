"""The one question of a message that tells a story is found by its form (tests/cases/question_of_a_story.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.question import question_in

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "question_of_a_story.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][-24:])
def test_the_question_of_a_story(case: dict[str, Any]) -> None:
    place = question_in(case["text"])
    assert (case["text"][slice(*place)] if place else None) == case["question"]

"""Words that stand for a program's name are found by their form (tests/cases/paraphrases.yml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.paraphrases import phrases

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "paraphrases.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_words_that_stand_for_a_name(case: dict[str, Any]) -> None:
    found = phrases(case["text"])
    assert [each.text for each in found] == (case["phrases"] or [])
    assert all(case["text"][each.start : each.end] == each.text for each in found)

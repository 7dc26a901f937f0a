"""A message is divided into pieces by its form (tests/cases/pieces.yml), which stand in the text where they stand in the mask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.dividing import pieces, topic_named
from bot.nlu.masking import mask, unmasked

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "pieces.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_pieces_of_a_message(case: dict[str, Any]) -> None:
    found = pieces(case["text"])
    assert [each.text for each in found] == case["pieces"]
    assert all(case["text"][each.start : each.end] == each.text for each in found)


def test_a_place_of_the_masked_text_in_the_text_itself() -> None:
    text = "重大专项的总投资多少，孵化器归谁"
    entities = [
        {"entity": "program", "start": 0, "end": 4},
        {"entity": "figure", "start": 5, "end": 8},
        {"entity": "program", "start": 11, "end": 14},
    ]
    masked = mask(text, entities)
    second = masked.index("，") + 1
    assert text[unmasked(second, entities) :] == "孵化器归谁"
    assert text[: unmasked(second - 1, entities)] == "重大专项的总投资多少"
    assert unmasked(len(masked), entities) == len(text)


@pytest.mark.parametrize(
    ("words", "topic"),
    [("申报条件告诉我", "requirements"), ("某专项某指标", "figure"), ("材料和科室", None), ("天气怎么样", None)],
)
def test_what_is_called_by_its_name(words: str, topic: str | None) -> None:
    assert topic_named(words) == topic

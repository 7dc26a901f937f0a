"""The sentence that the page sends when a figure is tapped and corrected is understood, of every figure of the guide."""

from __future__ import annotations

from typing import Any

import pytest

from bot.figures.known import to_json
from bot.figures.readings import readings
from bot.guide.load import load
from bot.guide.model import Figure
from bot.settings import ROOT

GUIDE = load(ROOT / "knowledge" / "guide_2022.json")
NUMBERS = {
    "money": [("八百万", 8000000), ("300万元", 3000000)],
    "people": [("15人", 15), ("40", 40)],
    "ratio": [("3:1", 3), ("2.5:1", 2.5)],
    "share": [("30%", 0.3), ("两成", 0.2)],
}


def corrections(figure: Figure) -> list[tuple[str, Any]]:
    """What may be entered for the figure, and its value."""
    if figure.kind == "yes_no":
        return [("是", True), ("否", False)]
    if figure.kind == "choice":
        return [(choice.name, choice.id) for choice in figure.choices if choice.id != "other"]
    if figure.kind == "choices":
        return [*((choice.name, [choice.id]) for choice in figure.choices), ("都没有", [])]
    return NUMBERS.get(figure.kind, [("锂电池正极材料", "锂电池正极材料")])


@pytest.mark.parametrize("figure", GUIDE.figures, ids=lambda figure: figure.id)
def test_a_tapped_correction_is_understood(figure: Figure) -> None:
    for words, value in corrections(figure):
        read = readings(f"不对，{figure.name}：{words}", GUIDE)
        assert read.correction
        assert to_json({each.figure: each.value for each in read.readings}) == {figure.id: value}, words

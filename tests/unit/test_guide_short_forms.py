"""Institutions of the guide by the short forms of their names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.guide.abbreviations import in_full
from bot.guide.load import load

CASES = yaml.safe_load(Path("tests/cases/guide/short_forms.yml").read_text(encoding="utf-8"))
GUIDE = load(Path("knowledge/guide_2022.json"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["short"])
def test_a_short_form_is_of_one_name_or_of_none(case: dict[str, str]) -> None:
    assert in_full(GUIDE, case["short"]) == case["full"]

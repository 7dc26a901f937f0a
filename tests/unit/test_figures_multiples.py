"""Multiples, as tests/cases/figures/multiples.yml has them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.figures.pairing.multiples import multiples
from tests.unit.applicants import GUIDE

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "figures" / "multiples.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_what_is_told_as_a_multiple(case: dict[str, Any]) -> None:
    found = [(each.figure, each.times) for each in multiples(case["say"], GUIDE)]
    assert found == [(figure, Decimal(times)) for figure, times in case["is"]]

"""Lists, rows and forms as people paste them: tests/cases/figures/pasted.yml against the guide."""

from __future__ import annotations

from typing import Any

import pytest

from bot.figures.readings import readings
from bot.figures.wording.pasted import as_clauses
from tests.unit.applicants import GUIDE, cases
from tests.unit.test_figures_readings import as_written
from tests.unit.written import shown


@pytest.mark.parametrize("case", cases("figures/pasted"), ids=lambda case: f"{case.get('asked', '')} {case['say']}")
def test_pasted_message_is_read(case: dict[str, Any]) -> None:
    text = as_clauses(case["say"])
    read = readings(text, GUIDE, case.get("asked"))
    expected = {figure: as_written(value) for figure, value in case.get("reads", {}).items()}
    assert len(text) == len(case["say"])
    assert {reading.figure: shown(reading.value) for reading in read.readings} == expected

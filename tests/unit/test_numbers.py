"""Values of figures in the words that people read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answers.numbers import shown
from bot.figures.values import Range
from tests.unit.applicants import GUIDE

CASES = [
    ("total_investment", "..7999999", "不到800万元"),
    ("total_investment", "..8000000", "800万元以内"),
    ("total_investment", "5000000..7999999", "500万元至不到800万元"),
    ("self_raised_ratio", "..2.9999", "不到3:1"),
    ("self_raised_ratio", "..3", "3:1以内"),
    ("self_raised_ratio", "..2.4999", "不到2.5:1"),
    ("rd_staff_share", "..0.2999", "不到30%"),
    ("rd_staff_share", "..0.255", "25.5%以内"),
    ("rd_staff", "..14", "14人以内"),
]


@pytest.mark.parametrize(("figure", "value", "words"), CASES)
def test_an_open_end_is_shown_as_it_was_said(figure: str, value: str, words: str) -> None:
    low, high = (Decimal(end) if end else None for end in value.split(".."))
    assert shown(GUIDE.figure[figure], Range(low, high)) == words

"""How to reach whoever writes is left out of what he tells, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.nlu.contacts import without_contacts

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "contacts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[str(case["say"]) for case in CASES])
def test_what_is_left(case: dict[str, str]) -> None:
    assert without_contacts(case["say"]) == case.get("left", case["say"])

"""Loading reports every fault of a file at once, and the committed schema is in step with the model."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.guide.check import check_file
from bot.guide.faults import GuideFaults
from bot.guide.load import load, parse
from bot.guide.model import QuotientAtLeast
from bot.guide.numbers import numbers
from bot.guide.schema import schema, text

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "knowledge/guide_2022.json"


def cases(name: str) -> Any:
    return yaml.safe_load((ROOT / f"tests/cases/guide/{name}.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("broken"), ids=lambda case: case["name"])
def test_broken_file_is_refused_with_every_fault(case: dict[str, Any]) -> None:
    with pytest.raises(GuideFaults) as refused:
        parse(case["text"])
    found = {fault.where: str(fault) for fault in refused.value.faults}
    for where, words in case["faults"].items():
        assert words in found[where]


def test_each_fault_is_reported_once() -> None:
    document = json.loads(GUIDE.read_text(encoding="utf-8"))
    del document["figures"][0]["ask"]
    document["programs"][0]["requirements"][0]["test"]["figure"] = 5
    document["programs"][3]["section"]["cases"][0]["section"] = "规划处"
    with pytest.raises(GuideFaults) as refused:
        parse(json.dumps(document))
    assert [fault.where for fault in refused.value.faults] == [
        "figures[0].ask",
        "programs[0].requirements[0].test.figure",
        "programs[3].section.cases[0].section",
    ]


def test_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    copy = tmp_path / "guide.json"
    copy.write_text(GUIDE.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert load(copy) == load(GUIDE)


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "guide.json"
    copy.write_text(GUIDE.read_text(encoding="utf-8"), encoding="gb18030")
    with pytest.raises(GuideFaults, match="UTF-8"):
        load(copy)


def test_missing_source_is_a_fault(tmp_path: Path) -> None:
    copy = tmp_path / "guide.json"
    copy.write_text(GUIDE.read_text(encoding="utf-8"), encoding="utf-8")
    assert [fault.where for fault in check_file(copy).faults] == ["source"]


def test_numbers_are_exact_decimals() -> None:
    guide = load(GUIDE)
    tests = [rule.test for program in guide.programs for rule in program.requirements]
    shares = [test.threshold for test in tests if isinstance(test, QuotientAtLeast)]
    assert shares == [Decimal(3), Decimal("0.3"), Decimal("0.2")]


def test_guide_fits_the_committed_schema() -> None:
    committed = (ROOT / "knowledge/guide.schema.json").read_text(encoding="utf-8")
    assert committed == text(), "run: python -m bot.guide.schema > knowledge/guide.schema.json"
    jsonschema.Draft7Validator.check_schema(schema())
    jsonschema.validate(json.loads(GUIDE.read_text(encoding="utf-8")), schema())


@pytest.mark.parametrize("case", cases("numbers"), ids=lambda case: case["text"])
def test_numbers_of_a_sentence(case: dict[str, Any]) -> None:
    found = [(number.text, number.kind, number.value) for number in numbers(case["text"])]
    wanted = [(words, kind, None if value is None else Decimal(str(value))) for words, kind, value in case["numbers"]]
    assert found == wanted

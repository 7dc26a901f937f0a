"""Every change of the guide that matters is found, and the message says where."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.guide.check import check_file
from bot.guide.faults import Fault

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load((ROOT / "tests/cases/guide/mutations.yml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "knowledge/guide_2022.json").read_text(encoding="utf-8")
SOURCE = (ROOT / "knowledge/guide_2022.txt").read_text(encoding="utf-8")
STEP = re.compile(r"([\w]+)|\[([^\]]+)\]")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_mutation_is_found(case: dict[str, Any], tmp_path: Path) -> None:
    found = faults(tmp_path, *changed(case))
    assert any(fits(case, fault) for fault in found), "\n".join(map(str, found)) or "no fault at all"


def test_unchanged_guide_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, GUIDE, SOURCE) == ()


def fits(case: dict[str, Any], fault: Fault) -> bool:
    return fault.where == case["where"] and all(word in str(fault) for word in case["says"])


def faults(folder: Path, guide: str, source: str) -> tuple[Fault, ...]:
    (folder / "guide.json").write_text(guide, encoding="utf-8")
    (folder / "guide_2022.txt").write_text(source, encoding="utf-8")
    return check_file(folder / "guide.json").faults


def changed(case: dict[str, Any]) -> tuple[str, str]:
    if case["at"] == "source":
        return GUIDE, replaced(SOURCE, case["replace"])
    document = json.loads(GUIDE)
    *steps, last = [word or place for word, place in STEP.findall(case["at"])]
    holder = document
    for step in steps:
        holder = holder[key(holder, step)]
    change(holder, key(holder, last), case)
    return json.dumps(document, ensure_ascii=False), SOURCE


def change(holder: Any, at: Any, case: dict[str, Any]) -> None:
    if "delete" in case:
        del holder[at]
    elif "add" in case:
        holder[at].append(case["add"])
    else:
        holder[at] = case["set"] if "set" in case else replaced(holder[at], case["replace"])


def key(holder: Any, step: str) -> Any:
    """A dict's key, or a list's place: a number, or what an entry is called."""
    if isinstance(holder, dict) or step.isdigit():
        return step if isinstance(holder, dict) else int(step)
    called = [
        place for place, entry in enumerate(holder) for name in ("id", "name", "clause") if entry.get(name) == step
    ]
    return called[0]


def replaced(text: str, pair: list[str]) -> str:
    assert pair[0] in text
    return text.replace(pair[0], pair[1], 1)

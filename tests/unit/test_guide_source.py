"""The guide says what its source says: quotes byte for byte, and the rules as docs/rules.md reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.guide.check import check_file, render
from bot.guide.load import load

ROOT = Path(__file__).parents[2]
PATH = ROOT / "knowledge/guide_2022.json"
GUIDE = load(PATH)
RULES = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}


def quotes(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        if "quote" in part:
            yield part["clause"], part["quote"]
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from quotes(each)


def rows(heading: str) -> Iterator[list[str]]:
    """The cells of the tables below a heading of docs/rules.md, without their head."""
    below = RULES.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    for line in [line for line in below.splitlines() if line.startswith("|")][2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def ids(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def requirements_in_the_rules() -> list[tuple[str, str, str]]:
    found, program = [], ""
    for first, clause, strength, what in rows("Requirements"):
        program = ids(first)[0] if ids(first) else program
        count = re.search(r"\((\w+) requirements\)", what)
        times = COUNTS[count[1]] if count else 1
        if strength in ("must", "in_principle"):
            members = [each.id for each in GUIDE.programs if re.fullmatch(program.replace("*", ".*"), each.id)]
            found += [(member, clause, strength) for member in members for _ in range(times)]
    return found


def test_every_quote_stands_in_its_clause_and_in_the_source() -> None:
    lines = (ROOT / "knowledge" / GUIDE.source).read_bytes().split(b"\n")
    found = list(quotes(json.loads(PATH.read_text(encoding="utf-8"))))
    assert len(found) > 200
    for clause, quote in found:
        text = GUIDE.clause[clause].text.encode()
        assert text in lines
        assert quote.encode() in text


def test_nothing_is_left_over() -> None:
    report = check_file(PATH)
    assert report.faults == ()
    assert report.left_over == 0
    assert [row.clause for row in report.rows] == [clause.id for clause in GUIDE.clauses]
    assert "没有归属的 0 处" in render(report)


def test_programs_and_figures_are_those_of_the_rules() -> None:
    programs = [(ids(row[0])[0], row[1]) for row in rows("Programs")]
    assert [(program.id, program.name) for program in GUIDE.programs] == programs
    figures = [name for row in rows("Figures") for name in ids(row[0])]
    assert [figure.id for figure in GUIDE.figures] == figures


def test_sections_are_those_of_the_rules() -> None:
    for row in rows("Programs"):
        rule = GUIDE.program[ids(row[0])[0]].section
        assert rule.clause == row[3]
        assert {case.section for case in rule.cases} == set(re.findall("[一-鿿]+科", row[2]))


def test_requirements_are_those_of_the_rules() -> None:
    wanted = requirements_in_the_rules()
    found = [(program.id, rule.clause, rule.strength) for program in GUIDE.programs for rule in program.requirements]
    assert sorted(found) == sorted(wanted)
    for program in GUIDE.programs:
        assert [row for row in found if row[0] == program.id] == [row for row in wanted if row[0] == program.id]


def test_everyday_words_are_many_and_stand_once_for_a_term() -> None:
    words = [(entry.term, word) for entry in GUIDE.common_knowledge for word in entry.words]
    assert len(words) == len(set(words))
    assert len({word for _, word in words}) >= 600

"""The report counts what the score found: rows, rates, bins of confidence, the confusion and the kept summary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation import summary
from evaluation.cases import Case, Expect, load_truth
from evaluation.confidence import Bin, Guess, allowed, calibration_error, reliability
from evaluation.evaluate import confusion
from evaluation.pictures import draw_confusion, draw_reliability
from evaluation.report import GROUPS, Result, as_data, failures, rates, rows, text
from evaluation.run import GUIDE
from evaluation.score import MISS, RIGHT, WRONG_FACT, Reply, Score, score
from evaluation.technologies import load_businesses

ANSWER, REFUSAL = Expect(kind=("answer",)), Expect(kind=("fallback",))


def result(topic: str, outcome: str, kind: str, answered: str, expect: Expect) -> Result:
    case = Case(id=topic, voice="owner", topic=topic, programs=(), turns=("问",), expect=expect)
    return Result(case, Reply("答", ({"kind": kind, "topic": answered},)), Score(outcome, ("why",)), 0.01)


RESULTS = [
    result("section", RIGHT, "answer", "section", ANSWER),
    result("section", MISS, "fallback", "", ANSWER),
    result("figure", WRONG_FACT, "answer", "program", ANSWER),
    result("figure", MISS, "answer", "figure", ANSWER),
    result("out-far", RIGHT, "fallback", "", REFUSAL),
    result("out-far", WRONG_FACT, "answer", "technology", REFUSAL),
]


def test_rows_tell_misses_from_wrong_facts() -> None:
    found = {row.key: (row.cases, row.right, row.misses, row.wrong_facts) for row in rows(RESULTS, GROUPS["topic"])}
    assert found == {"section": (2, 1, 1, 0), "figure": (2, 0, 1, 1), "out-far": (2, 1, 0, 1)}


def test_rates_count_what_they_are_of() -> None:
    found = {one.title: (one.count, one.total) for one in rates(RESULTS)}
    assert found == {"out of scope, answered from the guide": (1, 2), "in scope, refused": (1, 4)}


def test_wrong_facts_are_listed_first_and_right_answers_not() -> None:
    listed = [line.split("  ")[0] for line in failures(RESULTS).splitlines() if "(owner)" in line]
    assert listed == ["WRONG FACT", "WRONG FACT", "MISS", "MISS"]


def test_the_confusion_has_what_is_right_on_its_diagonal() -> None:
    assert [confusion(one) for one in RESULTS] == [
        ("section", "section"),
        ("section", "fallback"),
        ("figure", "program"),
        ("figure", "figure, wrong"),
        ("out-far", "out-far"),
        ("out-far", "technology"),
    ]


def test_confidence_in_tenths() -> None:
    bins = reliability([Guess(1.0, True), Guess(0.91, False), Guess(0.3, True), Guess(0.35, False)])
    assert [(one.count, one.right) for one in bins] == [(2, 0.5), (2, 0.5)]
    assert [one.confidence for one in bins] == pytest.approx([0.325, 0.955])
    assert calibration_error(bins) == pytest.approx((0.175 + 0.455) / 2)
    assert calibration_error([]) == 0


def test_every_topic_that_a_case_allows_is_an_intent_that_it_allows() -> None:
    case = Case("x", "owner", "figure", (), ("问",), Expect(kind=("answer",), topic=("figure", "requirements")))
    assert allowed(case) == {"ask_figure", "ask_requirements"}
    assert allowed(RESULTS[-1].case) == {"out_of_scope"}


def test_pictures_are_drawn(tmp_path: Path) -> None:
    draw_confusion(map(confusion, RESULTS), tmp_path / "new" / "confusion.png")
    draw_reliability([Bin(0.3, 0.5, 2)], tmp_path / "reliability.png")
    for name in ("new/confusion.png", "reliability.png"):
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")


def test_the_summary_tells_what_gave_the_numbers() -> None:
    sets = {name: as_data(RESULTS) for name in summary.SETS}
    noise = {"typos": {"right": 90.0, "lost": 2.5, "wrong_facts": 1}}
    calibration = {"error": 0.05, "bins": []}
    configuration = summary.configuration(Path("models/0123456789abcdef.tar.gz"), 2022)
    page = summary.markdown({"configuration": configuration, **sets, "noise": noise, "calibration": calibration})
    assert "model 0123456789abcdef" in page and configuration["commit"] in page
    assert "| test | 6 | 2 | 2 | 2 | 33.3 |" in page
    assert "| typos | 90.0 | 2.5 | 1 |" in page


def test_the_text_has_a_line_for_each_group() -> None:
    lines = text(RESULTS).splitlines()
    assert any(line.split() == ["total", "6", "2", "2", "2", "33.3"] for line in lines)


def business(key: str) -> Case:
    return next(case for case in load_businesses(load_truth(GUIDE).names) if case.id == key)


@pytest.mark.parametrize(
    ("key", "payload", "outcome"),
    [
        ("fits-001", {"kind": "answer", "topic": "technology", "programs": ["support.high-tech"]}, RIGHT),
        ("fits-001", {"kind": "answer", "topic": "technology", "programs": ["support.agriculture"]}, MISS),
        ("fits-001", {"kind": "answer", "topic": "technology", "programs": []}, MISS),
        ("fits-001", {"kind": "silent", "topic": "technology", "programs": []}, MISS),
        ("none-001", {"kind": "silent", "topic": "technology", "programs": []}, RIGHT),
        ("none-001", {"kind": "answer", "topic": "technology", "programs": ["support.high-tech"]}, MISS),
    ],
)
def test_a_business(key: str, payload: dict[str, Any], outcome: str) -> None:
    assert score(business(key), Reply("答", (payload,)), load_truth(GUIDE)).outcome == outcome


def test_a_fault_in_a_business_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "t.yml"
    file.write_text(
        "asks: [报啥]\nbusinesses:\n- {id: a, say: 一, programs: [no-such]}\n- {id: a, say: 二, programs: []}\n"
    )
    with pytest.raises(ValueError, match=r"a: the id stands 2 times\n.*unknown programs"):
        load_businesses(load_truth(GUIDE).names, file)

"""Finished checks that are kept: one row and one code for each, and what the code shows to whom, now and next year."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import receipts, service
from bot.answers.reply import Reply
from bot.cli import main
from bot.dialogue.checking import check
from bot.dialogue.state import Conversation
from bot.eligibility.receipt import codes, read
from bot.figures.values import Value
from bot.settings import ROOT
from bot.store import database, repository
from bot.store.models import Assessment
from tests.unit.applicants import figures_of

GUIDE_FILE = ROOT / "knowledge" / "guide_2022.json"
NOW = receipts.edition(GUIDE_FILE)
TOO_LITTLE = figures_of({"track": "industry", "total_investment": "799万"})
ENOUGH = figures_of({"track": "industry", "total_investment": "900万"})
MAJOR = ("major-project",)
REPORTS = "https://bot.example/report/"


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty database that the settings name."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    database.ready(database_url)
    with database.transaction(database_url) as session:
        session.query(Assessment).delete()
    yield database_url
    database.engine(database_url).dispose()


def told(figures: dict[str, Value], programs: tuple[str, ...] = MAJOR) -> Reply:
    """A finished check as the dialogue tells it."""
    return check.standing(NOW.guide, Conversation(figures=figures, check=programs), complete=True)


def issued(url: str, sender: str, figures: dict[str, Value], programs: tuple[str, ...] = MAJOR) -> str:
    with database.transaction(url) as session:
        return receipts.issue(session, NOW, sender, programs, told(figures, programs).payload).code


def rows(url: str) -> list[dict[str, Any]]:
    with database.transaction(url) as session:
        return [{"receipt": row.receipt, "guide": row.guide} for row in session.scalars(select(Assessment))]


def test_the_same_check_has_one_code_and_one_row(url: str) -> None:
    first = issued(url, "a", ENOUGH)
    assert issued(url, "a", dict(reversed(ENOUGH.items()))) == first == read(first)
    assert rows(url) == [{"receipt": first, "guide": NOW.version}]


def test_another_applicant_figure_or_program_has_another_code(url: str) -> None:
    found = [issued(url, "a", ENOUGH), issued(url, "b", ENOUGH), issued(url, "a", TOO_LITTLE), issued(url, "a", {})]
    found.append(issued(url, "a", ENOUGH, ("support.high-tech",)))
    assert len(set(found)) == len(rows(url)) == 5


def test_a_code_that_is_taken_is_not_given_again(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts.receipt, "codes", lambda *parts: codes("the same for everybody"))
    first, second = issued(url, "a", ENOUGH), issued(url, "b", ENOUGH)
    assert first != second
    assert [issued(url, "a", ENOUGH), issued(url, "b", ENOUGH)] == [first, second]


def test_staff_see_the_same_words_again(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = issued(url, "a", TOO_LITTLE)
    assert main(["receipt", code.lower().replace("-", "")]) == 0
    shown = capsys.readouterr().out
    assert told(TOO_LITTLE).text in shown
    assert f"回执编号 {code}" in shown
    assert "指南版本：与当时相同" in shown
    assert "与当时告诉的一致" in shown


@pytest.mark.parametrize("code", ["K7QM-3WRC", "K7QM-3WRD", "13919001234", "回执"])
def test_staff_are_told_of_a_code_that_is_not_there(url: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    issued(url, "a", ENOUGH)
    assert main(["receipt", code]) == 1
    said = capsys.readouterr()
    assert (said.out, code in said.err) == ("", True)


def test_staff_are_told_of_a_database_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    assert main(["receipt", "K7QM-3WRC"]) == 1
    assert "DATABASE_URL" in capsys.readouterr().err


def test_staff_are_told_where_next_years_guide_decides_otherwise(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = [issued(url, "a", TOO_LITTLE), issued(url, "a", ENOUGH)]
    monkeypatch.setenv("GUIDE", str(_another_guide(tmp_path, industry=7_000_000)))
    assert [main(["receipt", code]) for code in kept] == [0, 0]
    changed, same = capsys.readouterr().out.split(f"回执 {kept[1]}：")
    assert "指南版本：与当时不同" in changed
    assert "指南版本：与当时不同" in same
    assert "市级重大科技专项：当时是“不符合”，现在是“还不能确定”。" in changed
    assert "不低于700万元" in changed
    assert "与当时告诉的一致" in same


def test_the_applicant_is_told_as_well(url: str, tmp_path: Path) -> None:
    issued(url, "a", TOO_LITTLE)
    later = receipts.edition(_another_guide(tmp_path, industry=7_000_000))
    with database.transaction(url) as session:
        kept = session.scalars(select(Assessment)).one()
        unchanged, changed = (receipts.for_applicant(each, kept, REPORTS) for each in (NOW, later))
    assert unchanged.payload["programs"] == told(TOO_LITTLE).payload["programs"]
    assert "结论有变化" not in unchanged.text
    assert "结论有变化" in changed.text
    assert changed.payload["programs"][0]["verdict"] == "undetermined"


def test_what_the_guide_no_longer_knows_is_passed_over(url: str) -> None:
    figures = {"track": "space", "shoe_size": 44, "total_investment": 9_000_000, "applicant_type": "enterprise"}
    with database.transaction(url) as session:
        for code, programs in (("A2AA-AAAA", ["gone", *MAJOR]), ("A2AA-AAAB", ["gone"])):
            result = [{"id": each, "name": each, "verdict": "eligible"} for each in programs]
            repository.add_assessment(
                session, conversation="a", guide="old", programs=programs, figures=figures, result=result, receipt=code
            )
    with database.transaction(url) as session:
        partly, wholly = session.scalars(select(Assessment).order_by(Assessment.receipt))
        shown = receipts.for_applicant(NOW, partly, REPORTS)
        assert shown.payload["figures"] == {"total_investment": 9_000_000, "applicant_type": "enterprise"}
        assert [each["id"] for each in shown.payload["programs"]] == list(MAJOR)
        assert receipts.for_applicant(NOW, wholly, REPORTS) is None
        assert "gone：当时是“符合”，现在的指南里没有它。" in receipts.for_staff(NOW, wholly)


def test_a_guide_that_differs_in_one_byte_is_another_version(tmp_path: Path) -> None:
    other = tmp_path / "guide_2022.json"
    other.write_bytes(GUIDE_FILE.read_bytes() + b"\n")
    assert receipts.edition(other).version != NOW.version
    assert service.edition().version == NOW.version


def _another_guide(folder: Path, *, industry: int) -> Path:
    """The guide with another least investment for industry."""
    data = json.loads(GUIDE_FILE.read_text(encoding="utf-8"))
    (test,) = [
        requirement["test"]
        for program in data["programs"]
        for requirement in program["requirements"]
        if requirement["test"].get("figure") == "total_investment"
    ]
    test["thresholds"]["industry"] = industry
    path = folder / "guide.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path

"""Companies by the file: tests/cases/batch/*.yml, and what surrounds the lines."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from bot.batch import assess_file
from tests.unit.applicants import GUIDE, cases

GOOD = b'{"id": "good", "total_investment": 8000000}'
HEADINGS = b"id,applicant_type,total_investment,has_rd_base,qualifications"
GOOD_ROW = b"good,,8000000,,"


def run(source: bytes, name: str = "companies.jsonl") -> tuple[int, list[dict[str, Any]]]:
    output = io.StringIO()
    status = assess_file(GUIDE, io.BytesIO(source), output, name=name, progress=False)
    output.getvalue().encode()  # whatever was given, the output can be written as UTF-8
    return status, [json.loads(line) for line in output.getvalue().splitlines()]


def raw(line: str | bytes) -> bytes:
    return line if isinstance(line, bytes) else line.encode()


@pytest.mark.parametrize("case", cases("batch/bad_lines"), ids=lambda case: repr(case["line"])[:60])
def test_bad_line_is_answered_in_its_place(case: dict[str, Any]) -> None:
    status, found = run(b"\n".join([GOOD, raw(case["line"]), GOOD]))
    check_bad_line(case, status, found, line=2)


@pytest.mark.parametrize("case", cases("batch/bad_rows"), ids=lambda case: repr(case["line"])[:60])
def test_bad_row_is_answered_in_its_place(case: dict[str, Any]) -> None:
    status, found = run(b"\n".join([HEADINGS, GOOD_ROW, raw(case["line"]), GOOD_ROW]), "companies.csv")
    check_bad_line(case, status, found, line=3)


def check_bad_line(case: dict[str, Any], status: int, found: list[dict[str, Any]], line: int) -> None:
    assert status == 1
    assert [one["id"] for one in found] == ["good", case.get("id"), "good"]
    assert set(found[1]) == {"id", "line", "error"} and found[1]["line"] == line
    assert case["says"] in found[1]["error"]
    assert found[0] == found[2]


@pytest.mark.parametrize("case", cases("batch/same"), ids=lambda case: case["headings"])
def test_same_company_however_it_is_written(case: dict[str, Any]) -> None:
    status, found = run("\n".join(case["json"]).encode())
    in_table = run("\n".join([case["headings"], *case["csv"]]).encode(), "companies.csv")
    assert (status, in_table[0]) == (0, 0)
    assert len(found) == len(case["json"]) and len(in_table[1]) == len(case["csv"])
    assert all(one == found[0] for one in found + in_table[1])


def test_result_is_that_of_the_contract() -> None:
    company = {"id": 7, "applicant_type": "enterprise", "total_investment": 4999999.5, "self_raised": 1}
    source = json.dumps({**company, "fiscal_funding": 0.5}).encode()
    status, (found,) = run(source)
    assert status == 0 and list(found) == ["id", "programs"] and found["id"] == 7
    assert list(found["programs"]) == list(GUIDE.program)
    major = found["programs"]["major-project"]
    assert (major["verdict"], major["section"]) == ("not_eligible", None)
    assert major["requirements"][0] == {"clause": "一（二）1", "strength": "must", "status": "not_met"}
    assert major["requirements"][3] == {
        "clause": "一（二）2",
        "strength": "must",
        "status": "not_met",
        "gap": {"figure": "self_raised", "needs_at_least": 1.5, "short_by": 0.5},
    }
    for program in GUIDE.programs:
        listed = [(one["clause"], one["strength"]) for one in found["programs"][program.id]["requirements"]]
        assert listed == [(one.clause, one.strength) for one in program.requirements]


def test_nothing_of_a_number_is_lost() -> None:
    output = io.StringIO()
    source = io.BytesIO(b'{"track": "industry", "total_investment": 999999.999999}')
    assess_file(GUIDE, source, output, name="-", progress=False)
    assert '"needs_at_least": 8000000, "short_by": 7000000.000001}' in output.getvalue()


@pytest.mark.parametrize("name", ["-", "companies.txt", "companies.jsonl", "COMPANIES.JSON"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n\n", b"  \r\n"])
def test_json_lines_are_recognised(name: str, end: bytes, start: bytes) -> None:
    status, found = run(start + GOOD + end + end + GOOD, name)
    assert status == 0 and [one["id"] for one in found] == ["good", "good"]


@pytest.mark.parametrize("name", ["-", "companies.txt", "companies.csv", "COMPANIES.CSV"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n\n", b"\xef\xbb\xbf\r\n"])
def test_csv_is_recognised(name: str, end: bytes, start: bytes) -> None:
    status, found = run(start + HEADINGS + end + GOOD_ROW + end + end + GOOD_ROW + end, name)
    assert status == 0 and [one["id"] for one in found] == ["good", "good"]


def test_lines_are_numbered_as_in_the_file() -> None:
    _, found = run(b"\xef\xbb\xbf\n" + GOOD + b"\r\n\r\n \t\nbad\n\n" + GOOD + b"\nbad")
    assert [one.get("line") for one in found] == [None, 5, None, 8]


@pytest.mark.parametrize("source", [b"", b"\n\n", b"\xef\xbb\xbf", HEADINGS, HEADINGS + b"\n"])
def test_file_without_companies_is_no_error(source: bytes) -> None:
    assert run(source, "companies.csv") == (0, [])


@pytest.mark.parametrize("headings", [b"id,revenue", b"id,track,track", b'id,"track', b"id,\xff", b"id,"])
def test_every_row_under_bad_headings_is_answered(headings: bytes) -> None:
    status, found = run(headings + b"\na,industry\nb,social\n", "companies.csv")
    assert status == 1 and [one["line"] for one in found] == [2, 3]
    assert all("error" in one for one in found)


def test_overlong_lines_and_numbers_cost_no_more_than_their_line() -> None:
    digits = b'{"id": "a", "total_investment": ' + b"9" * 50_000 + b"}"
    deep = b"[" * 100_000
    long = b'{"technology": "' + b"a" * 2_000_000 + b'"}'
    status, found = run(b"\n".join([digits, deep, long, GOOD]))
    assert status == 1 and [("error" in one, one["id"]) for one in found] == [
        (True, "a"),
        (True, None),
        (True, None),
        (False, "good"),
    ]


def test_lines_come_out_one_by_one() -> None:
    class Endless(io.RawIOBase):
        """A stream that would never end; whoever reads it all before writing hangs."""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = GOOD + b"\n"
            buffer[: len(line)] = line
            return len(line)

    class Enough(Exception):
        pass

    class Output(io.StringIO):
        def write(self, text: str) -> int:
            if super().write(text) and self.tell() > 100_000:
                raise Enough
            return len(text)

    with pytest.raises(Enough):
        assess_file(GUIDE, io.BufferedReader(Endless()), Output(), name="-", progress=False)


def test_progress_is_shown_on_standard_error_alone(capsys: pytest.CaptureFixture[str]) -> None:
    output = io.StringIO()
    assess_file(GUIDE, io.BytesIO(GOOD), output, name="-", progress=True)
    shown = capsys.readouterr()
    assert shown.out == "" and "%" in shown.err
    assert output.getvalue().count("\n") == 1

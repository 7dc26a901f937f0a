"""A turn's words fit into WeChat's messages, lose nothing on the way, and are plain text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.tencent import fitting

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "tencent" / "fitting.yml").read_text(encoding="utf-8"))
SENTENCE = "自筹经费与申请财政经费的比例不低于3:1，并提供证明材料。"


def _choices(titles: list[str]) -> list[dict[str, str]]:
    return [{"title": title, "payload": title} for title in titles]


def _pages(text: str) -> list[str]:
    pages, rest = [], text
    while rest:
        page, rest = fitting.fit(rest)
        pages.append(page)
    return pages


@pytest.mark.parametrize("case", CASES["numbered"], ids=lambda case: case["text"][:20])
def test_choices_are_numbered(case: dict[str, Any]) -> None:
    assert fitting.numbered(case["text"], _choices(case["choices"])) == case["shown"]


@pytest.mark.parametrize(("said", "meant"), CASES["chosen"]["stands_for"].items())
def test_a_number_stands_for_a_choice_while_there_is_one(said: str, meant: str) -> None:
    assert fitting.chosen(said, _choices(CASES["chosen"]["choices"])) == meant
    assert fitting.chosen(said, []) == said


@pytest.mark.parametrize("case", CASES["offered"], ids=str)
def test_while_a_question_waits_only_its_answers_have_numbers(case: dict[str, Any]) -> None:
    kinds = {name: _choices(titles) for name, titles in case["payload"].items() if name != "question"}
    waiting = {"question": {"choices": _choices(case["payload"]["question"])}} if "question" in case["payload"] else {}
    assert [each["title"] for each in fitting.choices(kinds | waiting)] == case["titles"]


def test_a_long_text_is_cut_where_a_sentence_ends() -> None:
    pages = _pages(SENTENCE * 100)
    assert len(pages) > 2
    for page in pages[:-1]:
        assert page.endswith(SENTENCE + fitting.TO_BE_CONTINUED)
        assert fitting.MOST_BYTES - 200 < len(page.encode()) <= fitting.MOST_BYTES
    assert fitting.MORE in fitting.TO_BE_CONTINUED
    assert not pages[-1].endswith(fitting.TO_BE_CONTINUED)


@pytest.mark.parametrize("spare", [-1, 0, 1])
def test_the_limit_is_two_thousand_and_forty_eight_bytes(spare: int) -> None:
    text = "好" * 682 + "a" * (2 + spare)
    assert (fitting.fit(text)[1] == "") == (len(text.encode()) <= 2048)


@given(st.text(alphabet="甲乙。！\n a😀”（", min_size=1), st.integers(1, 3000))
def test_no_page_is_too_long_and_no_word_is_lost(piece: str, times: int) -> None:
    text = (piece * times)[:9000].strip()
    pages = _pages(text)
    assert all(page and len(page.encode()) <= fitting.MOST_BYTES for page in pages)
    read = "".join(page.removesuffix(fitting.TO_BE_CONTINUED) for page in pages)
    assert re.sub(r"\s", "", read) == re.sub(r"\s", "", text)


@pytest.mark.parametrize("text", ["\x00\x08\ud800好", "a]]>b", "\ufffe好\uffff"])
def test_what_xml_cannot_hold_is_left_out(text: str) -> None:
    page, _ = fitting.fit(text)
    assert page.encode()
    assert "]]>" not in page
    assert not re.search("[\x00-\x08\ufffe\uffff]", page)


@pytest.mark.parametrize("text", ["更多", "“更多”", "更多。", "更多内容", "下一页"])
def test_more_is_asked_for(text: str) -> None:
    assert fitting.asks_for_more(text)


@pytest.mark.parametrize("text", ["更多专项", "还有更多要求吗", "多", "有没有更多的科室"])
def test_a_question_is_no_asking_for_more(text: str) -> None:
    assert not fitting.asks_for_more(text)


def test_a_finished_check_is_short_and_leads_to_its_report() -> None:
    programs = [
        {"id": "a", "name": "甲专项", "verdict": "eligible", "section": "高新科"},
        {"id": "b", "name": "乙专项", "verdict": "not_eligible", "section": None},
        {"id": "c", "name": "丙专项", "verdict": "consult", "section": None},
        {"id": "d", "name": "丁专项", "verdict": "undetermined", "section": None},
    ]
    payload = {"kind": "assessment", "complete": True, "programs": programs, "receipt": "K7QM-3WRC"}
    full = "很长的全文" * 500
    assert fitting.words(full, payload) == full
    brief = fitting.words(full, payload | {"report": "https://a.example/report/x"})
    assert "\n理由、依据和材料清单：https://a.example/report/x\n" in brief
    lines = ["【符合】甲专项（高新科）", "【不符合】乙专项", "【建议先咨询】丙专项", "【还不能确定】丁专项"]
    assert [line for line in brief.splitlines() if line.startswith("【")] == lines
    assert "K7QM-3WRC" in brief
    assert "不代表立项" in brief
    assert fitting.words(full, payload | {"report": "https://a.example", "complete": False}) == full

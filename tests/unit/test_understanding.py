"""Businesses, other authorities and doubt, as the dialogue tells them from what the NLU found."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bot.dialogue.answering.elsewhere import elsewhere
from bot.dialogue.hearing import doubt
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject import business
from bot.dialogue.subject.nearness import fitting
from bot.dialogue.turn import turn
from bot.guide.directions import Match, match
from bot.guide.outside import outside
from bot.nlu.phrasings import phrasings
from tests.unit.applicants import GUIDE, cases

CASES = cases("understanding")


def how(found: Match) -> str:
    """How sure a match is, in the words of the cases."""
    return found.near or ("sure" if found.sure else "ours")


@pytest.mark.parametrize("case", CASES["outside"], ids=lambda case: case["text"])
def test_a_business_without_a_direction_is_known(case: dict[str, Any]) -> None:
    assert outside(GUIDE, case["text"]) == case["kind"]


@pytest.mark.parametrize("case", CASES["fitting"], ids=lambda case: f"{case['text']} {case['near']}")
def test_programs_fit_by_word_or_by_meaning(case: dict[str, Any]) -> None:
    found = fitting(GUIDE, case["text"], tuple(case["near"].items()))
    assert {each.program: how(each) for each in found} == case["programs"]


def test_no_word_leads_to_a_direction_and_to_none() -> None:
    for kind in GUIDE.outside:
        for word in kind.words:
            assert match(GUIDE, word) == (), word
            assert outside(GUIDE, word), word


@pytest.mark.parametrize("case", CASES["business"], ids=lambda case: case["text"])
def test_a_business_alone_is_told_from_other_messages(case: dict[str, Any]) -> None:
    assert business.tells_a_business(GUIDE, Utterance(case["text"])) == case["is"]
    assert (business.question_where(case["text"]) or None) == case["question"]


@pytest.mark.parametrize("case", CASES["elsewhere"], ids=lambda case: case["text"])
def test_what_is_another_authoritys(case: dict[str, Any]) -> None:
    name = case.get("program")
    start = case["text"].find(name) if name else 0
    named = (Mention("program", "major-project", name, start, start + len(name)),) if name else ()
    assert elsewhere(GUIDE, Utterance(case["text"], mentions=named)) == case["is"]


@pytest.mark.parametrize("case", CASES["doubt"], ids=lambda case: str(case["ranking"]))
def test_only_close_and_unsure_readings_are_in_doubt(case: dict[str, Any]) -> None:
    assert doubt.readings(tuple(case["ranking"].items())) == tuple(case["topics"])


def test_doubt_is_asked_back_with_a_button_for_each_reading() -> None:
    text = "兰白专项那些东西"
    said = Utterance(
        text,
        ranking=(("ask_materials", 0.31), ("ask_requirements", 0.28)),
        mentions=(Mention("program", "lanbai-innovation", "兰白专项", 0, 4),),
        masked="某专项那些东西",
    )
    conversation, reply = turn(GUIDE, Conversation(), said)
    in_hand = ("lanbai-innovation",)  # which 这个 may mean next, and 第一个 later
    assert conversation == Conversation(programs=in_hand, spoken_of=in_hand)
    assert reply.payload["kind"] == "fallback"
    titles = [each["title"] for each in reply.payload["suggestions"]]
    assert titles[:2] == ["兰白专项要交哪些材料", "兰白专项的申报要求是什么"]
    assert len(titles) == 3
    assert all(title in reply.text for title in titles)


def test_unanswered_questions_become_phrases_by_their_guessed_intent() -> None:
    rows = [("某专项\n咋样", "ask_program"), ("某专项 咋样", "ask_program"), ("吃了吗", None), ("", "greet")]
    read = yaml.safe_load(phrasings(rows))
    assert {each["intent"]: each["examples"] for each in read["nlu"]} == {
        "ask_program": "- 某专项 咋样\n",
        "out_of_scope": "- 吃了吗\n",
    }

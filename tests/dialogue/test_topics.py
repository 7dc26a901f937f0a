"""Every topic of every program, asked over REST: tests/cases/topics.yml, and docs/questions.md in step with the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.topics import TABLE, Asked, Question, ask_all, load_questions, table
from tests.dialogue.contract import TOPICS, faults
from tests.support.bot import Client

GUIDE = (Path(__file__).parents[2] / "knowledge" / "guide_2022.txt").read_bytes().decode("utf-8")
QUESTIONS = load_questions()


@pytest.fixture(scope="module")
def asked(bot_server: Client) -> dict[Question, Asked]:
    """Every question with its answer."""
    return {one.question: one for one in ask_all(bot_server.turn, QUESTIONS)}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.topic}-{question.program}")
def test_a_question_is_answered_with_its_clauses(asked: dict[Question, Asked], question: Question) -> None:
    one = asked[question]
    assert faults(one.text, one.payload) == []
    assert (one.payload["kind"], one.payload["topic"]) == (question.kind, question.topic)
    assert set(one.payload["programs"]) == set(question.programs)
    assert set(one.clauses) == set(question.clauses)
    assert tuple(one.payload.get("sections", ())) == question.sections
    assert [each for each in one.payload.get("citations", ()) if each["quote"] not in GUIDE] == []
    assert all(each in one.text for each in (*question.clauses, *question.sections))


def test_every_topic_of_the_contract_is_asked() -> None:
    assert {question.topic for question in QUESTIONS} == TOPICS


def test_the_table_is_in_step(asked: dict[Question, Asked]) -> None:
    assert TABLE.read_text(encoding="utf-8") == table(asked.values()), "run: python -m evaluation.topics"

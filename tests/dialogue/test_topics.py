"""Every topic of every program, asked over REST: tests/cases/topics.yml, and docs/questions.md in step with the answers."""

from __future__ import annotations

import pytest

from evaluation.topics import TABLE, Asked, Question, ask_all, load_questions, table
from tests.dialogue.contract import TOPICS, faults
from tests.dialogue.scenarios import known_failures
from tests.support.bot import Client

QUESTIONS = load_questions()
WRONG = known_failures()


@pytest.fixture(scope="module")
def asked(bot_server: Client) -> dict[Question, Asked]:
    """Every question with its answer."""
    return {one.question: one for one in ask_all(bot_server.turn, QUESTIONS)}


@pytest.mark.parametrize("question", [each for each in QUESTIONS if each.id not in WRONG], ids=lambda each: each.id)
def test_a_question_is_answered_with_its_clauses(asked: dict[Question, Asked], question: Question) -> None:
    assert _differences(asked[question]) == []


def test_known_failures_still_fail(asked: dict[Question, Asked]) -> None:
    right = [each.id for each in QUESTIONS if each.id in WRONG and not _differences(asked[each])]
    assert right == [], "answered as expected now: take them off known_failures.yml"


def test_every_topic_of_the_contract_is_asked() -> None:
    assert {question.topic for question in QUESTIONS} == TOPICS


def test_the_table_is_in_step(asked: dict[Question, Asked]) -> None:
    assert TABLE.read_text(encoding="utf-8") == table(asked.values()), "run: python -m evaluation.topics"


def _differences(one: Asked) -> list[str]:
    question, payload = one.question, one.payload
    expected = {
        "kind": (question.kind, payload["kind"]),
        "topic": (question.topic, payload.get("topic")),
        "programs": (set(question.programs), set(payload.get("programs", ()))),
        "clauses": (set(question.clauses), set(one.clauses)),
        "sections": (question.sections, tuple(payload.get("sections", ()))),
    }
    wrong = [f"{what}: expected {right}, got {got}" for what, (right, got) in expected.items() if right != got]
    unsaid = [each for each in (*question.clauses, *question.sections) if each not in one.text]
    return [*faults(one.text, payload), *wrong, *(f"the text does not name {each}" for each in unsaid)]

"""Conversations over REST, as tests/cases/dialogues/*.yml has them; every turn keeps to docs/contract.md."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.topics import load_questions
from tests.dialogue.scenarios import differences, known_failures, scenarios
from tests.support.bot import Client

SCENARIOS = scenarios()
WRONG = known_failures()


@pytest.mark.parametrize(
    "scenario", [each for each in SCENARIOS if each["id"] not in WRONG], ids=lambda each: each["id"]
)
def test_a_conversation_goes_as_expected(bot_server: Client, scenario: dict[str, Any]) -> None:
    assert _played(bot_server, scenario) == []


def test_known_failures_still_fail(bot_server: Client) -> None:
    right = [each["id"] for each in SCENARIOS if each["id"] in WRONG and not _played(bot_server, each)]
    assert right == [], "they go as expected now: take them off known_failures.yml"


def test_every_known_failure_is_asked() -> None:
    assert WRONG.keys() <= {each["id"] for each in SCENARIOS} | {question.id for question in load_questions()}


def _played(client: Client, scenario: dict[str, Any]) -> list[str]:
    return differences(lambda say: client.turn(f"dialogue-{scenario['id']}", say), scenario)

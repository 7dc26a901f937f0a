"""Short conversations with the pure dialogue: tests/cases/turns.yml, what is believed and asked after the last turn."""

from __future__ import annotations

from typing import Any

import pytest

from bot.dialogue.state import Conversation
from bot.dialogue.turn import turn
from bot.figures.known import to_json
from tests.unit.applicants import GUIDE, cases
from tests.unit.wording import utterance


@pytest.mark.parametrize("case", cases("turns"), ids=lambda case: case["id"])
def test_what_is_remembered(case: dict[str, Any]) -> None:
    conversation = Conversation()
    for said in case["turns"]:
        ((intent, text),) = said.items()
        conversation, _ = turn(GUIDE, conversation, utterance(text, intent))
    assert to_json(conversation.figures) == case["figures"]
    assert conversation.skipped == frozenset(case.get("skipped", ()))
    assert conversation.asked == case.get("asked", conversation.asked)
    assert conversation.asked != case.get("not_asked", "")
    assert len(conversation.check) == case.get("programs", len(conversation.check))

"""What erases everything and what only holds a word for it: tests/cases/erasing.yml."""

from __future__ import annotations

from typing import Any

import pytest

from bot.dialogue.state import Conversation
from bot.dialogue.turn import turn
from tests.unit.applicants import GUIDE, cases
from tests.unit.wording import utterance

TOLD = ("我们是企业，总投资900万", "帮我查一查市级重大科技专项的条件")


@pytest.mark.parametrize("case", cases("erasing"), ids=lambda case: case["say"])
def test_what_is_erased(case: dict[str, Any]) -> None:
    conversation = Conversation()
    for text, intent in zip(TOLD, ("inform", "check"), strict=True):
        conversation, _ = turn(GUIDE, conversation, utterance(text, intent))
    kept, reply = turn(GUIDE, conversation, utterance(case["say"], case["intent"]))
    known = ["applicant_type", "total_investment"]
    assert [figure for figure in known if figure in kept.figures] == case.get("keeps", known)
    assert reply.payload.get("topic") == case.get("topic", reply.payload.get("topic"))

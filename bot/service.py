"""The use cases: what actions, channels and commands call. Each is a short function over the rooms below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.answers.reply import Reply, render
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.turn import fallback, turn
from bot.guide.load import load
from bot.guide.model import Guide
from bot.settings import LONGEST_MESSAGE, Settings
from bot.store import database, repository

DIGITS = re.compile(r"\d+(?:\.\d+)?")
LONGEST_KEPT = 200


@lru_cache(maxsize=4)
def guide_at(path: Path) -> Guide:
    """The guide in this file, loaded once. Raises GuideFaults, OSError."""
    return load(path)


def guide() -> Guide:
    """The guide that the settings name."""
    return guide_at(Settings.from_environment().guide)


@dataclass(frozen=True)
class Outcome:
    """What one turn leaves: the reply, the memory for the next turn (JSON), whether a check waits for an answer."""

    text: str
    payload: dict[str, Any]
    memory: dict[str, Any]
    active: bool
    forgotten: bool


def converse(sender: str, memory: Mapping[str, Any] | None, parsed: Mapping[str, Any]) -> Outcome:
    """One turn of ``sender``: ``memory`` is what the last turn left, ``parsed`` the message as Rasa's NLU gave it."""
    heard = utterance(parsed)
    conversation, reply = turn(guide(), Conversation.from_json(memory), heard)
    forgotten = reply.payload.get("topic") == "forget"
    _keep(sender, conversation, heard, reply, forgotten)
    return Outcome(reply.text, reply.payload, conversation.to_json(), conversation.active, forgotten)


def _keep(sender: str, conversation: Conversation, heard: Utterance, reply: Reply, forgotten: bool) -> None:
    """What outlives the turn: finished checks, questions that were not understood; or nothing any more."""
    kind = reply.payload["kind"]
    finished = kind == "assessment" and reply.payload["complete"]
    if not (forgotten or finished or kind == "fallback"):
        return
    with database.transaction(Settings.from_environment().database_url) as session:
        if forgotten:
            repository.forget(session, sender)
        elif finished:
            _keep_assessment(session, sender, conversation, reply)
        else:
            repository.add_unanswered(
                session, text=anonymous(heard), intent=heard.intent or None, confidence=heard.confidence
            )


def _keep_assessment(session: Session, sender: str, conversation: Conversation, reply: Reply) -> None:
    repository.add_assessment(
        session,
        conversation=sender,
        guide=guide().id,
        programs=list(conversation.check),
        figures=reply.payload["figures"],
        result=reply.payload["programs"],
    )


def anonymous(heard: Utterance) -> str:
    """The message without figures, and cut short: what staff need to see which questions are missing."""
    return DIGITS.sub("#", heard.masked or heard.text)[:LONGEST_KEPT]


def utterance(parsed: Mapping[str, Any]) -> Utterance:
    """Rasa's parse data as the dialogue reads it."""
    return Utterance(
        text=parsed.get("normalized_text") or parsed.get("text") or "",
        masked=parsed.get("masked_text") or "",
        ranking=tuple((each["name"], each["confidence"]) for each in parsed.get("intent_ranking") or []),
        parts=tuple((each["name"], each["confidence"], each["text"]) for each in parsed.get("parts") or []),
        described=tuple((each["name"], each["confidence"]) for each in parsed.get("described") or []),
        mentions=tuple(_mention(entity) for entity in parsed.get("entities") or [] if "start" in entity),
    )


def _mention(entity: Mapping[str, Any]) -> Mention:
    return Mention(entity["entity"], str(entity["value"]), entity.get("text", ""), entity["start"], entity["end"])


def decline(refusal: Enum) -> list[dict[str, Any]]:
    """The messages of a turn that the door did not let in; ``refusal.value`` is "too_long" or "empty"."""
    reply = fallback(guide(), off_topic=False)
    if refusal.value == "too_long":
        reply = Reply(render("too_long", limit=LONGEST_MESSAGE), reply.payload)
    return [{"text": reply.text}, {"custom": reply.payload}]

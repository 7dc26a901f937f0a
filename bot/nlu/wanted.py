"""Which messages are worth a second look: a sentence vector costs milliseconds, and few messages need several."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message

SURE = 0.5  # what the dialogue believes an intent from (bot/dialogue/hearing/heard.py)
PARTS = "parts"


def may_mean(message: Message, *intents: str) -> bool:
    """Whether the message, or a part of it, has one of these intents, or none surely."""
    best: dict[str, Any] = message.get(INTENT) or {}
    heard = {best.get("name"), *(part["intent_ranking"][0]["name"] for part in message.get(PARTS) or [])}
    return float(best.get("confidence") or 0.0) < SURE or bool(heard & set(intents))


def may_tell_a_business(message: Message) -> bool:
    """Whether the message names nothing of the guide that it could be about instead."""
    named = {entity["entity"] for entity in message.get(ENTITIES) or []}
    return not named & {"program", "family", "section", "figure", "term"}


def names_a_program(message: Message) -> bool:
    """Whether a program or a family is named, so that none has to be guessed."""
    return bool(program_names(message))


def program_names(message: Message) -> list[dict[str, Any]]:
    """The entities that name a program or a family."""
    return [entity for entity in message.get(ENTITIES) or [] if entity["entity"] in ("program", "family")]

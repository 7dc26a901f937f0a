"""Which single points of the guide (one condition, one paper, one thing supported) a question is near to by its meaning.

``points`` are near, and no answer: which program is meant, and what their words have in common, is the dialogue's to see.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.figures.wording.asked_about import NAMES, asked_about
from bot.nlu.likeness import Likeness
from bot.nlu.text import NORMALIZED
from bot.nlu.wanted import SURE

TELLS = ("inform", "affirm", "deny", "greet", "thanks", "bye", "unknown", "correct")  # surely no question


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PointMeaning(Likeness):
    """Sets ``points``: [{"name": what the point says, "confidence": cosine}], the nearest first."""

    attribute, most = "points", 60

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``path``: what the points say, generated from the guide."""
        return {"path": "data/generated/points.yml"}

    def _words(self, message: Message) -> str:
        best: dict[str, Any] = message.get(INTENT) or {}
        if best.get("name") in TELLS and float(best.get("confidence") or 0.0) >= SURE:
            return ""
        return "".join(looked_at(message))


def looked_at(message: Message) -> list[str]:
    """The words for what a message asks about; none where it has none."""
    named = [(each["start"], each["end"]) for each in message.get(ENTITIES) or [] if each["entity"] in NAMES]
    words = asked_about(message.get(NORMALIZED) or "", named)
    return [words] if words else []

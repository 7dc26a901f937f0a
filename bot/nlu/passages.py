"""Which clauses of the guide speak of what a message speaks of, by the meaning of their sentences.

``passages`` are near, and no answer; the dialogue shows them beside those found by their words.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.likeness import Likeness
from bot.nlu.text import NORMALIZED
from bot.nlu.wanted import may_mean


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PassageMeaning(Likeness):
    """Sets ``passages``: [{"name": clause id, "confidence": cosine}], the nearest first."""

    attribute, most = "passages", 5

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``path``: sentences by clause, generated from the guide."""
        return {"path": "data/generated/passages.yml"}

    def _words(self, message: Message) -> str:
        return message.get(NORMALIZED) or "" if may_mean(message, "ask_text", "ask_term", "ask_same") else ""

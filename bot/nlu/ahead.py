"""Encodes at one go what the components after it will look at: the encoder reads its weights once for them all.

Nothing is decided here. What a component looks at after all, because another found a name meanwhile, it encodes itself.
"""

from __future__ import annotations

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import descriptions, intents, points, technologies
from bot.nlu.vectors import encode


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class VectorsAhead(GraphComponent):
    """Sets nothing. Needs the MentionExtractor and the EntitySynonymMapper before it."""

    @classmethod
    def create(
        cls,
        config: dict[str, object],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> VectorsAhead:
        """The component, which has no settings."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Has the vectors ready of what each message will be looked at by."""
        for message in messages:
            encode([text for room in (descriptions, intents, technologies, points) for text in room.looked_at(message)])
        return messages

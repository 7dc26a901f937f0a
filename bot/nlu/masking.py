"""What the intent classifier reads: the message with every name replaced by a neutral word, cut into words by jieba.

An intent must not hang on which program, section or amount is named; 某专项 stands for all of them. jieba has the
guide's dictionary, so that names that are not masked stay whole.
"""

from __future__ import annotations

from typing import Any

import jieba
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.jieba_tokenizer import JiebaTokenizer
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.masks import ANY_CHOICE, MASKS
from bot.nlu.text import NORMALIZED

MASKED = "masked_text"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class MaskedJiebaTokenizer(JiebaTokenizer):
    """Rasa's jieba tokenizer on the masked text; sets ``masked_text``. Needs the MentionExtractor before it."""

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Words of the masked text (of the text itself for other attributes)."""
        if attribute != TEXT:
            return super().tokenize(message, attribute)
        masked = mask(message.get(NORMALIZED) or message.get(TEXT), message.get(ENTITIES) or [])
        message.set(MASKED, masked, add_to_output=True)
        return [Token(word, start) for word, start, _ in jieba.tokenize(masked)]


def mask(text: str, entities: list[dict[str, Any]]) -> str:
    """``text`` with each entity's span (offsets in ``text``) replaced by its label's neutral word."""
    parts: list[str] = []
    position = 0
    for entity in sorted(entities, key=lambda found: int(found["start"])):
        parts += [text[position : entity["start"]], MASKS.get(entity["entity"], ANY_CHOICE)]
        position = entity["end"]
    return "".join([*parts, text[position:]])


def unmasked(place: int, entities: list[dict[str, Any]]) -> int:
    """Where a place of the masked text, which lies within no name, is in the text itself."""
    for entity in sorted(entities, key=lambda found: int(found["start"])):
        if place <= entity["start"]:
            break
        word = MASKS.get(entity["entity"], ANY_CHOICE)
        place += int(entity["end"]) - int(entity["start"]) - len(word)
    return place

"""Whether it is the guide's own words that are to be looked up, and nobody's conditions: 帮我核一下，兰白第二条要求原文怎么写的."""

from __future__ import annotations

from bot.dialogue.hearing.leaning import PART
from bot.dialogue.state import Utterance
from bot.dialogue.words import WORDING


def asks_for_wording(utterance: Utterance) -> bool:
    """Whether the wording is asked for by its name, in a message that as a whole asks for a text."""
    return utterance.intent == "ask_text" and utterance.confidence >= PART and bool(WORDING.search(utterance.text))

"""Whether it is the guide's own words that are to be looked up, and nobody's conditions: 帮我核一下，兰白第二条要求原文怎么写的."""

from __future__ import annotations

import re

from bot.dialogue.hearing.leaning import PART
from bot.dialogue.state import Utterance
from bot.dialogue.words import WORDING

# What the words are called where a text is asked for; elsewhere 合同条款 and 变回原样 are of no guide.
_BY_NAME = re.compile(f"{WORDING.pattern}|原样|原封不动|条款|条文")


def names_the_wording(text: str) -> bool:
    """Whether a question for a text has a name for the guide's own words, and not only for what they are about."""
    return bool(_BY_NAME.search(text))


def asks_for_wording(utterance: Utterance) -> bool:
    """Whether the wording is asked for by its name, in a message that as a whole asks for a text."""
    return utterance.intent == "ask_text" and utterance.confidence >= PART and names_the_wording(utterance.text)

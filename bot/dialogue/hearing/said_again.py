"""Whether the answer before is to be said again, of what the words point at: 头一个和末一个没抄下来，再报一遍; 你一个个给我念."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.words import ASKING
from bot.figures.readings import Readings
from bot.nlu.dividing import topic_named

_SAID_AGAIN = re.compile(
    r"(?:再|重新?)(?:给|帮|跟)?(?:我们?|咱们?)?[报说念讲列写发数](?:一?[遍次下]|给我)|(?:一个一个|一个个|挨个|逐个|一样一样)[都地的]?(?:给|帮|跟)(?:我们?|咱们?)[报说念讲列写数]"
)


def wants_it_said_again(conversation: Conversation, utterance: Utterance, heard: Readings) -> bool:
    """Whether it is, and nothing else is named or asked (材料再说一遍 asks for papers)."""
    named = {each.kind for each in utterance.mentions} - {"quantity"}
    other = named or heard.readings or ASKING.search(utterance.text) or topic_named(utterance.masked)
    return bool(_SAID_AGAIN.search(utterance.text)) and not (other or conversation.check)

"""Whether the answer before is to be said again, of what the words point at: 头一个和末一个没抄下来，再报一遍; 你一个个给我念."""

from __future__ import annotations

import re

from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.words import ASKING
from bot.figures.readings import Readings
from bot.nlu.dividing import topic_named

_SAID_AGAIN = re.compile(
    r"(?:再|重新?)(?:给|帮|跟)?(?:我们?|咱们?)?[报说念讲列写发数](?:一?[遍次下]|给我)|(?:一个一个|一个个|挨个|逐个|一样一样)[都地的]?(?:给|帮|跟)(?:我们?|咱们?)[报说念讲列写数]"
)

# 不是这个，我想问的是合建某专项的那个.
_MEANT = re.compile(
    "(?:(?:[哎唉诶哦嗯不对错了]|说错了|不是(?:这个|那个|某专项|它))+[，,。 ])?(?:[，, ]|我们?|我?(?:刚才|本来)?(?:想|要)?(?:[问说指讲]))+的?(?:是|就是)[^，。；？?]{0,16}某专项[^，。；？?]{0,6}[。！!~ ]*"
)
_PROGRAMS = re.compile("(?<![那这几])(?:专项|项目|计划)")  # 市里设的专项挨个报一遍 is of all there are


def means_another(conversation: Conversation, utterance: Utterance) -> bool:
    """Whether another program is said to be the one that was meant, and nothing is asked of it but what was asked before."""
    named = utterance.ids("program", "family") and not {*utterance.ids("program")} & {*conversation.programs}
    meant = _MEANT.fullmatch(utterance.masked) and not ASKING.search(utterance.text)
    return bool(conversation.topic and named and meant) and not conversation.check


def wants_it_said_again(conversation: Conversation, utterance: Utterance, heard: Readings) -> bool:
    """Whether it is, and nothing else is named or asked (材料再说一遍 asks for papers)."""
    named = {each.kind for each in utterance.mentions} - {"quantity"}
    of_all = utterance.intent == "ask_overview" and utterance.confidence >= PLAIN and _PROGRAMS.search(utterance.text)
    other = of_all or named or heard.readings or ASKING.search(utterance.text) or topic_named(utterance.masked)
    return bool(_SAID_AGAIN.search(utterance.text)) and not (other or conversation.check)

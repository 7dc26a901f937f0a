"""One of the programs just talked about, by a part of its name: 农业那个, after those where a business belongs."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.guide.model import Guide

_THAT_ONE = re.compile(r"(?P<words>[\u4e00-\u9fff]{2,})(?:的|类|专项|项目)?[那这]一?个(?!时候|啥|什么)")
_LONGEST, _SHORTEST = 8, 2


def with_that_of_those(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the one of several programs in hand that it calls by a part of its name: 重大那个; as it is where it names
    a program itself, or more than one in hand is called so."""
    several = conversation.check if len(conversation.check) > 1 else conversation.programs
    found = _THAT_ONE.search(utterance.text)
    if found is None or len(several) < 2 or utterance.ids("program", "family"):
        return utterance
    end = found.end("words")
    for start in range(max(found.start("words"), end - _LONGEST), end - _SHORTEST + 1):
        words = utterance.text[start:end]
        called = [each for each in several if words in guide.program[each].name]
        if len(called) == 1:
            others = (each for each in utterance.mentions if each.end <= start or end <= each.start)
            return replace(utterance, mentions=(*others, Mention("program", called[0], words, start, end)))
        if called:
            return utterance
    return utterance

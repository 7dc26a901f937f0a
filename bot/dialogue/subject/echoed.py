"""What only repeats, after what a program supports was told, some of that, and that it was understood: 饮片那些，对对."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.business import DOES
from bot.dialogue.subject.fields import TECHNOLOGY, divided, dividing
from bot.dialogue.words import ASKING, REQUEST, SELF
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

_OF_CONTENTS = ("directions", "program", "text")  # what the answer before was about
_UNDERSTOOD = re.compile(
    r"(?:[嗯哦噢喔对是好行啊呀的了啦]|没错|就是|这些|那些|明白|知道|晓得|懂|清楚|了解|记[住下]|收到|(?:跟|和|与)我[^，。]{0,6}一样)+[，,。；;！!~ ]*"
)


def echoes(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether a message says no more than that what was just told is as he thought: 农业工业社发，跟我想的一样."""
    text, programs = utterance.text, conversation.programs
    after = conversation.topic in _OF_CONTENTS and programs and not conversation.check
    beside = utterance.without(TECHNOLOGY)  # 纳米材料 asks for no 材料
    says_more = DOES.search(text) or any(words.search(beside) for words in (SELF, ASKING, REQUEST))
    if not after or says_more or not utterance.mentions:
        return False
    understood = any(_UNDERSTOOD.fullmatch(part.text) for part in clauses(text))
    return understood and all(_was_told(guide, programs, each) for each in utterance.mentions)


def _was_told(guide: Guide, programs: tuple[str, ...], named: Mention) -> bool:
    """Whether what is named stands among what these programs support, or divides it."""
    if named.kind in dividing(guide):
        return divided(guide, programs, [named])
    quotes = (each.quote for program in programs for each in guide.program[program].directions)
    return named.kind == TECHNOLOGY and any(named.text in quote for quote in quotes)

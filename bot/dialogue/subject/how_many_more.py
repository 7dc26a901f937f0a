"""How many more people it takes, asked by what is done about it: 那得再招几个, right after a number of people was judged."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.stretches import as_a_whole
from bot.guide.model import Guide

_MORE = re.compile(
    r"(?:那么?|这样|我们?|咱们?|岂?不是|就|还|得|要|需要?|再|至少|最少|起码|应该|大概|[，, ])*"
    r"(?:招|加|补|添|凑|增加|招聘|扩)(?:进|够|上)?(?:多少|几)(?:个|名|位)?(?:人|研发人员|研发|搞研发的)?(?:才|就)?(?:够|行|达标|可以)?[呢啊呀？?。 ]*"
)
_IN_PLAIN = "还差几个人"


def with_how_many_more(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` as the plain question for what is lacking, where people were counted before."""
    people = any(guide.figure[each].kind in ("people", "share") for each in conversation.about_figures)
    told = people or any(guide.figure[each].kind == "people" for each in conversation.figures)
    if not (told and _MORE.fullmatch(utterance.text)):
        return utterance
    ranking = (("how_many_left", 0.6), ("ask_figure", 0.4))
    return as_a_whole(replace(utterance, text=_IN_PLAIN, masked=_IN_PLAIN, mentions=(), ranking=ranking))

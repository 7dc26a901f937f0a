"""A clause that only says what the answer is wanted for: 第四个展开讲讲，我给企业回电话要用 asks for no telephone."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.stretches import stretch_of
from bot.figures.wording.stance import asks, clauses

_WANTED_FOR = re.compile(
    "(?:因为|主要是?|就是|这?是|[ ])*(?:我们?|咱们?|这边|领导|老板|企业)(?:要|得|好|等着?|回头|马上|一会儿?|待会儿?|明天|今天|下午|还)*"
    "[^，。；？?]{0,6}(?:电话|回话|回复|答复|汇报|报告|通知|表格?|台账|记录|方案|文件|开会|会上)(?:上|里|的?时候)?(?:就|还|也|都)*"
    "(?:[要得急]用|用得[着上]|用的?|要说|要讲|要念|要写)[的呢啊哈啦。！!~ ]*"
)


def without_what_it_is_for(conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` without its last clause, where that only says what the answer is wanted for and something is said before it."""
    *before, last = clauses(utterance.text) or [None]
    if last is None or not before or conversation.active or asks(last.text) or not _WANTED_FOR.fullmatch(last.text):
        return utterance
    rest = [each for each in utterance.pieces if each.end <= last.start]
    named = utterance.of("program", "family", "section", "technology", "figure", "term")
    if not rest or any(last.holds(each.start) for each in named):
        return utterance
    return stretch_of(utterance, 0, rest, last.start)

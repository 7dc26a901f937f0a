"""The question before, asked of another first, and something more of that: 科技园的呢，要满足什么要求也说下."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Question, Ranking, Utterance
from bot.nlu.dividing import topic_named

_OF_ONE = ("section", "materials", "requirements", "directions")  # topics that are asked of one program after another
_NAMED = re.compile("(?:那么?|还有|[，, ])*[^，。；？?！!]{2,14}呢")
_MORE = re.compile("[也另还](?!有没有|有无|是|在)|顺[便带]")


def with_the_same_first(conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance``, its first piece asking what was asked before, where it only names another and the rest asks more."""
    first, *rest = utterance.pieces or (None,)
    if first is None or conversation.topic not in _OF_ONE or not rest:
        return utterance
    named = any(first.holds(each.start) for each in utterance.of("program", "family"))
    if not (named and _NAMED.fullmatch(utterance.text, first.start, first.end)):
        return utterance
    if not _MORE.search(utterance.text, first.end):
        return utterance
    same: Ranking = ((f"ask_{conversation.topic}", 1.0),)
    pieces = (replace(first, ranking=same), *(replace(each, ranking=_asked(each)) for each in rest))
    rankings = {each.masked: each.ranking for each in pieces}
    parts = tuple((rankings.get(words, own), words) for own, words in utterance.parts_ranked)
    return replace(utterance, pieces=pieces, parts_ranked=parts)


def _asked(piece: Question) -> Ranking:
    """What a piece asks; where it seems but the same once more, what it calls by its name (条件也列一下)."""
    topic = topic_named(piece.masked) if piece.ranking[0][0] == "ask_same" else None
    return ((f"ask_{topic}", 1.0),) if topic else piece.ranking

"""A message without the thanks or the greeting that stands around what it says: 那农业那个帮我看看，谢谢啊."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Question, Utterance
from bot.dialogue.subject.stretches import stretch_of

# No more than thanks: 麻烦你们了, 辛苦啦; whatever else stands there is said.
_THANKS = re.compile(
    r"(?:(?:那|就|先|好的?|行|多|太|真|非常|十分|[ ])*(?:谢谢?|感谢|多谢|谢过|辛苦|麻烦|劳驾|拜托|有劳|感激|3q|thanks?|thx)(?:[你您]们?|大家|老师|同志|领导|亲|各位)?(?:了|啦|啊|哈|咯|喽|哦|呀|呢|的)*[，,。；;！!~～ ]*)+",
    re.IGNORECASE,
)

_SAYS = 7  # characters ahead of the thanks that say something
_TALK = ("thanks", "greet", "bye", "affirm", "stop")


def without_thanks(utterance: Utterance) -> Utterance:
    """``utterance`` without the thanks with which it ends; as it is where it says nothing else."""
    pieces = utterance.pieces
    kept = [each for each in pieces if not _is_thanks(utterance, each)]
    if not kept or len(kept) == len(pieces) or kept != [*pieces[: len(kept)]]:
        return utterance
    end = len(utterance.text[: pieces[len(kept)].start].rstrip(" ，,。；;！!~"))
    said = end >= _SAYS or any(each.start < end for each in utterance.mentions)
    if not said or all(each.ranking[0][0] in _TALK for each in kept):
        return utterance  # 好的，谢谢; 行，晓得了，多谢啊
    rest = stretch_of(utterance, 0, kept, end)
    return replace(rest, question=utterance.question if _inside(utterance.question, end) else None)


def _is_thanks(utterance: Utterance, piece: Question) -> bool:
    return bool(_THANKS.fullmatch(utterance.text[piece.start : piece.end]))


def _inside(question: Question | None, end: int) -> bool:
    return question is not None and question.end <= end

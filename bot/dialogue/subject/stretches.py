"""A stretch of a message as a message of its own, with the pieces that stand in it, or with none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.state import Mention, Question, Utterance
from bot.nlu.masks import MASKS


def stretch_of(utterance: Utterance, start: int, pieces: Sequence[Question], end: int | None = None) -> Utterance:
    """``utterance`` from ``start`` on, up to ``end`` where there is one, where these of its pieces are left."""
    likeliest = {each.ranking[0][0] for each in pieces}
    ranking = utterance.ranking if len(pieces) > 1 and utterance.intent in likeliest else pieces[-1].ranking
    masked = [each.masked for each in pieces]
    moved = tuple(replace(each, start=each.start - start, end=each.end - start) for each in pieces)
    parts = tuple(each for each in utterance.parts_ranked if each[1] in masked)
    end, several = len(utterance.text) if end is None else end, len(pieces) > 1
    rest = Question(start, end, ranking, "，".join(masked), parts if several else (), moved if several else ())
    return utterance.only(rest)


def said_of(name: Mention, utterance: Utterance) -> Utterance:
    """``utterance`` with the name of what it is said of ahead of it."""
    ahead = len(name.text)
    mentions = (replace(each, start=each.start + ahead, end=each.end + ahead) for each in utterance.mentions)
    pieces = (replace(each, start=each.start + ahead, end=each.end + ahead) for each in utterance.pieces)
    return replace(
        utterance,
        text=name.text + utterance.text,
        masked=MASKS[name.kind] + utterance.masked,
        mentions=(replace(name, start=0, end=ahead), *mentions),
        pieces=tuple(pieces),
    )


def as_a_whole(utterance: Utterance) -> Utterance:
    """``utterance`` as one question that holds no other: without parts, pieces, and programs that it may describe."""
    return replace(utterance, parts_ranked=(), pieces=(), described=(), question=None)

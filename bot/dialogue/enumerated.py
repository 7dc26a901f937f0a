"""Things that are counted off (一、是否有总投资要求；二、受理科室；三、材料): each is heard by itself, of the one program meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.answers.reply import CITING, Reply, together
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import PART
from bot.dialogue.hearing.parts import SAME, asks
from bot.dialogue.listening import listen
from bot.dialogue.state import Conversation, Question
from bot.nlu.dividing import topic_named
from bot.nlu.masks import MASKS

Outcome = tuple[Conversation, Reply]
Step = Callable[[Hearing], Outcome | None]

_NUMERAL = "[一二三四五六七八九1-9]"
_MARK = re.compile(
    rf"(?:^|(?<=[：:，,；;。？?\s]))(?:(?:{MASKS['quantity']}|{_NUMERAL})[、.．]|第{_NUMERAL}[，,、是：:]|[（(](?:{MASKS['quantity']}|{_NUMERAL})[)）])"
)
_SEVERAL = 2


def each_answered(whole: Hearing, answer: Step) -> Outcome | None:
    """The answer to each of the things that are counted off; None where none are, or one of them has no answer from the guide."""
    things = list(_counted_off(whole))
    told = whole.conversation.check or whole.heard.readings
    if told or len(things) < _SEVERAL or len(whole.subject.programs) != 1:
        return None
    after, replies = whole.conversation.but(programs=whole.subject.programs), list[Reply]()
    for thing in things:
        outcome = answer(listen(whole.guide, after, whole.utterance.only(thing)))
        if outcome is None or outcome[1].payload["kind"] not in CITING:
            return None
        after, reply = outcome
        replies.append(reply)
    return after, together(replies)


def _counted_off(whole: Hearing) -> list[Question]:
    """The pieces that ask behind the first of several marks that count: 一、…；二、…, （1）…（2）…."""
    marks = list(_MARK.finditer(whole.utterance.masked))
    if len(marks) < _SEVERAL:
        return []
    return [each for each in _behind(whole, marks[0].start()) if _asks(each)]


def _behind(whole: Hearing, place: int) -> Iterator[Question]:
    """The pieces that end behind this place of the masked text."""
    end = 0
    for piece in whole.utterance.pieces:
        end = whole.utterance.masked.find(piece.masked, end) + len(piece.masked)
        if end > place:
            yield piece


def _asks(piece: Question) -> bool:
    name, chance = piece.ranking[0]
    return asks(name) and name != SAME and (chance >= PART or topic_named(piece.masked) is not None)

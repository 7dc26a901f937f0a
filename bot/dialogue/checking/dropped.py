"""A check that the first words of a message drop, before it asks something else: 重大专项不报了，农业那个要啥条件."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation, Question, Utterance
from bot.dialogue.subject.stretches import stretch_of
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import asks

_NO_MORE = re.compile(
    r"(?:不(?:想|再|打算|准备)?(?:申?报|申请|弄|搞|做|查|整|考虑)[^，,。；;！!？?]{0,6}了|放弃了?)[的啊吧呢]*[ ，,。；;！!]*$"
)
STOP, SURE = "stop", 0.9
GOES_ON = ("check", "resume", "inform", "correct", "what_if", "status", "result")


def rest_after_dropping(conversation: Conversation, utterance: Utterance) -> Utterance | None:
    """What the message says behind the words that drop the running check; None where none does, or it goes on with a check."""
    if not conversation.active or len(utterance.pieces) < 2:
        return None
    first, *others = utterance.pieces
    if not _drops(conversation, utterance, first):
        return None
    rest = stretch_of(utterance, others[0].start, others)
    return rest if ASKING.search(rest.text) and rest.intent not in GOES_ON else None  # 换孵化器 goes on with that


def _drops(conversation: Conversation, utterance: Utterance, piece: Question) -> bool:
    """Whether the piece says that the check's program, or whatever is checked, is wanted no more."""
    words = utterance.text[piece.start : piece.end]
    named = {each.id for each in utterance.of("program", "family") if piece.holds(each.start)}
    if asks(words) or not _NO_MORE.search(words) or named and not named & {*conversation.check}:
        return False
    intent, sure = piece.ranking[0]
    return bool(named) or intent == STOP and sure >= SURE

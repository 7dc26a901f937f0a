"""When a check is left for a question: 算了，重大专项要什么材料; 重大专项不报了，农业那个要啥条件; 停，我就问个人能不能报.

The first words of a message stop the running check, or give its program up, and what follows asks something of the guide: then
the check stops, and what follows is heard as a message of its own. A check that is left for its result, for another one or for
good is ordering.py's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from bot.dialogue.order_words import RESULT, STOPPING
from bot.dialogue.state import Conversation, Question, Utterance
from bot.dialogue.subject.stretches import stretch_of
from bot.dialogue.words import ASKING, TELL_ALL, WORDING
from bot.figures.wording.stance import Clause, asks, clauses

_NO_MORE = re.compile(
    r"(?:不(?:想|再|打算|准备)?(?:申?报|申请|弄|搞|做|查|整|考虑)[^，,。；;！!？?]{0,6}了|放弃了?)[的啊吧呢]*[ ，,。；;！!]*$"
)
_AND_NO_MORE = re.compile("(?:[了吧啊呀呗哈]|再|先|想?问一?[下句]|[ ，,。；;！!])*")
_SURE = 0.9
# What goes on with the check, or is of it: 不查了，为啥要问这个.
_OF_THE_CHECK = ("resume", "inform", "correct", "what_if", "status", "why", "how_many_left", "stop", "bye")


def left_for(conversation: Conversation, utterance: Utterance) -> Utterance | None:
    """What the message asks once it has left the running check; None where it leaves none, or asks nothing of the guide."""
    start = _end_of_leaving(conversation, utterance) if conversation.active else 0
    if not 0 < start < len(utterance.text):
        return None
    rest = _from(utterance, start)
    return rest if _asks_of_the_guide(rest) else None


def _end_of_leaving(conversation: Conversation, utterance: Utterance) -> int:
    """Where the clauses end that leave the check; spoken without a stop, where a name begins right behind: 算了重大专项要啥材料."""
    leaving = [*takewhile(lambda each: _leaves(conversation, utterance, each), clauses(utterance.text))]
    stops = STOPPING.match(utterance.text)
    if stops and any(each.start == stops.end() for each in utterance.mentions):
        return stops.end()
    return leaving[-1].end if leaving else 0


def _leaves(conversation: Conversation, utterance: Utterance, clause: Clause) -> bool:
    """Whether no more is said than that the check stops, or that its program, or whatever is checked, is wanted no more."""
    stops = STOPPING.match(clause.text)
    if stops and _AND_NO_MORE.fullmatch(clause.text, stops.end()):
        return True
    named = {each.id for each in utterance.of("program", "family") if clause.holds(each.start)}
    if asks(clause.text) or not _NO_MORE.search(clause.text):
        return False
    return bool(named & {*conversation.check}) if named else _is_heard_as_stop(utterance, clause)


def _is_heard_as_stop(utterance: Utterance, clause: Clause) -> bool:
    rankings = [each.ranking[0] for each in utterance.pieces if clause.holds(each.start)]
    return any(intent == "stop" and sure >= _SURE for intent, sure in rankings)


def _from(utterance: Utterance, start: int) -> Utterance:
    """The message from ``start`` on, with its pieces where it has some."""
    pieces = [_cut(each, start) for each in utterance.pieces if each.end > start]
    if pieces:
        return stretch_of(utterance, start, pieces)
    return utterance.only(Question(start, len(utterance.text), utterance.ranking, utterance.masked[start:]))


def _cut(piece: Question, start: int) -> Question:
    lost = max(0, start - piece.start)
    return replace(piece, start=piece.start + lost, masked=piece.masked[lost:])


def _asks_of_the_guide(rest: Utterance) -> bool:
    wanted = any(words.search(rest.text) for words in (ASKING, TELL_ALL, WORDING))
    of_the_check = rest.intent in _OF_THE_CHECK and rest.confidence >= _SURE
    return wanted and not (of_the_check or STOPPING.match(rest.text) or RESULT.search(rest.text))

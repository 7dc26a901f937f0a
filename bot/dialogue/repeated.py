"""An answer that would be word for word the one before, to another message: said to be the same, as what the message was heard."""

from __future__ import annotations

from hashlib import blake2s

from bot.answers.offers import suggestions
from bot.answers.reply import CITING, Reply, preceded_by, render
from bot.dialogue.hearing.doubt import WORDS
from bot.dialogue.hearing.protest import as_it_is_meant
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.words import ITS_WORDING
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

HEAP = 2  # more sentences cited than this are not listed twice
_BYTES = 8


def not_repeated(guide: Guide, before: Conversation, utterance: Utterance, reply: Reply) -> Reply:
    """``reply``; one that was given just before to another message says so. A list is not given once more to whoever protests that
    something else was asked: then it is told what was understood."""
    same = reply.payload["kind"] in CITING and before.replied == _mark(_own(reply))
    wording = ITS_WORDING.fullmatch(utterance.text)  # which that answer has, and is wanted once more
    if not same or wording or before.heard == _mark(_bare(utterance.text)):
        return reply
    heap = len(reply.payload.get("citations", ())) > HEAP
    if not heap or as_it_is_meant(guide, before, utterance) is utterance or "question" in reply.payload:
        return preceded_by(reply, render("repeated", listed=True, heard=""))
    offers = suggestions(guide)
    return Reply(
        render("repeated", listed=False, heard=_heard_as(guide, reply)), {"kind": "fallback", "suggestions": offers}
    )


def remembering(after: Conversation, utterance: Utterance, reply: Reply) -> Conversation:
    """``after``, which remembers the message and what was replied to it, so that neither is taken for another."""
    return after.but(heard=_mark(_bare(utterance.text)), replied=_mark(_own(reply)))


def _heard_as(guide: Guide, reply: Reply) -> str:
    """The question that the reply answers, in full."""
    programs, topic = reply.payload["programs"], reply.payload["topic"]
    name = guide.program[programs[0]].name if len(programs) == 1 else ""
    return name + WORDS[topic] if topic in WORDS else ""


def _own(reply: Reply) -> str:
    """The text without the open question that it ends with."""
    return reply.text.removesuffix(reply.closing).strip()


def _bare(text: str) -> str:
    """The message without its stops: asked again in the same words, it is the same."""
    return "".join(part.text.strip("，,。；;！!？? ") for part in clauses(text))


def _mark(text: str) -> str:
    """A short mark by which a text is known again, and that does not tell it."""
    return blake2s(text.encode(), digest_size=_BYTES).hexdigest()

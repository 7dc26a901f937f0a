"""Whether an institution is one of those that the program in hand names, whatever the few words sound like: 兰州大学在不在名单里."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.reply import Reply
from bot.dialogue.answering.institutions_named import among_institutions
from bot.dialogue.checking import check
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation


def institution_asked(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The sentence that names institutions, behind whether the one asked about is among them; None where none is asked about."""
    programs = this.subject.programs or this.conversation.programs
    reply = among_institutions(this.guide, replace(this.subject, programs=programs), this.utterance)
    if reply is None or this.topics[:1] == ("text",):  # 和它并列的还有谁 is of the sentence just found
        return None
    after = this.conversation.but(programs=programs, topic="directions")
    return after, check.asked_again(this.guide, after, reply)

"""One turn: what was heard, and the first of the steps below that has something to say to it.

Each step takes the whole turn and either ends it with what to remember and to say, or leaves it to the next one. Their
order is the assistant's sense of what matters: the applicant's own data, then figures, then questions, then talk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers.reply import Reply, render
from bot.dialogue import erasing
from bot.dialogue.hearing import Hearing
from bot.dialogue.listening import headed, listen
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.steps import asking, ordering, own_data, telling, unheard
from bot.figures.listing import listed
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]


STEPS: tuple[Callable[[Hearing], Outcome | None], ...] = (
    own_data.forget,
    own_data.erase_no_more,
    asking.elsewhere,
    telling.unit,
    telling.choose,
    telling.suppose,
    own_data.privacy,
    telling.figures,
    telling.retract,
    ordering.explain,
    telling.unknown,
    ordering.commands,
    asking.check,
    asking.question,
    asking.talk,
)


def turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    """What to remember after this message, and the reply to it."""
    said = replace(utterance, text=headed(listed(utterance.text), utterance))
    if conversation.figures and erasing.begins_anew(said.text):
        after, reply = turn(guide, Conversation(), said)
        return after, replace(reply, text=render("begun_anew") + "\n" + reply.text)
    this = listen(guide, conversation, said)
    outcomes = (step(this) for step in STEPS)
    return next(filter(None, outcomes), None) or unheard.not_understood(this)

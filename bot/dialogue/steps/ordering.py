"""Steps for what the applicant tells the check to do: stop, go on, say how it stands, why it asks, ask again."""

from __future__ import annotations

from bot.answers.reply import Reply
from bot.dialogue import check
from bot.dialogue import commands as orders
from bot.dialogue.hearing import Hearing
from bot.dialogue.programs import named_programs
from bot.dialogue.state import Conversation
from bot.dialogue.words import (
    AGAIN,
    BASIS,
    DONE_YET,
    FORWARD,
    LOST,
    RECORDED,
    RESULT,
    STILL_MISSING,
    STOPPING,
    SUITS_US,
    TOLD,
    WHY_SO,
)

Outcome = tuple[Conversation, Reply]


def explain(this: Hearing) -> Outcome | None:
    """Asks the open question again, or tells why it is asked."""
    text, asked = this.utterance.text, this.conversation.asked
    if not asked or this.heard.readings or this.utterance.ids("program", "family"):
        return None
    if AGAIN.search(text):
        return this.conversation, check.ask_again(this.guide, this.conversation)
    if not (LOST.fullmatch(text) or WHY_SO.search(text)):
        return None
    return orders.why(this.guide, this.conversation)


def commands(this: Hearing) -> Outcome | None:
    """What is done with the check because of single words, or of the intent."""
    told = None if this.heard.readings else _told_by_words(this)
    return told or (orders.COMMANDS[this.intent](this.guide, this.conversation) if this.commands else None)


def _told_by_words(this: Hearing) -> Outcome | None:
    """What is done with a check because of single words, where nothing is said of the applicant."""
    text, named = this.utterance.text, named_programs(this.guide, this.utterance)
    if this.conversation.active and STOPPING.search(text):
        wants = orders.result if RESULT.search(text) else orders.stop
        return wants(this.guide, this.conversation)
    if TOLD.search(text) or this.conversation.check and RECORDED.search(text):
        return orders.told(this.guide, this.conversation)
    if this.conversation.figures and SUITS_US.search(text):
        return orders.everywhere(this.guide, this.conversation)
    if this.conversation.check and _asks_how_it_stands(this):
        return orders.status(this.guide, this.conversation, named)
    if this.commands and this.intent == "resume" and named:
        return check.start(this.guide, this.conversation, named)
    return None


def _asks_how_it_stands(this: Hearing) -> bool:
    """Whether 还差什么, 要改什么才行 or, after a verdict, 依据呢 and 好了吗 ask for the check's own standing."""
    text = this.utterance.text
    named = {*named_programs(this.guide, this.utterance)} - {*this.conversation.check}
    if named or this.conversation.asked and FORWARD.search(text) and not STILL_MISSING.search(text):
        return False
    ended = not this.conversation.active and (BASIS.search(text) or DONE_YET.fullmatch(text))
    return bool(STILL_MISSING.search(text) or FORWARD.search(text) or ended)

"""One turn: what was heard, and the first of the steps below that has something to say to it.

Each step takes the whole turn and either ends it with what to remember and to say, or leaves it to the next one. Their
order is the assistant's sense of what matters: the applicant's own data, then figures, then questions, then talk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.reply import Reply, button, render, talk
from bot.answers.subject import Subject
from bot.dialogue import check, questions
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject import named_programs, subject
from bot.figures.readings import Readings, readings
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]

SURE = 0.5  # an intent at least this probable is believed against other evidence
UNDERSTOOD = 0.25  # below it no question is answered
ASKING = re.compile(r"[?？吗呢么]|什么|多少|怎|如何|哪|几|谁|是否|能不能|可不可以|是不是|有没有|要不要|为何")
TALK = ("greet", "thanks", "bye", "who", "help")


@dataclass(frozen=True)
class Turn:
    """Everything that a step may look at."""

    guide: Guide
    conversation: Conversation
    utterance: Utterance
    heard: Readings
    subject: Subject

    @property
    def intent(self) -> str:
        """The best intent's name."""
        return self.utterance.intent

    @property
    def asks(self) -> bool:
        """Whether the message is a question to the guide rather than a statement about the applicant."""
        if not self.intent.startswith("ask_"):
            return False
        return self.utterance.confidence >= SURE or bool(ASKING.search(self.utterance.text))

    @property
    def commands(self) -> bool:
        """Whether the best intent may be believed against a reading of the same words as an answer."""
        return self.utterance.confidence >= SURE and not self.heard.readings


def turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    """What to remember after this message, and the reply to it."""
    heard = readings(utterance.text, guide, conversation.asked)
    about = subject(guide, conversation, utterance)
    this = Turn(guide, conversation, utterance, heard, about)
    for step in STEPS:
        outcome = step(this)
        if outcome:
            return outcome
    return _not_understood(this)


# --- steps, in the order in which they are tried ---


def _forget(this: Turn) -> Outcome | None:
    if this.intent not in ("forget", "start_over") or this.utterance.confidence < SURE:
        return None
    return Conversation(), talk(this.intent)


def _unit(this: Turn) -> Outcome | None:
    return check.resolve_unit(this.guide, this.conversation, this.utterance.text)


def _suppose(this: Turn) -> Outcome | None:
    supposed = this.heard.hypothesis or (this.intent == "what_if" and this.utterance.confidence >= SURE)
    if not supposed or not this.heard.readings:
        return None
    return check.suppose(this.guide, this.conversation, this.heard, this.subject.programs)


def _figures(this: Turn) -> Outcome | None:
    if this.asks or not (this.heard.readings or this.heard.unit_doubts):
        return None
    scope = _scope(this) if this.intent == "check" or not this.conversation.check else ()
    return check.take(this.guide, this.conversation, this.heard, scope)


def _unknown(this: Turn) -> Outcome | None:
    if not this.conversation.asked or not (this.heard.unknown or this.intent == "unknown" and this.commands):
        return None
    return check.skip(this.guide, this.conversation)


def _commands(this: Turn) -> Outcome | None:
    command = check.COMMANDS.get(this.intent)
    return command(this.guide, this.conversation) if command and this.commands else None


def _check(this: Turn) -> Outcome | None:
    if this.intent != "check" or this.utterance.confidence < UNDERSTOOD:
        return None
    return check.start(this.guide, this.conversation, _scope(this))


def _question(this: Turn) -> Outcome | None:
    topic = questions.topic_of(this.intent, this.conversation)
    if topic is None or this.utterance.confidence < UNDERSTOOD:
        return None
    kept = check.keep(this.guide, this.conversation, this.heard)
    said, reply = questions.answer_to(this.guide, kept, this.subject, topic)
    return said, check.asked_again(this.guide, said, reply)


def _talk(this: Turn) -> Outcome | None:
    if this.intent not in TALK or this.utterance.confidence < UNDERSTOOD:
        return None
    reply = talk(this.intent, guide=this.guide, suggestions=suggestions(this.guide))
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


STEPS: tuple[Callable[[Turn], Outcome | None], ...] = (
    _forget,
    _unit,
    _suppose,
    _figures,
    _unknown,
    _commands,
    _check,
    _question,
    _talk,
)


def _not_understood(this: Turn) -> Outcome:
    off_topic = this.intent == "out_of_scope" and this.utterance.confidence >= SURE
    if this.conversation.asked and not off_topic:
        return this.conversation, check.ask_again(this.guide, this.conversation, render("not_an_answer"))
    reply = fallback(this.guide, off_topic=off_topic)
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


def fallback(guide: Guide, *, off_topic: bool) -> Reply:
    """Not understood, or none of the bot's business: said so, with what can be asked."""
    offers = suggestions(guide)
    text = render("fallback", guide=guide, off_topic=off_topic, suggestions=offers)
    return Reply(text, {"kind": "fallback", "suggestions": offers})


def suggestions(guide: Guide) -> list[dict[str, str]]:
    """Three useful things to say."""
    first = guide.programs[0].aliases[0] if guide.programs[0].aliases else guide.programs[0].name
    return [button("有哪些专项可以申报"), button(f"{first}的申报要求是什么"), button("我们公司能申报哪些项目")]


def _scope(this: Turn) -> tuple[str, ...]:
    """Programs to check: those named, else those talked about, else those that need the figures given, else all."""
    named = named_programs(this.guide, this.utterance) or this.subject.programs
    return named or check.programs_testing(this.guide, [each.figure for each in this.heard.readings])

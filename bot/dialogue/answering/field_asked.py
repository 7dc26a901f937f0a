"""Of which field of the program in a check something is, while that field is asked for: 医疗器械算哪个领域."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers import contents
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.about import TRACK
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.guide.directions import Match, match
from bot.guide.model import Guide

FIELD = "领域"


def field_asked(guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance) -> Reply | None:
    """Where it fits in the one program that is checked; None where that does not turn on its field, or none is found."""
    free = conversation.asked == TRACK and len(conversation.check) == 1
    if not free or not utterance.ids(TECHNOLOGY) or utterance.ids("program", "family"):
        return None
    (program,) = conversation.check
    found = match(guide, subject.text)
    own = [each for each in found if each.program == program] or [*_by_another(guide, program, found)]
    return contents.technology(guide, replace(subject, programs=(program,)), own) if own else None


def _by_another(guide: Guide, program: str, found: tuple[Match, ...]) -> Iterator[Match]:
    """The directions of ``program`` that name the field under which another program lists it: 医疗器械 is of 生物医药 there."""
    listed = [(each, name.removesuffix(FIELD)) for each in found if (name := _name(guide, each)).endswith(FIELD)]
    for direction in guide.program[program].directions:
        for each, field in listed:
            if field in direction.quote:
                yield replace(each, program=program, direction=direction.id, term=field, sure=False)
                break


def _name(guide: Guide, found: Match) -> str:
    return next(each.name for each in guide.program[found.program].directions if each.id == found.direction)

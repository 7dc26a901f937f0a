"""Which programs a check is of that a message begins."""

from __future__ import annotations

from bot.answers.requirements import programs_testing
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.of_all import asks_for_all
from bot.dialogue.subject.beside import left_out
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.leaving import wanted_instead
from bot.dialogue.subject.programs import EVERY, named_programs
from bot.dialogue.words import ANY_OF_THEM


def scope(this: Hearing) -> tuple[str, ...]:
    """Programs to check: those named or talked about; else, of figures volunteered, those that need them; else all."""
    left = left_out(this.guide, this.utterance)
    every = tuple(each for each in this.guide.program if each not in left)
    if asks_for_all(this):
        return every
    named = wanted_instead(this.utterance, this.guide, ()) or named_programs(this.guide, this.utterance)
    named = tuple(each for each in named if each not in left)
    about = named or this.subject.programs
    found = (
        this.conversation.topic == TECHNOLOGY
    )  # 能报哪些, after where a technology belongs, is of more than was found
    any_of_all = (len(about) < 2 or found) and ANY_OF_THEM.search(this.utterance.text)
    if not named and (EVERY.search(this.utterance.text) or any_of_all):
        return every
    if about or this.wants_check and not this.numbers_told:
        return about
    return programs_testing(this.guide, this.numbers_told or [each.figure for each in this.heard.readings])

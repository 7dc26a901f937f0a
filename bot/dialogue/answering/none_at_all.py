"""Whether a program demands nothing at all, put up after it was talked about (所以一条要求都没写，对吧): 对 or 不是 ahead of what it does."""

from __future__ import annotations

from bot.answers.reply import Reply, preceded_by, render
from bot.answers.requirements import requirements
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.none_put_up import puts_up_none
from bot.guide.model import Guide


def none_at_all(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The conditions, behind whether there are none of its own; None where that is not put up."""
    if len(subject.programs) != 1 or not puts_up_none(utterance.text):
        return None
    program = guide.program[subject.programs[0]]
    told = render("none_at_all", nothing=not program.own_requirements, program=program.name)
    return preceded_by(requirements(guide, subject), told)

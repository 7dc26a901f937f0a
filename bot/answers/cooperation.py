"""What the guide supports that firms and universities or institutes do together: each program with its own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.guide.joint import ACADEMIC, WHO, Joint, joint
from bot.guide.model import Guide, Quote


def cooperation(guide: Guide, subject: Subject, *, sets_up: bool) -> Reply:
    """The programs for such a cooperation; ``sets_up``: where something is set up by it, first those for that."""
    shown = _of_the_asker(subject, joint(guide), sets_up=sets_up)
    first = sorted(shown, key=lambda each: each.sets_up != sets_up)
    rows = [
        {
            "name": guide.program[each.program].name,
            "sections": possible_sections(guide.program[each.program], subject.known),
            "said": each.sentence,
        }
        for each in first
    ]
    quotes = [Quote(each.direction.clause, each.direction.quote) for each in first]
    programs = dict.fromkeys(each.program for each in first)
    return answer("technology", programs, quotes, render("cooperation", rows=rows))


def _of_the_asker(subject: Subject, found: Sequence[Joint], *, sets_up: bool) -> list[Joint]:
    """One sentence of each program: of what is set up where that is asked; of the rest, those by whoever asks, else by firms."""
    academic = subject.known.get(WHO) in ACADEMIC
    fitting = [each for each in found if (each.sets_up if sets_up else each.by_firms != academic)]
    return list({each.program: each for each in reversed(fitting or found)}.values())[::-1]

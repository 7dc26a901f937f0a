"""Whether words of the guide include something: that its sentence names it, or leaves it open, and whom to ask."""

from __future__ import annotations

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.included import included
from bot.guide.model import Guide


def whether_included(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentence that has the words, and whether it names what may be among them; None where no such thing is asked."""
    found = included(guide, subject.programs[0], utterance) if len(subject.programs) == 1 else None
    if found is None:
        return None
    program = guide.program[subject.programs[0]]
    text = render(
        "included",
        program=program.name,
        words=found.words,
        whole=found.whole,
        thing=found.thing,
        named=found.thing in found.quote.quote,
        clause=found.quote.clause,
        sections=possible_sections(program, {}),
    )
    return answer("term", [program.id], [found.quote], text)

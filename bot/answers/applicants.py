"""Who may apply for a program of which the guide demands no kind of applicant: that it bars none, and what it says of the kind."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.phrases import possible_sections, sentences
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.subject import Subject
from bot.guide.model import Guide, Quote

_FEW = 2  # rules of another kind whose sentences are shown, too


def of_any_kind(guide: Guide, subject: Subject, kind: str, said: Iterable[Quote]) -> Reply:
    """That the one program is for no kind of applicant alone; ``kind``: the asker's word for his, empty where anybody is meant."""
    program, said = guide.program[subject.programs[0]], list(said)
    sections = possible_sections(program, subject.known)
    rules = program.requirements
    text = render("any_kind", program=program.name, kind=kind, said=said, sections=sections, rules=rules)
    shown = rules if len(rules) <= _FEW else ()
    said += [quote for each in shown for quote in sentences(guide, program, each, subject.known)]
    if not said:
        return silent("requirements", [program.id], sections, text)
    return answer("requirements", [program.id], said, text)

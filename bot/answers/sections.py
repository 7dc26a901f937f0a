"""Who takes an application (受理部门)."""

from __future__ import annotations

from typing import Any

from bot.answers.phrases import condition_phrase, open_conditions, possible_sections, section_cases
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.subject import Subject
from bot.guide.model import Guide, Program, Quote


def section(guide: Guide, subject: Subject) -> Reply:
    """The section of each program asked about; of a section, the programs that it takes."""
    if subject.sections and not subject.programs:
        return _programs_of(guide, subject)
    rows = [_row(guide, program, subject) for program in subject.chosen(guide)]
    if all(not row["cases"] for row in rows):
        return silent("section", subject.programs, (), render("section_silent", rows=rows))
    text = render("section", rows=rows)
    return answer("section", [row["id"] for row in rows], [row["quote"] for row in rows], text)


def _row(guide: Guide, program: Program, subject: Subject) -> dict[str, Any]:
    cases = section_cases(program, subject.known)
    return {
        "id": program.id,
        "name": program.name,
        "quote": Quote(program.section.clause, program.section.quote),
        "note": program.section.note if any(len(case.when) > 1 for case in cases) else "",
        "cases": [
            {"who": condition_phrase(guide, open_conditions(case, subject.known)), "section": case.section}
            for case in cases
        ],
        "about": condition_phrase(guide, _settled(program, subject)),
    }


def _settled(program: Program, subject: Subject) -> dict[str, tuple[str, ...]]:
    """What the asker said that this program's section turns on, to be repeated in the answer."""
    used = {figure for case in program.section.cases for figure in case.when}
    said = {figure: subject.known.get(figure) for figure in used}
    return {figure: (value,) for figure, value in sorted(said.items()) if isinstance(value, str)}


def _programs_of(guide: Guide, subject: Subject) -> Reply:
    found = [program for program in guide.programs if set(possible_sections(program, {})) & set(subject.sections)]
    rows = [
        {"section": section, "programs": [_row_for(guide, each, section) for each in found if _takes(section, each)]}
        for section in subject.sections
    ]
    quotes = [Quote(program.section.clause, program.section.quote) for program in found]
    return answer("section", [program.id for program in found], quotes, render("section_programs", rows=rows))


def _takes(section: str, program: Program) -> bool:
    return section in possible_sections(program, {})


def _row_for(guide: Guide, program: Program, section: str) -> dict[str, str]:
    cases = [case for case in program.section.cases if case.section == section]
    who = "；".join(phrase for case in cases if (phrase := condition_phrase(guide, case.when)))
    return {"name": program.name, "who": who}

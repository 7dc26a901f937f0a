"""What a program demands: its requirements, its materials, and two programs side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.answers.contents import overview
from bot.answers.phrases import applies, condition_phrase, possible_sections, requirement_phrase, sections_of, sentences
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.subject import Subject
from bot.eligibility.known import Known
from bot.eligibility.requirement import status
from bot.figures.values import Figures
from bot.guide.model import All, Guide, Material, Program, Quote, Requirement, tests_in
from bot.guide.once import once


def requirements(guide: Guide, subject: Subject) -> Reply:
    """Every requirement of each program, the asker's own type first where it was named."""
    programs = subject.chosen(guide)
    rows = [_program_row(guide, program, subject.known) for program in programs]
    quotes = [quote for program in programs for quote in _quotes(guide, program, subject.known)]
    return answer("requirements", [program.id for program in programs], quotes, render("requirements", rows=rows))


def for_kind(guide: Guide, subject: Subject) -> Reply | None:
    """What one program demands of the kind of applicant that is named; None where it demands nothing of it."""
    program = subject.chosen(guide)[0]
    row = _program_row(guide, program, subject.known)
    found = [each for each in program.requirements if {*subject.figures} & figures_of(guide, each)]
    if not row["types"] or not found:
        return None
    quotes = [Quote(each.clause, each.quote) for each in found]
    return answer("requirements", [program.id], quotes, render("for_kind", row=row))


def _program_row(guide: Guide, program: Program, known: Figures) -> dict[str, Any]:
    return {
        "name": program.name,
        "own": program.own_requirements,
        "types": _type_rows(guide, program, known),
        "requirements": [requirement_row(guide, each, known) for each in applicable(program, known)],
        "judged": [each.text for each in program.judged],
        "sections": possible_sections(program, known),
        "materials": bool(program.materials),
    }


def applicable(program: Program, known: Figures) -> tuple[Requirement, ...]:
    """The requirements that may bind the asker, by what is known of it."""
    return tuple(each for each in program.requirements if applies(each.when, known) is not False)


def requirement_row(guide: Guide, requirement: Requirement, known: Figures) -> dict[str, Any]:
    """A requirement as the templates show it: how strong, whom it binds, its words, its clause."""
    return {
        "strength": requirement.strength,
        "who": condition_phrase(guide, requirement.when) if applies(requirement.when, known) is None else "",
        "text": requirement_phrase(guide, requirement, known),
        "clause": requirement.clause,
    }


def _type_rows(guide: Guide, program: Program, known: Figures) -> list[dict[str, Any]]:
    """Requirements that the named applicant type (or track) alone decides."""
    if not known:
        return []
    who = named_kinds(guide, known)
    rows = []
    for requirement in applicable(program, known):
        found = status(program, requirement, Known(guide, known, lambda *_: False))
        decided = _only_choices(requirement) or found == "not_met"
        if decided and set(known) & figures_of(guide, requirement) and found != "unknown":
            rows.append(requirement_row(guide, requirement, known) | {"who": who, "status": found})
    return rows


def named_kinds(guide: Guide, known: Figures) -> str:
    """The kinds that the asker is known to be of, as a phrase (企业、工业)."""
    return condition_phrase(guide, {figure: (value,) for figure, value in known.items() if isinstance(value, str)})


def _only_choices(requirement: Requirement) -> bool:
    return all(test.kind in ("one_of", "any_of", "all") for test in tests_in(requirement.test))


def figures_of(guide: Guide, requirement: Requirement) -> frozenset[str]:
    """Figures that a requirement tests, with the two amounts of a quotient."""
    found: set[str] = set()
    for test in tests_in(requirement.test):
        if not isinstance(test, All):
            found |= {test.figure, *guide.figure[test.figure].amounts}
    return frozenset(found)


def programs_testing(guide: Guide, figures: Iterable[str]) -> tuple[str, ...]:
    """Programs of which some requirement needs one of these figures."""
    wanted, tested = {*figures}, _tested_in(guide)
    return tuple(program.id for program in guide.programs if wanted & tested[program.id])


def figures_tested(guide: Guide, programs: Iterable[str]) -> list[str]:
    """Figures (ids) that some requirement of the programs (ids) needs, in the guide's order."""
    tested = _tested_in(guide)
    needed = {figure for program in programs for figure in tested[program]}
    return [each.id for each in guide.figures if each.id in needed]


@once
def _tested_in(guide: Guide) -> dict[str, set[str]]:
    """By program (id) all figures that its requirements need."""
    return {
        program.id: {figure for each in program.requirements for figure in figures_of(guide, each)}
        for program in guide.programs
    }


def demanding(guide: Guide, figures: Iterable[str], programs: Iterable[str]) -> set[str]:
    """Those of ``programs`` (ids) of which some requirement needs one of these figures."""
    return {*programs_testing(guide, figures)} & {*programs}


def _quotes(guide: Guide, program: Program, known: Figures) -> list[Quote]:
    quotes = [quote for each in applicable(program, known) for quote in sentences(guide, program, each, known)]
    return quotes + [Quote(each.clause, each.quote) for each in program.judged]


def materials(guide: Guide, subject: Subject) -> Reply:
    """What to hand in; programs for which the guide lists nothing are said to have nothing listed."""
    programs = subject.chosen(guide)
    listing = [program for program in programs if program.materials]
    others = [program for program in programs if not program.materials]
    sections = sections_of(others, subject.known)
    if not listing:
        text = render("materials_silent", programs=[program.name for program in others], sections=sections)
        return silent("materials", [program.id for program in others], sections, text)
    rows = [
        {"name": program.name, "materials": [_material_row(guide, each, subject.known) for each in program.materials]}
        for program in listing
    ]
    quotes = [Quote(each.clause, each.quote) for program in listing for each in program.materials]
    text = render("materials", rows=rows, others=[program.name for program in others])
    return answer("materials", [program.id for program in listing], quotes, text)


def _material_row(guide: Guide, material: Material, known: Figures) -> dict[str, Any]:
    bound = applies(material.when, known)
    who = condition_phrase(guide, material.when) if not bound else ""
    return {"name": material.name, "who": who, "left_out": bound is False}


def _of_all(guide: Guide, program: Program, material: Material, known: Figures) -> str:
    """The kind that the asker is known to be of, on which other papers of the program turn and this does not; else empty."""
    turning = {figure for each in program.materials for figure in each.when} - material.when.keys()
    return named_kinds(guide, {figure: value for figure, value in known.items() if figure in turning})


def one_material(guide: Guide, subject: Subject, named: Iterable[tuple[Program, Material]]) -> Reply:
    """Something to hand in that is asked about by its name: of whom it is wanted, and that no more is said of it."""
    found = list(named)
    rows = [
        _material_row(guide, each, subject.known)
        | {"program": program.name, "of_all": _of_all(guide, program, each, subject.known)}
        for program, each in found
    ]
    programs = list(dict.fromkeys(program.id for program, _ in found))
    sections = sections_of((program for program, _ in found), subject.known)
    text = render("material", rows=rows, sections=sections)
    return answer("materials", programs, [Quote(each.clause, each.quote) for _, each in found], text)


def compare(guide: Guide, subject: Subject) -> Reply:
    """Programs side by side: whom for, what they demand, who takes them. Fewer than two cannot be compared."""
    if len(subject.programs) < 2:
        return overview(guide, subject)
    programs = subject.chosen(guide)
    rows = [
        _program_row(guide, program, subject.known)
        | {"about": program.about[0].quote, "directions": [direction.name for direction in program.directions]}
        for program in programs
    ]
    quotes: list[Quote] = []
    for program in programs:
        quotes += [program.about[0], *_quotes(guide, program, subject.known)]
        quotes.append(Quote(program.section.clause, program.section.quote))
    return answer("compare", [program.id for program in programs], quotes, render("compare", rows=rows))

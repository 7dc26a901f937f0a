"""What a choice still decides: the field of a university's project its total investment, and no longer the section."""

from __future__ import annotations

from collections.abc import Iterator

from bot.eligibility.assessment import section
from bot.eligibility.known import Known
from bot.eligibility.requirement import status
from bot.eligibility.supposed import supposing
from bot.guide.model import Figure, Guide, Program, Quote, Requirement, tests_in


def at_stake(guide: Guide, known: Known, programs: tuple[str, ...], figure: str) -> Iterator[Quote]:
    """Sentences of ``programs`` (ids) that come out differently, or may yet, by the choice of ``figure``: rules, then sections."""
    one = guide.figure[figure]
    chosen = [program for program in guide.programs if program.id in programs and one.kind == "choice"]
    for program in chosen:
        for each in program.requirements:
            if _turns_on(each, one) and _is_open(program, each, one, known):
                yield Quote(each.clause, each.quote)
    for program in chosen:
        takers = {section(program.section, supposing(known, {figure: choice.id})) for choice in one.choices}
        if len(takers) > 1:
            yield Quote(program.section.clause, program.section.quote)


def _turns_on(requirement: Requirement, figure: Figure) -> bool:
    tests = list(tests_in(requirement.test))
    return figure.id in requirement.when or any(
        figure.id in (getattr(each, "figure", None), getattr(each, "by", None)) for each in tests
    )


def _is_open(program: Program, requirement: Requirement, figure: Figure, known: Known) -> bool:
    found = {status(program, requirement, supposing(known, {figure.id: each.id})) for each in figure.choices}
    return len(found) > 1 or found == {"unknown"}

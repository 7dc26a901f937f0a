"""One applicant against a guide: every requirement's status, each program's verdict and section (docs/rules.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.eligibility.gap import Gap, gap
from bot.eligibility.known import Fits, Known
from bot.eligibility.logic import Status
from bot.eligibility.requirement import status
from bot.figures.values import Figures
from bot.guide.model import Guide, Material, Program, Requirement, SectionRule

Verdict = Literal["not_eligible", "undetermined", "consult", "eligible"]
VERDICTS: tuple[Verdict, ...] = ("not_eligible", "undetermined", "consult", "eligible")
"""From the worst to the best."""


@dataclass(frozen=True)
class RequirementStatus:
    """``gap`` where a number is not reached and it is known by how much."""

    requirement: Requirement
    status: Status
    gap: Gap | None = None


@dataclass(frozen=True)
class ProgramAssessment:
    """How the applicant stands in ``program`` (id). ``section`` is None where it is not named or not yet determined."""

    program: str
    verdict: Verdict
    section: str | None
    requirements: tuple[RequirementStatus, ...]


@dataclass(frozen=True)
class Assessment:
    """How the applicant stands in each program asked for, in the guide's order."""

    programs: tuple[ProgramAssessment, ...]

    @cached_property
    def program(self) -> dict[str, ProgramAssessment]:
        """The assessments by program id."""
        return {assessed.program: assessed for assessed in self.programs}


def assess(guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str] | None = None) -> Assessment:
    """``figures`` against ``programs`` (ids; None: all) of ``guide``. Raises KeyError for one it does not have."""
    known = Known(guide, figures, fits)
    chosen = guide.programs if programs is None else [guide.program[program] for program in programs]
    return Assessment(tuple(_assessed(program, known) for program in chosen))


def verdict(requirements: Iterable[RequirementStatus]) -> Verdict:
    """The verdict that the statuses of all requirements of one program give."""
    found = {(one.requirement.strength, one.status) for one in requirements}
    statuses = {status for _, status in found}
    if ("must", "not_met") in found:
        return "not_eligible"
    if "unknown" in statuses:
        return "undetermined"
    return "consult" if "open" in statuses or ("in_principle", "not_met") in found else "eligible"


def section(rule: SectionRule, known: Known) -> str | None:
    """The section of the first case that holds; None where none does, or it is still undecided between several."""
    possible: set[str | None] = set()
    for case in rule.cases:
        holds = known.holds(case.when)
        if holds is not False:
            possible.add(case.section)
        if holds:
            break
    else:
        possible.add(None)
    return possible.pop() if len(possible) == 1 else None


def materials(program: Program, known: Known) -> tuple[Material, ...]:
    """What to hand in: all whose condition holds or may hold."""
    return tuple(material for material in program.materials if known.holds(material.when) is not False)


def _assessed(program: Program, known: Known) -> ProgramAssessment:
    requirements = tuple(_status(program, requirement, known) for requirement in program.requirements)
    return ProgramAssessment(program.id, verdict(requirements), section(program.section, known), requirements)


def _status(program: Program, requirement: Requirement, known: Known) -> RequirementStatus:
    found = status(program, requirement, known)
    return RequirementStatus(requirement, found, gap(requirement.test, known) if found == "not_met" else None)

"""An assessment as one line of JSON (docs/contract.md, Commands).

Most of a line is the same for every company, so each status of each requirement is put into JSON once.
"""

from __future__ import annotations

import json
from decimal import Decimal

from bot.eligibility.assessment import Assessment, ProgramAssessment, RequirementStatus
from bot.eligibility.gap import Gap
from bot.guide.model import Requirement
from bot.guide.once import once

dumps = json.JSONEncoder(ensure_ascii=False).encode
STATUSES = ("met", "not_met", "unknown", "not_applicable", "open")


def assessment_line(company: str | int | None, assessment: Assessment) -> str:
    """The line of a company that could be assessed."""
    programs = ", ".join([_program(assessed) for assessed in assessment.programs])
    return f'{{"id": {dumps(company)}, "programs": {{{programs}}}}}'


def error_line(company: str | int | None, line: int, error: str) -> str:
    """The line of a company that could not be used; ``line`` is its number in the file."""
    return dumps({"id": company, "line": line, "error": error})


def number(value: Decimal) -> str:
    """``value`` as an exact JSON number, whole where it is whole."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _program(assessed: ProgramAssessment) -> str:
    requirements = ", ".join([_requirement(one) for one in assessed.requirements])
    head = f'{dumps(assessed.program)}: {{"verdict": "{assessed.verdict}", "section": {dumps(assessed.section)}'
    return f'{head}, "requirements": [{requirements}]}}'


def _requirement(one: RequirementStatus) -> str:
    known = _written(one.requirement)[one.status]
    return f"{known}}}" if one.gap is None else f'{known}, "gap": {_gap(one.gap)}}}'


def _gap(gap: Gap) -> str:
    needs, short = number(gap.needs_at_least), number(gap.short_by)
    return f'{{"figure": {dumps(gap.figure)}, "needs_at_least": {needs}, "short_by": {short}}}'


@once
def _written(requirement: Requirement) -> dict[str, str]:
    """A requirement in each status as JSON, without the closing brace: ``gap`` may follow."""
    head = {"clause": requirement.clause, "strength": requirement.strength}
    return {status: dumps(head | {"status": status})[:-1] for status in STATUSES}

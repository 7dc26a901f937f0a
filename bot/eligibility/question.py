"""What to ask next: the figure that settles most of what is still open, and nothing that can no longer matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction

from bot.eligibility.assessment import section
from bot.eligibility.known import Fits, Known
from bot.eligibility.requirement import status
from bot.eligibility.supposed import Answers, Outcomes, askable, condition_answers, decisive, outcomes, test_answers
from bot.figures.values import Figures, Value
from bot.guide.model import Guide, Program, Requirement


def next_figure(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> str | None:
    """The figure (id) to ask for next; None where nothing that may be asked can change a verdict or a section.

    ``skipped`` are figures that the applicant does not know: they are not asked again. Ties go by the guide's order.
    """
    weights = _weights(Known(guide, figures, fits), programs, skipped)
    order = {figure.id: place for place, figure in enumerate(guide.figures)}
    return min(weights, key=lambda figure: (-weights[figure], order[figure]), default=None)


def remaining(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> int:
    """How many figures may still have to be asked for, at most."""
    return len(_weights(Known(guide, figures, fits), programs, skipped))


def open_programs(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Those of ``programs`` (ids) whose verdict or section still turns on something that may be asked."""
    known = Known(guide, figures, fits)
    return tuple(program for program in programs if any(_open(guide.program[program], known, skipped)))


def _weights(known: Known, programs: Iterable[str], skipped: Collection[str]) -> dict[str, Fraction]:
    """How much each figure would settle: figures that only settle something together share its weight."""
    weights: dict[str, Fraction] = {}
    for program in programs:
        for together in _open(known.guide.program[program], known, skipped):
            for figure in together:
                weights[figure] = weights.get(figure, Fraction(0)) + Fraction(1, len(together))
    return weights


def _open(program: Program, known: Known, skipped: Collection[str]) -> list[list[str]]:
    """The figures on which each open requirement, and the section, still turns; none where the program is ruled out."""
    found = [(requirement, status(program, requirement, known)) for requirement in program.requirements]
    if any(one == "not_met" and requirement.strength == "must" for requirement, one in found):
        return []
    unknown = [requirement for requirement, one in found if one == "unknown"]
    return [*_matters(program, unknown, known, skipped), _section_figures(program, known, skipped)]


def _matters(
    program: Program, unknown: list[Requirement], known: Known, skipped: Collection[str]
) -> Iterator[list[str]]:
    """The figures on which those of ``unknown`` turn that can still change the verdict.

    Where one of them can never be settled the verdict stays undetermined, unless a ``must`` turns out not to be met.
    """
    prospects = [_prospect(program, requirement, known, skipped) for requirement in unknown]
    stuck = any(set(found.values()) == {"unknown"} for _, found in prospects)
    for requirement, (answers, found) in zip(unknown, prospects, strict=True):
        ends_it = requirement.strength == "must" and "not_met" in found.values()
        if ends_it or not stuck:
            yield decisive(answers, found)


def _prospect(
    program: Program, requirement: Requirement, known: Known, skipped: Collection[str]
) -> tuple[Answers, Outcomes]:
    """What may be asked about ``requirement``, and its status under every combination of answers."""
    answers = condition_answers(requirement.when, known) | test_answers(requirement.test, known)
    asked = askable(answers, known, skipped)
    return asked, outcomes(asked, known, lambda supposed: status(program, requirement, supposed))


def _section_figures(program: Program, known: Known, skipped: Collection[str]) -> list[str]:
    """The figures on which the section of ``program`` still turns."""
    answers: dict[str, tuple[Value, ...]] = {}
    for case in program.section.cases:
        answers |= condition_answers(case.when, known)
    asked = askable(answers, known, skipped)
    return decisive(asked, outcomes(asked, known, lambda supposed: section(program.section, supposed)))

"""The way round: the other program that an applicant comes closest to, where those checked are closed to it."""

from __future__ import annotations

from collections.abc import Collection

from bot.eligibility.assessment import VERDICTS, ProgramAssessment, assess
from bot.eligibility.known import Fits
from bot.figures.values import Figures
from bot.guide.model import All, FitsDirections, Guide, Test, tests_in, tests_of


def nearest(guide: Guide, figures: Figures, fits: Fits, programs: Collection[str]) -> ProgramAssessment | None:
    """Of all but ``programs`` (ids) the one with the best verdict, then one that may still become eligible, then with the
    fewest requirements still unknown, then of the applicant's own kinds (农业), then with the most that are met.

    None where one of ``programs`` is not ruled out, where every other is, or where nothing that was said speaks for one: that it
    is a company in Lanzhou brings nobody nearer to a foreign expert.
    """
    result = assess(guide, figures, fits).program
    if any(result[program].verdict != "not_eligible" for program in programs):
        return None
    kinds = _kinds(guide, figures)
    others = [each for program, each in result.items() if program not in programs and each.verdict != "not_eligible"]
    spoken_for = [each for each in others if kinds and is_open_to_all(each) or _is_spoken_for(guide, each)]
    return max(spoken_for, key=lambda each: _closeness(guide, each, kinds), default=None)


def is_open_to_all(assessed: ProgramAssessment) -> bool:
    """Whether the program demands nothing but what one does."""
    return all(isinstance(each.requirement.test, FitsDirections) for each in assessed.requirements)


def unknown(assessed: ProgramAssessment) -> int:
    """How many of the program's requirements are not known."""
    return sum(one.status == "unknown" for one in assessed.requirements)


def is_at_best_to_consult(assessed: ProgramAssessment) -> bool:
    """Whether something that is demanded in principle is not met, or left open by the guide, whatever is still unknown."""
    return any(
        one.status == "open" or one.status == "not_met" and one.requirement.strength == "in_principle"
        for one in assessed.requirements
    )


def _is_spoken_for(guide: Guide, assessed: ProgramAssessment) -> bool:
    """Whether a condition is met on what this program alone asks for."""
    met = (one.requirement.test for one in assessed.requirements if one.status == "met")
    elsewhere = {_figure(test) for test in tests_of(each for each in guide.programs if each.id != assessed.program)}
    return any(_figure(part) not in elsewhere for test in met for part in tests_in(test))


def _figure(test: Test) -> str:
    return "" if isinstance(test, All) else test.figure


def _met(assessed: ProgramAssessment) -> int:
    return sum(one.status == "met" for one in assessed.requirements)


def _kinds(guide: Guide, figures: Figures) -> list[str]:
    """What the applicant said to be, and of what field, by name."""
    told = ((guide.figure[figure], value) for figure, value in figures.items())
    return [figure.choice(str(value)).name for figure, value in told if figure.kind == "choice"]


def _closeness(guide: Guide, assessed: ProgramAssessment, kinds: Collection[str]) -> tuple[int, bool, int, bool, int]:
    """A program that asks for little but what one does is closer than one that only takes companies in."""
    own = any(kind in guide.program[assessed.program].name for kind in kinds)
    best = not is_at_best_to_consult(assessed)
    return VERDICTS.index(assessed.verdict), best, -unknown(assessed), own, _met(assessed)

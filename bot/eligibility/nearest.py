"""The way round: the other program that an applicant comes closest to, where those checked are closed to it."""

from __future__ import annotations

from collections.abc import Collection

from bot.eligibility.assessment import VERDICTS, ProgramAssessment, assess
from bot.eligibility.known import Fits
from bot.figures.values import Figures
from bot.guide.model import Guide


def nearest(guide: Guide, figures: Figures, fits: Fits, programs: Collection[str]) -> ProgramAssessment | None:
    """Of all but ``programs`` (ids) the one with the best verdict, then with the fewest requirements still unknown.

    None where one of ``programs`` is not ruled out, where every other is, or where nothing that was said speaks for one.
    """
    result = assess(guide, figures, fits).program
    if any(result[program].verdict != "not_eligible" for program in programs):
        return None
    others = [each for program, each in result.items() if program not in programs]
    return max((each for each in others if _is_open(each)), key=_closeness, default=None)


def unknown(assessed: ProgramAssessment) -> int:
    """How many of the program's requirements are not known."""
    return sum(one.status == "unknown" for one in assessed.requirements)


def _is_open(assessed: ProgramAssessment) -> bool:
    return assessed.verdict != "not_eligible" and any(one.status == "met" for one in assessed.requirements)


def _closeness(assessed: ProgramAssessment) -> tuple[int, int]:
    return VERDICTS.index(assessed.verdict), -unknown(assessed)

"""What to ask next: the figure after which the fewest questions are left, and nothing that can no longer matter."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from bot.eligibility.assessment import section
from bot.eligibility.known import Fits, Known
from bot.eligibility.requirement import status
from bot.eligibility.supposed import (
    Answers,
    askable,
    condition_answers,
    decisive,
    outcomes,
    supposing,
    test_answers,
)
from bot.figures.values import Figures, Value
from bot.guide.model import Guide, Program, Requirement


class Matter(NamedTuple):
    """A requirement of a program (None: its section): what can be answered about it, and what it turns on.

    ``failed``: it rules the program out; ``failing``: the share of combinations of answers under which it will;
    ``stuck``: no answer settles it.
    """

    requirement: Requirement | None
    answers: Answers = {}
    turns_on: Sequence[str] = ()
    failed: bool = False
    failing: float = 0.0
    stuck: bool = False


Matters = Mapping[str, Sequence[Matter]]
"""Program (id) -> all that it turns on, settled or not."""
Chances = dict[str, float]
"""Figure (id) -> how likely it will have to be asked for, above 0."""


def next_figure(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> str | None:
    """The figure (id) to ask for next; None where nothing that may be asked can change a verdict or a section.

    ``skipped`` are figures that the applicant does not know: they are not asked again. Ties go by the guide's order.
    """
    known = Known(guide, figures, fits)
    matters = _matters(known, programs, skipped)
    open_ = _together(_chances(found) for found in matters.values())
    candidates = [figure.id for figure in guide.figures if figure.id in open_]
    if len(candidates) < 2:
        return next(iter(candidates), None)
    return min(candidates, key=lambda figure: _left_after(figure, matters, known, skipped))


def remaining(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> int:
    """How many figures may still have to be asked for, at most."""
    return len(open_figures(guide, figures, fits, programs, skipped))


def open_figures(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> frozenset[str]:
    """The figures (ids) that may be asked for and on which a verdict or a section still turns."""
    matters = _matters(Known(guide, figures, fits), programs, skipped)
    return frozenset(figure for found in matters.values() for matter in _open(found) for figure in matter.turns_on)


def decides_alone(guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], figure: str) -> bool:
    """Whether the value of ``figure`` changes a requirement or a section of ``programs`` with all else as it is known."""
    known = Known(guide, figures, fits)
    matters = _matters(known, programs, frozenset())
    return any(
        len({_outcome(program, each.requirement, supposing(known, {figure: value})) for value in values}) > 1
        for program, found in matters.items()
        for each in found
        if (values := each.answers.get(figure, ()))
    )


def _outcome(program: str, requirement: Requirement | None, known: Known) -> Hashable:
    one = known.guide.program[program]
    return status(one, requirement, known) if requirement else section(one.section, known)


def open_programs(
    guide: Guide, figures: Figures, fits: Fits, programs: Iterable[str], skipped: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Those of ``programs`` (ids) whose verdict or section still turns on something that may be asked."""
    matters = _matters(Known(guide, figures, fits), programs, skipped)
    return tuple(program for program, found in matters.items() if _open(found))


# --- which figure saves most questions ---


def _left_after(figure: str, matters: Matters, known: Known, skipped: Collection[str]) -> Fraction:
    """The mean number of questions to expect after an answer to ``figure``, its telling values being equally likely."""
    touched = {program: found for program, found in matters.items() if figure in _chances(found)}
    untouched = _together(_chances(found) for program, found in matters.items() if program not in touched)
    values = dict.fromkeys(v for found in touched.values() for one in found for v in one.answers.get(figure, ()))
    afterwards = (_answered(supposing(known, {figure: value}), figure, touched, skipped) for value in values)
    totals = [sum(_together([untouched, *map(_chances, found)]).values()) for found in afterwards]
    return Fraction(sum(totals)) / len(totals)


def _answered(supposed: Known, figure: str, matters: Matters, skipped: Collection[str]) -> Iterable[Sequence[Matter]]:
    """``matters`` of each program again, now that ``figure`` is known."""
    for program, found in matters.items():
        one = supposed.guide.program[program]
        yield [_matter(one, each.requirement, supposed, skipped) if figure in each.answers else each for each in found]


def _chances(matters: Sequence[Matter]) -> Chances:
    """How likely each figure is asked for on account of one program.

    What promises most to rule the program out, for each answer that it takes, is asked first, and what cannot rule it
    out last. Nothing tells how likely an answer is: whatever can rule it out is taken to do so half the time.
    """
    chances: Chances = {}
    still_in = 1.0
    for matter in sorted(_open(matters), key=lambda one: -one.failing / len(one.turns_on)):
        for figure in matter.turns_on:
            chances.setdefault(figure, still_in)
        if matter.failing:
            still_in /= 2
    return chances


def _together(chances: Iterable[Chances]) -> Chances:
    """A figure is asked for as long as some program needs it."""
    together: Chances = {}
    for each in chances:
        for figure, chance in each.items():
            together[figure] = max(chance, together.get(figure, 0.0))
    return together


# --- what may still be asked ---


def _open(matters: Sequence[Matter]) -> list[Matter]:
    """Those of one program's ``matters`` that can still change its verdict or section; none where it is ruled out.

    Where one can never be settled the verdict stays undetermined, unless a ``must`` turns out not to be met.
    """
    if any(matter.failed for matter in matters):
        return []
    stuck = any(matter.stuck for matter in matters)
    return [one for one in matters if one.turns_on and (not stuck or one.failing or one.requirement is None)]


def _matters(known: Known, programs: Iterable[str], skipped: Collection[str]) -> dict[str, list[Matter]]:
    """What each of ``programs`` turns on: its requirements, then its section."""
    chosen = [known.guide.program[program] for program in programs]
    return {
        program.id: [_matter(program, each, known, skipped) for each in (*program.requirements, None)]
        for program in chosen
    }


def _matter(program: Program, requirement: Requirement | None, known: Known, skipped: Collection[str]) -> Matter:
    """How ``requirement`` of ``program`` (None: its section) stands under every combination of answers."""
    if requirement is None:
        return _section_matter(program, known, skipped)
    must = requirement.strength == "must"
    now = status(program, requirement, known)
    if now != "unknown":
        return Matter(requirement, failed=must and now == "not_met")
    answers = condition_answers(requirement.when, known) | test_answers(requirement.test, known)
    asked = askable(answers, known, skipped)
    found = outcomes(asked, known, lambda supposed: status(program, requirement, supposed))
    reached = [*found.values()]
    failing = reached.count("not_met") / len(reached) if must else 0.0
    return Matter(requirement, asked, decisive(asked, found), failing=failing, stuck=set(reached) == {"unknown"})


def _section_matter(program: Program, known: Known, skipped: Collection[str]) -> Matter:
    answers: dict[str, tuple[Value, ...]] = {}
    for case in program.section.cases:
        answers |= condition_answers(case.when, known)
    asked = askable(answers, known, skipped)
    found = outcomes(asked, known, lambda supposed: section(program.section, supposed))
    return Matter(None, asked, decisive(asked, found))

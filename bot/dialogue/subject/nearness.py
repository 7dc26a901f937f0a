"""Where a business fits: by the words that stand in its description, and where none does, by what it means.

The meaning is a guess with its probability (bot/nlu/technologies.py); the thresholds are chosen in docs/understanding.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from bot.guide.directions import Match, match, stands_free
from bot.guide.model import FitsDirections, Guide, tests_in
from bot.guide.once import once
from bot.guide.outside import outside

PERHAPS, LIKELY = 0.4, 0.8  # how probable a program must be to be offered, and to be called likely
UNLIKELY = 0.05  # one of our words is taken for another thing's where its program is less probable than this
DESCRIBED = 0.7  # a program is offered for a business that no direction names only where the description is plain
WHOLE = 0.9  # a whole family has to be as plain: every question may have some of its words (支持, 产业, 平台)
PLAINLY = 0.75  # and beside a technology that is named, or instead of a check, only where it is plainer still
BEYOND_DOUBT = 0.97  # and beside a technology for which a direction is found, only where nothing else can be meant
Near = Sequence[tuple[str, float]]


def fitting(guide: Guide, text: str, near: Near) -> tuple[Match, ...]:
    """The directions of every program that fits ``text``; ``near``: directions (id) with their probability."""
    chances = _of_programs(near)
    found = tuple(each for each in match(guide, text) if each.sure or _plausible(each, text, chances))
    return found if found or outside(guide, text) else tuple(_near(guide, near, chances))


def resembles(guide: Guide, near: Near, least: float = LIKELY) -> bool:
    """Whether a message that names nothing of the guide most likely tells of a business that some direction is for."""
    chances = _of_programs(near)
    return any(chances.get(program, 0.0) >= least for program in by_field(guide))


@once
def by_field(guide: Guide) -> frozenset[str]:
    """Programs that the field of a project alone leads to; the others want a partner, a platform or an expert first."""
    fields = {program.id for program in guide.programs if any(each.track for each in program.directions)}
    tests = {
        program.id
        for program in guide.programs
        for each in program.requirements
        if any(isinstance(test, FitsDirections) for test in tests_in(each.test))
    }
    return frozenset(fields | tests)


def plainly_described(guide: Guide, described: Near, least: float = DESCRIBED) -> tuple[str, ...]:
    """What is plainly described, unless its field is what leads to it: that is told by the business itself."""
    for name, chance in described[:1]:
        programs = of_its_name(guide, name, chance)
        if chance >= least and not set(programs) <= by_field(guide):
            return programs
    return ()


def of_its_name(guide: Guide, name: str, chance: float) -> tuple[str, ...]:
    """The program (id) that is described, or the members of a family; none where a family is not plain enough."""
    if name in guide.program:
        return (name,)
    return tuple(program.id for program in guide.members(name)) if chance >= WHOLE else ()


def only_described(guide: Guide, described: Near) -> tuple[str, ...]:
    """The program plainly described to which no technology leads: 请德国工程师来指导焊接 is of the engineer first."""
    programs = plainly_described(guide, described, PLAINLY)
    return () if any(each.terms for program in programs for each in guide.program[program].directions) else programs


def _plausible(found: Match, text: str, chances: Mapping[str, float]) -> bool:
    return not chances or chances.get(found.program, 0.0) >= UNLIKELY or stands_free(found.word, text)


def _near(guide: Guide, near: Near, chances: Mapping[str, float]) -> list[Match]:
    """The most probable direction of each program that is probable enough."""
    best: dict[str, Match] = {}
    for direction, _ in near:
        program = _program(direction)
        if program in by_field(guide) and chances[program] >= PERHAPS and program not in best:
            near_to: Literal["likely", "perhaps"] = "likely" if chances[program] >= LIKELY else "perhaps"
            best[program] = Match(program, direction, "", "", sure=False, near=near_to)
    return list(best.values())


def _of_programs(near: Near) -> dict[str, float]:
    chances: dict[str, float] = {}
    for direction, chance in near:
        chances[_program(direction)] = chances.get(_program(direction), 0.0) + chance
    return chances


def _program(direction: str) -> str:
    return direction.rpartition(".")[0]

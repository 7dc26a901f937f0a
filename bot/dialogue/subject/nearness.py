"""Where a business fits: by the words that stand in its description, and where none does, by what it means.

The meaning is a guess with its probability (bot/nlu/technologies.py); the thresholds are chosen in docs/understanding.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from bot.guide.by_field import by_field
from bot.guide.directions import Match, leads, match, stands_free
from bot.guide.model import Guide
from bot.guide.outside import outside

PERHAPS, LIKELY = 0.4, 0.8  # how probable a program must be to be offered, and to be called likely
UNLIKELY = 0.05  # one of our words is taken for another thing's where what it leads to is less probable than this
AT_ALL = 0.1  # where no program is as probable, the meaning of a long story says no more than none would
LONG = 3  # characters of a word that hardly stands for another thing: 关节 is of a man or of a machine, 冷藏车 of one thing
AGREEING = 2  # words that lead to one program: together they say more than what the message seems to mean
DESCRIBED = 0.7  # a program is offered for a business that no direction names only where the description is plain
WHOLE = 0.9  # a whole family has to be as plain: every question may have some of its words (支持, 产业, 平台)
PLAINLY = 0.75  # and beside a technology that is named, or instead of a check, only where it is plainer still
BEYOND_DOUBT = 0.97  # and beside a technology for which a direction is found, only where nothing else can be meant
EITHER = 0.25  # how probable each of two programs must be at least that are described side by side
ALONE, MANY_TIMES = 0.4, 8  # how probable one program is at least that is singled out, and how many times the next one
Near = Sequence[tuple[str, float]]


def fitting(guide: Guide, text: str, near: Near) -> tuple[Match, ...]:
    """The directions of every program that fits ``text``; ``near``: directions (id) with their probability."""
    found = _plausible(guide, match(guide, text), text, near)
    return found if found or outside(guide, text) else tuple(_near(guide, near, _of_programs(near)))


def resembles(guide: Guide, near: Near, least: float = LIKELY) -> bool:
    """Whether a message that names nothing of the guide most likely tells of a business that some direction is for."""
    chances = _of_programs(near)
    return any(chances.get(program, 0.0) >= least for program in by_field(guide))


def plainly_described(guide: Guide, described: Near, least: float = DESCRIBED) -> tuple[str, ...]:
    """What is plainly described, unless its field is what leads to it: that is told by the business itself."""
    for name, chance in described[:1]:
        programs = of_its_name(guide, name, chance)
        plain = chance >= least or least <= DESCRIBED and _singled_out(described)
        if plain and not set(programs) <= by_field(guide):
            return programs
    return ()


def _singled_out(described: Near) -> bool:
    """Whether one program is described, however faintly, and hardly any other could be: 有没有跟外国人有关的项目."""
    (_, chance), (_, other) = (*described, ("", 0.0), ("", 0.0))[:2]
    return chance >= ALONE and chance >= MANY_TIMES * other


def of_its_name(guide: Guide, name: str, chance: float) -> tuple[str, ...]:
    """The program (id) that is described, or the members of a family; none where a family is not plain enough."""
    if name in guide.program:
        return (name,)
    return tuple(program.id for program in guide.members(name)) if chance >= WHOLE else ()


def only_described(guide: Guide, described: Near) -> tuple[str, ...]:
    """The program plainly described to which no technology leads: 请德国工程师来指导焊接 is of the engineer first."""
    programs = plainly_described(guide, described, PLAINLY)
    return () if any(each.terms for program in programs for each in guide.program[program].directions) else programs


def _plausible(guide: Guide, found: Sequence[Match], text: str, near: Near) -> tuple[Match, ...]:
    """``found`` without words that are taken for another thing's: 关节 of a satellite, where 润滑 beside it is meant."""
    of_a_direction, of_a_program = dict(near), _of_programs(near)
    of_a_word: dict[str, float] = {}
    for each in found:
        of_a_word[each.word] = max(of_a_word.get(each.word, 0.0), of_a_direction.get(each.direction, 0.0))
    other = any(chance >= UNLIKELY for chance in of_a_word.values())  # is as much as probable
    fields = {each.word for each in found if each.program in by_field(guide)}
    says_nothing = not any(chance >= AT_ALL for chance in of_a_program.values())
    agreed = _agreed(found)

    def may_be_meant(each: Match) -> bool:
        if each.word not in fields:  # 孵化器 is of none: what it means is told by no field
            return True
        if each.sure or says_nothing or of_a_word[each.word] >= UNLIKELY or stands_free(each.word, text):
            return True
        return of_a_program.get(each.program, 0.0) >= UNLIKELY and (not other or len(each.word) >= LONG)

    kept = tuple(each for each in found if may_be_meant(each))
    return kept or tuple(
        each for each in found if len(each.word) >= LONG or each.program in agreed or leads(each.word, text)
    )


def _agreed(found: Sequence[Match]) -> set[str]:
    """The programs to which several words lead: 炼镍 and 渣子, of what a smelter does with its slag."""
    words = Counter(program for program, _ in {(each.program, each.word) for each in found})
    return {program for program, count in words.items() if count >= AGREEING}


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


def with_its_family(guide: Guide, described: Near) -> tuple[str, ...]:
    """The program (id) that is described best, where with its family, which is described beside it, it is likely: 请外教做科研的项目."""
    chances = dict(described)
    program, chance = next((each for each in described if each[0] in guide.program), ("", 0.0))
    family = guide.program[program].family if program else None
    return (program,) if chance >= ALONE and chance + chances.get(family or "", 0.0) >= DESCRIBED else ()

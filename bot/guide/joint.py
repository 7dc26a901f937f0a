"""The guide's sentences on what firms and universities or institutes do together: which program is for their cooperation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.guide.by_field import by_field
from bot.guide.model import Choice, Direction, Guide
from bot.guide.once import once

WHO, FIRM, ACADEMIC = "applicant_type", "enterprise", ("university", "research_institute")
SETS_UP = "共建"
_SENTENCE = re.compile("[^。；]+")


@dataclass(frozen=True)
class Joint:
    """``sentence`` of ``direction`` of ``program`` (id) tells of firms with universities or institutes; ``sets_up``: of what they set
    up together; ``by_firms``: a firm is who does it, and they are whom it joins."""

    program: str
    direction: Direction
    sentence: str
    sets_up: bool
    by_firms: bool


@once
def joint(guide: Guide) -> tuple[Joint, ...]:
    """All such sentences in the guide's order, but those of programs to which the field of a project leads by itself."""
    return tuple(
        Joint(program.id, direction, sentence, SETS_UP in sentence, _by_firms(guide, sentence))
        for program in guide.programs
        if program.id not in by_field(guide)
        for direction in program.directions
        for sentence in _SENTENCE.findall(direction.quote)
        if _is_joint(guide, sentence)
    )


def _is_joint(guide: Guide, sentence: str) -> bool:
    who = "|".join(map(re.escape, words_of(guide, *ACADEMIC)))
    firms = "|".join(map(re.escape, words_of(guide, FIRM)))
    joined = (
        f"联合[^，。；]{{0,4}}(?:{who})|(?:{who})[^。；]{{0,40}}[与和][^，。；]{{0,20}}(?:{firms})[^，。；]{{0,4}}合作"
    )
    return bool(re.search(joined, sentence))


def _by_firms(guide: Guide, sentence: str) -> bool:
    """Whether a firm is named before any university or institute is."""
    places = [sentence.find(word) for word in words_of(guide, FIRM) if word in sentence]
    others = [sentence.find(word) for word in words_of(guide, *ACADEMIC) if word in sentence]
    return bool(places) and min(places) < min(others, default=len(sentence))


def words_of(guide: Guide, *kinds: str) -> tuple[str, ...]:
    """The names of kinds of applicants."""
    choices: list[Choice] = [each for each in guide.figure[WHO].choices if each.id in kinds]
    return tuple(word for each in choices for word in (each.name, *each.aliases))

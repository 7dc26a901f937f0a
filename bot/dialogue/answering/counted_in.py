"""Whether something counts as a field or a thing that the guide names: 瓜大棚算设施农业不, 中药材不是有个生物医药吗，种植也算那个不.

What is asked is of those sentences alone that name it, and not of all to which the words may be near.
"""

from __future__ import annotations

import re

from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.figures.wording.stance import clause_at
from bot.guide.directions import Match, match
from bot.guide.model import Direction, Guide

_COUNTS = re.compile(r"(?:算|属于?)(?:不算|不属于?)?(?:是|得上|作|在)?(?P<that>[那这]一?个)?(?:里的?)?")
_ASKED = re.compile(r"(?:领域|方向|类)?(?:[那这里]一?[个块类面头]?)?的?(?:[吗么不吧撒嘛呗]|没有?)[？?。！! ]*$")
_THERE_IS = re.compile("(?:有(?:没有)?(?:一?个)?|叫|写了?)$")


def counted_in(guide: Guide, utterance: Utterance) -> tuple[Match, ...]:
    """The directions whose sentences name what it is asked to count as, and the thing too, else those of them to which the thing
    is near; none where it is near to none, or no such question is put."""
    field = _field_put_up(utterance)
    if field is None:
        return ()
    things = [each for each in utterance.of(TECHNOLOGY) if each.text != field.text]
    naming = [(one.id, each) for one in guide.programs for each in one.directions if _names(each, field.text)]
    both = [(program, each, word) for program, each in naming for word in _words(each, things)]
    if both:
        return tuple(Match(program, each.id, word, word, sure=True) for program, each, word in both)
    places = {(program, each.id) for program, each in naming}
    near = match(guide, "，".join(each.text for each in things)) if things else ()
    return tuple(each for each in near if (each.program, each.direction) in places)


def _field_put_up(utterance: Utterance) -> Mention | None:
    """What the message asks something else to count as, by its name or as that which is there."""
    text, named = utterance.text, utterance.of(TECHNOLOGY)
    found = next((each for each in reversed([*_COUNTS.finditer(text)])), None)
    if found is None:
        return None
    behind = [each for each in named if each.start == found.end() and _ASKED.fullmatch(text, each.end)]
    told = text[: found.start()].strip("，, ")
    if behind and told:
        return behind[0]
    start = clause_at(text, found.start()).start
    there = [each for each in named if each.end <= start and _THERE_IS.search(text[: each.start])]
    return there[-1] if there and found["that"] and _ASKED.fullmatch(text, found.end()) else None


def _names(direction: Direction, word: str) -> bool:
    return word in direction.name or word in direction.quote


def _words(direction: Direction, things: list[Mention]) -> list[str]:
    """The words of the sentence for one of the things."""
    said = [word for each in things for word in (each.text, each.id) if word in direction.quote]
    return list(dict.fromkeys(said))[:1]

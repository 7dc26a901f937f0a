"""One reading a figure, where a message says several: what it says last, what is exact, what is not denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.reading import Reading
from bot.figures.stated.compounds import is_compound, is_general, is_of_kinds
from bot.figures.stated.partners import asks_of_partners, seeks_partners
from bot.figures.values import Range, bounds
from bot.figures.whose import speaks_of_us
from bot.guide.model import Figure, Guide

# 没有独立的研发机构，内设了一个 denies but one that stands by itself.
_OF_ITS_OWN = re.compile("(?:独立|单独|专门|专职|像样|正式|正规|挂牌)(?:法人)?(?:建制)?的?$")
INSTITUTION = 4  # characters of a name that is one unit's own; 高校 and 企业 may be told of oneself


def settled(read: Sequence[Reading], text: str, guide: Guide, *, corrected: bool) -> list[Reading]:
    """One reading a figure: what is said last where the message corrects itself, none where it says two things."""
    kept: list[Reading] = []
    for figure in dict.fromkeys(reading.figure for reading in read):
        own = [reading for reading in read if reading.figure == figure]
        if guide.figure[figure].kind == "choices":
            kept.append(replace(own[0], value=_united(own, guide.figure[figure])))
        elif corrected or len({reading.value for reading in own}) == 1:
            kept.append(own[-1])
        elif is_of_kinds(guide.figure[figure]) and (there := _of_another_kind(own, text, guide.figure[figure])):
            kept.append(there)
        elif exact := _exact_among(own):
            kept.append(exact)
        elif is_compound(guide.figure[figure]):  # one part of it denied
            kept.append(next(reading for reading in own if not reading.value))
    return sorted(kept, key=lambda reading: reading.start)


def without_partners(read: Sequence[Reading], text: str, guide: Guide, asked: str | None) -> list[Reading]:
    """Without the kind of a unit that is named in answer to who the partners are, and is not the applicant: 兰州理工，签了."""
    wanted = guide.figure[asked] if asked else None
    if wanted is None or not (asks_of_partners(wanted) or seeks_partners(wanted)) or speaks_of_us(text):
        return list(read)
    kinds = [each for each in read if guide.figure[each.figure].kind == "choice" and each.figure != asked]
    return [each for each in read if each not in kinds or each.end - each.start < INSTITUTION]


def _of_another_kind(own: Sequence[Reading], text: str, figure: Figure) -> Reading | None:
    """没有实验室，有技术中心: the kind that is there, where only other kinds are denied."""
    denied = [each for each in own if not each.value and not _OF_ITS_OWN.search(text[: each.start])]
    general = any(is_general(text[each.start : each.end], figure) for each in denied)
    return None if general else next(each for each in own if each.value)


def _exact_among(own: Sequence[Reading]) -> Reading | None:
    """没到800万，只有780万: the one exact number, which the ranges beside it only describe."""
    exact = [each for each in own if isinstance(each.value, Decimal)]
    ranges = [bounds(each.value) for each in own if isinstance(each.value, Range)]
    if len({each.value for each in exact}) != 1 or len(exact) + len(ranges) != len(own):
        return None
    value = exact[-1].value
    assert isinstance(value, Decimal)
    inside = all((low is None or low <= value) and (high is None or value <= high) for low, high in ranges)
    return exact[-1] if inside else None


def _united(own: Sequence[Reading], figure: Figure) -> tuple[str, ...]:
    held = {choice for reading in own if isinstance(reading.value, tuple) for choice in reading.value}
    return tuple(choice.id for choice in figure.choices if choice.id in held)

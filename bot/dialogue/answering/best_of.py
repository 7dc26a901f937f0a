"""Of all that a business fits, what is worth telling: no guess beside what the guide's own sentence names, of 最对口的 the first, and
where a program names it nowhere, the field of that one which other programs have it in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.contents import stands_there
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.words import ASKING
from bot.guide.by_field import by_field
from bot.guide.directions import FIELD, Match
from bot.guide.model import Direction, Guide

_BEST = re.compile(
    "最(?:对口|合适|适合|贴[切近合]|接近|沾边|靠谱|匹配|符合|该|应该|对路)|首选|(?:只|就)(?:要|说|给|挑)(?:我)?(?:一个|最)"
)


def best_of(guide: Guide, utterance: Utterance, text: str, matches: Sequence[Match]) -> tuple[Match, ...]:
    """``matches``, where it is asked for them, without those of programs that want more than a field and do not name the business,
    nor are told of as a thing (成果转化基地), if one to which the field leads names it; where the best is asked for, those of the program that names it first."""
    named = [each for each in matches if stands_there(guide, each)]
    free = {*by_field(guide), *utterance.ids(TECHNOLOGY)}
    plain = [each for each in matches if each in named or each.program in free]
    leading = ASKING.search(text) and any(each.program in by_field(guide) for each in named)
    kept = plain if leading else [*matches]  # what is but told may be of the program in hand
    if not _BEST.search(text) or not kept:
        return tuple(kept)
    first = min(kept, key=lambda each: (not each.sure, each not in named))
    return tuple(each for each in kept if each.program == first.program)


def by_the_field(guide: Guide, programs: Sequence[str], matches: Sequence[Match]) -> tuple[Match, ...]:
    """The directions of ``programs`` in whose sentences the field stands that another program has the business in: 医疗器械 is of
    生物医药 in one, which a field of another names."""
    fields = [(each.word, _direction(guide, each).name.removesuffix(FIELD)) for each in matches]
    return tuple(
        Match(program, direction.id, field, word, sure=False)
        for program in programs
        for direction in guide.program[program].directions
        for word, field in fields
        if field in direction.quote
    )[:1]


def _direction(guide: Guide, match: Match) -> Direction:
    return next(each for each in guide.program[match.program].directions if each.id == match.direction)

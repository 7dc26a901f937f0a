"""Things that are told one by one, each of another program: 一件跟兰石合作转化，一件聘了个外国专家; 一家做中药饮片，一家搞脱硝. What is counted
next (头一件找谁, 那前一家呢) is counted in that order, and in no other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.name_words import named_by_a_word
from bot.dialogue.subject.nearness import EITHER, Near
from bot.figures.wording.stance import Clause
from bot.guide.directions import match
from bot.guide.model import Guide

# 一家做…，一家做…; a mark that only counts (一是, 二是) may be blanked already.
_MARK = re.compile(
    r"(?:^|(?<=[，,；;。：: ]))(?:还有|另外?|再)?(?:一[家个件桩边](?!共|起|样|直|定)|[一二三][是、]|[头后]一[家个件桩]| {2})"
)
_SEVERAL = 2


def told_one_by_one(guide: Guide, utterance: Utterance) -> tuple[str, ...] | None:
    """The programs (ids) of the things in the order in which they are told; empty where that is open of any, None where nothing is
    told so."""
    text = utterance.text
    starts = [found.start() for found in _MARK.finditer(text)]
    if len(starts) < _SEVERAL:
        return None
    parts = [Clause(text[start:end], start, end) for start, end in pairwise([*starts, len(text)])]
    found = [_program(guide, utterance, part) for part in parts]
    left = [each for each in utterance.described if each[0] in guide.program and each[0] not in found]
    found = [each or _only_one_left(found, left) for each in found]
    return tuple(found) if all(found) and len({*found}) == len(found) else ()


def _program(guide: Guide, utterance: Utterance, part: Clause) -> str:
    """The one program that a thing is of: named, called by a word of its name, or for what is made; empty where none is plain."""
    named = [each.id for each in utterance.of("program") if part.holds(each.start)]
    made = "，".join(each.text for each in utterance.of(TECHNOLOGY) if part.holds(each.start))
    fitting = dict.fromkeys(each.program for each in match(guide, made)) if made else {}
    family = {each.id for name in utterance.ids("family") for each in guide.members(name)}
    inside = [each for each in fitting if not family or each in family]
    words = utterance.without(TECHNOLOGY)[part.start : part.end]  # 新型疫苗 is of no 新型研发机构
    ways: Sequence[Sequence[str]] = (named, inside, named_by_a_word(guide, words))
    return next((way[0] for way in ways if len({*way}) == 1), "")


def _only_one_left(found: Sequence[str], left: Near) -> str:
    """The program that the message describes besides, where but one of the things has none."""
    alone = sum(not each for each in found) == 1
    return next((name for name, chance in left[:1] if alone and chance >= EITHER), "")

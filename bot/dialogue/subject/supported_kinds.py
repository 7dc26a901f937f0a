"""What the guide says of kinds of applicants, or of partners, where it tells what a program supports: 在兰高校与省内外高校合作."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.checks import WHO
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.words import WITH
from bot.figures.stated.chosen import is_of_partners
from bot.figures.wording.stance import clauses
from bot.guide.model import Choice, Guide, Program, Quote
from bot.guide.search import presented

_WILL_DO = re.compile(
    "[行可成]不[行可成]|[行成]吗|可以[吗么不]|支持[吗么不]|也[行成]|算不算|能不能|能[吗么]|算[吗么]|认不认|认[吗么]"
)
_WHICH = re.compile("哪|什么|啥|几")  # 点名支持与省外哪些高校共建 asks for the fields


def kinds_named(guide: Guide, utterance: Utterance) -> list[Choice]:
    """The kinds of applicants that the message names."""
    return [each for each in guide.figure[WHO].choices if each.id in utterance.ids(WHO)]


def sentences_on(guide: Guide, program: Program, kinds: Iterable[Choice]) -> list[Quote]:
    """The sentences on what the program supports that speak of the kinds."""
    words = {word for each in kinds for word in (each.name, *each.aliases)}
    return [each for each in presented(guide, program) if any(word in each.quote for word in words)]


def on_partners(guide: Guide, subject: Subject, utterance: Utterance) -> list[Quote]:
    """Those sentences of the one program, where a place is named that partners are from, of whom it demands none: 高校跟省外研究所
    共建新型研发机构，指南支持吗."""
    regions = [each.id for each in guide.figures if each.kind == "choices" and is_of_partners(each)]
    asking = [part for part in clauses(utterance.text) if _WILL_DO.search(part.text) and not _WHICH.search(part.text)]
    with_whom = [
        part
        for part in asking
        if WITH.search(part.text) or any(part.holds(each.start) for each in utterance.of(WHO))  # 放白银行吗 is of none
    ]
    named = any(part.holds(each.start) for each in utterance.of(*regions) for part in with_whom)
    if not named or len(subject.programs) != 1 or demanding(guide, regions, subject.programs):
        return []
    return sentences_on(guide, guide.program[subject.programs[0]], kinds_named(guide, utterance))

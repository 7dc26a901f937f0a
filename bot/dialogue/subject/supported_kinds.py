"""What the guide says of kinds of applicants, or of partners, where it tells what a program supports: 在兰高校与省内外高校合作."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.answers.checks import WHO
from bot.answers.requirements import demanding, figures_tested
from bot.answers.subject import Subject
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.words import WITH
from bot.figures.stated.chosen import is_of_partners
from bot.figures.stated.partners import seeks_partners
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Choice, Guide, Program, Quote
from bot.guide.search import presented

_WILL_DO = re.compile(
    "允许[吗么不]|允不允许|[行可成]不[行可成]|[行成]吗|可以[吗么不]|支持[吗么不]|也[行成]|算不算|能不能|能[吗么]|算[吗么]|认不认|认[吗么]"
)
_BARE = re.compile(
    r"[，, ]*(?:这样|那|也|都|到底|指南)*(?:支持|允许|允不允许|[行可成]不[行可成]|[行成]|可以|能)[吗么不嘛]?[？?。 ]*$"
)
# 跟企业共建新型研发机构: with whom something is set up together.
_SET_UP_WITH, _TOGETHER = (
    re.compile("(?:[跟和与同]|联合)[^，。；]{0,8}$"),
    re.compile("[^，。；]{0,4}(?:共建|合作|联合|一起建)"),
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
    """Those sentences of the one program, where a place is named that partners are from, of whom it demands none (高校跟省外研究所
    共建新型研发机构，指南支持吗), or but a kind of them with whom something is set up together."""
    regions = [each.id for each in guide.figures if each.kind == "choices" and is_of_partners(each)]
    parts = _asking(utterance)
    with_whom = [
        part
        for part in parts
        if WITH.search(part.text) or any(part.holds(each.start) for each in utterance.of(WHO))  # 放白银行吗 is of none
    ]
    named = any(part.holds(each.start) for each in utterance.of(*regions) for part in with_whom)
    alone = not any(seeks_partners(guide.figure[each]) for each in figures_tested(guide, subject.programs))
    named = (
        named
        or alone
        and any(part.holds(each.start) and _is_with(utterance, each) for each in utterance.of(WHO) for part in parts)
    )
    if not named or len(subject.programs) != 1 or demanding(guide, regions, subject.programs):
        return []
    return sentences_on(guide, guide.program[subject.programs[0]], kinds_named(guide, utterance))


def _is_with(utterance: Utterance, kind: Mention) -> bool:
    text = utterance.text
    return bool(_SET_UP_WITH.search(text[: kind.start]) and _TOGETHER.match(text, kind.end))


def _asking(utterance: Utterance) -> list[Clause]:
    """The clauses that ask whether something will do, with the one before where they name nothing: 跟省外企业共建，允许吗."""
    parts = list(clauses(utterance.text))
    found = [part for part in parts if _WILL_DO.search(part.text) and not _WHICH.search(part.text)]
    before = [one for one, other in pairwise(parts) if other in found and _BARE.fullmatch(other.text)]
    return [part for part in parts if part in found or part in before]

"""What the guide says of kinds of applicants, or of partners, where it tells what a program supports: 在兰高校与省内外高校合作."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.checks import WHO
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.figures.stated.chosen import is_of_partners
from bot.guide.model import Choice, Guide, Program, Quote
from bot.guide.words import SENTENCE


def kinds_named(guide: Guide, utterance: Utterance) -> list[Choice]:
    """The kinds of applicants that the message names."""
    return [each for each in guide.figure[WHO].choices if each.id in utterance.ids(WHO)]


def sentences_on(guide: Guide, program: Program, kinds: Iterable[Choice]) -> list[Quote]:
    """The sentences on what the program supports that speak of the kinds."""
    own = [*(each.clause for each in program.about), *(each.clause for each in program.directions)]
    words = {word for each in kinds for word in (each.name, *each.aliases)}
    return [
        Quote(number, sentence)
        for number in dict.fromkeys(own)
        for sentence in (each.group().strip() for each in SENTENCE.finditer(guide.clause[number].text))
        if any(word in sentence for word in words)
    ]


def on_partners(guide: Guide, subject: Subject, utterance: Utterance) -> list[Quote]:
    """Those sentences of the one program, where a place is named that partners are from, of whom it demands none: 高校跟省外研究所
    共建新型研发机构，指南支持吗."""
    regions = [each.id for each in guide.figures if each.kind == "choices" and is_of_partners(each)]
    named = utterance.ids(*regions) and len(subject.programs) == 1
    if not named or demanding(guide, regions, subject.programs):
        return []
    return sentences_on(guide, guide.program[subject.programs[0]], kinds_named(guide, utterance))

"""The guide's own words for a rule of the program in hand that is called by what it demands: 企业资质那五类能列一下原文么,
申报要求的原文. What has like words elsewhere in the guide is not meant."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import requirements, thresholds
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.hearing.wording_wanted import names_the_wording
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject import sought
from bot.dialogue.words import IN_GENERAL
from bot.guide.model import AnyOf, Guide, tests_of
from bot.guide.numbering import numbered, place
from bot.guide.search import IN_QUOTES

_SO_MANY = re.compile(r"(?P<count>[二两三四五六七八九2-9])[种类](?!似)")


def of_the_rule_in_hand(
    guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance
) -> Subject | None:
    """The subject of such a question: the programs in hand, and the figures of the rule, none for all of their rules."""
    programs = conversation.check or conversation.programs
    text = utterance.text
    elsewhere = utterance.ids("program", "family", "section", "term") or numbered(guide, text)
    sought_after = IN_QUOTES.search(text) or sought.place(utterance) or sought.another(utterance)
    if len(programs) != 1 or elsewhere or sought_after or not names_the_wording(text):
        return None
    named = requirements.demanding(guide, subject.figures, programs)
    figures = subject.figures if named else _of_so_many(guide, programs, text)
    if figures or IN_GENERAL.search(text):
        return replace(subject, programs=programs, figures=figures)
    return None


def rule(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The rule, or all of them, of the programs that ``subject`` has and the message does not name."""
    if len(subject.programs) != 1 or utterance.ids("program", "family") or not names_the_wording(utterance.text):
        return None
    if subject.figures:
        found = thresholds.figure(guide, subject)
    elif IN_GENERAL.search(utterance.text):
        found = requirements.requirements(guide, subject)
    else:
        return None
    return replace(found, payload={**found.payload, "topic": "text"})


def _of_so_many(guide: Guide, programs: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The figure whose choices are listed, as many as are spoken of: 那五类."""
    counts = {place(found["count"]) for found in _SO_MANY.finditer(text)}
    lists = (each for each in tests_of(map(guide.program.__getitem__, programs)) if isinstance(each, AnyOf))
    return tuple(dict.fromkeys(each.figure for each in lists if len(each.values) in counts))

"""The answer that one topic gets, or the better one (instead.py)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answers import contents, figures_meant, requirements, sections, thresholds
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.answering import asked_words, belonging
from bot.dialogue.answering.instead import as_requirement, instead
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.guide.directions import match
from bot.guide.model import Guide

OF_A_PROGRAM = ("requirements", "figure")  # each program has its own: all of them in a row answer nobody
PLAIN: Mapping[str, Callable[[Guide, Subject], Reply]] = {
    "overview": contents.overview,
    "program": contents.program,
    "directions": belonging.directions,
    "requirements": requirements.requirements,
    "figure": thresholds.figure,
    "materials": requirements.materials,
    "section": sections.section,
    "compare": requirements.compare,
}


def answer_on(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    """The answer on ``topic`` of what the subject is about."""
    if topic == "section" and _of_a_business(guide, subject, utterance):
        topic = TECHNOLOGY  # which tells the sections of the programs that fit
    if reply := instead(guide, subject, topic, utterance):
        return reply
    if topic in OF_A_PROGRAM and not subject.programs:
        return _of_none(guide, subject, topic, utterance)
    if topic in PLAIN:
        return PLAIN[topic](guide, subject)
    if topic == "technology":
        return belonging.technology(guide, subject, utterance)
    if topic == "term":
        return asked_words.term(guide, subject, utterance)
    if topic == "text":
        return asked_words.passages(guide, subject, utterance)
    return contents.unsaid(guide, subject, topic)


def _of_a_business(guide: Guide, subject: Subject, utterance: Utterance) -> bool:
    """Whether a technology, and nothing of the guide else, is asked about: 滴灌带归农村科还是高新科."""
    if subject.programs or subject.terms or not utterance.ids(TECHNOLOGY):
        return False
    return not subject.sections or bool(match(guide, subject.text))


def _of_none(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    """What is demanded where no program is named: the rules on what is named, else which program is meant."""
    named = {mention.kind for mention in utterance.mentions} & guide.figure.keys()
    figures = subject.figures or tuple(each.id for each in guide.figures if each.id in named)
    if figures and requirements.programs_testing(guide, figures):
        rule = thresholds.figure(guide, replace(subject, figures=figures))
        counted = topic == "figure" or any(guide.figure[each].kind in figures_meant.COUNTED for each in figures)
        return rule if counted else as_requirement(rule)
    return contents.which(guide, subject)

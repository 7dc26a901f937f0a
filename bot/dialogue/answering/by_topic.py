"""The answer that one topic gets, or the better one (instead.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answers import contents, figures_meant, requirements, sections, thresholds
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.answering import asked_words, belonging
from bot.dialogue.answering.instead import instead
from bot.dialogue.hearing.signs import has_sign
from bot.dialogue.state import Question, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.own_question import own_question
from bot.dialogue.words import ASKING, IN_GENERAL, THAT_PROGRAM
from bot.guide.directions import match
from bot.guide.model import Guide

OF_A_PROGRAM = ("requirements", "figure")  # each program has its own: all of them in a row answer nobody
OTHER = "other"
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


def answers_on(guide: Guide, subject: Subject, topics: Sequence[str], utterance: Utterance) -> Iterator[Reply]:
    """The answer on each of the ``topics``; where all conditions are asked for in a piece of their own, and a number beside it,
    both: 它有哪些申报要求？15个研发人员那一条是不是也管着它."""
    listed = _listing(utterance) if {*topics} == {*OF_A_PROGRAM} else None
    if TECHNOLOGY in topics[1:] and THAT_PROGRAM.search(utterance.text):
        topics = (TECHNOLOGY, *(each for each in topics if each != TECHNOLOGY))
    for place, topic in enumerate(topics):
        if place and topics[0] == TECHNOLOGY and not utterance.ids("program", "family"):
            subject = replace(subject, programs=_where_it_fits(guide, subject, utterance) or subject.programs)
        if listed and topic == OF_A_PROGRAM[0]:
            alone = utterance.only(listed)
            yield answer_on(guide, replace(subject, figures=(), text=alone.text), topic, alone)
        else:
            yield answer_on(guide, subject, topic, utterance)


def _where_it_fits(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """The programs in which the technology belongs that is asked about first: 风电叶片算新能源吗？这个专项要求投资额吗."""
    placed = belonging.technology(guide, subject, utterance) if THAT_PROGRAM.search(utterance.text) else None
    return tuple(placed.payload["programs"]) if placed else ()


def _listing(utterance: Utterance) -> Question | None:
    """The piece that asks for the conditions altogether and names no figure."""
    named = utterance.of("figure")
    pieces = (each for each in utterance.pieces if not any(each.holds(one.start) for one in named))
    asking = (each for each in pieces if IN_GENERAL.search(each.masked) and ASKING.search(each.masked))
    return next((each for each in asking if each.ranking[0][0] == "ask_requirements"), None)


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
    return _unsaid(guide, subject, topic, utterance)


def _unsaid(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    """What the guide leaves out, by its name; by the asker's words where no word of the message is of it. Then the guide may say
    more than the topic lets expect: 已经有的都支持吗 is of no number of applications."""
    named = has_sign(topic, utterance.text) and not contents.has_no_name(guide, topic, utterance.text)
    asked = "" if named else own_question(utterance.text)
    said = instead(guide, subject, OF_A_PROGRAM[0], utterance) if asked and topic != OTHER else None
    return said or contents.unsaid(guide, subject, topic, asked)


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

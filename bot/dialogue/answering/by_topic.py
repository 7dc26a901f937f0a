"""The answer that one topic gets, or the better one (instead.py)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answers import contents, figures_meant, requirements, sections, thresholds
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.answering import asked_words, belonging
from bot.dialogue.answering.instead import instead
from bot.dialogue.hearing.signs import is_named
from bot.dialogue.state import Question, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY, fields_named
from bot.dialogue.subject.own_question import own_question
from bot.dialogue.words import ASKING, IN_GENERAL, THAT_PROGRAM
from bot.figures.wording.stance import clauses
from bot.guide.directions import match
from bot.guide.model import Guide
from bot.guide.search import IN_QUOTES

OF_A_PROGRAM = ("requirements", "figure")  # each program has its own: all of them in a row answer nobody
OTHER = "other"
FEW = 3  # programs of which each has a single answer of its own
_HOW_WRITTEN = re.compile("(?:怎么|咋|如何)个?(?:写|说|提|讲|规定)")
SEVERAL = 2  # fields that tell of which program they are
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
    if topic in ("text", "section"):
        topic, subject = _better_asked(guide, subject, topic, utterance)
    if reply := instead(guide, subject, topic, utterance) or _of_each(guide, subject, topic, utterance):
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


def _of_each(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply | None:
    """What is said of each of a few programs in hand, where of each there is a single answer: 要不要跟学校合作, of two."""
    few = 1 < len(subject.programs) <= FEW and topic == OF_A_PROGRAM[0] and not utterance.ids("program", "family")
    alone = [instead(guide, replace(subject, programs=(each,)), topic, utterance) for each in subject.programs if few]
    found = [each for each in alone if each]
    return together(found) if found and len(found) == len(alone) else None


def _unsaid(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    """What the guide leaves out, by its name; by the asker's words where no word of the message is of it. Then the guide may say
    more than the topic lets expect: 已经有的都支持吗 is of no number of applications."""
    named = is_named(topic, utterance) and not contents.has_no_name(guide, topic, utterance.text)
    asked = "" if named else own_question(utterance.text)
    said = instead(guide, subject, OF_A_PROGRAM[0], utterance) if asked and topic != OTHER else None
    return said or contents.unsaid(guide, subject, topic, asked)


def _is_called_otherwise(guide: Guide, subject: Subject, utterance: Utterance) -> bool:
    """Whether what is sought in the guide is a technology that it writes of in other words: 改厕所的事文件上咋写的."""
    named = [each.text for each in utterance.of(TECHNOLOGY)]
    written = any(each in clause.text for each in named for clause in guide.clauses)
    other = subject.programs or subject.terms or subject.figures or IN_QUOTES.search(subject.text)
    how = _HOW_WRITTEN.search(utterance.text)  # 提没提 asks for the words themselves
    return bool(how and named and match(guide, subject.text)) and not (written or other)


def _better_asked(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> tuple[str, Subject]:
    """The topic and the subject of a question for a section or the wording: of a program by its fields, of what fits a technology."""
    if topic == "text":
        return TECHNOLOGY if _is_called_otherwise(guide, subject, utterance) else topic, subject
    if owner := _whose_fields(guide, subject, utterance):
        return topic, replace(subject, programs=owner)
    # That of a technology tells the sections of the programs that fit.
    return TECHNOLOGY if _of_a_business(guide, subject, utterance) else topic, subject


def _whose_fields(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """The one program (id) of which several fields are named, and nothing else: 民生、现代服务业两个都归社发科吗."""
    named = [] if subject.programs or subject.terms else fields_named(guide, subject)
    others = (each for each in utterance.of(TECHNOLOGY) if not any(each.text in field.name for field in named))
    owners = [each.id for each in guide.programs if {*each.directions} >= {*named}]
    return tuple(owners) if len(named) >= SEVERAL and len(owners) == 1 and not any(others) else ()


def _of_a_business(guide: Guide, subject: Subject, utterance: Utterance) -> bool:
    """Whether a technology, and nothing of the guide else, is asked about: 滴灌带归农村科还是高新科."""
    if subject.programs or subject.terms or not utterance.ids(TECHNOLOGY):
        return False
    return not subject.sections or bool(match(guide, subject.text))


def _of_none(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    """What is demanded where no program is named: the rules on what is named, else which program is meant."""
    named = {mention.kind for mention in utterance.mentions} & guide.figure.keys()
    named = named or _told_ahead(guide, utterance)
    figures = subject.figures or tuple(each.id for each in guide.figures if each.id in named)
    if figures and requirements.programs_testing(guide, figures):
        rule = thresholds.figure(guide, replace(subject, figures=figures))
        counted = topic == "figure" or any(guide.figure[each].kind in figures_meant.COUNTED for each in figures)
        return rule if counted else as_requirement(rule)
    return contents.which(guide, subject)


def _told_ahead(guide: Guide, utterance: Utterance) -> set[str]:
    """The condition (figure) that something told ahead of the question has words of, where one program alone demands that: 合同还没签，
    能先报吗."""
    telling = "，".join(part.text for part in clauses(utterance.text) if not ASKING.search(part.text))
    found = {
        each
        for each in figures_meant.related(guide, tuple(guide.program), telling)
        if guide.figure[each].kind == "yes_no"
    }
    return found if len(requirements.programs_testing(guide, found)) == 1 else set()

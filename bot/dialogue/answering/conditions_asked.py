"""Which conditions a question turns on, of all that it names: none that is only told before it, and none of another program."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import figures_meant, requirements
from bot.answers.subject import Subject
from bot.answers.thresholds import stands
from bot.dialogue.answering.by_a_word import figures_beside, figures_of_a_word
from bot.dialogue.answering.figures_asked import demanded_apart
from bot.dialogue.answering.rules_named import in_the_question
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.about import EXCEPT_FOR
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import ASKING, ITS_PLACE, ITS_WORDING, ONLY_THIS, WHETHER_IT_COUNTS
from bot.eligibility.known import Known
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

_CHANCE = re.compile("还?有(?:没有|无|没)?(?:戏|门(?![槛类])|希望|可能|机会)|还能(?:申?报|申请)|没戏")
_OF_RULES = (("requirements",), ("figure",))


def of_conditions(guide: Guide, subject: Subject, topics: tuple[str, ...], utterance: Utterance) -> Subject:
    """The subject with the figures of the conditions asked about, and none that is only told before the question: 想转给本地企业，
    有什么要求."""
    if not subject.figures and topics == ("requirements",):
        return replace(subject, figures=figures_of_a_word(guide, subject.programs, utterance))
    if not in_the_question(guide, utterance, subject.figures):
        return replace(subject, figures=())
    alone = topics in _OF_RULES and not EXCEPT_FOR.search(utterance.text)  # 除了投资和收入，还要什么
    beside = figures_beside(guide, subject.programs, utterance) if alone else ()
    subject = replace(subject, figures=tuple(dict.fromkeys((*subject.figures, *beside))))
    if topics != ("requirements",) or not subject.programs:
        return subject
    if way := _in_the_way(guide, subject):
        return replace(subject, figures=tuple(way))
    if aside := _only_told(guide, subject, utterance):
        return replace(subject, figures=tuple(each for each in subject.figures if each not in aside))
    return replace(subject, figures=(*subject.figures, *demanded_apart(guide, subject, utterance)))


def _in_the_way(guide: Guide, subject: Subject) -> list[str]:
    """What is told of the asker by which one of the programs' rules is not met, where no more is asked than if there is a chance: 五样一样
    都没有，还有没有可能. Which rule it meets is no answer to that."""
    if not _CHANCE.search(subject.text):
        return []
    facts = Known(guide, {**subject.known, **subject.told}, lambda *_: False)
    tested = [each for each in subject.told if requirements.demanding(guide, [each], subject.programs)]
    return [each for each in tested if stands(guide, subject.programs, {each}, facts) in ("not_met", "short")]


def _only_told(guide: Guide, subject: Subject, utterance: Utterance) -> list[str]:
    """The figures that the programs do not test, and that no clause names which asks: 自己闷头搞研发，…，兰白还有门吗."""
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text)]
    asked = {each.id for each in utterance.of("figure") if any(part.holds(each.start) for part in asking)}
    told = [each for each in subject.figures if each not in asked] if asking and subject.programs else []
    return [each for each in told if not requirements.demanding(guide, [each], subject.programs)]


def of_the_program_in_hand(
    guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance
) -> Subject | None:
    """The subject with the programs in hand, and of the figures named those that they test, where they test any: 年收入是只算我们的
    还是合作方的也算, in a check."""
    programs = conversation.check or conversation.programs
    tested = tuple(each for each in subject.figures if programs and requirements.demanding(guide, [each], programs))
    free = not subject.terms and not named_programs(guide, utterance)
    return replace(subject, programs=programs, figures=tested) if tested and free else None


def of_what_it_counts_as(
    guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance
) -> Subject | None:
    """The subject with the one program in hand, where it is asked if something counts as what that demands: 经费是财政拨款的算稳定不.
    What is named besides, and that program does not test, is only what is put up."""
    programs = conversation.check or conversation.programs
    free = len(programs) == 1 and not subject.terms and not named_programs(guide, utterance)
    if not free or not WHETHER_IT_COUNTS.search(subject.text):
        return None
    related = figures_meant.related(guide, programs, subject.text)
    tested = tuple(each for each in related if requirements.demanding(guide, [each], programs))
    return replace(subject, programs=programs, figures=tested) if tested else None


def of_this_alone(guide: Guide, conversation: Conversation, subject: Subject, text: str) -> Subject:
    """The subject with the one point that was just answered, where no more than that, or its wording, is wanted: 我只想问地点这一条, 原话贴一下."""
    found = ONLY_THIS.search(text) or ITS_WORDING.fullmatch(text) or ITS_PLACE.fullmatch(text)
    last = requirements.demanding(guide, conversation.about_figures, subject.programs)
    same = subject.programs == conversation.programs and conversation.topic in ("requirements", "figure")
    if not found or subject.figures or not (last and same):
        return subject
    return replace(subject, figures=conversation.about_figures)

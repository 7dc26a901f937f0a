"""What seems to be put side by side, or quoted, and is not: figures of one program, conditions of one alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.figures_meant import of_kind
from bot.dialogue.hearing.message import WORDS, Message
from bot.dialogue.hearing.parts import ASK
from bot.dialogue.hearing.rather import likely
from bot.dialogue.subject.fields import dividing
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import CITING, COMPARING, IN_GENERAL, LISTING
from bot.guide.search import quoted


def of_the_rules(this: Message, topics: list[str]) -> list[str]:
    """``topics``, the first of them being of the rules of one program that seem to be compared or quoted."""
    if topics[:1] == ["text"] and _wants_all_of_its_rules(this):
        return ["requirements", *topics[1:]]
    if topics[:1] != ["compare"]:
        return topics
    if _compares_nothing(this):
        return [*topics[1:]] or [name.removeprefix(ASK) for name in likely(this.utterance.ranking[1:])][:1]
    if _of_two_figures(this):
        return ["figure", *topics[1:]]
    if _asks_rules_of_one(this, topics):
        return ["requirements"]
    if _has_nothing_to_compare(this):
        return ["requirements", *(topic for topic in topics[1:] if topic not in WORDS)]
    return topics


def _compares_nothing(this: Message) -> bool:
    """Whether nothing is meant that could be compared, and no word says that anything is: 学校和老师各占一部分，“知识产权明晰”有没有更细的说法."""
    meant = this.subject.programs or this.conversation.programs or this.utterance.ids(*dividing(this.guide))
    return not (meant or COMPARING.search(this.utterance.text))


def _of_two_figures(this: Message) -> bool:
    """Whether what is put side by side are figures of one program: 重大专项工业类，总投资和收入分别有啥要求."""
    fields = {each.id for each in this.utterance.of(*dividing(this.guide))}
    figures = this.subject.figures
    if not figures and _of_one_alone(this):
        figures = of_kind(this.guide, this.subject)  # 人员占比和经费占比，哪个是哪个
    return len(figures) > 1 and len(named_programs(this.guide, this.utterance)) == 1 and len(fields) < 2


def _has_nothing_to_compare(this: Message) -> bool:
    """Whether conditions of one program are asked about, in no word of comparing, and no other was talked about, or it is these that
    are asked last: 对知识产权和合同怎么要求的; 换一个问，成果转化那个，对知识产权怎么要求的."""
    if COMPARING.search(this.utterance.text):
        return False
    ruled = this.subject.figures or LISTING.search(this.utterance.text)  # 院地院企和成果转化那个对地点咋规定的
    if _of_one_alone(this):
        return bool(ruled)
    named = named_programs(this.guide, this.utterance)
    return bool(ruled) and len(named) == 1 and this.parts_asked[-1:] in (("ask_figure",), ("ask_requirements",))


def _asks_rules_of_one(this: Message, topics: Sequence[str]) -> bool:
    """Whether what a program demands of several things is asked, in no word of comparing: 人员和经费门槛是怎么卡的."""
    rules = {"figure", "requirements"} & {*topics} and not this.subject.figures
    return bool(rules and _of_one_alone(this)) and not COMPARING.search(this.utterance.text)


def _wants_all_of_its_rules(this: Message) -> bool:
    """Whether the conditions of the one program that is named are wanted in full, and no wording is: 申报要求完整发我."""
    named = named_programs(this.guide, this.utterance)
    rules = len(named) == 1 and IN_GENERAL.search(this.utterance.text) and not this.subject.figures
    return bool(rules) and not (CITING.search(this.utterance.text) or quoted(this.guide, this.utterance.text))


def _of_one_alone(this: Message) -> bool:
    """Whether one program is meant, and no other was talked about with which it could be compared."""
    return len(this.subject.programs) == 1 and {*this.conversation.programs} <= {*this.subject.programs}

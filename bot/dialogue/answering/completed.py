"""What a question is of, as its topics need it: which figure, what to compare with, of all programs, of what is in hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answers import figures_meant, requirements
from bot.answers.subject import Subject
from bot.dialogue.answering.by_shared_words import nearest_by_a_word
from bot.dialogue.answering.conditions_asked import (
    of_conditions,
    of_the_program_in_hand,
    of_this_alone,
    of_what_it_counts_as,
)
from bot.dialogue.answering.figures_asked import figures_asked
from bot.dialogue.answering.worded import of_the_rule_in_hand
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.easiest import asks_for_the_easiest
from bot.dialogue.subject.fields import divided, dividing
from bot.dialogue.subject.included import owner
from bot.dialogue.subject.nearness import BEYOND_DOUBT, EITHER, plainly_described
from bot.dialogue.subject.placed import counted
from bot.dialogue.subject.points import near_points
from bot.dialogue.subject.programs import meant, named_programs, programs_of_fields
from bot.dialogue.subject.rules_told import goes_on
from bot.dialogue.subject.which_demand import (
    asks_for_none,
    asks_for_own,
    asks_who_does_not,
    figures_demanded,
    material_demanded,
)
from bot.dialogue.words import OTHER_ONES
from bot.guide.directions import match
from bot.guide.model import Guide
from bot.guide.numbering import numbered
from bot.guide.search import IN_QUOTES, quoted

# 跟创业载体比，受理科室一样不; 跟重大支持的农业方向重不重: of both.
ALIKE = re.compile(
    r"(?:和|跟|与|同)(?!(?:我们?|咱们?)?(?:想|猜|料|预计|以为)|(?:您|你)?(?:刚才|之前|说))[^，。？?]{1,20}(?:比|一样|相同|同一[个家]|一个科|重[不没]重|重复|重合|重叠|冲突|冲不冲突)"
)
TWO = re.compile("俩|两[个种类者]|二者|这两")
EXCEPT = re.compile(r"除[了去开过却]|撇开|以外|之外")


def completed(
    guide: Guide, subject: Subject, conversation: Conversation, topics: tuple[str, ...], utterance: Utterance
) -> Subject:
    """The subject as these topics need it: which figure, what to compare with; words are of no program but a named."""
    if of_all := _of_all(guide, subject, topics, utterance):
        return of_all
    in_hand = IN_HAND.get(topics[0], ()) if len(topics) == 1 else ()
    if of_it := next(filter(None, (each(guide, conversation, subject, utterance) for each in in_hand)), None):
        return of_it
    if set(topics) <= {"text", "term", "overview"}:
        programs = named(guide, utterance) or counted(guide, conversation, utterance.text)
        of_its_field = divided(guide, conversation.programs, utterance.of(*dividing(guide)))  # 工业领域那句原文
        return replace(subject, programs=programs or (conversation.programs if of_its_field else ()))
    if topics[0] == "requirements" and "figure" not in topics:
        subject = of_conditions(guide, subject, topics, utterance)
        subject = of_this_alone(guide, conversation, subject, utterance.text)
    of_a_rule = topics != ("section",)  # a figure that is named beside tells nothing of who takes what is described
    if of_a_rule and subject.figures and not _may_test(guide, conversation, subject, utterance):
        return replace(subject, programs=())
    subject = _two_described(guide, subject, topics, utterance)
    subject = _beside_others(guide, subject, conversation, topics, utterance)
    if "figure" not in topics:
        return subject
    asked = replace(subject, figures=figures_asked(guide, subject, conversation, utterance))
    return replace(asked, figures=figures_meant.in_its_words(guide, asked))


def _near_what_is_in_hand(
    guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance
) -> Subject | None:
    """The subject with the one program in hand, of a point of which some words seem to be, where they are no term of the guide's:
    对华友好这个怎么证明, 韩国团队也算吗."""
    named = subject.terms or subject.figures or quoted(guide, subject.text) or named_programs(guide, utterance)
    in_hand = replace(subject, programs=conversation.programs)
    one = len(conversation.programs) == 1 and conversation.topic in ("requirements", "figure", "program", "term")
    return in_hand if one and not named and _is_spoken_of(guide, in_hand, utterance) else None


def _whose_words_may_include(
    guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance
) -> Subject | None:
    """The subject with the one program in whose sentences the words stand that may include something: ‘等地区’包不包括北京."""
    of_one = owner(guide, subject.programs or conversation.programs, utterance)
    return replace(subject, programs=(of_one,)) if of_one else None


def _is_spoken_of(guide: Guide, subject: Subject, utterance: Utterance) -> bool:
    return bool(near_points(guide, subject, utterance) or nearest_by_a_word(guide, subject, utterance))


def _beside_others(
    guide: Guide, subject: Subject, conversation: Conversation, topics: tuple[str, ...], utterance: Utterance
) -> Subject:
    """The subject with what the one program is compared with: 和新型研发机构比 is of that beside what was talked about."""
    alike = "compare" in topics or "figure" not in topics and ALIKE.search(utterance.text) and conversation.programs
    if not alike or len(subject.programs) != 1 or _divided_by_both(guide, subject, utterance):
        return subject
    other = programs_of_fields(guide, utterance) or conversation.programs or meant(guide, utterance)
    chosen = subject.programs[0] in other and not conversation.programs  # 两个平台里我选产学研
    return subject if chosen else replace(subject, programs=tuple(dict.fromkeys([*other, *subject.programs])))


def _two_described(guide: Guide, subject: Subject, topics: tuple[str, ...], utterance: Utterance) -> Subject:
    """The subject with the two programs that are described best, where two are compared that nothing names: 请专家跟买成果，这俩专项."""
    compared = topics[0] == "compare" and not subject.programs and TWO.search(utterance.text)
    best = [each for each, chance in utterance.described if each in guide.program and chance >= EITHER]
    return replace(subject, programs=tuple(best[:2])) if compared and len(best) > 1 else subject


def _of_all(guide: Guide, subject: Subject, topics: tuple[str, ...], utterance: Utterance) -> Subject | None:
    """What is asked of all programs, whichever was talked about: 哪个专项要查新报告, 哪几个要求高企."""
    if topics in (("requirements",), ("figure",)) and (demanded := figures_demanded(guide, utterance)):
        without = tuple(guide.program) if asks_who_does_not(utterance) else ()
        return replace(subject, programs=without, figures=demanded)
    if topics == ("requirements",) and asks_for_own(utterance):
        return replace(subject, programs=tuple(each.id for each in subject.chosen(guide) if each.own_requirements))
    if topics == ("requirements",) and (asks_for_none(utterance) or asks_for_the_easiest(utterance, subject.programs)):
        return replace(subject, programs=tuple(each.id for each in guide.programs if not each.own_requirements))
    whose = topics == ("materials",) and material_demanded(guide, utterance)
    return replace(subject, programs=()) if whose else None


def _divided_by_both(guide: Guide, subject: Subject, utterance: Utterance) -> bool:
    """Whether two fields are named into which the one program is divided: 重大专项工业的门槛跟农业的差多少."""
    fields = utterance.of(*dividing(guide))
    return len({each.id for each in fields}) > 1 and divided(guide, subject.programs, fields)


def _may_test(guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance) -> bool:
    """Whether the programs are named or were talked about, or are guessed rightly: they demand what is asked about, or are
    described beyond doubt (实验室是省里批的重点实验室，该联系哪个科)."""
    said = named_programs(guide, utterance) or programs_of_fields(guide, utterance) or conversation.programs
    certain = plainly_described(guide, utterance.described, BEYOND_DOUBT) or _is_that_of_the_business(guide, subject)
    return bool(said or certain or requirements.demanding(guide, subject.figures, subject.programs))


_THIS_PROGRAM = re.compile("[这该此]个?专项")


def _is_that_of_the_business(guide: Guide, subject: Subject) -> bool:
    """Whether the program is pointed at by which a business is told that it is for: 风电叶片算新能源吗？这个专项要求投资额吗."""
    fitting = {each.program for each in match(guide, subject.text)} if _THIS_PROGRAM.search(subject.text) else set()
    return bool({*subject.programs} & fitting)


def named(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs named; one that is set aside (除了重大专项) is not what is asked about, nor words in a clause: 一（二）3里的“创新平台”."""
    others = EXCEPT.search(utterance.text) or OTHER_ONES.search(utterance.text)
    quoted = [found.span() for found in IN_QUOTES.finditer(utterance.text)] if numbered(guide, utterance.text) else []
    outside = (each for each in utterance.mentions if not any(start <= each.start < end for start, end in quoted))
    return () if others else named_programs(guide, replace(utterance, mentions=tuple(outside)))


# What a question that asks for one topic alone may be of, of what is in hand.
IN_HAND: Mapping[str, tuple[Callable[[Guide, Conversation, Subject, Utterance], Subject | None], ...]] = {
    "figure": (goes_on,),
    "term": (_whose_words_may_include, of_the_program_in_hand, of_what_it_counts_as, _near_what_is_in_hand),
    "text": (of_the_rule_in_hand,),
}

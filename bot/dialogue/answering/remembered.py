"""What is remembered of an answer: the programs it was of, for 那材料呢, and the list in which places are counted, for 第二个呢."""

from __future__ import annotations

from bot.answers.subject import Subject
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.one_by_one import told_one_by_one
from bot.dialogue.subject.placed import counted
from bot.dialogue.subject.the_others import family_counted
from bot.dialogue.words import ASKING
from bot.guide.model import Guide

_OF_NO_PROGRAM = (None, TECHNOLOGY, "overview")  # after these no program was asked about


def programs_in_hand(
    conversation: Conversation,
    asked: Subject,
    topics: tuple[str, ...],
    named: tuple[str, ...],
    answered: tuple[str, ...],
    owners: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """The programs (ids) that the next message is about where it names none; ``named`` in this one, ``answered`` of which the
    reply tells, ``owners`` of what it quotes: after 兰白两区指的啥 the section asked for is that of the one program that says so."""
    if topics[0] == TECHNOLOGY:
        of_those = tuple(each for each in answered if each in named)  # 平台专项里对应哪一个, which tells one of four
        return of_those or named or _of_which_it_is_told(conversation, asked, answered) or answered
    found = answered if len(answered) == 1 else ()
    before = conversation.programs if topics[0] in ("term", "text") else ()
    return (found if {*found} & {*asked.programs} else asked.programs) or found or before or _of_the_one(topics, owners)


def _of_the_one(topics: tuple[str, ...], owners: tuple[str, ...]) -> tuple[str, ...]:
    """The one program that uses a word of which the meaning was asked."""
    return owners if topics[0] == "term" and len(owners) == 1 else ()


def programs_listed(
    guide: Guide,
    conversation: Conversation,
    asked: Subject,
    topics: tuple[str, ...],
    answered: tuple[str, ...],
    utterance: Utterance,
) -> tuple[str, ...]:
    """The programs (ids) whose places may be counted next: those answered about, of a family its own, else those before."""
    if topics[0] == "overview" and len(asked.programs) > 1:
        return asked.programs  # what else the answer offers stands beside them
    if (one_by_one := told_one_by_one(guide, utterance)) is not None:
        return one_by_one
    of_a_family = family_counted(guide, utterance)
    placed = () if of_a_family else counted(guide, conversation, utterance.text)
    if answered and placed and {*placed} <= {*answered} <= {*conversation.named}:
        return conversation.named  # 前两个归谁, 它跟第三个差在哪, and then 第四个呢: of the same list
    if len(answered) > 1 and not {*answered} < {*of_a_family}:
        return _in_the_askers_order(answered, asked) if utterance.ids("program") else answered
    return of_a_family or conversation.named


def _of_which_it_is_told(conversation: Conversation, asked: Subject, answered: tuple[str, ...]) -> tuple[str, ...]:
    """The one program that was asked about, where a business is told that it takes and nothing is asked: 走产学研合作平台对不对,
    then 我们厂做石化催化剂的. What follows (那交给哪个科) is of it, and not of all that this business may belong to."""
    in_hand = conversation.programs
    of_another = ASKING.search(asked.text) or conversation.topic in _OF_NO_PROGRAM
    return in_hand if len(in_hand) == 1 and {*in_hand} <= {*answered} and not of_another else ()


def _in_the_askers_order(programs: tuple[str, ...], asked: Subject) -> tuple[str, ...]:
    """The programs answered about, as they were named: of 兰白跟重大 the latter is 重大."""
    return asked.programs if {*asked.programs} == {*programs} else programs

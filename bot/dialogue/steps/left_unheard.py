"""A question of which no topic was heard, of the one program in hand: the rule on what it names, else that no sentence was found
(专家的机票能报多少, 理事会多久要成立，指南有说吗)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import contents, thresholds
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.answering.whether_counts import left_to_the_section
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.subject.own_question import own_question
from bot.guide.model import Guide

_OF_THE_GUIDE = re.compile("(?:指南|文件|通知|条文|里面?|上面)[^，。？?]{0,6}(?:说|写|提|规定|要求|讲)")
_NOUN = re.compile("[\u4e00-\u9fff]{2}")
_ANYWHERE = re.compile("[的了吗呢吧是有在和与及或等我你他它这那能可以不没上下个大小多少几什么怎要会就都还也]|专项")


def of_the_program(this: Hearing) -> Reply | None:
    """What is said to it; None where it is plainly of no program, or tells something."""
    told = this.heard.readings or this.heard.bare or this.heard.unit_doubts or this.heard.torn
    in_hand = this.subject.programs == this.conversation.programs or this.utterance.ids("program")
    foreign = this.intent == "out_of_scope" and this.utterance.confidence >= PLAIN  # 外国人的签证怎么办理
    if len(this.subject.programs) != 1 or not in_hand or told or foreign or not this.wonders:
        return None  # 外国人来华工作许可证多久能下来 only describes one
    if demanding(this.guide, this.subject.figures, this.subject.programs):
        return _ruled(this)
    asked = own_question(this.utterance.text)
    if not asked or not (_OF_THE_GUIDE.search(asked) or _shares_a_noun(this.guide, this.subject, asked)):
        return None
    return contents.unsaid(this.guide, this.subject, "other", asked)


def _ruled(this: Hearing) -> Reply:
    """The rule on what is named, and that no more was found of what is asked."""
    about = replace(this.subject, told={})
    rule = as_requirement(thresholds.figure(this.guide, about))
    left = left_to_the_section(this.guide, about, rule)
    asked = own_question(this.utterance.text)
    if left is not rule or not asked:
        return left
    sections = sections_of(about.chosen(this.guide), about.known)
    words = render("no_more_found", asked=asked, sections=sections)
    return replace(preceded_by(rule, words), echoed=asked)


def _shares_a_noun(guide: Guide, subject: Subject, words: str) -> bool:
    """Whether two characters of the ``words`` in a row stand in the program's own name."""
    name = guide.program[subject.programs[0]].name
    pairs = (words[place : place + 2] for place in range(len(words) - 1))
    return any(_NOUN.fullmatch(each) and not _ANYWHERE.search(each) and each in name for each in pairs)

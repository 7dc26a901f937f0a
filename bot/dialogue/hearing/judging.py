"""Whether a question puts a number of the asker up for judgment by a rule: 收入2000万够不够, 2.9比1行不行, 财政150万自筹最少多少.

That is answered by the rule, and by how far the number is from it; a check of everything else is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answers.figures_meant import with_threshold
from bot.answers.requirements import demanding, programs_testing
from bot.dialogue.hearing.enough import asks_if_enough
from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.hearing.message import BESIDE_A_BUSINESS, Message
from bot.dialogue.order_words import CHECKING, ORDERED
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import ELIGIBLE, OF_THE_NUMBER
from bot.figures.mentions import NUMERIC
from bot.figures.wording.stance import asks, clause_at, clauses
from bot.guide.model import Guide

SEVERAL = BOTH = 2
# How much of another figure goes with it.
_OF_ANOTHER = re.compile(
    r"(?:最少|至少|起码|最多|顶多|最高|应该|应|得|要|需要?|能|可以)[^，。；？?]{0,6}(?:配|出|掏|拿|筹|申请|要|有|投|花|招|报)?(?:套|到|够)?(?:多少|几)"
)


def judged(this: Message) -> tuple[str, ...]:
    """The figures (ids) of which a number is put up for judgment by one rule; none where more is told, or a check wanted."""
    text = this.utterance.text
    plainly = _plainly_of_a_number(this) or _is_of_what_was_asked(this) or _is_beside_its_threshold(this)
    told = tuple(dict.fromkeys(this.numbers_told))
    told = _named_again(this, told) or told if plainly else told
    enough = asks_if_enough(text)
    asked = this.wonders or enough or plainly
    programs = programs_of_the_number(this, told)
    if not (told and programs and asked) or this.conversation.check and not _names_another(this):
        return ()
    if this.utterance.ids("technology") and not demanding(this.guide, told, programs):
        return ()  # 做粪污利用的，收入280万，农业科技创新行不行: no rule is on that number, and more is told
    others = {this.guide.figure[each.figure].kind for each in this.heard.readings} - {*NUMERIC}
    alone = others <= BESIDE_A_BUSINESS and (len(told) == 1 or _of_one_ratio(this, told)) and not _lists_kinds(this)
    if not alone or this.heard.torn or this.heard.unit_doubts or CHECKING.search(text) or ORDERED.search(text):
        return ()
    named = [each for each in this.subject.figures if each not in told]
    if _OF_ANOTHER.search(text) and (other := named or _beside_it(this, told)):
        return (*told, *other)
    return (*told, *named) if OF_THE_NUMBER.search(text) or enough or plainly and not named else ()


def programs_of_the_number(this: Message, told: Collection[str]) -> tuple[str, ...]:
    """The programs (ids) whose rules the number is judged by: those whose rule was just shown, whatever others what one makes may
    lead to (我们做铝合金的，830万够了吧); else those that are meant, or bound by it alone."""
    if _is_of_what_was_asked(this):
        return this.conversation.programs
    return this.subject.programs or programs_bound(this.guide, told)


def _names_another(this: Message) -> bool:
    """Whether a program is named that is none of the check in hand, whose verdict would answer nothing: 那报重大专项呢，收入两千万够
    不够."""
    named = {*named_programs(this.guide, this.utterance)}
    return bool(named) and not named & {*this.conversation.check}


def _plainly_of_a_number(this: Message) -> bool:
    """Whether the message as a whole is plainly of a number, and not of whether the asker may apply: 收入才1400万，是不是就别想了."""
    plain = this.intent == "ask_figure" and this.utterance.confidence >= PLAIN
    return plain and not ELIGIBLE.search(this.utterance.text)


def _is_beside_its_threshold(this: Message) -> bool:
    """Whether a clause of its own asks if so much is demanded of the number that is told: 是不是得投800万啊，我们也就650万."""
    told = {*this.numbers_told}
    asking = (part.text for part in clauses(this.utterance.text) if asks(part.text))
    return any(told & {*with_threshold(this.guide, each)} for each in asking)


def _is_of_what_was_asked(this: Message) -> bool:
    """Whether nothing is told but a number without a name right after what is demanded of it (我们就12个, after how many), or both
    amounts right after their ratio: 那我自筹450万、财政150万."""
    names = [each for each in this.heard.mentions if not each.choice]
    told = {each.figure for each in this.heard.readings if this.guide.figure[each.figure].kind not in BESIDE_A_BUSINESS}
    nothing_else = len(told) == 1 and not names and not this.utterance.ids("program", "family")
    nothing_else = nothing_else or _of_one_ratio(this, this.numbers_told) and {*this.numbers_told} == told
    return this.conversation.topic == "figure" and nothing_else and {*this.numbers_told} <= _spoken_of(this)


def _spoken_of(this: Message) -> set[str]:
    """The figures (ids) of the answer before, with the amounts of their ratios."""
    figures = this.conversation.about_figures
    return {*figures, *(amount for each in figures for amount in this.guide.figure[each].amounts)}


def _named_again(this: Message, told: Collection[str]) -> tuple[str, ...]:
    """Those of the figures ``told`` in numbers that are named once more: 收入2800万，投资倒有1000多万，收入线过得去不."""
    numbers = [each for each in this.heard.readings if each.figure in told]
    bare = [part for part in clauses(this.utterance.text) if not any(part.holds(each.start) for each in numbers)]
    named = {one.id for one in this.utterance.of("figure") if any(part.holds(one.start) for part in bare)}
    return tuple(each for each in told if each in named)


def programs_bound(guide: Guide, told: Collection[str]) -> tuple[str, ...]:
    """The program (id), where it is the only one, whose ratio bounds one amount by another that is told: 我们出300万，财政能
    给多少."""
    ratios = [each.id for each in guide.figures if {*each.amounts} & {*told}]
    found = programs_testing(guide, ratios)
    return found if len(found) == 1 else ()


def _beside_it(this: Message, told: tuple[str, ...]) -> list[str]:
    """The other amount (id) of the ratio of which one is told: 财政申请150万，自己要配多少."""
    ratios = (each.amounts for each in this.guide.figures if {*each.amounts} & {*told})
    return [other for both in ratios for other in both if other not in told]


def _lists_kinds(this: Message) -> bool:
    """Whether kinds are told one after the other, so that the number is one of several facts: 企业，工业，总投资600万，行不行."""
    text = this.utterance.text
    kinds = [each for each in this.heard.readings if this.guide.figure[each.figure].kind == "choice"]
    numbers = [each for each in this.heard.readings if this.guide.figure[each.figure].kind in NUMERIC]
    counted = {clause_at(text, each.start) for each in numbers}
    apart = {part for each in kinds if not asks((part := clause_at(text, each.start)).text)} - counted
    return len(apart) >= SEVERAL


def _of_one_ratio(this: Message, told: tuple[str, ...]) -> bool:
    """Whether the figures are the two amounts of one ratio (自筹600万，财政200万), or it and one of them: 研发占四成，一共35人."""
    return len({*told}) == BOTH and any({*told} <= {each.id, *each.amounts} for each in this.guide.figures)

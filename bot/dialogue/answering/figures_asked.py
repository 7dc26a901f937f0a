"""Which figures a question turns on: those it names, alludes to in a clause of its own, or that were spoken of before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from bot.answers import figures_meant, requirements
from bot.answers.checks import WHO
from bot.answers.subject import Subject
from bot.dialogue.checking.unnamed import missing
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import dividing, held_together
from bot.dialogue.subject.points import nearest_of
from bot.dialogue.subject.rather_than import meant_rather
from bot.dialogue.words import ABOUT_A_NUMBER, ASKING
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import quantities
from bot.figures.numbers.years import names_a_year
from bot.figures.pairing.rates import is_yearly
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import AtLeast, Guide, tests_of

HOW_MUCH = re.compile(r"多少|多大|几(?:比几|成|个人?|名)?")
OF_A_YEAR = re.compile("哪一?个?年|什么年|年的?(?:还是|或者?)")
THRESHOLD = re.compile("门槛|标准|线|起点|杠杠?")
LEAST = re.compile(f"{HOW_MUCH.pattern}|下限|底线|起步|最[低少]")
EACH = re.compile(r"分别|各(?:自|是|要|占|得|卡)")
# 人员占比和经费占比, 两个比例哪个高哪个低: all that are of that kind.
OF_BOTH = re.compile(
    r"[两俩二]个?(?:比例|占比)|(?:占比|比例)(?:[是要得]?(?:多少|几成))?[和与跟及、，,][^，。；？?]{0,6}(?:占比|比例)|哪个[^，。？?]{1,4}哪个"
)
LINE = r"(?:的|[那这]一?[条道个项]|门槛|标准|要求|线)*"  # 收入那条线和投资那条线
BEFORE = re.compile(rf"(?P<words>[\u4e00-\u9fff]{{2,4}}?){LINE}[和与跟及、]$")
BEHIND = re.compile(rf"{LINE}[和与跟及、](?P<words>[\u4e00-\u9fff]{{2,4}})")
MASKED = re.compile(r"某(?:专项|领域|单位|资质|地区|科|指标|技术|词|项|数)")


def figures_asked(guide: Guide, subject: Subject, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """The figures named, with those of another question beside; else those that are alluded to or were spoken of."""
    if rather := meant_rather(subject.text):
        there = subject.text.index(rather)
        meant = (each.id for each in utterance.of("figure") if there <= each.start < there + len(rather))
        subject = replace(subject, text=rather, figures=tuple(meant))
    if shares := figures_meant.several_shares(guide, subject.programs, subject.text):
        return tuple(dict.fromkeys([*subject.figures, *shares]))
    if named := _asked_of(guide, subject, utterance):
        apart = _alluded_apart(guide, replace(subject, figures=named), utterance)
        return tuple(dict.fromkeys([*named, *apart]))
    told = subject.figures
    if told:
        asking = [part.text for part in clauses(subject.text) if ASKING.search(part.text)]
        subject = replace(subject, figures=(), text="".join(asking))
    asks_of_a_year = names_a_year(subject.text) or OF_A_YEAR.search(subject.text)
    if conversation.asked and asks_of_a_year and is_yearly(guide.figure[conversation.asked]):
        return (conversation.asked,)  # 2020年的行不行
    if _supposes_who_applies(guide, subject, conversation, utterance):
        return (WHO,)
    found = _alluded(guide, subject) or _chosen(guide, subject, utterance)
    found = found or _spoken_of(guide, conversation, subject, utterance)
    return found or _waited_for(guide, conversation, subject) or _dividing(guide, subject, utterance) or told


def _asked_of(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """The figures named, but for those that the programs do not demand and of which nothing is asked: 都说人够就行，人头数是几个."""
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text)]
    named = [each for each in utterance.of("figure") if not subject.told]
    told = {each.id for each in named if asking and not any(part.holds(each.start) for part in asking)}
    return tuple(
        each for each in subject.figures if each not in told or requirements.demanding(guide, [each], subject.programs)
    )


def _chosen(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """The figures of which a choice is named and that the programs in hand demand: 外地合作的单位最少几家."""
    named = dict.fromkeys(each.kind for each in utterance.of(*held_together(guide)))
    return tuple(each for each in named if requirements.demanding(guide, [each], subject.programs))


def _supposes_who_applies(guide: Guide, subject: Subject, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether no more is supposed than who applies, after no number: 要是倒过来，大学自己来申报呢."""
    demanded = requirements.demanding(guide, [WHO], subject.programs)
    number = any(guide.figure[each].kind in NUMERIC for each in conversation.about_figures)
    return bool(utterance.intent == "what_if" and utterance.ids(WHO) and demanded) and not number


def _dividing(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """The figures of which the threshold differs by a field that is named: 社会发展类的门槛是不是低一点."""
    fields = {each.kind for each in utterance.of(*dividing(guide))}
    programs = subject.chosen(guide) if subject.programs and THRESHOLD.search(subject.text) else ()
    tests = (test for test in tests_of(programs) if isinstance(test, AtLeast))
    return tuple(dict.fromkeys(test.figure for test in tests if test.by in fields))


def _waited_for(guide: Guide, conversation: Conversation, subject: Subject) -> tuple[str, ...]:
    """The figure that is asked for in a check, of which it is asked how much, or whether so much, and nothing is named:
    门槛是多少."""
    asked = guide.figure.get(conversation.asked or "")
    number = asked and any(each.kind == asked.kind for each in quantities(subject.text))  # 农业类也是800万吗
    how_much = asked and asked.kind in NUMERIC and (number or HOW_MUCH.search(subject.text))
    testing = asked and requirements.demanding(guide, [asked.id], subject.programs or conversation.check)
    return (asked.id,) if asked and how_much and testing else ()


def _alluded(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures that the question alludes to; where it asks for several numbers, with what each of these does:
    人要几个、钱要花到几成."""
    if subject.programs and OF_BOTH.search(subject.text) and (alike := figures_meant.of_kind(guide, subject)):
        return alike
    whole = figures_meant.alluded(guide, subject)
    asking = [part.text for part in _each_number(subject.text) if LEAST.search(part.text)]
    if not (whole and subject.programs and len(asking) > 1):
        return whole
    apart = (each for text in asking for each in figures_meant.alluded(guide, replace(subject, text=text)))
    return tuple(dict.fromkeys([*whole, *apart]))


def _alluded_apart(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """Figures of another question in the same message that does not name them: 投资多少起步，自筹又是几比几."""
    named = utterance.of("figure")
    apart = [
        part.text
        for part in _each_number(utterance.without("program", "family"))
        if ASKING.search(part.text) and not any(part.holds(each.start) for each in named)
    ]
    if EACH.search(utterance.text):  # 人员占比和研发费用占比分别卡多少
        apart.append(MASKED.sub("", utterance.masked))
    testing = requirements.programs_testing(guide, subject.figures)
    own = [each for text in apart for each in _in_a_part(guide, subject, text)]
    if subject.programs and not (own or requirements.demanding(guide, subject.figures, subject.programs)):
        subject = replace(
            subject, programs=testing
        )  # 社会发展专项投资有没有最低要求，要自筹吗: of neither it says a word
    found = own or [each for text in apart for each in _in_a_part(guide, subject, text)]
    for words in _joined_to(utterance.text, [(each.start, each.end) for each in named]):
        found += figures_meant.related(guide, subject.programs or testing, words)
    tested = (each for each in found if requirements.demanding(guide, [each], subject.programs))
    return tuple(dict.fromkeys(each for each in tested if each not in subject.figures))


def _in_a_part(guide: Guide, subject: Subject, text: str) -> tuple[str, ...]:
    """What one question of several alludes to, else the number that has a word in common with it: 投资几百万起步."""
    alluded = figures_meant.alluded(guide, replace(subject, text=text))
    if alluded or not _asks_for_a_number(text):
        return alluded
    return figures_meant.numbers_called(guide, subject.programs, text)


def _each_number(text: str) -> Iterator[Clause]:
    """The clauses of ``text``, those in which several numbers are asked for cut behind each: 人员占比多少研发投入占比多少."""
    for clause in clauses(text):
        start = clause.start
        for each in HOW_MUCH.finditer(clause.text):
            yield Clause(text[start : clause.start + each.end()], start, clause.start + each.end())
            start = clause.start + each.end()
        yield Clause(text[start : clause.end], start, clause.end)


def _joined_to(text: str, named: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The words that stand in a row with a figure that is named: 投资和收入的门槛."""
    for start, end in named:
        if before := BEFORE.search(text[:start]):
            yield before["words"]
        if behind := BEHIND.match(text, end):
            yield behind["words"]


def demanded_apart(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """What else is asked of beside the figures named: by a choice (必须跟上海合作吗), in a clause of its own
    (合同必须签了才能报么，实施地放定西可以吗), or in a row with one (对注册和资质怎么要求)."""
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text)]
    chosen = [
        each.kind for each in utterance.of(*held_together(guide)) if any(part.holds(each.start) for part in asking)
    ]
    apart = [part for part in asking if not any(part.holds(each.start) for each in utterance.of("figure"))]
    names = [each.text for each in utterance.of("program", "family")]
    words = [
        found
        for part in apart
        for found in figures_meant.related(guide, subject.programs, reduce(_without, names, part.text))
        if guide.figure[found].kind not in figures_meant.COUNTED or _asks_for_a_number(part.text)
    ]
    for joined in _joined_to(utterance.text, [(each.start, each.end) for each in utterance.of("figure")]):
        words += figures_meant.related(guide, subject.programs, joined)
    return tuple(
        each
        for each in dict.fromkeys([*chosen, *words])
        if each not in subject.figures and requirements.demanding(guide, [each], subject.programs)
    )


def _asks_for_a_number(words: str) -> bool:
    """Whether how many or how much is asked, or a number is told: 主要人员在西安办公可以么 does neither."""
    return bool(ABOUT_A_NUMBER.search(words) or quantities(words))


def _without(text: str, name: str) -> str:
    return text.replace(name, "")


def _spoken_of(guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """What a number without a name is asked of: of its kind what was talked about or is waited for, else all; else the last.

    Right after a verdict it is what was too low: 那最少要多少才行.
    """
    all_of_it = figures_meant.of_kind(guide, subject)
    # 占比也有讲究？ after 几个研发的: the share of what was talked about.
    of_those = tuple(each for each in all_of_it if {*guide.figure[each].amounts} & {*conversation.about_figures})
    kind = of_those or nearest_of(guide, subject, utterance, all_of_it)
    before = tuple(each for each in (conversation.asked, *conversation.about_figures) if each and each in kind)
    last = conversation.about_figures if conversation.topic in ("figure", "requirements") else ()
    low = _too_low(guide, conversation) if conversation.check and not conversation.asked else ()
    low = tuple(each for each in low if each in kind or not kind)
    return _called(guide, subject, last) or low or before[:1] or kind or last


def _called(guide: Guide, subject: Subject, last: Sequence[str]) -> tuple[str, ...]:
    """The one number that a word of its name calls, where another was talked about last: 那投资多少要呢, after the revenue."""
    called = figures_meant.related(guide, subject.programs, subject.text) if subject.programs and last else ()
    numbers = tuple(each for each in called if guide.figure[each].kind in figures_meant.COUNTED)
    return numbers if len(called) == len(numbers) == 1 and not {*numbers} & {*last} else ()


def _too_low(guide: Guide, conversation: Conversation) -> tuple[str, ...]:
    """The figures (ids) that a requirement of the check tests which are too low."""
    short = {*missing(guide, conversation)}
    return tuple(each for each in guide.figure if each in short)

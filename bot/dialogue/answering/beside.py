"""What is asked beside the facts that begin a check: answered before the check's first question."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import checks
from bot.answers.figures_meant import COUNTED
from bot.answers.gaps import bounds, bounds_instead, gaps, gaps_by_kind
from bot.answers.products import with_products
from bot.answers.reply import Reply, render
from bot.answers.requirements import figures_of, figures_tested, programs_testing
from bot.answers.subject import Subject
from bot.answers.thresholds import figure_silent, rules_on, stands
from bot.dialogue.answering import questions
from bot.dialogue.checking import check
from bot.dialogue.checking.turned import has_a_verdict
from bot.dialogue.hearing.demanded import is_had
from bot.dialogue.hearing.enough import asks_if_enough
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.points import figures as figures_near
from bot.dialogue.words import OF_THE_NUMBER
from bot.eligibility.assessment import assess
from bot.eligibility.known import Known
from bot.figures.mentions import NUMERIC, mentions
from bot.figures.possible import PARTS
from bot.figures.values import Range, Value
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
UNSAID = "other"  # a condition of which the guide has none is none of the check's
_UTMOST = re.compile(r"(?:最[多高少低]|至[多少]|顶多|起码|上限)[^，。；]{0,10}?(?:多少|几|多高|多大)")
_MATTERS = re.compile("影响|要紧|碍事|关系[大吗不没]|(?:有|没)关系|算(?:不算)?问题|[卡限]人")  # 才七个人，人少有影响没
GOING_ON = ("question", "assessment")  # how a check goes on
FEW = 2  # programs of which a rule is shown beside the first question of a check


def with_questions(this: Hearing, outcome: Outcome | None) -> Outcome | None:
    """A check that begins, after the answers to what is asked beside it: 能报吗？报的话找哪个科."""
    if outcome is None or not outcome[0].check:
        return outcome
    if this.conversation.active or has_a_verdict(this.conversation) and this.conversation.check == outcome[0].check:
        return _with_the_rule(this, outcome)
    about = replace(this.subject, programs=outcome[0].check)
    texts = [outcome[1].text]
    if topics := this.beside or tuple(each for each in this.topics if each == UNSAID):
        texts.insert(0, questions.answer_to(this.guide, this.conversation, about, topics, this.utterance)[1].text)
    elif (
        (this.wonders or asks_if_enough(this.utterance.text))
        and len(about.programs) <= FEW
        and outcome[1].payload["kind"] == "question"
    ):
        texts.insert(0, _rules_on_what_was_told(this, outcome[0], about))
    return outcome[0], replace(outcome[1], text="\n\n".join(filter(None, texts)))


def with_the_word(this: Hearing, outcome: Outcome) -> Outcome:
    """A what-if of which a number is put up where no check is going, behind its rule and how what is supposed stands to that:
    要是自筹只有290万、财政100万，过得去不."""
    after, reply = outcome
    alone = reply.payload["kind"] == "assessment" and not this.conversation.check and len(this.subject.programs) == 1
    if not (alone and this.judged and asks_if_enough(this.utterance.text)):
        return outcome
    rules = _rules_on_what_was_told(this, after, this.subject)
    return after, replace(reply, text="\n\n".join(filter(None, [rules, reply.text])))


def _with_the_rule(this: Hearing, outcome: Outcome) -> Outcome:
    """The next question of a check, after what the guide demands of a number that is told and asked about: 800万够不够."""
    after, reply = outcome
    this = _with_the_numbers_alone(this)
    told = {each.figure: each.value for each in this.heard.readings}
    if any(after.figures.get(figure) != value for figure, value in told.items()):
        return outcome  # what was not taken down is judged by no rule
    testing = tuple(each for each in programs_testing(this.guide, told) if each in after.check)
    of_them = testing or after.check
    asked = this.wonders and this.heard.question or asks_if_enough(this.utterance.text)
    if not (asked and len(of_them) <= FEW and reply.payload["kind"] in GOING_ON):
        return outcome
    rule = _rules_on_what_was_told(this, after, replace(this.subject, programs=of_them))
    return after, replace(reply, text="\n\n".join(filter(None, [rule, reply.text])))


def _with_the_numbers_alone(this: Hearing) -> Hearing:
    """The message without what it tells besides the numbers that it asks about: 我们做计量的小公司，才七个人，有影响没."""
    numbers = tuple(each for each in this.heard.readings if this.guide.figure[each.figure].kind in NUMERIC)
    return replace(this, heard=replace(this.heard, readings=numbers)) if numbers and _puts_up(this) else this


def _puts_up(this: Hearing) -> bool:
    return bool(OF_THE_NUMBER.search(this.utterance.text) or _MATTERS.search(this.utterance.text))


def _rules_on_what_was_told(this: Hearing, after: Conversation, about: Subject) -> str:
    """Where something is told and asked about (去年卖了2800万，是不是差点意思; 我们高校能报吗): what the guide demands of it."""
    told = tuple(dict.fromkeys(each.figure for each in this.heard.readings if not each.half)) or _lacked(this, about)
    case = this.conversation.case if this.conversation.programs == after.check else {}  # 工业类要投多少, before
    about = replace(about, figures=told, known={**case, **after.figures, **about.known})
    about = with_products(this.guide, about)
    rules = rules_on(this.guide, about) if told else ""
    short = _short(this.guide, about) if rules else ""
    return "\n".join(filter(None, [rules, short])) or _nothing_on_a_number(this, about, told)


def _short(guide: Guide, about: Subject) -> str:
    """By how much what is told falls short of the rules shown, as far as these bind the asker, or whoever is of no kind told."""
    known = {**_taken_for_granted(guide, about), **about.known}
    short = gaps(guide, assess(guide, known, check.fits_in(guide), about.programs), about.figures, known)
    return render("own_gaps", gaps=short, bounds=(), told=(), alone=False, stands="") if short else ""


def _nothing_on_a_number(this: Hearing, about: Subject, told: tuple[str, ...]) -> str:
    """That nothing is demanded of a number which is told and asked about: 查外专专项，投资三百万够不够."""
    counted = tuple(each for each in told if this.guide.figure[each].kind in COUNTED)
    counted = counted or amount_undemanded(this, about.programs)
    put_up = counted and _puts_up(this)
    return figure_silent(this.guide, replace(about, figures=counted)).text if put_up else ""


def amount_undemanded(this: Hearing, programs: tuple[str, ...]) -> tuple[str, ...]:
    """What an amount without a name is put up for where no program demands any: 查农业科技创新，两百万够不够."""
    judging = [part for part in clauses(this.utterance.text) if OF_THE_NUMBER.search(part.text)]
    put_up = any(part.holds(each.start) for part in judging for each in this.heard.bare if each.kind == "money")
    demanded = any(this.guide.figure[each].kind == "money" for each in figures_tested(this.guide, programs))
    return () if demanded or not put_up else tuple(PARTS)


def _lacked(this: Hearing, about: Subject) -> tuple[str, ...]:
    """The condition that words are near to which tell of a lack, and none surely."""
    if this.heard.readings or not is_denial(this.utterance.text):
        return ()
    near = figures_near(this.guide, about, this.utterance)
    return tuple(each.id for each in this.guide.figures if each.id in near and is_had(each))


def with_gaps(guide: Guide, conversation: Conversation, about: Subject, reply: Reply) -> Reply:
    """The rule on a number that was asked about, and what was told or is still needed of it: 还差 200万元.

    In a check by all that was told, and of another kind than the applicant's (农业类的门槛呢) by what that kind would need;
    else by what the question itself tells.
    """
    of_the_check = tuple(each for each in conversation.check if each in (about.programs or conversation.check))
    programs = of_the_check or about.programs  # what another program demands is answered by that one's rules
    if not (programs and about.figures) or reply.payload.get("topic") != "figure" or reply.payload["kind"] == "silent":
        return reply
    of_that_kind = {**conversation.figures, **about.told, **about.known}
    known = of_that_kind if conversation.check else _taken_for_granted(guide, about)
    result = assess(guide, known, check.fits_in(guide), programs)
    short, least = gaps(guide, result, about.figures, known), bounds(guide, programs, about.figures, known)
    least = (
        bounds_instead(guide, programs, _asked_at_most(guide, about), known)
        or least
        or ([] if short else _exactly(guide, programs, about))
    )
    short = short or gaps_by_kind(guide, programs, about.figures, known)
    told = set() if least else _told_before(conversation, about)
    words = render(
        "own_gaps",
        gaps=short,
        bounds=least,
        alone=not conversation.check and bool(about.told),
        told=[each for each in checks.understood(guide, conversation.figures) if each["figure"] in told],
        stands=stands(guide, programs, told, Known(guide, known, check.fits_in(guide))),
    )
    return replace(reply, text="\n".join(filter(None, [reply.text, words])), reckoned=known)


def _exactly(guide: Guide, programs: tuple[str, ...], about: Subject) -> list[str]:
    """What an amount told as a range has to be by the other of its ratio, which the question tells: 研发二十来个，总共70人."""
    exact = {figure: value for figure, value in about.told.items() if not isinstance(value, Range)}
    return bounds(guide, programs, about.told.keys() - exact, exact) if len(exact) < len(about.told) else []


def _told_before(conversation: Conversation, about: Subject) -> set[str]:
    """The figures of the question that were told in a check, and not in the question itself, which was judged there."""
    known = conversation.figures if conversation.check else {}
    return {each for each in about.figures if each in known and each not in about.told}


def asks_for_the_utmost(text: str) -> bool:
    """Whether it is asked how much there may be, or has to be, at the utmost."""
    return bool(_UTMOST.search(text))


def _asked_at_most(guide: Guide, about: Subject) -> tuple[str, ...]:
    """The amounts (ids) of which it is asked how much they may be, or have to be, at the utmost: 财政最多能要多少."""
    asking = [part for part in clauses(about.text) if _UTMOST.search(part.text)]
    named = [(each.figure, each.start) for each in mentions(about.text, guide) if not each.choice]
    asked = (figure for figure, start in named if any(part.holds(start) for part in asking))
    return tuple(each for each in asked if each not in about.told)  # 自筹600万的话，财政最多能申请多少


def _taken_for_granted(guide: Guide, about: Subject) -> dict[str, Value]:
    """What the question tells, and that a rule on it binds the asker: what is asked is how far the number is from it."""
    known = {**about.known, **about.told}
    rules = [each for program in about.programs for each in guide.program[program].requirements]
    for rule in (each for each in rules if {*about.told} & figures_of(guide, each)):
        known |= {figure: kinds[0] for figure, kinds in rule.when.items() if len(kinds) == 1 and figure not in known}
    return known

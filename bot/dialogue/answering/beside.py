"""What is asked beside the facts that begin a check: answered before the check's first question."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import checks
from bot.answers.gaps import bounds, gaps, gaps_by_kind
from bot.answers.reply import Reply, render
from bot.answers.requirements import figures_of
from bot.answers.subject import Subject
from bot.answers.thresholds import rules_on
from bot.dialogue.answering import questions
from bot.dialogue.checking import check
from bot.dialogue.hearing.demanded import is_had
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.points import figures as figures_near
from bot.eligibility.assessment import assess
from bot.figures.values import Value
from bot.figures.wording.denial import is_denial
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
UNSAID = "other"  # a condition of which the guide has none is none of the check's
FEW = 2  # programs of which a rule is shown beside the first question of a check


def with_questions(this: Hearing, outcome: Outcome | None) -> Outcome | None:
    """A check that begins, after the answers to what is asked beside it: 能报吗？报的话找哪个科."""
    if outcome is None or not outcome[0].check:
        return outcome
    if this.conversation.active:
        return _with_the_rule(this, outcome)
    about = replace(this.subject, programs=outcome[0].check)
    texts = [outcome[1].text]
    if topics := this.beside or tuple(each for each in this.topics if each == UNSAID):
        texts.insert(0, questions.answer_to(this.guide, this.conversation, about, topics, this.utterance)[1].text)
    elif this.wonders and len(about.programs) <= FEW and outcome[1].payload["kind"] == "question":
        texts.insert(0, _rules_on_what_was_told(this, outcome[0], about))
    return outcome[0], replace(outcome[1], text="\n\n".join(filter(None, texts)))


def _with_the_rule(this: Hearing, outcome: Outcome) -> Outcome:
    """The next question of a check, after what the guide demands of a number that is told and asked about: 800万够不够."""
    after, reply = outcome
    told = {each.figure: each.value for each in this.heard.readings}
    if any(after.figures.get(figure) != value for figure, value in told.items()):
        return outcome  # what was not taken down is judged by no rule
    if not (this.wonders and this.heard.question and len(after.check) <= FEW and reply.payload["kind"] == "question"):
        return outcome
    rule = _rules_on_what_was_told(this, after, replace(this.subject, programs=after.check))
    return after, replace(reply, text="\n\n".join(filter(None, [rule, reply.text])))


def _rules_on_what_was_told(this: Hearing, after: Conversation, about: Subject) -> str:
    """Where something is told and asked about (去年卖了2800万，是不是差点意思; 我们高校能报吗): what the guide demands of it."""
    told = tuple(dict.fromkeys(each.figure for each in this.heard.readings if not each.half)) or _lacked(this, about)
    known = {**after.figures, **about.known}
    return rules_on(this.guide, replace(about, figures=told, known=known)) if told else ""


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
    of_that_kind = {**conversation.figures, **about.known}
    known = of_that_kind if conversation.check else _taken_for_granted(guide, about)
    result = assess(guide, known, check.fits_in(guide), programs)
    short, least = gaps(guide, result, about.figures, known), bounds(guide, programs, about.figures, known)
    short = short or gaps_by_kind(guide, programs, about.figures, known)
    own = checks.understood(guide, conversation.figures) if conversation.check else ()
    words = render(
        "own_gaps",
        gaps=short,
        bounds=least,
        alone=not conversation.check and bool(about.told),
        told=[each for each in own if each["figure"] in about.figures],
    )
    return replace(reply, text="\n".join(filter(None, [reply.text, words])), reckoned=known)


def _taken_for_granted(guide: Guide, about: Subject) -> dict[str, Value]:
    """What the question tells, and that a rule on it binds the asker: what is asked is how far the number is from it."""
    known = {**about.known, **about.told}
    rules = [each for program in about.programs for each in guide.program[program].requirements]
    for rule in (each for each in rules if {*about.told} & figures_of(guide, each)):
        known |= {figure: kinds[0] for figure, kinds in rule.when.items() if len(kinds) == 1 and figure not in known}
    return known

"""What is asked beside the facts that begin a check: answered before the check's first question."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import checks
from bot.answers.gaps import gaps
from bot.answers.reply import Reply, render
from bot.answers.subject import Subject
from bot.answers.thresholds import rules_on
from bot.dialogue.answering import questions
from bot.dialogue.checking import check
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
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
    if not (this.wonders and this.heard.question and len(after.check) <= FEW and reply.payload["kind"] == "question"):
        return outcome
    rule = _rules_on_what_was_told(this, after, replace(this.subject, programs=after.check))
    return after, replace(reply, text="\n\n".join(filter(None, [rule, reply.text])))


def _rules_on_what_was_told(this: Hearing, after: Conversation, about: Subject) -> str:
    """Where a number is told and asked about (去年卖了2800万，是不是差点意思): what the guide demands of it."""
    known = {**after.figures, **about.known}
    return rules_on(this.guide, replace(about, figures=this.numbers_told, known=known)) if this.numbers_told else ""


def with_gaps(guide: Guide, conversation: Conversation, about: Subject, reply: Reply) -> Reply:
    """The rule on a number that was asked about in a check, and what was told or is still needed of it: 还差 200万元."""
    if not (conversation.check and about.figures) or reply.payload.get("topic") != "figure":
        return reply
    result = assess(guide, conversation.figures, check.fits_in(guide), conversation.check)
    another = any(conversation.figures.get(each, kind) != kind for each, kind in about.known.items())
    short = [] if another else gaps(guide, result, about.figures, conversation.figures)  # the rule is of that kind
    own = [each for each in checks.understood(guide, conversation.figures) if each["figure"] in about.figures]
    words = render("own_gaps", gaps=short, told=own)
    return replace(reply, text="\n".join(filter(None, [reply.text, words])))

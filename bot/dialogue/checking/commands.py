"""What the applicant tells the check to do: stop, go on, say how it stands, why it asks, how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers import checks
from bot.answers.reply import Reply, render, talk
from bot.answers.requirements import figures_of
from bot.dialogue.checking.check import asked_again, fits_in, is_complete, proceed, progress, standing, start
from bot.dialogue.state import Conversation
from bot.eligibility.at_stake import at_stake
from bot.eligibility.known import Known
from bot.guide.model import Guide, Quote

Outcome = tuple[Conversation, Reply]


def stop(guide: Guide, conversation: Conversation) -> Outcome:
    """Ends the asking; figures stay."""
    if not conversation.active:
        return conversation, talk("done")
    return conversation.but(active=False, asked=None, number=None), talk("stop")


def result(guide: Guide, conversation: Conversation) -> Outcome:
    """Ends the asking with how it stands: 别问了，直接给结果."""
    stopped = conversation.but(active=False, asked=None, number=None)
    return stopped, standing(guide, stopped, complete=False)


def resume(guide: Guide, conversation: Conversation) -> Outcome:
    """Takes up the check that was stopped."""
    return proceed(guide, conversation) if conversation.check else start(guide, conversation, conversation.programs)


def status(guide: Guide, conversation: Conversation, programs: tuple[str, ...] = ()) -> Outcome:
    """How it stands so far; in a check of several, of those ``programs`` of them that are named; without a check, of those
    that were talked about last, else of all."""
    own = tuple(each for each in conversation.check if each in programs)
    own = own or (() if conversation.check else programs or conversation.programs)
    of_these = conversation.but(check=own) if own else conversation
    whole = of_these.check == conversation.check
    reply = standing(guide, of_these, complete=whole and is_complete(guide, conversation))
    if not (conversation.check or conversation.figures or programs or conversation.programs):
        reply = replace(reply, text=f"{_understood(guide, conversation)}\n{reply.text}")
    return conversation, asked_again(guide, conversation, reply)


def told(guide: Guide, conversation: Conversation) -> Outcome:
    """What was understood so far of the applicant; the verdicts too where a check is under way."""
    if conversation.check:
        return status(guide, conversation)
    return conversation, Reply(_understood(guide, conversation), {"kind": "talk", "topic": "done"})


def _understood(guide: Guide, conversation: Conversation) -> str:
    return render("told", rows=checks.understood(guide, conversation.figures))


def everywhere(guide: Guide, conversation: Conversation) -> Outcome:
    """How it stands in every program, by what was said so far: 哪个项目更适合我们."""
    reply = standing(guide, conversation.but(check=()), complete=False)
    return conversation, asked_again(guide, conversation, reply)


def why(guide: Guide, conversation: Conversation) -> Outcome:
    """Why the open figure is asked for, with the clauses that need it, first those that it still decides."""
    if not conversation.asked:
        return status(guide, conversation) if conversation.check else (conversation, talk("done"))
    figure = guide.figure[conversation.asked]
    known = Known(guide, conversation.figures, fits_in(guide))
    decided = [*at_stake(guide, known, conversation.check, figure.id)]
    quotes = [
        Quote(each.clause, each.quote)
        for program in guide.programs
        if program.id in conversation.check
        for each in program.requirements
        if figure.id in figures_of(guide, each) or figure.id in each.when
    ]
    quotes = [*dict.fromkeys([*decided, *quotes])] or [
        Quote(program.section.clause, program.section.quote)
        for program in guide.programs
        if program.id in conversation.check and any(figure.id in case.when for case in program.section.cases)
    ]
    reply = checks.reason(guide, figure, quotes, conversation.check)
    return conversation, asked_again(guide, conversation, reply)


def left(guide: Guide, conversation: Conversation) -> Outcome:
    """How many questions there still are."""
    if not conversation.active:
        return conversation, nothing_left() if is_complete(guide, conversation) else talk("done")
    reply = talk("left", progress=progress(guide, conversation))
    return conversation, asked_again(guide, conversation, reply)


def nothing_left() -> Reply:
    """That nothing more is asked, after a verdict."""
    return Reply(render("nothing_left"), {"kind": "talk", "topic": "done"})


def receipt(guide: Guide, conversation: Conversation) -> Outcome:
    """The finished check once more, which comes with its receipt; else when there is one."""
    if is_complete(guide, conversation):
        return status(guide, conversation)
    words = render("no_receipt", checking=conversation.active)
    reply = Reply(words, {"kind": "talk", "topic": "help"})
    return conversation, asked_again(guide, conversation, reply)


def may_correct(guide: Guide, conversation: Conversation, *, asked: bool = True) -> Outcome:
    """How to correct something, and what was understood; ``asked``: whether that was the question (else: 我搞错了)."""
    rows = checks.understood(guide, conversation.figures)
    reply = Reply(render("talk_may_correct", rows=rows, asked=asked), {"kind": "talk", "topic": "help"})
    return conversation.but(correcting=True), asked_again(guide, conversation, reply)


COMMANDS: dict[str, Callable[[Guide, Conversation], Outcome]] = {
    "stop": stop,
    "resume": resume,
    "status": status,
    "why": why,
    "how_many_left": left,
}

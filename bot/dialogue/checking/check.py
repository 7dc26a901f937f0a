"""The check of one applicant: what is asked next, and how it stands.

Every function takes the conversation and gives it back changed, with the reply. Which figure matters next, and what the
verdicts are, the eligibility core decides; nothing here knows a rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial

from bot.answers import checks
from bot.answers.numbers import shown
from bot.answers.reply import Reply, render
from bot.dialogue.checking import contradiction
from bot.dialogue.checking.recalling import recalled
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import ProgramAssessment, assess
from bot.eligibility.known import Fits
from bot.eligibility.nearest import nearest
from bot.eligibility.question import decides_alone, next_figure, open_figures, open_programs, remaining
from bot.eligibility.turning import turning
from bot.figures.possible import disagreements
from bot.figures.values import Range
from bot.guide.directions import fits
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
UNITS = ("万元", "元")


def start(guide: Guide, conversation: Conversation, programs: Iterable[str]) -> Outcome:
    """Begins a check of ``programs`` (none: of all); figures given before are kept."""
    conversation, note = recalled(guide, conversation)
    begun = begun_with(conversation, tuple(programs) or tuple(guide.program))
    return introduced(guide, *proceed(guide, begun, note=note))


def begun_with(conversation: Conversation, programs: tuple[str, ...]) -> Conversation:
    """The conversation with a check of ``programs`` of which nothing is asked yet."""
    present = subject_of(programs, conversation)
    earlier = conversation.earlier_than(present)
    return conversation.but(check=programs, programs=present, earlier=earlier, skipped=frozenset(), hypothesis={})


def introduced(guide: Guide, going: Conversation, reply: Reply) -> Outcome:
    """The first question of a check, after a word on what is checked and how long it takes."""
    if not going.active:
        return going, reply
    named = [guide.program[each].name for each in going.check]
    introduction = render("check_begins", programs=named, progress=progress(guide, going))
    if introduction in reply.text:
        return going, reply
    return going, Reply(introduction + "\n" + reply.text, reply.payload)


def subject_of(programs: tuple[str, ...], conversation: Conversation) -> tuple[str, ...]:
    """What is talked about once ``programs`` are checked: one of them, or what it was before."""
    return programs if len(programs) == 1 else conversation.programs


def proceed(guide: Guide, conversation: Conversation, *, reason: str = "", note: str = "") -> Outcome:
    """Asks for the next figure, or ends the check with its assessment.

    ``reason`` says why the last reply could not be used, ``note`` what was understood of it.
    """
    conversation = conversation.but(rival=None, former=None, counted=False)
    figure = _next(guide, conversation)
    if figure is None:
        seen = tuple(dict.fromkeys([*conversation.seen, *conversation.check]))
        about = subject_of(conversation.check, conversation)  # 材料交给谁, after a question of another in the check
        ended = conversation.but(
            active=False, asked=None, number=None, topic="requirements", programs=about, judged=True, seen=seen
        )
        told = "\n".join(filter(None, [note, reason]))
        return ended, standing(guide, ended, complete=True, note=told)
    asking = conversation.but(active=True, asked=figure, number=None)
    reply = ask_again(guide, asking, reason or _straddles(guide, conversation, figure))
    return asking, Reply("\n".join(filter(None, [note, reply.text])), reply.payload)


def _next(guide: Guide, conversation: Conversation) -> str | None:
    """The next figure: what was half said, or given as a range that settles nothing, is asked for while it is in mind."""
    open_ = open_in(guide, conversation)
    if conversation.half and conversation.half in open_:
        return conversation.half
    state = (guide, conversation.figures, fits_in(guide), conversation.check)
    vague = {each for each in open_ if isinstance(conversation.figures.get(each), Range)}
    telling = {each for each in vague if decides_alone(*state, each)}
    if conversation.last in telling:
        return conversation.last
    # 二十来个研发 need not be exact before the whole staff is known: that alone may settle the share.
    waiting = frozenset(vague - telling)
    return next_figure(*state, conversation.skipped | waiting) or next_figure(*state, conversation.skipped)


def open_in(guide: Guide, conversation: Conversation) -> Collection[str]:
    """The figures on which the check still turns."""
    return open_figures(guide, conversation.figures, fits_in(guide), conversation.check, conversation.skipped)


def _straddles(guide: Guide, conversation: Conversation, figure: str) -> str:
    """Why a figure that is known as a range is asked for again."""
    value = conversation.figures.get(figure)
    if not isinstance(value, Range):
        return ""
    return render("straddles", figure=guide.figure[figure], value=shown(guide.figure[figure], value))


def is_complete(guide: Guide, conversation: Conversation) -> bool:
    """Whether a check has ended and nothing that was said since opens it again."""
    return bool(conversation.check) and not conversation.active and not open_in(guide, conversation)


def ask_again(guide: Guide, conversation: Conversation, reason: str = "") -> Reply:
    """The question that is open, with the reason why the last reply could not be used."""
    open_ = contradiction.words(guide, conversation)
    reason = reason if open_ in reason else "\n".join(filter(None, [reason, open_]))
    choices = UNITS if conversation.number else contradiction.choices(guide, conversation)
    so_far = progress(guide, conversation)
    figures = conversation.figures
    return checks.question(guide, conversation.asked or "", so_far, figures, reason=reason, choices=choices)


def asked_again(guide: Guide, conversation: Conversation, reply: Reply, then: Reply | None = None) -> Reply:
    """``reply`` to an interruption, ending with ``then``, or else with the question that is still open."""
    asked = conversation.asked if conversation.active else None
    if not (asked or then):
        return reply
    again = then or ask_again(guide, conversation)
    closing = "\n\n" + render("back_to_check", question=again.text)
    waits = again.payload["kind"] == "question"
    waiting = {"question": again.payload | {"text": again.text}} if waits else {}
    payload = reply.payload | ({"figure": asked} if asked else {}) | waiting
    return replace(reply, text=reply.text + closing, payload=payload, closing=reply.closing + closing)


def progress(guide: Guide, conversation: Conversation) -> checks.Progress:
    """How far the check is."""
    state = (guide, conversation.figures, fits_in(guide))
    skipped = conversation.skipped
    return checks.Progress(
        answered=conversation.answered,
        # One is open in any case where a contradiction is asked about after the last question.
        at_most_remaining=max(remaining(*state, conversation.check, skipped), int(conversation.active)),
        programs=open_programs(*state, conversation.check, skipped) or conversation.check,
    )


def standing(guide: Guide, conversation: Conversation, *, complete: bool, note: str = "") -> Reply:
    """The assessment as far as it goes, of the check or of all programs."""
    figures = conversation.figures
    programs = conversation.check or tuple(guide.program)
    result = assess(guide, figures, fits_in(guide), programs)
    turns = [turn for program in programs for turn in turning(guide, figures, fits_in(guide), program)]
    other = _not_seen(guide, conversation, programs) if complete else None
    reply = checks.assessment(guide, result, figures, complete=complete, turns=turns, nearest=other)
    again = (render("look_again", reason=each.reason) for each in disagreements(guide, figures))
    undecided = contradiction.undecided(guide, conversation)
    notes = [each for each in (note, undecided, *(each for each in again if each not in note)) if each]
    return Reply("\n".join([*notes, reply.text]), reply.payload | ({"notes": notes} if notes else {}))


def _not_seen(guide: Guide, conversation: Conversation, programs: tuple[str, ...]) -> ProgramAssessment | None:
    """The nearest other program, unless that one had its verdict already."""
    other = nearest(guide, conversation.figures, fits_in(guide), programs)
    return None if other is None or other.program in conversation.seen else other


def fits_in(guide: Guide) -> Fits:
    """How a technology is matched to the guide's directions, as the eligibility core wants it."""
    return partial(fits, guide)

"""The check of one applicant: what is asked next, what is taken from an answer, and how it ends.

Every function takes the conversation and gives it back changed, with the reply. Which figure matters next, and what the
verdicts are, the eligibility core decides; nothing here knows a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from bot.answers import checks
from bot.answers.numbers import shown
from bot.answers.reply import Reply, render, talk
from bot.answers.requirements import figures_of, programs_testing
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
from bot.eligibility.known import Fits
from bot.eligibility.question import next_figure, open_figures, open_programs, remaining
from bot.eligibility.turning import turning
from bot.figures.known import from_json, number_json, to_json
from bot.figures.possible import contradictions, disagreements, impossible
from bot.figures.readings import Reading, Readings, UnitDoubt
from bot.figures.readings import resolve_unit as in_unit
from bot.figures.values import Figures, Range, Value, bounds
from bot.guide.directions import fits
from bot.guide.model import Guide, Quote

Outcome = tuple[Conversation, Reply]
UNITS = ("万元", "元")


# --- beginning, going on, ending ---


def start(guide: Guide, conversation: Conversation, programs: Iterable[str]) -> Outcome:
    """Begins a check of ``programs`` (none: of all); figures given before are kept."""
    chosen = tuple(programs) or tuple(guide.program)
    begun = conversation.but(check=chosen, programs=_subject(chosen, conversation), skipped=frozenset())
    return _introduced(guide, *proceed(guide, begun))


def _introduced(guide: Guide, going: Conversation, reply: Reply) -> Outcome:
    """The first question of a check, after a word on what is checked and how long it takes."""
    if not going.active:
        return going, reply
    named = [guide.program[each].name for each in going.check]
    introduction = render("check_begins", programs=named, progress=progress(guide, going))
    return going, Reply(introduction + "\n" + reply.text, reply.payload)


def _subject(programs: tuple[str, ...], conversation: Conversation) -> tuple[str, ...]:
    return programs if len(programs) == 1 else conversation.programs


def proceed(guide: Guide, conversation: Conversation, *, reason: str = "", note: str = "") -> Outcome:
    """Asks for the next figure, or ends the check with its assessment.

    ``reason`` says why the last reply could not be used, ``note`` what was understood of it.
    """
    figure = _next(guide, conversation)
    if figure is None:
        ended = conversation.but(active=False, asked=None, number=None, topic="requirements")
        return ended, standing(guide, ended, complete=True, note=reason or note)
    asking = conversation.but(active=True, asked=figure, number=None)
    reply = ask_again(guide, asking, reason or _straddles(guide, conversation, figure))
    return asking, Reply("\n".join(filter(None, [note, reply.text])), reply.payload)


def _next(guide: Guide, conversation: Conversation) -> str | None:
    """The next figure: a range that was just given and settles nothing is asked for again while it is in mind."""
    last = conversation.last
    if last and isinstance(conversation.figures.get(last), Range) and last in _open_figures(guide, conversation):
        return last
    return next_figure(guide, conversation.figures, _fits(guide), conversation.check, conversation.skipped)


def _open_figures(guide: Guide, conversation: Conversation) -> Collection[str]:
    """The figures on which the check still turns."""
    return open_figures(guide, conversation.figures, _fits(guide), conversation.check, conversation.skipped)


def _straddles(guide: Guide, conversation: Conversation, figure: str) -> str:
    """Why a figure that is known as a range is asked for again."""
    value = conversation.figures.get(figure)
    if not isinstance(value, Range):
        return ""
    return render("straddles", figure=guide.figure[figure], value=shown(guide.figure[figure], value))


def ask_again(guide: Guide, conversation: Conversation, reason: str = "") -> Reply:
    """The question that is open, with the reason why the last reply could not be used."""
    choices = UNITS if conversation.number else ()
    so_far = progress(guide, conversation)
    figures = conversation.figures
    return checks.question(guide, conversation.asked or "", so_far, figures, reason=reason, choices=choices)


def asked_again(guide: Guide, conversation: Conversation, reply: Reply, then: Reply | None = None) -> Reply:
    """``reply`` to an interruption, ending with ``then``, or else with the question that is still open."""
    asked = conversation.asked if conversation.active else None
    if not (asked or then):
        return reply
    again = then or ask_again(guide, conversation)
    text = reply.text + "\n\n" + render("back_to_check", question=again.text)
    waiting = {"question": again.payload | {"text": again.text}} if again.payload["kind"] == "question" else {}
    return Reply(text, reply.payload | ({"figure": asked} if asked else {}) | waiting)


def progress(guide: Guide, conversation: Conversation) -> checks.Progress:
    """How far the check is."""
    state = (guide, conversation.figures, _fits(guide))
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
    result = assess(guide, figures, _fits(guide), programs)
    turns = [turn for program in programs for turn in turning(guide, figures, _fits(guide), program)]
    reply = checks.assessment(guide, result, figures, complete=complete, turns=turns)
    notes = [note, *(render("look_again", reason=each.reason) for each in disagreements(guide, figures))]
    notes = [each for each in notes if each]
    return Reply("\n".join([*notes, reply.text]), reply.payload | ({"notes": notes} if notes else {}))


# --- what the applicant says ---


def take(guide: Guide, conversation: Conversation, heard: Readings, scope: Iterable[str] = ()) -> Outcome:
    """Keeps the figures that a message gives and goes on; ``scope`` begins a check of those programs.

    What cannot be true, is said the wrong way round, or contradicts what was said before is not kept but asked about;
    the rest of the message is kept all the same.
    """
    begun = _begun(guide, conversation, tuple(scope))
    usable, refusal = _usable(guide, begun.figures, heard)
    contradicted = _contradicted(begun, usable)
    usable = replace(usable, readings=tuple(each for each in usable.readings if each not in contradicted))
    kept = _with(begun, usable)
    if contradicted:
        return _ask_which(guide, kept, contradicted, refusal)
    if heard.unit_doubts:
        return _ask_unit(guide, kept, heard.unit_doubts[0])
    note = _understood(guide, begun, kept, usable)
    going, reply = proceed(guide, kept, reason=refusal or _not_yet(heard), note=note)
    return (going, reply) if conversation.check == going.check else _introduced(guide, going, reply)


def _begun(guide: Guide, conversation: Conversation, scope: tuple[str, ...]) -> Conversation:
    """The conversation with a check: the running one, or one of ``scope`` (none: of all programs)."""
    if conversation.check and not scope:
        return conversation
    check = scope or tuple(guide.program)
    return conversation.but(check=check, programs=_subject(check, conversation))


def _understood(guide: Guide, before: Conversation, kept: Conversation, heard: Readings) -> str:
    """What was kept that the open question did not ask for, or not as exactly as it reads; and what does not agree."""
    rows = [
        f"{guide.figure[each.figure].name} {shown(guide.figure[each.figure], each.value)}"
        for each in heard.readings
        if each.figure != before.asked or isinstance(each.value, Range) or heard.correction
    ]
    known = {each.reason for each in disagreements(guide, before.figures)}
    odd = [each.reason for each in disagreements(guide, kept.figures) if each.reason not in known]
    notes = [render("noted", rows=rows)] if rows else []
    return "\n".join([*notes, *(render("look_again", reason=reason) for reason in odd)])


def _reversed(guide: Guide, heard: Readings) -> str:
    names = [guide.figure[reading.figure].name for reading in heard.readings if reading.reversed_doubt]
    return render("which_way", figures=names) if names else ""


def _contradicted(conversation: Conversation, heard: Readings) -> tuple[Reading, ...]:
    """The figures of which another value was said before, unless the message corrects it or was asked for it."""
    if heard.correction:
        return ()
    unasked = [each for each in heard.readings if each.figure != conversation.asked]
    return tuple(each for each in unasked if _another(conversation.figures.get(each.figure), each.value))


def _another(before: Value | None, now: Value) -> bool:
    """Whether both are exact and not the same: a range is only made narrower or wider, a list of choices longer."""
    if isinstance(before, tuple) and isinstance(now, tuple) and before and now:
        return False
    if isinstance(before, Decimal) and isinstance(now, Decimal):
        return number_json(before) != number_json(now)  # what is remembered of 10:3 has fewer digits than what is said
    return before is not None and before != now and not isinstance(before, Range) and not isinstance(now, Range)


def _ask_which(guide: Guide, conversation: Conversation, readings: Iterable[Reading], refusal: str = "") -> Outcome:
    """Tells every contradiction, and asks which value holds of the first."""
    pairs = [(guide.figure[each.figure], conversation.figures[each.figure], each.value) for each in readings]
    told = [
        render("which_holds", figure=figure, before=shown(figure, before), now=shown(figure, now))
        for figure, before, now in pairs
    ]
    figure, *said = pairs[0]
    asking = conversation.but(active=True, asked=figure.id, number=None)
    reason, choices = "\n".join(filter(None, [refusal, *told])), [shown(figure, value) for value in said]
    so_far, figures = progress(guide, asking), asking.figures
    return asking, checks.question(guide, figure.id, so_far, figures, reason=reason, choices=choices)


def _with(conversation: Conversation, heard: Readings) -> Conversation:
    said = {
        reading.figure: reading.value if heard.correction else _joined(conversation.figures, reading)
        for reading in heard.readings
        if heard.correction or not _vaguer(reading.value, conversation.figures.get(reading.figure))
    }
    asked = conversation.asked or ""
    vague = isinstance(said.get(asked), Range) and isinstance(conversation.figures.get(asked), Range)
    return conversation.but(
        figures={**conversation.figures, **said},
        # Asked to be exact and still given as a range: it is not asked for a third time.
        skipped=(conversation.skipped - said.keys()) | ({asked} if vague else set()) | set(heard.unknown),
        answered=conversation.answered + (conversation.asked in said),
        last=heard.readings[-1].figure if heard.readings else conversation.last,
    )


def _joined(figures: Figures, reading: Reading) -> Value:
    """Several choices add up over messages (还有专精特新); anything else is what was said last."""
    before = figures.get(reading.figure)
    if isinstance(before, tuple) and isinstance(reading.value, tuple) and reading.value:
        return tuple(dict.fromkeys([*before, *reading.value]))
    return reading.value


def _vaguer(value: Value, known: Value | None) -> bool:
    """Whether a range only repeats less exactly what is known: 差不多三千万 after 3200万."""
    if not isinstance(value, Range) or not isinstance(known, Decimal):
        return False
    low, high = bounds(value)
    return (low is None or low <= known) and (high is None or known <= high)


def keep(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, Reply | None]:
    """Keeps what a question says about the asker, without beginning a check.

    Where that contradicts what was said before, or answers the open question, the check's next reply comes with it.
    """
    usable, _ = _usable(guide, conversation.figures, heard)
    contradicted = _contradicted(conversation, usable) if conversation.check else ()
    usable = replace(usable, readings=tuple(each for each in usable.readings if each not in contradicted))
    kept = _with(conversation, usable) if usable.readings else conversation
    if contradicted:
        return _ask_which(guide, kept, contradicted)
    asked, before, now = conversation.asked, _open_figures(guide, conversation), _open_figures(guide, kept)
    settled = asked and (usable.value(asked) is not None or asked in before and asked not in now)
    return proceed(guide, kept) if settled else (kept, None)


def _usable(guide: Guide, figures: Figures, heard: Readings) -> tuple[Readings, str]:
    """What can be kept of a message, and why the rest cannot."""
    refused = {
        each.figure: why for each in heard.readings if (why := impossible(guide.figure[each.figure], each.value))
    }
    rest = [each for each in heard.readings if each.figure not in refused and not each.reversed_doubt]
    together = contradictions(guide, {**figures, **{each.figure: each.value for each in rest}})
    torn = {figure for conflict in together for figure in conflict.figures}
    reasons = [guide.figure[figure].name + why for figure, why in refused.items()] + [each.reason for each in together]
    why = render("impossible", reason="；".join(reasons)) if reasons else _reversed(guide, heard)
    return replace(heard, readings=tuple(each for each in rest if each.figure not in torn)), why


def _not_yet(heard: Readings) -> str:
    return render("not_yet") if any(reading.not_yet for reading in heard.readings) else ""


def _ask_unit(guide: Guide, conversation: Conversation, doubt: UnitDoubt) -> Outcome:
    asking = conversation.but(active=True, asked=doubt.figure, number=to_json({doubt.figure: doubt.number}))
    return asking, ask_again(guide, asking, render("which_unit", number=doubt.text))


def resolve_unit(guide: Guide, conversation: Conversation, text: str) -> Outcome | None:
    """万元 or 元 after a bare number was asked back; None for anything else."""
    if not conversation.number:
        return None
    ((figure, number),) = from_json(conversation.number).items()
    value = in_unit(number, text) if isinstance(number, Decimal | Range) else None
    if value is None:
        return None
    said = Readings(readings=(Reading(figure, value, 0, len(text)),))
    return take(guide, conversation.but(number=None), said)


def skip(guide: Guide, conversation: Conversation, figures: Iterable[str]) -> Outcome:
    """These figures are not known: they stay unknown (or the range they were), and the check goes on."""
    unknown = frozenset(figures)
    answered = conversation.answered + (conversation.asked in unknown)
    return proceed(guide, conversation.but(skipped=conversation.skipped | unknown, answered=answered))


def suppose(guide: Guide, conversation: Conversation, heard: Readings, about: tuple[str, ...]) -> Outcome:
    """The verdict under other figures; what was said before stays."""
    supposed = {reading.figure: reading.value for reading in heard.readings}
    _, refusal = _usable(guide, conversation.figures, heard)
    programs = conversation.check or about or programs_testing(guide, supposed) or tuple(guide.program)
    if heard.unit_doubts:  # what is supposed is not waited for: it has to be said again, whole
        refusal = render("which_unit_supposed", number=heard.unit_doubts[0].text)
    if refusal:
        unchanged = _no_change(guide, conversation) | {"notes": [refusal]}
        return conversation, asked_again(guide, conversation, Reply(refusal, unchanged))
    result = assess(guide, {**conversation.figures, **supposed}, _fits(guide), programs)
    reply = checks.assessment(guide, result, conversation.figures, complete=False, hypothesis=supposed)
    return conversation, asked_again(guide, conversation, reply)


def _no_change(guide: Guide, conversation: Conversation) -> dict[str, object]:
    return standing(guide, conversation, complete=False).payload


# --- commands ---


def stop(guide: Guide, conversation: Conversation) -> Outcome:
    """Ends the asking; figures stay."""
    if not conversation.active:
        return conversation, talk("done")
    return conversation.but(active=False, asked=None, number=None), talk("stop")


def resume(guide: Guide, conversation: Conversation) -> Outcome:
    """Takes up the check that was stopped."""
    return proceed(guide, conversation) if conversation.check else start(guide, conversation, conversation.programs)


def status(guide: Guide, conversation: Conversation) -> Outcome:
    """How it stands so far."""
    check, active = conversation.check, conversation.active
    asks = next_figure(guide, conversation.figures, _fits(guide), check, conversation.skipped) if check else None
    reply = standing(guide, conversation, complete=bool(check) and not active and asks is None)
    return conversation, asked_again(guide, conversation, reply)


def why(guide: Guide, conversation: Conversation) -> Outcome:
    """Why the open figure is asked for, with the clauses that need it."""
    if not conversation.asked:
        return status(guide, conversation) if conversation.check else (conversation, talk("done"))
    figure = guide.figure[conversation.asked]
    quotes = [
        Quote(each.clause, each.quote)
        for program in guide.programs
        if program.id in conversation.check
        for each in program.requirements
        if figure.id in figures_of(guide, each) or figure.id in each.when
    ] or [
        Quote(program.section.clause, program.section.quote)
        for program in guide.programs
        if program.id in conversation.check and any(figure.id in case.when for case in program.section.cases)
    ]
    reply = checks.reason(guide, figure, quotes, conversation.check)
    return conversation, asked_again(guide, conversation, reply)


def left(guide: Guide, conversation: Conversation) -> Outcome:
    """How many questions there still are."""
    if not conversation.active:
        return conversation, talk("done")
    reply = talk("left", progress=progress(guide, conversation))
    return conversation, asked_again(guide, conversation, reply)


COMMANDS: dict[str, Callable[[Guide, Conversation], Outcome]] = {
    "stop": stop,
    "resume": resume,
    "status": status,
    "why": why,
    "how_many_left": left,
}


# --- helpers ---


def _fits(guide: Guide) -> Fits:
    return partial(fits, guide)

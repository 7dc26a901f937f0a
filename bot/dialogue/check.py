"""The check of one applicant: what is asked next, what is taken from an answer, and how it ends.

Every function takes the conversation and gives it back changed, with the reply. Which figure matters next, and what the
verdicts are, the eligibility core decides; nothing here knows a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial

from bot.answers import checks
from bot.answers.numbers import shown
from bot.answers.reply import Reply, render, talk
from bot.answers.requirements import figures_of
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
from bot.eligibility.known import Fits
from bot.eligibility.question import next_figure, open_programs, remaining
from bot.eligibility.turning import turning
from bot.figures.known import from_json, to_json
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
    going, reply = proceed(guide, begun)
    if not going.active:
        return going, reply
    named = [guide.program[each].name for each in chosen]
    introduction = render("check_begins", programs=named, progress=progress(guide, going))
    return going, Reply(introduction + "\n" + reply.text, reply.payload)


def _subject(programs: tuple[str, ...], conversation: Conversation) -> tuple[str, ...]:
    return programs if len(programs) == 1 else conversation.programs


def proceed(guide: Guide, conversation: Conversation, *, reason: str = "") -> Outcome:
    """Asks for the next figure, or ends the check with its assessment."""
    figure = next_figure(guide, conversation.figures, _fits(guide), conversation.check, conversation.skipped)
    if figure is None:
        ended = conversation.but(active=False, asked=None, number=None, topic="requirements")
        return ended, standing(guide, ended, complete=True, note=reason)
    asking = conversation.but(active=True, asked=figure, number=None)
    return asking, ask_again(guide, asking, reason or _straddles(guide, conversation, figure))


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
    return checks.question(guide, conversation.asked or "", so_far, reason=reason, choices=choices)


def asked_again(guide: Guide, conversation: Conversation, reply: Reply) -> Reply:
    """``reply`` to an interruption, ending with the question that is still open."""
    if not conversation.active or not conversation.asked:
        return reply
    again = ask_again(guide, conversation)
    text = reply.text + "\n\n" + render("back_to_check", question=again.text)
    return Reply(text, reply.payload | {"figure": conversation.asked})


def progress(guide: Guide, conversation: Conversation) -> checks.Progress:
    """How far the check is."""
    state = (guide, conversation.figures, _fits(guide))
    skipped = conversation.skipped
    return checks.Progress(
        answered=conversation.answered,
        at_most_remaining=remaining(*state, conversation.check, skipped),
        programs=open_programs(*state, conversation.check, skipped),
    )


def standing(guide: Guide, conversation: Conversation, *, complete: bool, note: str = "") -> Reply:
    """The assessment as far as it goes, of the check or of all programs."""
    figures = conversation.figures
    programs = conversation.check or tuple(guide.program)
    result = assess(guide, figures, _fits(guide), programs)
    turns = [turn for program in programs for turn in turning(guide, figures, _fits(guide), program)]
    reply = checks.assessment(guide, result, figures, complete=complete, turns=turns)
    notes = [note, *(render("look_again", reason=each.reason) for each in disagreements(guide, figures))]
    return Reply("\n".join([*filter(None, notes), reply.text]), reply.payload)


# --- what the applicant says ---


def take(guide: Guide, conversation: Conversation, heard: Readings, scope: Iterable[str] = ()) -> Outcome:
    """Keeps the figures that a message gives and goes on; ``scope`` begins a check of those programs.

    What cannot be true, is said the wrong way round, or contradicts what was said before is not kept but asked about.
    """
    begun = conversation if conversation.check else conversation.but(check=tuple(scope) or tuple(guide.program))
    if scope and conversation.check:
        begun = conversation.but(check=tuple(scope))
    refusal = _refusal(guide, begun.figures, heard.readings) or _reversed(guide, heard)
    if refusal:
        return proceed(guide, begun, reason=refusal)
    contradicted = _contradicted(begun, heard)
    if contradicted:
        return _ask_which(guide, begun, contradicted)
    kept = _with(begun, heard)
    if heard.unit_doubts:
        return _ask_unit(guide, kept, heard.unit_doubts[0])
    return proceed(guide, kept, reason=_not_yet(heard))


def _reversed(guide: Guide, heard: Readings) -> str:
    names = [guide.figure[reading.figure].name for reading in heard.readings if reading.reversed_doubt]
    return render("which_way", figures=names) if names else ""


def _contradicted(conversation: Conversation, heard: Readings) -> Reading | None:
    """The first figure of which another value was said before, unless the message corrects it or was asked for it."""
    for reading in heard.readings:
        before = conversation.figures.get(reading.figure)
        same = before is None or before == reading.value or reading.figure == conversation.asked
        vague = isinstance(before, Range) or isinstance(reading.value, Range)
        if not (same or vague or heard.correction):
            return reading
    return None


def _ask_which(guide: Guide, conversation: Conversation, reading: Reading) -> Outcome:
    figure = guide.figure[reading.figure]
    said = shown(figure, conversation.figures[reading.figure]), shown(figure, reading.value)
    asking = conversation.but(active=True, asked=reading.figure, number=None)
    why = render("which_holds", figure=figure, before=said[0], now=said[1])
    return asking, checks.question(guide, figure.id, progress(guide, asking), reason=why, choices=said)


def _with(conversation: Conversation, heard: Readings) -> Conversation:
    said = {
        reading.figure: reading.value
        for reading in heard.readings
        if heard.correction or not _vaguer(reading.value, conversation.figures.get(reading.figure))
    }
    asked = conversation.asked or ""
    vague = isinstance(said.get(asked), Range) and isinstance(conversation.figures.get(asked), Range)
    return conversation.but(
        figures={**conversation.figures, **said},
        # Asked to be exact and still given as a range: it is not asked for a third time.
        skipped=(conversation.skipped - said.keys()) | ({asked} if vague else set()),
        answered=conversation.answered + (conversation.asked in said),
    )


def _vaguer(value: Value, known: Value | None) -> bool:
    """Whether a range only repeats less exactly what is known: 差不多三千万 after 3200万."""
    if not isinstance(value, Range) or not isinstance(known, Decimal):
        return False
    low, high = bounds(value)
    return (low is None or low <= known) and (high is None or known <= high)


def keep(guide: Guide, conversation: Conversation, heard: Readings) -> Conversation:
    """Keeps what a question says about the asker, without beginning or going on with a check."""
    if not heard.readings or _refusal(guide, conversation.figures, heard.readings):
        return conversation
    return _with(conversation, heard)


def _refusal(guide: Guide, figures: Figures, said: Iterable[Reading]) -> str:
    """Why what was said cannot be true; empty where it can."""
    said = tuple(said)
    for reading in said:
        figure = guide.figure[reading.figure]
        why = impossible(figure, reading.value)
        if why:
            return render("impossible", reason=figure.name + why)
    together = contradictions(guide, {**figures, **{each.figure: each.value for each in said}})
    return render("impossible", reason=together[0].reason) if together else ""


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


def skip(guide: Guide, conversation: Conversation) -> Outcome:
    """The figure asked for is not known: it stays unknown (or the range it was), and the check goes on."""
    asked = frozenset([conversation.asked or ""])
    return proceed(guide, conversation.but(skipped=conversation.skipped | asked, answered=conversation.answered + 1))


def suppose(guide: Guide, conversation: Conversation, heard: Readings, about: tuple[str, ...]) -> Outcome:
    """The verdict under other figures; what was said before stays."""
    supposed = {reading.figure: reading.value for reading in heard.readings}
    refusal = _refusal(guide, conversation.figures, heard.readings)
    programs = conversation.check or about or programs_testing(guide, supposed) or tuple(guide.program)
    if refusal:
        return conversation, asked_again(guide, conversation, Reply(refusal, _no_change(guide, conversation)))
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


def programs_testing(guide: Guide, figures: Iterable[str]) -> tuple[str, ...]:
    """Programs of which some requirement needs one of these figures."""
    wanted = set(figures)
    return tuple(
        program.id
        for program in guide.programs
        if any(wanted & figures_of(guide, each) for each in program.requirements)
    )


def _fits(guide: Guide) -> Fits:
    return partial(fits, guide)

"""What is taken from a message: figures are kept, or refused, or asked about where they contradict what was said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from bot.answers.numbers import shown
from bot.answers.reply import Reply, render
from bot.dialogue import check, rivals
from bot.dialogue.state import Conversation
from bot.figures.known import from_json, to_json
from bot.figures.polarity import consists_of
from bot.figures.possible import contradictions, disagreements, impossible
from bot.figures.quantities import quantities
from bot.figures.readings import Reading, Readings, UnitDoubt
from bot.figures.readings import resolve_unit as in_unit
from bot.figures.stance import clauses
from bot.figures.statements import is_local
from bot.figures.values import Figures, Range, Value, bounds
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
# 不是900万 takes it back; 是不是900万 asks, 900万不是很多 and 总投资不是越多越好 only speak of it.
RETRACTED = re.compile(
    r"不对|错|不准|有误|[算弄记]岔|删(?!减)|清[除掉]|去掉|抹掉|(?<!是)不是[^，。很太越]{0,10}[万亿元人名个数额\d](?:的|了|啊|呢|[，。！! ])*$"
)
PLAIN = 6  # characters of a reply that says no more than yes, no or a choice


def take(guide: Guide, conversation: Conversation, heard: Readings, scope: Iterable[str] = ()) -> Outcome:
    """Keeps the figures that a message gives and goes on; ``scope`` begins a check of those programs.

    What cannot be true, is said the wrong way round, or contradicts what was said before is not kept but asked about;
    the rest of the message is kept all the same.
    """
    begun = _begun(guide, conversation, tuple(scope))
    heard = _made_whole(begun, heard)
    said, refusal = usable(guide, begun.figures, heard)
    contradicted = rivals.contradicted(guide, begun, said)
    said = _without(said, contradicted)
    kept, unsettled = _unsettled(guide, _with(begun, said), heard)
    if contradicted:
        return rivals.ask_which(guide, kept, contradicted, refusal)
    if heard.torn:
        return rivals.ask_which_of_two(guide, kept, heard.torn, refusal)
    note = _understood(guide, begun, kept, said, heard)
    doubts = (*heard.unit_doubts, *_waiting(begun, heard))
    if doubts:
        return _ask_unit(guide, kept, doubts, note if said.readings else "")
    note = "\n".join(filter(None, [note, unsettled]))
    kept, half = _half(guide, kept, heard)
    going, reply = check.proceed(
        guide, kept, reason=refusal or half or _not_yet(heard) or _unlisted(guide, kept, said), note=note
    )
    return (going, reply) if conversation.check == going.check else check.introduced(guide, going, reply)


def _begun(guide: Guide, conversation: Conversation, scope: tuple[str, ...]) -> Conversation:
    """The conversation with a check: the running one, or one of ``scope`` (none: of all programs)."""
    if conversation.check and not scope:
        return conversation
    programs = scope or tuple(guide.program)
    return conversation.but(check=programs, programs=check.subject_of(programs, conversation))


def _made_whole(conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, a second half making a whole: 启动了 after 合同签了 was asked back."""
    readings = (replace(each, half=each.half and each.figure != conversation.half) for each in heard.readings)
    return replace(heard, readings=tuple(readings))


def _half(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, str]:
    """What is to be said and remembered of a figure of whose two parts only one was told."""
    halves = [each.figure for each in heard.readings if each.half]
    if not halves:
        return conversation.but(half=None), ""
    return conversation.but(half=halves[0]), render("half", figure=guide.figure[halves[0]])


def _understood(guide: Guide, before: Conversation, kept: Conversation, heard: Readings, whole: Readings) -> str:
    """What was kept, but for a plain yes or choice in answer to the question; what was not read; what does not agree.

    ``heard`` is what was usable of ``whole``: what was refused, with its reason, was read all the same.
    """
    rows = [
        f"{guide.figure[each.figure].name} {shown(guide.figure[each.figure], kept.figures.get(each.figure, each.value))}"
        for each in heard.readings
        if each.figure != before.asked or not _is_plain(guide, heard, each)
    ]
    known = {each.reason for each in disagreements(guide, before.figures)}
    odd = [each.reason for each in disagreements(guide, kept.figures) if each.reason not in known]
    notes = [render("noted", rows=rows)] if rows else []
    unread = _unread(guide, whole)
    notes += [render("unread", parts=unread)] if unread else []
    return "\n".join([*notes, *(render("look_again", reason=reason) for reason in odd)])


def _is_plain(guide: Guide, heard: Readings, reading: Reading) -> bool:
    """有的 and 企业 need not be repeated; a number, words, and what was said in more words are."""
    return guide.figure[reading.figure].kind in ("yes_no", "choice") and len(heard.text) <= PLAIN


def _unread(guide: Guide, heard: Readings) -> list[str]:
    """Parts of the message that name a figure or hold a number of which nothing was kept.

    A name in the own words of a figure that was answered (财政全额拨款) is part of the answer.
    """
    told = {each.figure for each in heard.readings} | {each.figure for each in heard.unit_doubts} | set(heard.unknown)
    spans = [(each.start, each.end) for each in heard.readings if (each.start, each.end) != (0, len(heard.text))]
    answered = [guide.figure[each] for each in told if guide.figure[each].kind == "yes_no"]
    left = [each for each in heard.mentions if not each.choice and each.figure not in told]
    words = {each.start: heard.text[each.start : each.end] for each in left}
    named = [start for start, word in words.items() if not any(consists_of(word, each) for each in answered)]
    places = [*named, *(quantity.start for quantity in heard.bare)]
    return [
        part.text.strip("，,。；; ")
        for part in clauses(heard.text)
        if any(part.holds(place) for place in places)
        and not any(start < part.end and part.start < end for start, end in spans)
    ]


def _reversed(guide: Guide, heard: Readings) -> str:
    names = [guide.figure[reading.figure].name for reading in heard.readings if reading.reversed_doubt]
    return render("which_way", figures=names) if names else ""


def _without(heard: Readings, readings: Collection[Reading]) -> Readings:
    return replace(heard, readings=tuple(each for each in heard.readings if each not in readings))


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
    said, _ = usable(guide, conversation.figures, heard)
    contradicted = rivals.contradicted(guide, conversation, said) if conversation.check else ()
    said = _without(said, contradicted)
    kept = _with(conversation, said) if said.readings else conversation
    if contradicted:
        return rivals.ask_which(guide, kept, contradicted)
    asked, before, now = conversation.asked, check.open_in(guide, conversation), check.open_in(guide, kept)
    settled = asked and (said.value(asked) is not None or asked in before and asked not in now)
    return check.proceed(guide, kept) if settled else (kept, None)


def usable(guide: Guide, figures: Figures, heard: Readings) -> tuple[Readings, str]:
    """What can be kept of a message, and why the rest cannot."""
    refused = {
        each.figure: why for each in heard.readings if (why := impossible(guide.figure[each.figure], each.value))
    }
    plain = [each for each in heard.readings if not (each.reversed_doubt or each.half)]
    rest = [each for each in plain if each.figure not in refused]
    together = contradictions(guide, {**figures, **{each.figure: each.value for each in rest}})
    torn = {figure for conflict in together for figure in conflict.figures}
    reasons = [guide.figure[figure].name + why for figure, why in refused.items()] + [each.reason for each in together]
    why = render("impossible", reason="；".join(reasons)) if reasons else _reversed(guide, heard)
    return replace(heard, readings=tuple(each for each in rest if each.figure not in torn)), why


def _not_yet(heard: Readings) -> str:
    return render("not_yet") if any(reading.not_yet for reading in heard.readings) else ""


def _unlisted(guide: Guide, conversation: Conversation, heard: Readings) -> str:
    """兰州新区 in answer to where one is registered: whether a place lies in what the guide names there, it does not say."""
    asked = guide.figure.get(conversation.asked or "")
    if asked is None or heard.value(asked.id) is not None:
        return ""
    zone = asked.kind == "yes_no" and "注册" in asked.name and not is_local(asked, guide)
    place = any(is_local(guide.figure[each.figure], guide) for each in heard.readings)
    return render("unlisted_place", figure=asked) if zone and place else ""


def _waiting(before: Conversation, heard: Readings) -> tuple[UnitDoubt, ...]:
    """The number whose unit was asked for when the message told of something else: it is not lost."""
    waiting = from_json(before.number) if before.number else {}
    return tuple(
        UnitDoubt(figure, number, f"{number.normalize():f}")
        for figure, number in waiting.items()
        if isinstance(number, Decimal) and heard.value(figure) is None
    )


def _ask_unit(guide: Guide, conversation: Conversation, doubts: Iterable[UnitDoubt], note: str = "") -> Outcome:
    """Asks for the unit of every number that was said without one; one word answers for all of them."""
    first, *_ = doubts = tuple(doubts)
    asking = conversation.but(
        active=True, asked=first.figure, number=to_json({each.figure: each.number for each in doubts})
    )
    numbers = "、".join(dict.fromkeys(f"“{each.text}”" for each in doubts))
    reply = check.ask_again(guide, asking, render("which_unit", numbers=numbers))
    return asking, Reply("\n".join(filter(None, [note, reply.text])), reply.payload)


def resolve_unit(guide: Guide, conversation: Conversation, text: str) -> Outcome | None:
    """万元 or 元 after bare numbers were asked back; a whole amount is of the first of them; None for anything else."""
    waiting = from_json(conversation.number or {})
    whole = any(each.kind == "money" for each in quantities(text))
    meant = list(waiting.items())[: 1 if whole else None]
    values = {figure: in_unit(number, text) for figure, number in meant if isinstance(number, Decimal | Range)}
    said = tuple(Reading(figure, value, 0, len(text)) for figure, value in values.items() if value is not None)
    if not said:
        return None
    rest = {figure: number for figure, number in waiting.items() if figure not in values}
    return take(guide, conversation.but(number=to_json(rest) or None), Readings(readings=said))


def choose(guide: Guide, conversation: Conversation, text: str) -> Outcome | None:
    """后面那个 or 前面那个 after two values were set against each other; None for anything else."""
    said = rivals.chosen(conversation, text)
    return take(guide, conversation.but(rival=None, former=None), said) if said else None


def retract(guide: Guide, conversation: Conversation, heard: Readings) -> Outcome | None:
    """Asks for the figure that the message takes back without a new value; None where it takes nothing back."""
    if not conversation.check or not any(RETRACTED.search(part.text) for part in clauses(heard.text)):
        return None
    said = [each.figure for each in heard.mentions if not each.choice and each.figure in conversation.figures]
    values = {quantity.value for quantity in quantities(heard.text)}
    said += [figure for figure, value in conversation.figures.items() if value in values]
    if len(set(said)) != 1:
        return None
    kept = {figure: value for figure, value in conversation.figures.items() if figure != said[0]}
    asking = conversation.but(figures=kept, active=True, asked=said[0], number=None)
    return asking, check.ask_again(guide, asking, render("retracted", figure=guide.figure[said[0]]))


def skip(guide: Guide, conversation: Conversation, heard: Readings, figures: Iterable[str]) -> Outcome:
    """These figures are not known: they stay unknown (or the range they were), and the check goes on."""
    unknown = frozenset(figures)
    kept, note = _unsettled(guide, conversation, heard)
    answered = kept.answered + (kept.asked in unknown)
    return check.proceed(guide, kept.but(skipped=kept.skipped | unknown, answered=answered), note=note)


def _unsettled(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, str]:
    """The conversation without what was said exactly of figures that are named as not settled: 自筹还没定; and a word on it."""
    named = {each.figure for each in heard.mentions if not each.choice} & set(heard.unknown)
    gone = [
        figure for figure, value in conversation.figures.items() if figure in named and not isinstance(value, Range)
    ]
    kept = {figure: value for figure, value in conversation.figures.items() if figure not in gone}
    note = render("unsettled", figures=[guide.figure[each].name for each in gone]) if gone else ""
    return conversation.but(figures=kept), note

"""What-if: the verdict under figures that are only supposed. What was said before stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.answers import checks
from bot.answers.reply import Reply, render
from bot.answers.requirements import figures_of, programs_testing
from bot.dialogue import check
from bot.dialogue.state import Conversation
from bot.dialogue.taking import usable
from bot.eligibility.assessment import RequirementStatus, assess
from bot.figures.changes import Change, changes
from bot.figures.mentions import mentions
from bot.figures.naming import suits
from bot.figures.numerals import SCALES
from bot.figures.quantities import Quantity, quantities
from bot.figures.readings import Reading, Readings, readings
from bot.figures.values import Figures, Number, Range, Value, bounds
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
COUNTERS = frozenset("个位名")
_SUPPOSING = re.compile(
    r"^(?:那|如果|假如|假设|要是|万一|我们?|等)+|(?:以后|之后)?(?:的话)?[，, ]?(?:(?:是不是|是否|会不会)?就(?:行|可以|能报|能|够|符合|达标|没问题)了?)?(?:呢|吗|[?？。 ])*$"
)
_OF_THE_RULE = re.compile("要求|规定|门槛|标准|指南|至少|最低|必须")
# 现在16人: it has changed since, and does not contradict what was said.
_SINCE = re.compile(r"现在|已经|如今|后来|刚刚?[招签加批]")


def suppose(guide: Guide, conversation: Conversation, heard: Readings, about: tuple[str, ...]) -> Outcome | None:
    """The verdict under what ``heard`` supposes; None where it supposes nothing that can be told.

    A number without a name (那要是900万呢) is of the figure that was supposed, that is missing, or that was said last;
    a change (再加200万) counts from what was said.
    """
    said = _named(guide, conversation, heard)
    if not (said.readings or said.unit_doubts):
        return None
    supposed = {**_case(conversation), **{reading.figure: reading.value for reading in said.readings}}
    _, refusal = usable(guide, conversation.figures, said)
    if said.unit_doubts:  # what is supposed is not waited for: it has to be said again, whole
        refusal = render("which_unit_supposed", number=said.unit_doubts[0].text)
    if refusal:
        unchanged = check.standing(guide, conversation, complete=False).payload | {"notes": [refusal]}
        return conversation, check.asked_again(guide, conversation, Reply(refusal, unchanged))
    programs = conversation.check or about or programs_testing(guide, supposed) or tuple(guide.program)
    before = _set_aside(guide, conversation.figures, supposed)
    result = assess(guide, {**before, **supposed}, check.fits_in(guide), programs)
    reply = checks.assessment(
        guide,
        result,
        conversation.figures,
        complete=False,
        hypothesis=supposed,
        set_aside=conversation.figures.keys() - before,
    )
    remembered = conversation.but(supposed=next(reversed(supposed)))
    return remembered, check.asked_again(guide, remembered, reply)


def _case(conversation: Conversation) -> dict[str, Value]:
    """The kinds of which it was just asked, where no check is of another: 要是700万呢 after 工业类要多少."""
    if conversation.check:
        return {}
    return {figure: kind for figure, kind in conversation.case.items() if figure not in conversation.figures}


def _set_aside(guide: Guide, known: Figures, supposed: Figures) -> dict[str, Value]:
    """``known`` without the amount below the line of a quotient that is supposed: 3:1 holds against what 500万 and 200万 give."""
    quotients = [guide.figure[figure].quotient for figure in supposed]
    below = {each.denominator for each in quotients if each}
    return {figure: value for figure, value in known.items() if figure not in below}


def _named(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with a reading for each change, and for the one number that no name claims."""
    told = {reading.figure for reading in heard.readings}
    by = heard.changes or (
        [] if told else changes(heard.text, guide)
    )  # 我多自筹50万会怎么样 supposes without a word for it
    counted = [change for change in by if not told or change.figure and change.figure not in told]
    changed = [reading for change in counted if (reading := _changed(guide, conversation, change))]
    if told or heard.unit_doubts or by:
        return replace(heard, readings=(*heard.readings, *changed))
    bare = heard.bare or (() if _OF_THE_RULE.search(heard.text) else tuple(quantities(heard.text)))
    if not bare:
        return _come_true(guide, conversation, heard)
    values = {quantity.value for quantity in bare}
    named = (each.figure for each in heard.mentions if not each.choice and suits(guide.figure[each.figure], bare[0]))
    figure = (next(named, None) or _meant(guide, conversation, bare[0])) if len(values) == 1 else None
    if figure is None:
        return heard
    said = bare[0]
    return replace(heard, readings=(Reading(figure, said.value, said.start, said.end),))


def _come_true(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """那启动了以后呢, 要是成立了呢: the one condition that is open or fails, in whose words it is said that it comes true."""
    words = _SUPPOSING.sub("", heard.text)
    failing = _failing(guide, conversation)
    candidates = (
        [conversation.asked]
        if conversation.asked
        else [each for each in failing if guide.figure[each].kind == "yes_no"]
    )
    true = [each for figure in candidates for each in readings(words, guide, figure).readings if each.value is True]
    return replace(heard, readings=tuple(true)) if len(true) == 1 else heard


def _failing(guide: Guide, conversation: Conversation) -> list[str]:
    """Figures (ids) that a requirement of the check which is not met turns on, each once."""
    failing = [one.requirement for one in _statuses(guide, conversation) if one.status == "not_met"]
    return list(dict.fromkeys(figure for requirement in failing for figure in figures_of(guide, requirement)))


def mended(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` after a verdict, a number without a name being of the one figure that was too low: 已经招了，现在16人."""
    short = dict.fromkeys(_missing(guide, conversation)) if conversation.check and len(heard.bare) == 1 else {}
    fitting = [
        figure for figure in short if heard.bare[0].kind != "bare" and suits(guide.figure[figure], heard.bare[0])
    ]
    if len(fitting) != 1:
        return heard
    said = readings(heard.text, guide, fitting[0])
    return replace(said, correction=said.correction or bool(_SINCE.search(heard.text)))


def changed(guide: Guide, conversation: Conversation, text: str) -> tuple[Reading, ...]:
    """What figures come to that are told to have changed by so much: 上个月又招了3个研发人员."""
    found = (_changed(guide, conversation, change) for change in changes(text, guide))
    return tuple(reading for reading in found if reading)


def _changed(guide: Guide, conversation: Conversation, change: Change) -> Reading | None:
    """What the figure comes to under ``change``; None where it is not known before."""
    counted = change.quantity.kind == "bare" and change.quantity.unit in COUNTERS  # 再招两个
    quantity = replace(change.quantity, kind="people") if counted else change.quantity
    figure = change.figure or _meant(guide, conversation, quantity)
    before = conversation.figures.get(figure or "")
    if figure is None or not isinstance(before, Decimal | Range):
        return None
    return Reading(figure, _shifted(before, change.by), change.quantity.start, change.quantity.end)


def _shifted(value: Number, by: Decimal) -> Number:
    if isinstance(value, Decimal):
        return value + by
    low, high = (None if end is None else end + by for end in bounds(value))
    return Range(low, high, value.approximate)


def _meant(guide: Guide, conversation: Conversation, quantity: Quantity) -> str | None:
    """The figure that a number without a name is supposed of; money needs its unit."""
    if quantity.kind == "bare":
        return None
    fitting = (each for each in _spoken_of(guide, conversation) if suits(guide.figure[each], quantity))
    return next(fitting, None)


def corrigible(guide: Guide, conversation: Conversation, text: str) -> Iterator[str]:
    """Figures (ids) that a correction without a name may mean, the likeliest first.

    That is the one of which a choice is named (改成东莞和武汉都有), or the old value (把900万改成1000万); then what was said last, is missing, was said before.
    """
    yield from _chosen(guide, conversation, text)
    yield from _once_said(conversation, text)
    yield from filter(None, (conversation.last,))
    yield from _missing(guide, conversation)
    yield from reversed(tuple(conversation.figures))


def only_fitting(guide: Guide, conversation: Conversation, figure: str, heard: Readings) -> bool:
    """Whether a number without a name (改成14) can be of no other figure that is known; where none is said, so it is."""
    known = [guide.figure[each] for each in conversation.figures]
    return all([each.id for each in known if suits(each, said)] == [figure] for said in heard.bare)


def _chosen(guide: Guide, conversation: Conversation, text: str) -> list[str]:
    """The one figure (id) said before of which the text names a choice."""
    named = {each.figure for each in mentions(text, guide) if each.choice} & conversation.figures.keys()
    return list(named) if len(named) == 1 else []


def _once_said(conversation: Conversation, text: str) -> list[str]:
    """The one figure (id) known to be one of the numbers of the text, in its unit or in 万, beside which another stands."""
    values = {value for value in (each.value for each in quantities(text)) if isinstance(value, Decimal)}
    old = [
        figure
        for figure, value in conversation.figures.items()
        if isinstance(value, Decimal) and {value, value / SCALES["万"]} & values
    ]
    return old if len(old) == 1 and len(values) > 1 else []


def _spoken_of(guide: Guide, conversation: Conversation) -> Iterator[str]:
    """Figures (ids) in the order in which they are likely meant: supposed before, asked for, missing, said."""
    yield from filter(None, (conversation.supposed, conversation.asked))
    yield from _missing(guide, conversation)
    yield from filter(None, (conversation.last,))
    yield from reversed(tuple(conversation.figures))
    if not conversation.check:
        yield from conversation.about_figures


def _missing(guide: Guide, conversation: Conversation) -> Iterator[str]:
    """Figures (ids) of which there is too little for the check."""
    return (one.gap.figure for one in _statuses(guide, conversation) if one.gap)


def _statuses(guide: Guide, conversation: Conversation) -> list[RequirementStatus]:
    """How every requirement of the check stands."""
    result = assess(guide, conversation.figures, check.fits_in(guide), conversation.check)
    return [one for each in result.programs for one in each.requirements]

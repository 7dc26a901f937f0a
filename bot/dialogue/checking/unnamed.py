"""Which figure a number without a name is of: the one refused or supposed just now, that is missing, or that was said last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bot.dialogue.checking import check
from bot.dialogue.checking.decisions import decides
from bot.dialogue.checking.restoring import goes_back
from bot.dialogue.checking.vague import told_vaguely
from bot.dialogue.checking.wanted import wanted
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import RequirementStatus, assess
from bot.figures.mentions import mentions
from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.happened import has_happened
from bot.figures.pairing.naming import suits
from bot.figures.pairing.present import tells_of_before
from bot.figures.pairing.wholes import called_whole
from bot.figures.possible import contradictions, disagreements
from bot.figures.readings import Readings, readings
from bot.figures.replies.where import placed_in
from bot.figures.unasked import leaves_the_place_out
from bot.figures.values import Range, Value
from bot.figures.wording.polarity import speaks_of
from bot.figures.wording.stance import clauses, corrects
from bot.guide.model import Figure, Guide

_LEVEL = re.compile("省级|国家级|省部级|市级|区级|校级")
_SAID_BEFORE, _SETTLES = (
    re.compile("刚才|刚刚说|前面|之前|上面|先前|原先|原来|本来"),
    re.compile("[ ]*(?:那|哎|唉|嗯|，)*算了"),
)
# 现在16人: it has changed since, and does not contradict what was said.
_SINCE = re.compile(r"现在|已经|如今|后来|刚刚?[招签加批]")


def mended(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, a number without a name being of the figure in mind: the one refused or supposed just now, else, after a
    verdict, the one that was too low (已经招了，现在16人) or that is still open. While something is asked, only of the former."""
    if len(heard.bare) != 1:
        return heard
    said = heard.bare[0]
    whole = called_whole(heard.text, conversation.figures, guide, conversation.last)
    if heard.correction and whole:
        return heard
    back = next(goes_back(guide, conversation, heard.text), None)
    figure = back or next(iter(whole), None) or _in_mind(guide, conversation, said)
    figure = figure or wanted(guide, conversation, heard.text, said)
    meant_so = said.kind != "bare" or heard.correction or decides(heard.text)  # 等等，八百二
    if figure is None and not conversation.asked and meant_so:
        figure = too_low(guide, conversation, said) or _still_open(guide, conversation, said)
    if figure is None or _leaves_open(conversation, figure, heard.text):
        return heard
    told = readings(heard.text, guide, figure)
    return replace(told, correction=told.correction or bool(_SINCE.search(heard.text)) or has_happened(heard.text))


def too_low(guide: Guide, conversation: Conversation, said: Quantity) -> str | None:
    """The one figure of the check of which there is too little and that ``said`` may be of."""
    short = dict.fromkeys(missing(guide, conversation)) if conversation.check else {}
    fitting = [figure for figure in short if _may_be(guide, conversation, figure, said)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be(guide: Guide, conversation: Conversation, figure: str, said: Quantity) -> bool:
    """Whether ``said`` may be of the figure, beside what is known: 52人 are no part of 40."""
    known = {**conversation.figures, figure: said.value}
    return suits(guide.figure[figure], said) and not any(
        figure in each.figures for each in contradictions(guide, known)
    )


def _still_open(guide: Guide, conversation: Conversation, said: Quantity) -> str | None:
    """The one figure that was passed over, or told too vaguely, and that ``said`` may be of: 财务说是3260万."""
    if not conversation.check:
        return None
    open_ = {*check.open_in(guide, conversation.but(skipped=frozenset()))}
    vague = {conversation.last} if isinstance(conversation.figures.get(conversation.last or ""), Range) else set()
    fitting = [figure for figure in open_ | vague if figure and _may_be(guide, conversation, figure, said)]
    return fitting[0] if len(fitting) == 1 else None


def _in_mind(guide: Guide, conversation: Conversation, said: Quantity) -> str | None:
    """The figure refused, else one supposed, just now, that ``said`` may be of."""
    fitting = (each for each in lately(conversation) if suits(guide.figure[each], said))
    return next(fitting, None)


def _leaves_open(conversation: Conversation, figure: str, text: str) -> bool:
    """Whether a number is said after a what-if in words that decide nothing: it may be supposed as well."""
    return figure in conversation.hypothesis and not (corrects(text) or decides(text) or has_happened(text))


def of_the_named(guide: Guide, conversation: Conversation, heard: Readings) -> Readings | None:
    """What a message tells of the one yes/no figure that it names in a clause of its own: 知识产权问过了，清晰的."""
    if heard.readings or heard.question or heard.hypothesis or heard.unknown or heard.bare or not conversation.check:
        return None
    named = {each.figure for each in heard.mentions}
    if (
        leaves_the_place_out(heard.text)
        or len(named) != 1
        or not named <= {each.id for each in guide.figures if each.kind == "yes_no"} - {conversation.asked}
    ):
        return None
    told = readings(heard.text, guide, *named)
    return told if {each.figure for each in told.readings} == named else None


def of_either(guide: Guide, conversation: Conversation, heard: Readings) -> bool:
    """Whether a number that is decided on (那就180万) may be of what is asked as well as of what was just supposed."""
    figures = [each.figure for each in heard.readings]
    named = any(not each.choice for each in heard.mentions)
    if figures != [conversation.asked] or named or corrects(heard.text) or not decides(heard.text):
        return False
    said = quantities(heard.text)
    others = [each for each in conversation.hypothesis if each != conversation.asked]
    return len(said) == 1 and any(suits(guide.figure[each], said[0]) for each in others)


def lately(conversation: Conversation) -> tuple[str, ...]:
    """The figures (ids) of which a value was refused or supposed, and nothing told since, the last first."""
    return (*filter(None, (conversation.refused,)), *reversed(tuple(conversation.hypothesis)))


def meant(guide: Guide, conversation: Conversation, quantity: Quantity, *, bare: bool = False) -> str | None:
    """The figure that a number without a name is supposed of; money needs its unit, unless it may be ``bare``."""
    if quantity.kind == "bare" and not bare:
        return None
    spoken_of = (*told_vaguely(conversation, quantity), *_spoken_of(guide, conversation))
    return next((each for each in spoken_of if suits(guide.figure[each], quantity)), None)


def countable(guide: Guide, conversation: Conversation) -> str | None:
    """The amount or headcount that is known and likeliest spoken of: 要是翻一番呢."""
    known = (each for each in _spoken_of(guide, conversation) if each in conversation.figures)
    return next((each for each in known if guide.figure[each].kind in ("money", "people")), None)


def mends_itself(conversation: Conversation, text: str) -> bool:
    """Whether a reply puts a second number for the first that it holds itself (150万，算了还是200万), or settles for one
    (算了，200万); a first one that was told before is what it corrects."""
    if _SAID_BEFORE.search(text):
        return False
    said = [each.value for each in quantities(text)]
    known = [value for value in conversation.figures.values() if isinstance(value, Decimal)]
    first = [value for each in said[:1] if isinstance(each, Decimal) for value in (each, scaled(each, SCALES["万"]))]
    return bool(_SETTLES.match(text)) or len(said) > 1 and not any(value in known for value in first)


def corrigible(guide: Guide, conversation: Conversation, text: str) -> Iterator[str]:
    """Figures (ids) that a correction without a name may mean, the likeliest first.

    That is the one changed last (改回210万), the one of which a choice is named (改成东莞和武汉都有), or the old value (把900万改成1000万); then
    what was refused or supposed just now, said last, is missing, was said before.
    """
    candidates = _corrigible(guide, conversation, text)
    yield from (each for each in candidates if not _was_another(conversation.figures.get(each), text))


def _was_another(value: Value | None, text: str) -> bool:
    """Whether the text tells what the figure was before, and the known ``value`` is something else: 原先写的三百万，改成二百万."""
    said = [each for each in quantities(text) if isinstance(each.value, Decimal)]
    before = [each.value for each in said if tells_of_before(text, each)]
    if not isinstance(value, Decimal) or len(said) < 2 or len(before) != 1:
        return False
    return value not in (before[0], scaled(before[0], SCALES["万"]))


def _corrigible(guide: Guide, conversation: Conversation, text: str) -> Iterator[str]:
    yield from goes_back(guide, conversation, text)
    yield from _reminded_of(guide, conversation, text)
    yield from chosen(guide, conversation, text)
    yield from _spoken_of_in(guide, conversation, text)
    yield from _once_said(conversation, text)
    yield from called_whole(text, conversation.figures, guide, conversation.last)
    yield from lately(conversation)
    yield from filter(None, (conversation.last,))
    yield from missing(guide, conversation)
    yield from (each for each in reversed(tuple(conversation.figures)) if _may_be_meant(guide.figure[each], text))


def _reminded_of(guide: Guide, conversation: Conversation, text: str) -> list[str]:
    """The one figure (id) that does not go together with others, and that the number of the text may be of: 占比算错了."""
    odd = {figure for each in disagreements(guide, conversation.figures) for figure in each.figures}
    said = quantities(text)
    fitting = [figure for figure in odd if said and all(suits(guide.figure[figure], each) for each in said)]
    return fitting if len(fitting) == 1 else []


def _may_be_meant(figure: Figure, text: str) -> bool:
    """Whether the text may be of a figure that was told before others: of what is there or not, in its own words only."""
    return figure.kind != "yes_no" or any(speaks_of(part.text, figure) is not None for part in clauses(text))


def _spoken_of_in(guide: Guide, conversation: Conversation, text: str) -> list[str]:
    """The figure (id) told before that asks for a level the text names (省级的还没批), or for the place of what it names."""
    told = [guide.figure[each] for each in conversation.figures if guide.figure[each].kind == "yes_no"]
    if _LEVEL.search(text):
        return [each.id for each in told if "省级" in each.name]
    placed = {each.id: words for each in told if (words := placed_in(text, each, guide))}
    return sorted(placed, key=lambda each: -placed[each])[:1]


def only_fitting(guide: Guide, conversation: Conversation, figure: str, heard: Readings) -> bool:
    """Whether a number without a name (改成14) can be of no other figure that is known; where none is said, so it is."""
    known = [guide.figure[each] for each in conversation.figures]
    return all([each.id for each in known if suits(each, said)] == [figure] for said in heard.bare)


def names_one(guide: Guide, conversation: Conversation, text: str, figure: str) -> bool:
    """Whether the text tells which figure it corrects, by the old value (不是200万，是300万) or as the whole (总共52人)."""
    return figure in (
        *goes_back(guide, conversation, text),
        *_reminded_of(guide, conversation, text),
        *_once_said(conversation, text),
        *called_whole(text, conversation.figures, guide, conversation.last),
    )


def chosen(guide: Guide, conversation: Conversation, text: str) -> list[str]:
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
    if conversation.number and conversation.topic == "figure":  # 自筹得加到多少, while another's unit is waited for
        yield from conversation.about_figures
    yield from filter(None, (conversation.supposed, conversation.asked))
    yield from missing(guide, conversation if conversation.check else conversation.but(check=conversation.programs))
    yield from filter(None, (conversation.last,))
    yield from reversed(tuple(conversation.figures))
    if not conversation.check:
        yield from conversation.about_figures


def missing(guide: Guide, conversation: Conversation) -> Iterator[str]:
    """Figures (ids) of which there is too little for the check."""
    return (one.gap.figure for one in statuses(guide, conversation) if one.gap)


def statuses(guide: Guide, conversation: Conversation) -> list[RequirementStatus]:
    """How every requirement of the check stands."""
    result = assess(guide, conversation.figures, check.fits_in(guide), conversation.check)
    return [one for each in result.programs for one in each.requirements]

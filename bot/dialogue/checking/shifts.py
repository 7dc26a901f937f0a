"""What a figure comes to that is said to change by so much, or to so many times what it was: 再加200万, 翻一番."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from bot.dialogue.checking.unnamed import countable, meant
from bot.dialogue.state import Conversation
from bot.figures.mentions import short_mentions
from bot.figures.numbers.amounts import scaled
from bot.figures.pairing.changes import OTHER_WORK, Change, changes
from bot.figures.pairing.multiples import Multiple, multiples
from bot.figures.pairing.staff import staff_of
from bot.figures.readings import Reading
from bot.figures.values import Number, Range, bounds
from bot.guide.model import Guide

COUNTERS = frozenset("个位名")
# Whoever is hired or leaves; 转岗 and 调整 leave the whole as it is.
_OTHERS = re.compile(f"[ 的]?(?:{OTHER_WORK})")
JOINS_OR_LEAVES = re.compile("招|聘|引进|新[进来增]|进来?|增员|扩编|走|离|辞|退休|裁|流失|跳槽")


def shifts(
    guide: Guide, conversation: Conversation, text: str, by: Iterable[Change], times: Iterable[Multiple]
) -> tuple[Reading | None, ...]:
    """What each change and each multiple that ``text`` tells comes to; None for one of a figure that is not known before."""
    times = tuple(times)
    by = [each for each in by if not any(one.holds(each.quantity.start) for one in times)]  # 涨两成
    said = {each.figure: text[each.start : each.end] for each in short_mentions(text, guide)}
    names = {figure: known_by(guide, conversation, figure, words) for figure, words in said.items()}
    added = [_changed(guide, conversation, _of_all(guide, text, each), names) for each in by]
    return (*added, *(_multiplied(guide, conversation, each, names) for each in times))


def supposed_shifts(
    guide: Guide, conversation: Conversation, text: str, by: Iterable[Change], times: Iterable[Multiple]
) -> tuple[Reading | None, ...]:
    """The same of a what-if, in which all the staff grow by whoever of them is hired: 再招1个研发 makes 41 of 40."""
    found = shifts(guide, conversation, text, by, times)
    told = {each.figure for each in found if each}
    moved = ((each, change) for each in found if each for change in by if change.quantity.start == each.start)
    joined = (_whole(guide, conversation, text, change, each) for each, change in moved)
    # The part stays the last supposed, of which 那再招两个 goes on.
    return (*(each for each in joined if each and each.figure not in told), *found)


def changed(guide: Guide, conversation: Conversation, text: str) -> tuple[Reading, ...]:
    """What figures come to that are told to have changed by so much: 上个月又招了3个研发人员, 总投资翻了一倍."""
    return tuple(filter(None, shifts(guide, conversation, text, changes(text, guide), multiples(text, guide))))


def _of_all(guide: Guide, text: str, change: Change) -> Change:
    """The change as one of all the staff, where those who come or go do something else than R&D: 再招20个行政."""
    staff = staff_of(guide)
    others = change.figure is None and change.quantity.kind != "money" and _OTHERS.match(text, change.quantity.end)
    return replace(change, figure=staff.whole) if staff and others else change


def _changed(guide: Guide, conversation: Conversation, change: Change, names: Mapping[str, str]) -> Reading | None:
    counted = change.quantity.kind == "bare" and change.quantity.unit in COUNTERS  # 再招两个
    quantity = replace(change.quantity, kind="people") if counted else change.quantity
    figure = names.get(change.figure or "", change.figure) or meant(guide, conversation, quantity)
    before = conversation.figures.get(figure or "")
    if figure is None or not isinstance(before, Decimal | Range):
        return None
    return Reading(figure, _shifted(before, change.by), change.quantity.start, change.quantity.end)


def _whole(guide: Guide, conversation: Conversation, text: str, change: Change, told: Reading) -> Reading | None:
    """What all the staff come to where some who are a part of them join or leave."""
    shares = [each.quotient for each in guide.figures if each.kind == "share" and each.quotient]
    wholes = [each.denominator for each in shares if each.numerator == told.figure]
    before = conversation.figures.get(wholes[0]) if wholes else None
    moves = JOINS_OR_LEAVES.search(text[: change.quantity.start])
    if guide.figure[told.figure].kind != "people" or not isinstance(before, Decimal | Range) or not moves:
        return None
    return Reading(wholes[0], _shifted(before, change.by), told.start, told.end)


def _multiplied(
    guide: Guide, conversation: Conversation, multiple: Multiple, names: Mapping[str, str]
) -> Reading | None:
    figure = names.get(multiple.figure or "") or (countable(guide, conversation) if multiple.alone else None)
    before = conversation.figures.get(figure or "")
    if figure is None or not isinstance(before, Decimal | Range):
        return None
    return Reading(figure, scaled(before, multiple.times), multiple.start, multiple.end)


def known_by(guide: Guide, conversation: Conversation, figure: str, words: str) -> str:
    """The figure, or, where it was not told, the one that was whose name holds the words: 收入 of the annual income."""
    kind = guide.figure[figure].kind
    alike = [
        each for each in conversation.figures if words in guide.figure[each].name and guide.figure[each].kind == kind
    ]
    return alike[0] if figure not in conversation.figures and len(alike) == 1 else figure


def _shifted(value: Number, by: Decimal) -> Number:
    if isinstance(value, Decimal):
        return value + by
    low, high = (None if end is None else end + by for end in bounds(value))
    return Range(low, high, value.approximate)

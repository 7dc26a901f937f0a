"""What one message says of the applicant: figures with their values, and how the message means them.

Conservative: a message that could mean two things says neither. Nothing is stored or judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.mentions import NUMERIC, Mention, mentions, short_mentions
from bot.figures.numbers.amounts import ONE, scaled
from bot.figures.numbers.quantities import Quantity, asks_for_the_least, asks_how_many, tidy
from bot.figures.numbers.units import resolve_unit, unit_said
from bot.figures.pairing.apart import without_instalments, without_items
from bot.figures.pairing.assigned import pairs
from bot.figures.pairing.changes import changes
from bot.figures.pairing.divided import without_lone_parts
from bot.figures.pairing.incomes import of_the_whole_income, without_what_came_in
from bot.figures.pairing.multiples import is_of_itself
from bot.figures.pairing.nameless import to_asked
from bot.figures.pairing.naming import Pair, inverse
from bot.figures.pairing.narrowed import narrowed
from bot.figures.pairing.narrower import without_parts
from bot.figures.pairing.parts import in_parts
from bot.figures.pairing.portions import turned_right, with_the_ratio
from bot.figures.pairing.quoted import weighed
from bot.figures.pairing.ratio_asked import as_a_ratio
from bot.figures.pairing.repeated import said_again
from bot.figures.pairing.share_of_money import of_the_money
from bot.figures.pairing.shares import with_numerators
from bot.figures.pairing.staff import without_things
from bot.figures.pairing.wanted import with_what_is_wanted
from bot.figures.pairing.wholes import with_outsiders, with_the_whole
from bot.figures.reading import Reading, Readings, UnitDoubt
from bot.figures.replies.places import heard
from bot.figures.replies.reply import reply
from bot.figures.replies.selecting import by_place
from bot.figures.replies.taken_as import taken_as
from bot.figures.settling import settled, without_partners
from bot.figures.stated.branches import without_branches
from bot.figures.stated.by_now import leaves_the_future_open, tells_of_once
from bot.figures.stated.chosen import renames
from bot.figures.stated.nothing import nothing_of
from bot.figures.stated.of_another import is_inside, ours_of, silent_of
from bot.figures.stated.partners import is_with_partners
from bot.figures.stated.parts_told import missing, partly
from bot.figures.stated.placed_in_part import is_of_a_part
from bot.figures.stated.planned_together import as_planned
from bot.figures.stated.possessions import is_held, lacked, theirs, without
from bot.figures.stated.side_by_side import parties
from bot.figures.stated.spoken import stated
from bot.figures.stated.the_rest import takes_them_together
from bot.figures.stated.which_kind import undecided
from bot.figures.statement import Statement
from bot.figures.values import Number, bounds
from bot.figures.wording.denied_lacks import affirmed
from bot.figures.wording.rebuttals import without_rebuttal
from bot.figures.wording.rhetoric import plain
from bot.figures.wording.slips import is_mere_forgetting
from bot.figures.wording.stance import (
    Clause,
    asks,
    clause_at,
    clauses,
    corrects,
    is_unknown,
    leaves_itself_open,
    supposes,
)
from bot.figures.wording.tax import without_tax_basis
from bot.figures.wording.wishes import without_wishes
from bot.guide.model import Figure, Guide

__all__ = ["Reading", "Readings", "UnitDoubt", "readings", "resolve_unit"]


# To the question what a project does: no direction is ruled out by it.
_NOTHING_TO_SAY = re.compile(
    r"(?:还|暂时|目前|都|啥|什么|也|就)*(?:没有?|无|木有|说不上来?|不会说)(?:呢|啊|呀|了|的|吧|[ ，。.!！])*"
)


_CAME_FROM = re.compile("(?:从|由|原先?在|以前在)[^，。；]{0,4}$")
_AND_LEFT = re.compile("[^，。；]{0,4}(?:出来|离职|辞职|退休|毕业|下海|离岗|跳槽|分出来|走出来)")
_LEAST = Decimal(100)  # yuan
_MADE_OPEN = re.compile("[改算记写填]?[成为作](?:是|我)?(?:不知道|不清楚|不确定|不好说|没定|未定|待定|未知)")
_OF_AMOUNTS = re.compile("金额|数额|钱数|具体数|多少钱")  # 金额没定 leaves no laboratory open


def readings(text: str, guide: Guide, asked: str | None = None) -> Readings:
    """What ``text`` says, in answer to the question for the figure ``asked`` (None: nothing was asked).

    In a correction without a name (不对，是4000万) ``asked`` takes the number: give the figure that is corrected.
    """
    corrected = corrects(text)
    text = without_rebuttal(without_tax_basis(without_wishes(text)))
    supposed, everything = supposes(text), mentions(text, guide)
    others = () if supposed else theirs(text, everything, guide, asked=asked)
    behind = _left_behind(text, everything)
    named = _of_us([each for each in heard(text, everything, guide, asked) if each not in behind], others, guide)
    meant = affirmed(text)
    corrected = corrected or renames(text, named, guide) and not supposed
    meant = plain(meant, named) if asked and guide.figure[asked].kind in ("yes_no", "choices") else meant
    carried_out = as_planned(meant)
    short = short_mentions(text, guide)
    own = without_things(pairs(text, guide, asked=asked), text, guide)
    paired = without_parts(narrowed(own, text), text, short, guide, asked)
    paired = with_the_whole(paired, text, short, guide, asked)
    paired = without_lone_parts(to_asked(paired, text, named, guide, asked, corrected), text, guide)
    paired = of_the_money(without_items(without_instalments(paired, text), text), text, short, guide)
    paired = with_the_ratio(turned_right(paired, text, short, guide), text, named, guide, asked)
    paired = in_parts(paired, text, named, guide, asked, supposed=supposed)
    paired = with_what_is_wanted(with_numerators(paired, text, guide), text, guide)
    paired = [pair for pair in paired if not asks_for_the_least(text, pair.quantity)]
    paired = said_again(pair for pair in paired if not is_of_itself(text, pair.quantity))
    paired = of_the_whole_income(with_outsiders(paired, text, guide), text, guide, asked)
    paired = without_what_came_in(paired, text, guide)
    paired = [replace(pair, figure=None) if _is_a_trifle(pair.quantity) else pair for pair in paired]
    numbers, doubts = _numbers(paired, guide, unit_said(text))
    numbers, doubts = (numbers, doubts) if asked or numbers else as_a_ratio(doubts, text, guide)
    said = [*stated(carried_out, named, guide, asked=asked, supposed=supposed, listed=bool(numbers))]
    numbers, said = ours_of(numbers, text, guide), ours_of(said, text, guide)
    said += lacked(text, others, everything, guide)
    told_of = {pair.figure for pair in paired}
    said += [each for each in nothing_of(text, named, guide, asked) if each.figure not in told_of]
    said = [*without_branches(said, text, guide)]
    counted = {(each.figure, each.start) for each in parties(text, everything, guide)}
    said = [each for each in said if (each.figure, each.start) not in counted]
    read = settled([*numbers, *map(_reading, said)], text, guide, corrected=corrected)
    read = without_partners(read, text, guide, asked)
    read = [each for each in read if not (isinstance(each.value, bool) and is_of_a_part(text, each, guide))]
    torn = tuple(each for each in numbers if each.figure not in {one.figure for one in read} and not supposed)
    waiting = None if asked and taken_as(meant, guide.figure[asked], named) is not None else asked
    open_ = _unknown(meant, named, guide, waiting, told=bool(read or doubts))
    unknown = tuple(dict.fromkeys([*_made_open(meant, named, guide), *open_]))
    if asked and not _touches(asked, read, doubts, unknown) and not supposed:
        spoken_for = [(reading.start, reading.end) for reading in read]
        wanted = guide.figure[asked]
        told = carried_out if is_with_partners(wanted) else meant  # a centre that is to be built together is none yet
        silent = silent_of(text, wanted)
        told, ours = without(told, [*others, *silent]), [name for name in named if not is_inside(name.start, silent)]
        answer = reply(told, wanted, ours, guide, spoken_for)
        alone = all(each.figure == asked for each in ours)  # 研发人数有 tells of those
        answer = answer or partly(told, wanted, alone=alone)
        nothing = answer is not None and answer.value == () and others  # 高企是集团的，我们没有 may deny but that one
        read += [_reading(answer)] if answer and not nothing else []
    return Readings(
        readings=tuple(halved(reading, text, guide, asked) for reading in read),
        bare=()
        if asked and by_place(text, guide.figure[asked])
        else tuple(
            each.quantity for each in paired if not (each.figure or _counts_choices(each.quantity, read, text, guide))
        ),
        unit_doubts=tuple(each for each in doubts if not (corrected and each.figure in {one.figure for one in read})),
        unknown=tuple(figure for figure in unknown if figure not in {reading.figure for reading in read}),
        question=any(asks(clause.text) for clause in clauses(meant)),
        correction=corrected,
        hypothesis=supposed,
        changes=changes(text, guide) if supposed else (),
        mentions=named,
        text=text,
        torn=torn,
        weighed=() if supposed else weighed(text, short, guide, asked),
    )


# --- numbers ---


def _numbers(paired: Iterable[Pair], guide: Guide, unit: Decimal | None) -> tuple[list[Reading], list[UnitDoubt]]:
    read: list[Reading] = []
    doubts: list[UnitDoubt] = []
    for pair in paired:
        quantity = pair.quantity
        if asks_how_many(quantity):
            continue
        figure = guide.figure[pair.figure] if pair.figure else None
        if figure and figure.kind == "money" and quantity.kind == "bare" and (unit or quantity.value == 0):
            read.append(Reading(figure.id, scaled(quantity.value, unit or ONE), quantity.start, quantity.end))
        elif figure and figure.kind == "money" and quantity.kind == "bare":
            doubts.append(UnitDoubt(figure.id, quantity.value, quantity.text))
        elif figure:
            value = inverse(quantity.value) if pair.inverted else _in_unit(figure, quantity)
            doubt = quantity.reversed_doubt and not pair.inverted
            read.append(Reading(figure.id, value, quantity.start, quantity.end, reversed_doubt=doubt))
    return read, doubts


def _is_a_trifle(said: Quantity) -> bool:
    """Whether no project has so little money: 国家给一块钱，自己就得掏好几块 tells how it is shared."""
    most = bounds(said.value)[1]
    return said.kind == "money" and most is not None and 0 < most < _LEAST


def _in_unit(figure: Figure, quantity: Quantity) -> Number:
    """30 in answer to the question for a share is 30 %."""
    if figure.kind == "share" and quantity.kind == "bare" and (bounds(quantity.value)[1] or 0) > 1:
        return tidy(scaled(quantity.value, Decimal("0.01")))
    return quantity.value


def _counts_choices(quantity: Quantity, read: Sequence[Reading], text: str, guide: Guide) -> bool:
    """Whether the number only takes together what was read of choices: 五个都没有."""
    told = any(guide.figure[each.figure].kind == "choices" for each in read)
    return told and takes_them_together(clause_at(text, quantity.start).text)


# --- all together ---


def _of_us(named: Sequence[Mention], others: Sequence[Clause], guide: Guide) -> tuple[Mention, ...]:
    """The names, but for those of what ``others`` have, and of who they are."""
    kinds = [each for each in named if is_held(guide.figure[each.figure]) or guide.figure[each.figure].kind == "choice"]
    return tuple(name for name in named if not (name in kinds and any(part.holds(name.start) for part in others)))


def _left_behind(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The names of houses out of which somebody came: 从中科院出来创业的小团队."""
    came = [each for each in named if each.choice and _CAME_FROM.search(text[: each.start])]
    return [each for each in came if _AND_LEFT.match(text, each.end)]


def _reading(said: Statement) -> Reading:
    return Reading(said.figure, said.value, said.start, said.end, said.not_yet)


def halved(reading: Reading, text: str, guide: Guide, asked: str | None) -> Reading:
    """``reading``, marked where it is a yes of which ``text`` tells but a part (合同签了)."""
    figure = guide.figure[reading.figure]
    half = reading.value is True and missing(text, figure, asked=asked == figure.id)
    return replace(reading, half=True) if half else reading


def _unknown(text: str, named: Sequence[Mention], guide: Guide, asked: str | None, *, told: bool) -> Iterator[str]:
    for clause in clauses(text):
        if clause.start and leaves_the_future_open(clause.text):
            continue
        open_to_us = asked and leaves_itself_open(clause.text)
        if asks(clause.text) and not open_to_us or tells_of_once(clause.text) or not is_unknown(clause.text):
            continue
        if told and is_mere_forgetting(clause.text):  # 自筹600万，刚才忘了
            continue
        own = [name for name in named if clause.holds(name.start)]
        inside = [name.figure for name in own if not name.choice]
        inside += [name.figure for name in undecided(clause.text, clause.start, own)]
        if inside:
            yield from dict.fromkeys(inside)
        elif asked and not (_OF_AMOUNTS.search(clause.text) and guide.figure[asked].kind not in NUMERIC):
            yield asked
    if asked and guide.figure[asked].kind == "text" and _NOTHING_TO_SAY.fullmatch(text):
        yield asked


def _made_open(text: str, named: Sequence[Mention], guide: Guide) -> Iterator[str]:
    """The figures (ids) that are to be open from now on: 有没有研发平台我改成不知道吧."""
    for clause in clauses(text):
        if _MADE_OPEN.search(clause.text):
            yield from _spoken_of(clause, named, guide)


def _spoken_of(clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[str]:
    """The figures (ids) that the clause names, else the one yes/no figure a word of which it holds."""
    inside = dict.fromkeys(name.figure for name in named if clause.holds(name.start) and not name.choice)
    yes_no = (each for each in guide.figures if each.kind == "yes_no")
    words = [
        (max(map(len, held)), each.id) for each in yes_no if (held := [w for w in each.own_words if w in clause.text])
    ]
    longest = [figure for length, figure in words if length == max(words)[0] and length > 1]
    yield from inside or (longest if len(longest) == 1 else ())


def _touches(figure: str, read: Sequence[Reading], doubts: Sequence[UnitDoubt], unknown: Sequence[str]) -> bool:
    return figure in {reading.figure for reading in read} | {doubt.figure for doubt in doubts} | set(unknown)

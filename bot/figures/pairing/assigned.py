"""Which figure each quantity of a message belongs to, and which quantities are nobody's: another year's, taken back.

``naming`` pairs within a clause; here is what reaches from one clause to the next (2021年收入4000万，2022年5000万).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.numbers.years import in_its_year, names_a_year
from bot.figures.pairing.changes import is_mistold
from bot.figures.pairing.governed import answers_freely
from bot.figures.pairing.happened import has_come_to
from bot.figures.pairing.in_a_row import told_in_a_row
from bot.figures.pairing.in_place import is_in_place, serves_as_named
from bot.figures.pairing.naming import Pair, paired, suits
from bot.figures.pairing.of_one_figure import one_a_figure
from bot.figures.pairing.others import is_elsewhere, is_of_one_met, is_other
from bot.figures.pairing.outlays import naming, ruled_on
from bot.figures.pairing.present import says_now
from bot.figures.pairing.quoted import asks_if_enough, is_demanded_in_that_case, is_measure, is_quoted, what_ours_is
from bot.figures.pairing.rates import is_of_each, is_rate
from bot.figures.pairing.shares import of_the_asked, of_the_part
from bot.figures.pairing.wholes import called_the_whole, is_more
from bot.figures.whose import (
    asks_for_another,
    is_not_now,
    is_of_project,
    of_others,
    speaks_of_another_project,
    speaks_of_us,
    turns_to_this_project,
    turns_to_us,
)
from bot.figures.wording.denial import goes_on
from bot.figures.wording.slips import tells_it_was_left_out
from bot.figures.wording.stance import Clause, clauses, corrects, is_topic, is_unknown, supposes
from bot.guide.model import Figure, Guide

# Nothing but what carries a number: 总投资想起来了，是1000万.
_ALONE = re.compile(
    r"(?:哦|噢|啊|嗯|只?要|应该|其实|实际上?|现在|确切|具体|说|就|是|为|有|才|只|也|预计|估计|算下来|一共|总共|(?:20)?\d\d年|[去今上全一]年|[ ])*$"
)
# 主营收入没那么多，2780万: what is said to be large or small is the next number.
_SIZE = re.compile("[多少高低大小差降涨跌滑缩强弱惨]|一般|可怜|凑合")
_YEAR_BEFORE = re.compile("上年|上一年")  # 3200万，上年是3000万: the year before the one that was asked about
# 900万呃不是950万 puts the second number for the first.
_DENIED = re.compile(r"(?<![万亿元人名][哦噢哎唉呃额啊诶呀])(?<![万亿元人名]哎呀)(?:不是|并非|不再是)[ ]?$")


@dataclass
class _Line:
    """What the clauses before have left: the figure spoken of last, ``also`` the others that share its name, whether as a mere heading, whether of others, and
    the pairs so far; ``rule``: the figure of which the clause before repeats the rule; ``spoken``: the figures, named by the same words, that the clause before was about, in more words and without a number
    of it, up to ``measured`` where it says how large that is; ``another``: what is told is of another project; ``opened``: where the clause before begins, if it
    holds no number, so that a year it names is that of the next one; ``people``: how many head counts the message holds; ``before``: the pairs of the clause so far, kept or not."""

    last: str | None
    asked: str | None
    spoken: tuple[str, ...] = ()
    measured: int | None = None
    rule: str | None = None
    also: tuple[str, ...] = ()
    heading: bool = False
    theirs: bool = False
    another: bool = False
    opened: int | None = None
    people: int = 0
    found: list[Pair] = field(default_factory=list)
    before: list[Pair] = field(default_factory=list)


def pairs(text: str, guide: Guide, *, asked: str | None = None) -> tuple[Pair, ...]:
    """The quantities that ``text`` states, each with its figure; in a supposition every clause states.

    ``asked`` is the figure of a number that has nothing but a year beside it.
    """
    found = quantities(text)
    named = naming(text, found, guide, asked)
    supposed, corrected = supposes(text), corrects(text)
    own = [quantity for quantity in found if not is_other(text, quantity)]
    others_ask = asks_for_another(text)
    line = _Line(last=asked, asked=asked, people=sum(each.kind in ("people", "bare") for each in own))
    for clause in _whole_clauses(text, found):
        if is_demanded_in_that_case(clause) if supposed else is_quoted(text, clause, asked):
            line.rule = ruled_on(clause, named, guide)
            continue
        line.another = speaks_of_another_project(clause.text) or line.another and not turns_to_this_project(clause.text)
        if line.another and not supposed or others_ask and speaks_of_us(clause.text):
            continue  # 我替朋友问，我们收入9000万: whoever writes is not the applicant
        inside = [quantity for quantity in found if clause.holds(quantity.start)]
        names = [name for name in named if clause.holds(name.start) and not _within(name, inside)]
        if asked and not names and not supposed and asks_if_enough(clause.text):
            continue
        inside = [each for each in inside if not (is_rate(text, clause, each) or is_measure(clause, each))]
        there = [each for each in inside if is_in_place(text, found, named, each, asked, guide)]
        there += [each for each in inside if serves_as_named(text, each, names)]
        stated = [each for each in inside if each in there or not is_elsewhere(text[clause.start : each.start])]
        stated = [] if is_of_one_met(text, clause.start) else [each for each in stated if each in own]
        if not stated:
            line.opened = None if inside else clause.start
            line.heading = line.heading or line.theirs and not inside and turns_to_us(clause.text)  # 我们没他们大
            _of_them(line, text, clause, inside, names)
            _head(line, clause, inside, names, corrected)
            continue
        follows = line.heading or corrected or goes_on(clause.text) or names_a_year(clause.text)
        follows = follows or says_now(clause.text) or line.theirs and turns_to_us(clause.text)
        follows = follows or line.opened is not None and names_a_year(text[line.opened : clause.start])
        line.theirs = False
        follows = _taken_up(line, text, clause, stated[0]) or follows
        spoken = next((each for each in line.spoken if _suits(each, stated[0], guide)), None)
        if (
            spoken
            and (_ALONE.match(text, clause.start, stated[0].start) or says_now(clause.text))
            and (follows or line.measured == clause.start or not _suits(asked, stated[0], guide))
        ):
            line.last, follows = spoken, True
        line.spoken = ()
        line.before = []
        for pair in paired(clause.text, clause.start, stated, names, guide):
            pair = of_the_asked(pair, names, asked, guide)
            _take(line, text, clause, pair, named, guide, follows=follows)
        line.opened = None
    return tuple(one_a_figure(text, told_in_a_row(text, line.found, named, guide), guide))


def _suits(figure: str | None, quantity: Quantity, guide: Guide) -> bool:
    return figure is not None and suits(guide.figure[figure], quantity)


def _whole_clauses(text: str, found: Sequence[Quantity]) -> Iterator[Clause]:
    """The clauses, none of which ends inside a quantity."""
    held: Clause | None = None
    inside = {place for quantity in found for place in range(quantity.start + 1, quantity.end)}
    for clause in clauses(text):
        held = Clause(held.text + clause.text, held.start, clause.end) if held else clause
        if clause.end not in inside:
            yield held
            held = None


def _within(mention: Mention, found: Sequence[Quantity]) -> bool:
    return any(quantity.start <= mention.start and mention.end <= quantity.end for quantity in found)


def _taken_up(line: _Line, text: str, clause: Clause, quantity: Quantity) -> bool:
    """Whether the number is what ours is, after the rule of its figure: 是不是得投800万啊，我们这个也就650万."""
    ours = line.rule is not None and what_ours_is(text, clause.start, quantity.start)
    line.last, line.rule = line.rule if ours else line.last, None
    return ours


def _head(line: _Line, clause: Clause, inside: Sequence[Quantity], names: Sequence[Mention], corrected: bool) -> None:
    """总投资，800万; 之前说的总投资不对，应该是1000万: a name without a number is of the number that follows."""
    slip = tells_it_was_left_out(clause.text) or any(
        is_mistold(clause.text[: each.start - clause.start]) for each in inside
    )
    if names and (corrected or slip or len(clause.text) <= names[-1].end - names[-1].start + 4):
        line.last, line.heading = names[-1].figure, True
        line.also = tuple(name.figure for name in names if name.start == names[-1].start) if corrected or slip else ()
    elif 1 in (len({name.figure for name in names}), len({name.start for name in names})) and not is_topic(clause.text):
        line.spoken = tuple(name.figure for name in names)
        line.measured = clause.end if _SIZE.search(clause.text) and not is_unknown(clause.text) else None


def _of_them(line: _Line, text: str, clause: Clause, inside: Sequence[Quantity], names: Sequence[Mention]) -> None:
    """集团3个亿营收，我们自己2800万: what is told of others first is told of oneself in the next words."""
    if inside:
        line.theirs = of_others(text[clause.start : inside[-1].start])
        line.last = names[-1].figure if line.theirs and names else line.last


def _take(
    line: _Line, text: str, clause: Clause, pair: Pair, named: Sequence[Mention], guide: Guide, *, follows: bool
) -> None:
    if not pair.figure and _YEAR_BEFORE.match(clause.text) and any(_of_asked(line, each, guide) for each in line.found):
        return
    pair = called_the_whole(text, pair, guide, part_said=line.people > 1)
    pair = of_the_part(text, clause, pair, line.found, guide, line.asked)
    if line.before:  # 去年卖了1800万我们能拿出480万: the year is of the first alone
        follows = follows and _goes_on_in(text[line.before[-1].quantity.end : pair.quantity.start], text)
    if follows and line.last and answers_freely(text, pair.quantity, guide.figure[line.last], named):
        carried = next(filter(_has_figure, (_carried(pair, each, guide) for each in (line.last, *line.also))), pair)
        told = any(name.figure == carried.figure and name.end <= pair.quantity.start for name in named)
        more = told and is_more(text, carried, guide)
        pair = called_the_whole(text, pair, guide, part_said=True) if more else carried
    line.last, line.heading, line.also = pair.figure or line.last, False, ()
    figure = guide.figure[pair.figure] if pair.figure else None
    ahead = text[_own_begin(line, clause, figure, guide) : pair.quantity.start]
    line.before.append(pair)
    denied = _DENIED.search(text, clause.start, pair.quantity.start)
    if figure and is_of_each(text, pair.quantity, figure):
        line.last, line.heading = figure.id, True  # 自筹每年300万，三年共900万
        return
    if figure and is_not_now(ahead, figure) and not has_come_to(text, pair.quantity):
        return
    if not denied and in_its_year(text, _with_its_year(line, text, clause, named), pair.quantity, figure, guide.year):
        line.found.append(pair)


def _with_its_year(line: _Line, text: str, clause: Clause, named: Sequence[Mention]) -> Clause:
    """The clause, with the one before it where that names the year and this neither a year nor a figure: 前年好些，有3500万."""
    if line.opened is None or names_a_year(clause.text) or any(clause.holds(name.start) for name in named):
        return clause
    return Clause(text[line.opened : clause.end], line.opened, clause.end)


def _goes_on_in(words: str, text: str) -> bool:
    """Whether a later number of a clause, after these words, may be of the figure of the one before it."""
    return corrects(text) or goes_on(words) or names_a_year(words) or says_now(words)


def _own_begin(line: _Line, clause: Clause, figure: Figure | None, guide: Guide) -> int:
    """Where the words of a number begin: behind the last one whose words were found to claim nothing, or whose time and
    plan are its own (去年收入4200万总投资900万)."""
    nature = figure and is_of_project(figure)
    others = [each for each in line.before if each.figure and is_of_project(guide.figure[each.figure]) != nature]
    apart = [each for each in line.before if figure and (each in others or each.figure and each in line.found)]
    return max([clause.start, *(each.quantity.end for each in apart)])


def _of_asked(line: _Line, pair: Pair, guide: Guide) -> bool:
    """Whether the number, for which no name was said, answers what was asked for."""
    return pair.figure in (None, line.asked) and _suits(line.asked, pair.quantity, guide)


def _carried(pair: Pair, last: str | None, guide: Guide) -> Pair:
    """2021年收入4000万，2022年5000万; 不是3000万，是4000万: a number without a name is of the figure before it."""
    if pair.figure or not last or not suits(guide.figure[last], pair.quantity):
        return pair
    return replace(pair, figure=last)


def _has_figure(pair: Pair) -> bool:
    return pair.figure is not None

"""What-if: the verdict under figures that are only supposed. What was said before stays as it was."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import checks
from bot.answers.gaps import other_amounts
from bot.answers.reply import Reply, render
from bot.answers.requirements import programs_testing
from bot.dialogue.checking import check
from bot.dialogue.checking.coming_true import came, come_true, is_one_alone, with_what_comes_true
from bot.dialogue.checking.decisions import adopts, decides, goes_for
from bot.dialogue.checking.shifts import known_by, shifts, supposed_shifts
from bot.dialogue.checking.taking import usable
from bot.dialogue.checking.turned import has_a_verdict, turned_by
from bot.dialogue.checking.unit_before import with_the_unit_before
from bot.dialogue.checking.unnamed import meant
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
from bot.figures.known import to_json
from bot.figures.mentions import short_mentions
from bot.figures.numbers.quantities import asks_how_many, quantities
from bot.figures.pairing.changes import changes
from bot.figures.pairing.happened import has_happened, is_shift
from bot.figures.pairing.multiples import is_of_itself, multiples
from bot.figures.pairing.naming import suits
from bot.figures.possible import PARTS, disagreements
from bot.figures.readings import Reading, Readings, UnitDoubt
from bot.figures.values import Figures, Value
from bot.figures.wording.stance import asks, clause_at, clauses
from bot.guide.model import Figure, Guide

Outcome = tuple[Conversation, Reply]
_OF_THE_RULE = re.compile("要求|规定|门槛|标准|指南|至少|最低|必须")
# 那收入也达到3000万呢, 再把投资加到500万呢: beside what was supposed before.
_BESIDES = re.compile(r"(?<![我你他])也(?!许)|再(?!说)|还(?!是)|同时|另外|而且|并且|加上|一起|一并|都(?!没)|又")
_WILL_DO = re.compile("(?:是不是|是否|会不会|那?不)就")
_IN_OTHER_WORDS = re.compile(
    "(?:[哦嗯啊]|[，, ])*(?:也?就是(?:说)?|即|相当于|等于(?:说)?|(?:我|咱)?(?:是说|的?意思(?:就)?是|[说问指]的(?:就)?是))(?!不)"
)
_REMAINS = re.compile(r"(?<=[\u4e00-\u9fff])(?:还是|仍然?是|依然是)(?=[\d一二两三四五六七八九十百千])")  # 研发还是18
# 我们实际是70人, after a what-if that was not understood, tells what is.
_SO_IT_IS = re.compile("实际|其实|真的|已经?(?!经)|目前|现在(?!要)|去年|记错|不是")
_LACKING = re.compile(
    "(?:差|缺|短|少)(?:了|着|个)?(?:大?约|大概|差不多)?[ ]?$"
)  # 差200万，有没有办法 supposes no 200万
_ANOTHER = re.compile("[ ]*(?:那|要不|或者|再不(?:然|行)?|不行就?)")


def suppose(
    guide: Guide, conversation: Conversation, heard: Readings, about: tuple[str, ...], named: tuple[str, ...] = ()
) -> Outcome | None:
    """The verdict under what ``heard`` supposes; None where it supposes nothing that can be told.

    Of a check it is that of the programs ``named`` in it alone; where there is none, of those that it is ``about``.

    A number without a name (那要是900万呢) is of the figure that was supposed, that is missing, or that was said last;
    a change (再加200万) counts from what was said.
    """
    said = with_what_comes_true(guide, conversation, _named(guide, conversation, heard))
    said = with_the_unit_before(conversation, said)
    if not (said.readings or said.unit_doubts):
        return None
    now = {each.figure: _supposed_of(guide, each, heard.text) for each in said.readings}
    supposed = {**_case(conversation), **_besides(conversation, heard.text, now), **now}
    _, refusal = usable(guide, conversation.figures, said)
    if said.unit_doubts:
        refusal = render("which_unit_supposed", number=said.unit_doubts[0].text)
        doubted = to_json({each.figure: each.number for each in said.unit_doubts})
        conversation = conversation.but(wondered=doubted, hypothesis=supposed)  # goes on once the unit is told
    if refusal:
        unchanged = check.standing(guide, conversation, complete=False).payload | {"notes": [refusal]}
        return conversation, check.asked_again(guide, conversation, Reply(refusal, unchanged))
    of_the_check = tuple(each for each in conversation.check if each in named) or conversation.check
    programs = of_the_check or about or programs_testing(guide, supposed) or tuple(guide.program)
    reply = _under(guide, conversation, supposed, programs)
    remembered = conversation.but(supposed=next(reversed(supposed)), hypothesis=supposed)
    return remembered, check.asked_again(guide, remembered, reply)


def _supposed_of(guide: Guide, reading: Reading, text: str) -> Value:
    """The value; no of what holds only with both its parts, where but one of them is supposed."""
    alone = reading.value is True and is_one_alone(text, guide.figure[reading.figure])
    return False if alone else reading.value


def _under(guide: Guide, conversation: Conversation, supposed: Figures, programs: tuple[str, ...]) -> Reply:
    """The verdicts on ``programs`` under what is ``supposed``, and, after a verdict, how it turns."""
    known = conversation.figures
    before = _set_aside(guide, known, supposed)
    case = {**before, **supposed}
    had_one = conversation.check and has_a_verdict(conversation)
    turned = turned_by(guide, known, case, programs, unchanged=True) if had_one else ""
    new = (each for each in disagreements(guide, case) if each not in disagreements(guide, known))
    odd = [render("look_again", reason=each.reason) for each in new]
    return checks.assessment(
        guide,
        assess(guide, case, check.fits_in(guide), programs),
        known,
        complete=False,
        hypothesis=supposed,
        set_aside=known.keys() - before,
        turned="\n".join(filter(None, [turned, *other_amounts(guide, programs, case, supposed), *odd])),
    )


def is_put_again(guide: Guide, conversation: Conversation, heard: Readings) -> bool:
    """Whether a what-if is put in other words: whichever comes right after one that was not understood, else 就是总人数变成70."""
    text = _REMAINS.sub("是", heard.text)
    if not heard.readings or heard.correction or decides(text) or has_happened(text):
        return False
    if conversation.wondered is not None and not conversation.wondered:
        return not any(_SO_IT_IS.search(part.text) for part in clauses(heard.text))
    again = _IN_OTHER_WORDS.match(heard.text)
    of_the_case = any(each.figure in conversation.hypothesis for each in heard.readings)
    becomes = any(is_shift(heard.text, each) for each in quantities(heard.text))
    return bool(again and conversation.hypothesis and not conversation.asked and (of_the_case or becomes))


def goes_on(guide: Guide, conversation: Conversation, heard: Readings) -> bool:
    """Whether another change is put up after a what-if: 那招三个, 那加300万, 机构也补上, where nothing says that it is so."""
    text = heard.text
    changed = bool(_ANOTHER.match(text) and (changes(text, guide) or multiples(text, guide)))
    changed = changed or bool(_BESIDES.search(text) and come_true(guide, conversation, heard).readings)
    return (
        changed
        and bool(conversation.hypothesis and not heard.readings)
        and not (decides(text) or has_happened(text) or asks(text))
    )


def shifts_something(guide: Guide, heard: Readings) -> bool:
    """Whether the message speaks of a change, or is but a number or nothing that could be told: 多自筹50万, 那要900万."""
    text = heard.text
    shifted = any(is_shift(text, each) for each in quantities(text))
    return bool(not heard.readings or shifted or multiples(text, guide))


def adopted(guide: Guide, conversation: Conversation, heard: Readings) -> dict[str, Value]:
    """What was supposed and is now meant to hold, all of it (就这么定了) or a kind that is named (那就按农业类报), or has come true.

    A plan makes nobody's staff, revenue or laboratory: only what a project takes, and its kind, is there by a decision.
    """
    text = heard.text
    if true := came(guide, conversation, text):
        return true
    everything = takes_up(guide, conversation, text)
    named = {(each.figure, each.choice) for each in heard.mentions if each.choice} if goes_for(text) else set()
    return {
        figure: value
        for figure, value in conversation.hypothesis.items()
        if everything and _is_decided(guide.figure[figure]) or (figure, value) in named
    }


def takes_up(guide: Guide, conversation: Conversation, text: str) -> bool:
    """Whether the text says that what was supposed holds: 就这么定了, or by just how it was to change: 就按翻一番的来."""
    if adopts(text) or not decides(text):
        return adopts(text)
    told = shifts(guide, conversation, text, changes(text, guide), multiples(text, guide))
    supposed = [each is None or conversation.hypothesis.get(each.figure) == each.value for each in told]
    return bool(supposed) and all(supposed)


def _is_decided(figure: Figure) -> bool:
    sums = {each for whole, parts in PARTS.items() for each in (whole, *parts)}
    planned = {figure.id, *figure.amounts}
    return bool(planned & sums) or figure.kind == "choice"


def _case(conversation: Conversation) -> dict[str, Value]:
    """The kinds of which it was just asked, where no check is of another: 要是700万呢 after 工业类要多少."""
    if conversation.check:
        return {}
    return {figure: kind for figure, kind in conversation.case.items() if figure not in conversation.figures}


def _besides(conversation: Conversation, text: str, now: Figures) -> dict[str, Value]:
    """What was supposed before, where the text adds to it or says a part of it again: 药厂牵头的话是按企业算啊."""
    again = bool(now) and now.items() <= conversation.hypothesis.items()
    return dict(conversation.hypothesis) if again or _BESIDES.search(text) else {}


def _set_aside(guide: Guide, known: Figures, supposed: Figures) -> dict[str, Value]:
    """``known`` without the amount below the line of a quotient that is supposed: 3:1 holds against what 500万 and 200万 give."""
    quotients = [guide.figure[figure].quotient for figure in supposed]
    below = {each.denominator for each in quotients if each}
    return {figure: value for figure, value in known.items() if figure not in below}


def _with_the_nameless(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with a number that no name claims beside others that are told, where only one figure can be meant by it."""
    told = {each.figure for each in heard.readings}
    spans = [(each.start, each.end) for each in heard.readings]
    spans += [(each.quantity.start, each.quantity.end) for each in changes(heard.text, guide)]
    left = [
        each
        for each in quantities(heard.text)
        if each.kind in ("money", "people") and not any(start <= each.start < end for start, end in spans)
    ]
    if len(left) != 1 or is_of_itself(heard.text, left[0]) or asks_how_many(left[0]):
        return heard
    clause = clause_at(heard.text, left[0].start)
    named = [each.figure for each in short_mentions(heard.text, guide) if clause.holds(each.start)]
    own = [each for each in dict.fromkeys(named) if suits(guide.figure[each], left[0]) and each not in told]
    figure = own[0] if len(own) == 1 else meant(guide, conversation, left[0])
    if figure is None or figure in told:
        return heard
    said = Reading(figure, left[0].value, left[0].start, left[0].end)
    return replace(heard, readings=tuple(sorted((*heard.readings, said), key=lambda each: each.start)), bare=())


def _come_about(heard: Readings) -> Readings:
    """``heard`` without what is only under way, where it is asked whether it will do once it is there: 下个月建起来，是不是就行了."""
    if not _WILL_DO.search(heard.text):
        return heard
    return replace(heard, readings=tuple(each for each in heard.readings if not each.not_yet))


def _named(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with a reading for each change, and for the one number that no name claims."""
    heard = _come_about(heard)
    told = {reading.figure for reading in heard.readings}
    by = heard.changes or (
        [] if told else changes(heard.text, guide)
    )  # 我多自筹50万会怎么样 supposes without a word for it
    times = multiples(heard.text, guide)
    if told or heard.unit_doubts or by or times:
        if told:  # 财政200万，再加50万: of what the second is, nothing tells
            by, times = [each for each in by if each.figure], tuple(each for each in times if each.figure)
        shifted = supposed_shifts(guide, conversation, heard.text, by, times)
        lost = times and None in shifted
        new = [each for each in shifted if each and each.figure not in told]
        whole = replace(heard, readings=() if lost else (*heard.readings, *new))
        return whole if lost or not told else _with_the_nameless(guide, conversation, whole)
    bare = heard.bare or (() if _OF_THE_RULE.search(heard.text) else tuple(quantities(heard.text)))
    bare = tuple(each for each in bare if not _LACKING.search(heard.text[: each.start]))
    bare = tuple(each for each in bare if not is_of_itself(heard.text, each))
    if not bare:
        return come_true(guide, conversation, heard)
    values = {quantity.value for quantity in bare}
    said = {each.figure: heard.text[each.start : each.end] for each in heard.mentions if not each.choice}
    named = (known_by(guide, conversation, each, words) for each, words in said.items())
    named = (
        each for each in named if suits(guide.figure[each], bare[0])
    )  # 收入 of a check that tests the annual income
    figure = (next(named, None) or meant(guide, conversation, bare[0], bare=True)) if len(values) == 1 else None
    if figure is None:
        return heard
    number = bare[0]
    if number.kind == "bare" and guide.figure[figure].kind == "money":  # 它要是加到三百二呢
        return replace(heard, unit_doubts=(UnitDoubt(figure, number.value, number.text),))
    return replace(heard, readings=(Reading(figure, number.value, number.start, number.end),))

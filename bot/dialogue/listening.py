"""What one message says, as a whole: its readings, in passing too, and what it is about. No step has been taken yet."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.checking import elliptic, unnamed
from bot.dialogue.checking.as_good_as import as_good_as
from bot.dialogue.checking.counterparts import with_counterpart
from bot.dialogue.checking.headcounts import with_headcounts
from bot.dialogue.checking.holders import with_holder
from bot.dialogue.checking.number_told import figure_of_the_number
from bot.dialogue.checking.of_that_kind import of_that_kind
from bot.dialogue.checking.out_of_all import all_of_it, out_of_all
from bot.dialogue.checking.own_number import own_number
from bot.dialogue.checking.parting import with_partners_left
from bot.dialogue.checking.partners_open import with_partners_open
from bot.dialogue.checking.put_up import put_up
from bot.dialogue.checking.stressed import without_stress
from bot.dialogue.checking.taking import ADDS
from bot.dialogue.checking.unit_before import with_the_unit_before
from bot.dialogue.checking.units import is_of_another
from bot.dialogue.checking.unsettling import with_unsettled
from bot.dialogue.checking.wanted import wants_beside_its_own
from bot.dialogue.checking.wished import wished
from bot.dialogue.hearing.applying import is_introduced
from bot.dialogue.hearing.confirming import without_what_is_put_up
from bot.dialogue.hearing.counted import with_program_of_clauses
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.insides import without_insides
from bot.dialogue.hearing.leaning import in_context
from bot.dialogue.hearing.set_up import with_what_is_set_up
from bot.dialogue.hearing.what_for import without_what_it_is_for
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.about import subject
from bot.dialogue.subject.beside import with_named_beside
from bot.dialogue.subject.called import with_called, with_one_and_one, with_short_name
from bot.dialogue.subject.demanded_things import with_demanded_things
from bot.dialogue.subject.had import without_what_is_had
from bot.dialogue.subject.its_section import with_its_section
from bot.dialogue.subject.passing import of_the_check, with_facts, with_passing
from bot.dialogue.subject.placed import without_places
from bot.dialogue.subject.rows import with_a_row, with_both_of_a_field
from bot.dialogue.subject.same_first import with_the_same_first
from bot.dialogue.subject.seats import without_seats
from bot.dialogue.subject.set_aside import with_some_set_aside
from bot.dialogue.subject.short_names import with_short_names
from bot.dialogue.subject.straddling import without_straddling
from bot.dialogue.subject.taking_part import with_who_takes_part, without_who_takes_part
from bot.dialogue.subject.that_of_those import with_that_of_those
from bot.dialogue.subject.the_others import with_the_others
from bot.dialogue.subject.told_of import with_named_in_telling
from bot.dialogue.subject.workplace import told_of_no_workplace, without_workplace
from bot.dialogue.unmeant import (
    not_as_a_whole,
    points_at_another,
    without_alternatives,
    without_denied_names,
    without_hearsay,
    without_names,
    without_no_to_a_program,
    without_others,
    without_reasons,
    without_seat_of_another,
    without_what_is_deleted,
    without_what_may_count,
)
from bot.dialogue.words import SELF
from bot.figures.numbers.quantities import quantities
from bot.figures.readings import Readings, readings
from bot.figures.wording.stance import clauses, corrects
from bot.guide.model import Guide

CORRECTABLE = ("money", "people", "ratio", "share", "choice", "choices", "yes_no")
LISTED = 3  # clauses of a description
SEVERAL = 2  # of them, beside the name of a program
CHECKED = ("check", "inform", "correct")  # what is said with these is said of the applicant


def listen(guide: Guide, conversation: Conversation, utterance: Utterance) -> Hearing:
    """The message as a whole: first what it says, then, of a statement, what it says in passing, then what it is about."""
    utterance = without_what_it_is_for(conversation, without_places(without_straddling(guide, utterance)))
    utterance = with_program_of_clauses(conversation, utterance)
    utterance = in_context(utterance, begun=bool(conversation.check or conversation.figures))
    utterance = with_short_names(guide, conversation, utterance)
    utterance = with_the_others(guide, conversation, with_its_section(conversation, utterance))
    utterance = with_some_set_aside(guide, conversation, utterance)
    utterance = with_demanded_things(guide, conversation, without_workplace(utterance))
    utterance = without_seats(guide, without_what_is_had(with_who_takes_part(utterance), conversation.check))
    text = of_that_kind(guide, conversation, as_good_as(guide, conversation, utterance.text))
    utterance = replace(utterance, text=elliptic.another_case(guide, conversation, text))
    plain = with_one_and_one(guide, with_short_name(guide, without_stress(guide, conversation, utterance)))
    called = with_called(guide, with_both_of_a_field(guide, with_a_row(guide, plain)))
    called = with_that_of_those(guide, conversation, called)
    called = with_the_same_first(conversation, called)
    utterance = with_named_in_telling(with_named_beside(guide, conversation, called))
    utterance = with_what_is_set_up(conversation, utterance)
    heard = told_of_no_workplace(_heard(guide, conversation, utterance))
    heard = without_who_takes_part(without_names(guide, heard, utterance))
    heard = without_reasons(guide, without_hearsay(conversation, heard))
    heard = without_what_may_count(guide, without_alternatives(guide, heard))
    heard = without_what_is_put_up(guide, conversation, without_others(conversation, heard))
    heard = without_no_to_a_program(guide, heard, conversation, utterance)
    heard = _with_answer(guide, conversation, without_what_is_deleted(guide, heard))
    utterance, heard = without_insides(guide, utterance, heard)
    first = Hearing(guide, conversation, utterance, heard, subject(guide, conversation, utterance, heard))
    if first.is_no_answer:
        heard = not_as_a_whole(guide, heard, conversation, utterance)
    of_us = conversation.active or conversation.check or conversation.programs or SELF.search(utterance.text)
    begins = (
        (heard.readings or heard.unit_doubts) and first.subject.programs and not first.asks
    )  # 企业申报重大专项，有研发平台，人员满足
    told = not first.wonders and bool(
        of_us or begins or is_introduced(first) or _lists_facts(guide, heard) or _tells_of_a_program(first)
    )
    states = first.wants_check or first.describes_us or utterance.intent in CHECKED or told
    if states and not heard.hypothesis:
        heard = with_passing(guide, conversation, utterance, heard)
    heard = with_unsettled(guide, conversation, heard)
    heard = with_partners_left(guide, conversation, with_holder(guide, conversation, heard))
    programs = first.subject.programs if states else ()
    heard = with_counterpart(guide, conversation, heard, programs)
    if states and not (programs or conversation.check) and heard.readings:
        heard = with_facts(guide, heard)
    heard = without_denied_names(of_the_check(guide, conversation, utterance, heard, programs), utterance)
    # What is said in passing may hold these, too.
    heard = without_who_takes_part(without_names(guide, told_of_no_workplace(heard), utterance))
    heard = without_seat_of_another(guide, conversation, with_partners_open(guide, conversation, heard))
    heard = without_what_may_count(guide, without_alternatives(guide, heard))
    return replace(first, heard=heard, subject=subject(guide, conversation, utterance, heard))


def _lists_facts(guide: Guide, heard: Readings) -> bool:
    """Whether one of several clauses is but a kind of applicant: 企业，合同签好了，实施也在兰州 tells of whoever speaks."""
    parts = list(clauses(heard.text))
    kinds = [name for name in heard.mentions if name.choice and guide.figure[name.figure].kind == "choice"]
    alone = any(
        0 < len(part.text) - 1 <= sum(each.end - each.start for each in kinds if part.holds(each.start))
        for part in parts
    )  # 工业企业 is two of them
    return alone and len(parts) >= LISTED


def _tells_of_a_program(first: Hearing) -> bool:
    """Whether a program is named, and several of the clauses tell of its conditions: 产学研平台：经费稳定，没有高校合作."""
    named = first.utterance.ids("program")
    if not named or len(list(clauses(first.utterance.text))) < SEVERAL:
        return False
    told = of_the_check(first.guide, first.conversation, first.utterance, first.heard, named)
    return len({each.figure for each in told.readings}) >= SEVERAL


def _heard(guide: Guide, conversation: Conversation, utterance: Utterance) -> Readings:
    """What the message says by itself, or by what was said before."""
    told = elliptic.told_by_what_was_said(guide, conversation, utterance.text)
    told = told or out_of_all(guide, conversation, utterance.text) or all_of_it(guide, conversation, utterance.text)
    told = told or _put_up(guide, conversation, utterance) or _by_itself(guide, conversation, utterance.text)
    return with_the_unit_before(conversation, with_headcounts(guide, conversation, told))


def _put_up(guide: Guide, conversation: Conversation, utterance: Utterance) -> Readings | None:
    """A number without a name that is put up right after a rule, whatever program is named beside it: 重大专项我们780万够不够."""
    told = put_up(guide, conversation, utterance.without("program", "family"))
    return replace(told, text=utterance.text) if told else None


def _by_itself(guide: Guide, conversation: Conversation, text: str) -> Readings:
    asked = None if wants_beside_its_own(guide, conversation, text) else conversation.asked
    plain = elliptic.wavering(guide, conversation, readings(text, guide, asked))
    told = own_number(guide, conversation, plain) or wished(guide, conversation, plain)
    if told := plain if plain.torn else told:
        return told
    nameless = not any(not each.choice for each in plain.mentions)
    if unnamed.of_either(guide, conversation, plain) or nameless and is_of_another(conversation, text):
        return replace(plain, readings=(), bare=tuple(quantities(text)))
    if not (plain.readings or plain.question or plain.hypothesis):
        mended = unnamed.mended(guide, conversation, plain)
        if mended.readings or mended.unit_doubts or not (plain.correction or ADDS.search(text) or conversation.asked):
            return mended
    if told := unnamed.of_the_named(guide, conversation, plain):
        return told
    if not corrects(text) or plain.readings and not conversation.asked:
        return _added(guide, conversation, plain) or plain
    answered = conversation.asked and plain.value(conversation.asked) is not None
    if answered and (len(plain.readings) > 1 or unnamed.mends_itself(conversation, text)):
        return plain  # 有的，另外总投资改成950万: the answer, and a correction that names its figure
    return _corrected(guide, conversation, plain) or plain


def _added(guide: Guide, conversation: Conversation, plain: Readings) -> Readings | None:
    """还有深圳的: one more choice of a figure that was told."""
    named = unnamed.chosen(guide, conversation, plain.text)
    if plain.readings or not named or not ADDS.search(plain.text):
        return None
    heard = readings(plain.text, guide, named[0])
    return heard if heard.readings else None


def _corrected(guide: Guide, conversation: Conversation, plain: Readings) -> Readings | None:
    """A correction without a name (不对，是1100万) is of the figure whose number it repeats, else of that kept last."""
    repeated = None if plain.readings else figure_of_the_number(guide, conversation, plain.text)
    if repeated and (heard := readings(plain.text, guide, repeated)).readings:
        return heard
    if points_at_another(plain.text):
        return None
    for figure in unnamed.corrigible(guide, conversation, plain.text):
        told = (
            conversation.asked
            or unnamed.names_one(guide, conversation, plain.text, figure)
            or unnamed.only_fitting(guide, conversation, figure, plain)
        )
        if told and guide.figure[figure].kind in CORRECTABLE:
            heard = readings(plain.text, guide, figure)
            if _names_what_is_held(conversation, heard):
                return None  # 专精特新还在申请 denies that one, and nothing of what else is held
            if heard.readings or heard.unit_doubts:
                return heard
    return None


def _names_what_is_held(conversation: Conversation, heard: Readings) -> bool:
    """Whether the message names some of what was said to hold, and nothing else of it was read than that there is none."""
    told = conversation.figures
    held = {
        name.figure
        for name in heard.mentions
        if isinstance(value := told.get(name.figure), tuple) and name.choice in value
    }
    return bool(held) and all(each.figure not in held or each.value == () for each in heard.readings)


def _with_answer(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with the answer to the open question that stands before another question, or of which nothing else is told."""
    answer = elliptic.answer_before_a_question(guide, conversation, heard.text)
    counts = all(each.kind == "people" or each.unit for each in heard.bare)  # 能，就是5个技术员
    nothing_told = counts and not (heard.readings or heard.unit_doubts or heard.torn or heard.unknown)
    if answer is None and nothing_told:
        answer = elliptic.plain_answer_ahead(guide, conversation, heard.text)
    if answer is None or heard.value(answer.figure) not in (None, answer.value):
        return heard
    others = (each for each in heard.readings if each.figure != answer.figure)
    return replace(heard, readings=(answer, *others))

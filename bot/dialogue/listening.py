"""What one message says, as a whole: its readings, in passing too, and what it is about. No step has been taken yet."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.checking import elliptic, unnamed
from bot.dialogue.checking.as_good_as import as_good_as
from bot.dialogue.checking.counterparts import with_counterpart
from bot.dialogue.checking.holders import with_holder
from bot.dialogue.checking.of_that_kind import of_that_kind
from bot.dialogue.checking.out_of_all import out_of_all
from bot.dialogue.checking.own_number import own_number
from bot.dialogue.checking.parting import with_partners_left
from bot.dialogue.checking.partners_open import with_partners_open
from bot.dialogue.checking.put_up import put_up
from bot.dialogue.checking.stressed import without_stress
from bot.dialogue.checking.taking import ADDS
from bot.dialogue.checking.units import is_of_another
from bot.dialogue.checking.unsettling import with_unsettled
from bot.dialogue.checking.withdrawing import takes_away
from bot.dialogue.hearing.applying import is_introduced
from bot.dialogue.hearing.confirming import without_what_is_put_up
from bot.dialogue.hearing.counted import with_program_of_clauses
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.insides import without_insides
from bot.dialogue.hearing.leaning import in_context
from bot.dialogue.hearing.set_up import with_what_is_set_up
from bot.dialogue.hearing.what_for import without_what_it_is_for
from bot.dialogue.order_words import ASKS_WHY
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.about import subject
from bot.dialogue.subject.beside import HOUSED, with_named_beside
from bot.dialogue.subject.called import with_a_row, with_called, with_one_and_one, with_short_name
from bot.dialogue.subject.had import without_what_is_had
from bot.dialogue.subject.its_section import with_its_section
from bot.dialogue.subject.passing import of_the_check, with_facts, with_passing
from bot.dialogue.subject.placed import without_places
from bot.dialogue.subject.programs import LEFT_OUT
from bot.dialogue.subject.same_first import with_the_same_first
from bot.dialogue.subject.seats import without_seats
from bot.dialogue.subject.set_aside import with_some_set_aside
from bot.dialogue.subject.straddling import without_straddling
from bot.dialogue.subject.taking_part import with_who_takes_part, without_who_takes_part
from bot.dialogue.subject.the_others import with_the_others
from bot.dialogue.subject.told_of import with_named_in_telling
from bot.dialogue.subject.workplace import told_of_no_workplace, without_workplace
from bot.dialogue.words import SELF, WORDING
from bot.figures.mentions import NUMERIC, Mention
from bot.figures.numbers.quantities import quantities
from bot.figures.readings import Reading, Readings, readings
from bot.figures.wording.put_up import is_put_up, is_reported
from bot.figures.wording.stance import clauses, corrects, is_hearsay
from bot.guide.model import Guide

CORRECTABLE = ("money", "people", "ratio", "share", "choice", "choices", "yes_no")
NOT_MEANT = re.compile(r"(?:不是|不要?[查报看问说]|别[查报看问说])(?:的是)?$")
OTHERS = re.compile("(?:其[他它]|别)的?(?:专项|项目|几个|那些|还|[呢哪啥]|也)")
LISTED = 3  # clauses of a description
SEVERAL = 2  # of them, beside the name of a program
PLAIN = 4  # characters of a yes or no: 没有的
CHECKED = ("check", "inform", "correct")  # what is said with these is said of the applicant


def listen(guide: Guide, conversation: Conversation, utterance: Utterance) -> Hearing:
    """The message as a whole: first what it says, then, of a statement, what it says in passing, then what it is about."""
    utterance = without_what_it_is_for(conversation, without_places(without_straddling(utterance)))
    utterance = with_program_of_clauses(conversation, utterance)
    utterance = in_context(utterance, begun=bool(conversation.check or conversation.figures))
    utterance = with_the_others(guide, conversation, with_its_section(conversation, utterance))
    utterance = with_some_set_aside(guide, conversation, utterance)
    utterance = without_workplace(utterance)
    utterance = without_seats(guide, without_what_is_had(with_who_takes_part(utterance), conversation.check))
    text = of_that_kind(guide, conversation, as_good_as(guide, conversation, utterance.text))
    utterance = replace(utterance, text=elliptic.another_case(guide, conversation, text))
    plain = with_one_and_one(guide, with_short_name(guide, without_stress(guide, conversation, utterance)))
    called = with_called(guide, with_a_row(guide, plain))
    called = with_the_same_first(conversation, called)
    utterance = with_named_in_telling(with_named_beside(guide, conversation, called))
    utterance = with_what_is_set_up(conversation, utterance)
    heard = told_of_no_workplace(_heard(guide, conversation, utterance))
    heard = without_who_takes_part(_without_names(guide, heard, utterance))
    heard = _without_reasons(guide, _without_hearsay(conversation, heard))
    heard = without_what_is_put_up(guide, conversation, _without_others(conversation, heard))
    heard = _with_answer(guide, conversation, _without_what_is_deleted(guide, heard))
    utterance, heard = without_insides(guide, utterance, heard)
    first = Hearing(guide, conversation, utterance, heard, subject(guide, conversation, utterance, heard))
    if first.is_no_answer:
        heard = _not_as_a_whole(guide, heard, conversation, utterance)
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
    heard = _without_denied_names(of_the_check(guide, conversation, utterance, heard, programs), utterance)
    # What is said in passing may hold these, too.
    heard = without_who_takes_part(_without_names(guide, told_of_no_workplace(heard), utterance))
    heard = with_partners_open(guide, conversation, heard)
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
    told = told or out_of_all(guide, conversation, utterance.text)
    return told or put_up(guide, conversation, utterance.text) or _by_itself(guide, conversation, utterance.text)


def _by_itself(guide: Guide, conversation: Conversation, text: str) -> Readings:
    plain = elliptic.wavering(guide, conversation, readings(text, guide, conversation.asked))
    if told := plain if plain.torn else own_number(guide, conversation, plain):
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
    """A correction without a name (不对，是1100万) is of the figure that was kept last."""
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
    """``heard`` with the answer to the open question that stands before another question."""
    answer = elliptic.answer_before_a_question(guide, conversation, heard.text)
    if answer is None or heard.value(answer.figure) not in (None, answer.value):
        return heard
    others = (each for each in heard.readings if each.figure != answer.figure)
    return replace(heard, readings=(answer, *others))


def _without_names(guide: Guide, heard: Readings, utterance: Utterance) -> Readings:
    """``heard`` but for what stands inside a program's name: 新型研发机构建设专项 tells of no 研发机构 of anybody,
    自筹三比一的那个专项 of no ratio, 跟张江合作的那一类 of nobody's partners, and 我们公司做重大专项 of no technology."""
    names = utterance.of("program", "family", HOUSED, LEFT_OUT)

    def own(each: Mention | Reading) -> bool:
        # 跟张江合作的那一类，我们能报吗: of the program, up to the comma
        return not any(name.start <= each.start and each.end <= name.end + 1 for name in names)

    said = (each for each in heard.readings if guide.figure[each.figure].kind == "choice" or own(each))
    headings = tuple((each.start, each.end) for each in utterance.of("program", "family"))
    return replace(heard, mentions=tuple(filter(own, heard.mentions)), readings=tuple(said), headings=headings)


def _without_denied_names(heard: Readings, utterance: Utterance) -> Readings:
    """``heard`` but for a no that only says which program is not meant: 不是研发平台，我要查孵化器."""
    names = utterance.of("program", "family")
    denied = [each for each in names if NOT_MEANT.search(utterance.text[: each.start])]

    def of_a_name(said: Reading) -> bool:
        return said.value is False and any(said.start < name.end and name.start < said.end for name in denied)

    return replace(heard, readings=tuple(each for each in heard.readings if not of_a_name(each)))


def _without_hearsay(conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for what the asker has only heard to be the rule, which may be put up to be confirmed."""
    reported = is_reported if is_put_up(heard.text) and not conversation.asked else is_hearsay
    told = [part for part in clauses(heard.text) if reported(part.text)]
    own = tuple(each for each in heard.readings if not any(part.holds(each.start) for part in told))
    return replace(heard, readings=own) if told else heard


def _without_others(conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for a choice by which other programs are meant: 那其他的呢，哪些还有希望 tells of no kind of applicant."""
    named = [each for each in heard.mentions if each.choice and OTHERS.match(heard.text, each.start)]
    meant = {each.figure for each in named if each.figure != conversation.asked}
    return replace(heard, readings=tuple(each for each in heard.readings if each.figure not in meant))


def _without_reasons(guide: Guide, heard: Readings) -> Readings:
    """``heard`` but for a yes or no in the words of a rule whose reason, or wording, is asked for: 为什么不能是市级的,
    联合实验室的原文贴一下."""
    asking = [part for part in clauses(heard.text) if ASKS_WHY.match(part.text) or WORDING.search(part.text)]

    def of_a_rule(said: Reading) -> bool:
        of_either = guide.figure[said.figure].kind in ("yes_no", "choices")
        return of_either and any(part.holds(max(said.start, part.start)) and part.end >= said.end for part in asking)

    return replace(heard, readings=tuple(each for each in heard.readings if not of_a_rule(each))) if asking else heard


def _without_what_is_deleted(guide: Guide, heard: Readings) -> Readings:
    """``heard`` but for numbers and choices that are to be taken away: 把刚才的900万删掉, 高企那个别算."""
    names = {each.figure for each in heard.mentions if each.choice and takes_away(heard.text, each)}

    def deleted(said: Reading) -> bool:
        kind = guide.figure[said.figure].kind
        return kind in NUMERIC and takes_away(heard.text, said) or kind == "choices" and said.figure in names

    return replace(heard, readings=tuple(each for each in heard.readings if not deleted(each)))


def _not_as_a_whole(guide: Guide, heard: Readings, conversation: Conversation, utterance: Utterance) -> Readings:
    """``heard`` but for an answer made of the whole message: 帮我查一查农业专项 tells neither field nor technology; the yes or no
    that stands before an order (没有，只查重大专项) answers by itself."""
    if _begins_with_yes_or_no(guide, conversation, utterance.text):
        return heard
    whole = (conversation.asked, 0, len(utterance.text))
    said = tuple(each for each in heard.readings if (each.figure, each.start, each.end) != whole)
    return replace(heard, readings=said)


def _begins_with_yes_or_no(guide: Guide, conversation: Conversation, text: str) -> bool:
    """Whether the first of several clauses is a plain answer to the yes/no question that is open."""
    first, *rest = (part.text.strip("，,。；;！! ") for part in clauses(text))
    asked = conversation.asked
    if not rest or asked is None or guide.figure[asked].kind != "yes_no" or len(first) > PLAIN:
        return False
    return readings(first, guide, asked).value(asked) is not None

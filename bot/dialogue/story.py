"""A message that tells a story and asks one thing: what is told is kept, and the question heard as if it came after it.

It is the question that decides what is asked, of which program and of which figure; the story says what 这条线 and 这两个
point at. Whoever asks something definite wants that answered, and no check of all conditions begun by what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.reply import Reply, followed_by, render
from bot.dialogue.answering.elsewhere import elsewhere
from bot.dialogue.checking import check, noting, taking
from bot.dialogue.hearing.enough import asks_if_enough
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import FAIRLY, PART, plainly_none_of_ours
from bot.dialogue.hearing.parts import SAME, asks
from bot.dialogue.listening import listen
from bot.dialogue.state import Conversation, Question, Utterance
from bot.dialogue.subject.beside import with_named_beside
from bot.dialogue.subject.fields import TECHNOLOGY, dividing
from bot.dialogue.subject.programs import EVERY, named_programs, of_it, programs_of_fields
from bot.dialogue.words import ELIGIBLE, HOW_MUCH_THEN, SELF
from bot.figures.pairing.naming import suits
from bot.figures.readings import Reading, Readings
from bot.figures.wording.stance import asks as is_question
from bot.figures.wording.stance import clauses
from bot.guide.search import IN_QUOTES

WHERE = ("overview", "program", "directions")  # asked of what is told, each of these asks where that belongs
OF_US = ("requirements", "quota", "other", "program", "review")  # what a yes or no to the asker may seem to be of
INTERROGATIVE = re.compile("什么|啥|哪|几|多少|怎|咋|如何|谁")
OURS = re.compile("科技局|市里|市上|指南|专项")
OFF_TOPIC = "out_of_scope"
ITS_WORDS = re.compile("[这那](?:一?[句个]?(?:话|词|字|说法|提法)|[几两三四]个字)|出自哪|出现在哪|原[文话句]")
POINTS = re.compile(r"[这那](?:一?[个笔项]|点|么(?:多|点))?的?$")


def question_after(whole: Hearing) -> Hearing | None:
    """The question of a message that tells a story, heard in the light of it; None where it has none that is definite.

    ``whole``: the message as one. A number that is put up for judgment, and a question of what may be applied for, are of
    all that is told.
    """
    question = whole.utterance.question
    if question is None or whole.conversation.check or whole.judged or whole.asks_what_fits:
        return None
    alone = whole.utterance.only(question)
    if _is_of_words_told(whole, alone) or _is_none_of_ours(whole, alone) or _is_how_much_of_it(whole, question):
        return None
    told = _told(whole, question)
    kept, _ = taking.keep(whole.guide, whole.conversation, told)
    asked = listen(whole.guide, _in_its_light(whole, kept, question), alone)
    pointed = tuple(replace(each, start=0, end=0) for each in _pointed_at(whole, question))
    asked = replace(asked, heard=replace(asked.heard, readings=(*asked.heard.readings, *pointed)))
    if _is_off_topic(whole, asked):
        return asked
    if asked.applies or asked.wants_check or not (asked.asks and asked.topics):
        return None
    if _is_of_what_is_told(whole, asked) or not _is_plain(whole, asked):
        return None
    if TECHNOLOGY in asked.topics:
        return _of_the_business(whole, question) if len(asked.topics) == 1 else None
    values = {each.figure: each.value for each in told.readings if not (each.half or each.reversed_doubt)}
    fields = {each: known for each, known in whole.subject.known.items() if each in dividing(whole.guide)}
    known = {**fields, **asked.subject.known}  # the field of the story decides what is demanded
    return replace(asked, subject=replace(asked.subject, told={**values, **asked.subject.told}, known=known))


def _is_how_much_of_it(whole: Hearing, question: Question) -> bool:
    """Whether the question begins with but how much, of a figure that is named before it: 研发人员占比，研发经费占比。各多少."""
    first = next((part.text for part in clauses(whole.utterance.only(question).text)), "")
    named = any(each.start < question.start for each in whole.utterance.of("figure"))
    return named and bool(HOW_MUCH_THEN.fullmatch(first))


def _is_of_words_told(whole: Hearing, alone: Utterance) -> bool:
    """Whether the question points at words that the story quotes: 出现过“重离子”三个字，…，查查这话出现在哪儿;
    书记说“由企业牵头”等于…，原文怎么写的."""
    quotes = IN_QUOTES.search(whole.utterance.text) and not IN_QUOTES.search(alone.text)
    terms = whole.intent == "ask_text" and whole.utterance.ids("term") and not alone.ids("term")
    return bool((quotes or terms) and ITS_WORDS.search(alone.text))


def _is_none_of_ours(whole: Hearing, alone: Utterance) -> bool:
    """Whether the message, and not its question alone, is out of scope, or it is another authority's business."""
    ours = OURS.search(alone.text)
    if plainly_none_of_ours(whole.utterance) and not ours:
        return True
    return bool(elsewhere(whole.guide, alone) or elsewhere(whole.guide, whole.utterance) and not ours)


def with_what_was_told(whole: Hearing, asked: Hearing, reply: Reply) -> Reply:
    """``reply`` to the question, and behind it what was taken down of the story, and which numbers of it were not."""
    rows = noting.rows(asked.guide, whole.conversation.figures, asked.conversation.figures)
    lost = noting.numbers_unread(_rest(whole, asked)) if SELF.search(whole.utterance.text) else ""
    said = "\n".join(filter(None, [render("noted_beside", rows=rows) if rows else "", lost]))
    return followed_by(reply, said)


def _rest(whole: Hearing, asked: Hearing) -> Readings:
    """What was heard of the story, but for the numbers that were taken down."""
    taken = asked.conversation.figures.values()
    left = (each for each in whole.heard.bare if each.value not in taken and not _in_question(whole, each.start))
    return replace(whole.heard, bare=tuple(left))


def _in_question(whole: Hearing, place: int) -> bool:
    question = whole.utterance.question
    return question is not None and question.holds(place)


def _told(whole: Hearing, question: Question) -> Readings:
    """What is told in so many words outside the question; what a story only says in passing is of whoever it speaks of."""
    said = (each for each in whole.heard.readings if not question.holds(each.start))
    told = [each for each in said if whole.guide.figure[each.figure].kind != "text" and not _in_passing(whole, each)]
    return replace(whole.heard, readings=(*told, *_pointed_at(whole, question)))


def _in_passing(whole: Hearing, said: Reading) -> bool:
    return (said.start, said.end) == (0, len(whole.utterance.text))


def _pointed_at(whole: Hearing, question: Question) -> Iterator[Reading]:
    """The number without a name that the question points at by one: 一共520万, 这个投资额过不过线."""
    amounts = [each for each in whole.heard.bare if each.kind != "bare"]
    for name in whole.utterance.of("figure"):
        if not question.holds(name.start) or not POINTS.search(whole.utterance.text[: name.start]):
            continue
        ahead = (each for each in amounts if each.end <= name.start)
        fitting = [each for each in ahead if suits(whole.guide.figure[name.id], each)]
        if len(fitting) == 1 and whole.heard.value(name.id) is None:
            yield Reading(name.id, fitting[0].value, fitting[0].start, fitting[0].end)


def _in_its_light(whole: Hearing, kept: Conversation, question: Question) -> Conversation:
    """The conversation after the story: its programs are those talked about."""
    utterance = whole.utterance
    story = replace(utterance, mentions=tuple(each for each in utterance.mentions if not question.holds(each.start)))
    story = with_named_beside(whole.guide, kept, story)
    programs = of_it(whole.guide, utterance) or named_programs(whole.guide, story)
    programs = programs or programs_of_fields(whole.guide, story)
    if not programs:
        return kept
    return kept.but(programs=programs, named=programs if len(programs) > 1 else kept.named)


def _is_of_what_is_told(whole: Hearing, asked: Hearing) -> bool:
    """Whether it is asked if what is told will do as a whole, for a yes or a no: 这个人数报行不行, 算新型研发机构吗."""
    text = asked.utterance.text
    how_many = asked.intent == "ask_quota" and asked.utterance.confidence >= PART and not whole.numbers_told
    eligible = any(is_question(part.text) and ELIGIBLE.search(part.text) for part in clauses(text))
    if whole.applies and eligible and not how_many:
        return True
    if not asked.subject.figures and len({*whole.numbers_told}) > 1 and asks_if_enough(text):
        return True  # 总投资刚好500万，收入刚好1500万，…，卡着线算过吗
    if _leaves_nothing_open(whole) and asked.topics[0] in (*OF_US, "figure") and not INTERROGATIVE.search(text):
        return True
    described = whole.describes_us and not (whole.asks or whole.applies or how_many)
    of_one = asked.subject.figures or INTERROGATIVE.search(text)
    return bool(described and not of_one and asked.topics[0] in OF_US)


def _leaves_nothing_open(whole: Hearing) -> bool:
    """Whether all that the one program demands is told, so that its verdict answers any yes or no: …，科技人员满足。看得上吗？收入那项
    心里没底."""
    programs = whole.subject.programs
    told = {each.figure: each.value for each in whole.heard.readings if not (each.half or each.reversed_doubt)}
    case = whole.conversation.but(figures={**whole.conversation.figures, **told}, check=programs)
    return len(programs) == 1 and len(told) > 1 and not check.open_in(whole.guide, case)


def _is_plain(whole: Hearing, asked: Hearing) -> bool:
    """Whether the question is one by itself, and as plain alone as the message as a whole seems another."""
    if asked.judged:
        return True
    if not asks(asked.intent) or asked.intent == SAME:
        return False
    plainer = whole.utterance.confidence >= PART > asked.utterance.confidence
    if whole.asks and asks(whole.intent) and whole.intent != asked.intent and plainer:
        return False
    if asked.utterance.ids("program", "family") or EVERY.search(asked.utterance.text):
        return True
    return not (whole.asks and whole.topics[:1] == (TECHNOLOGY,) and asked.topics[0] in WHERE)


def _is_off_topic(whole: Hearing, asked: Hearing) -> bool:
    """Whether what is asked is plainly none of the guide's, and no program is named beside it."""
    plain = asked.intent == OFF_TOPIC and asked.utterance.confidence >= FAIRLY
    return plain and not (asked.topics or asked.utterance.mentions or whole.utterance.ids("program", "family"))


def _of_the_business(whole: Hearing, question: Question) -> Hearing | None:
    """The message as one, where its question asks where that belongs of which the story tells: 这种东西往哪个口子报."""
    meant = replace(whole.utterance, ranking=question.ranking, parts_ranked=question.parts_ranked, question=None)
    asked = listen(whole.guide, whole.conversation, meant)
    return asked if asked.asks and TECHNOLOGY in asked.topics and not asked.wants_check else None

"""What the answer to a message leaves out that it asks besides: heard after it, piece by piece; what is none of the guide's is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.figures_meant import several_shares
from bot.answers.reply import CITING, Reply, followed_by, render, together
from bot.answers.requirements import demanding
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.of_rules import papers_named
from bot.dialogue.hearing.parts import ASK, SAME, asks
from bot.dialogue.hearing.what_fits import question_of_fit
from bot.dialogue.listening import listen
from bot.dialogue.several import Outcome, Step, with_the_list
from bot.dialogue.state import Question, Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import ASKING, FOLLOWING, FOLLOWING_TURNED, REQUEST
from bot.dialogue.words import IN_GENERAL as CONDITIONS

OFF_TOPIC = "out_of_scope"
IN_GENERAL = ("ask_program", "ask_directions")
# What is asked of all that a message says, and seldom of a part of it.
OF_THE_WHOLE = ("ask_overview", "ask_technology", "ask_text", "ask_term", "ask_compare", SAME)
# 一共支持几大块: plainly of directions, however much it may sound like something else.
SUPPORTS = re.compile(
    "(?:支持|扶持|资助|分|包括)(?:了|的)?(?:哪|几|什么|啥)[几些]?[个大]?(?:块|类|个|方向|领域|产业|行业|板块)"
)
MERELY_MAY = re.compile("(?:某专项|某领域|[那这]个|可不可以|可以|[还也就先能不否可申请报上行吗么嘛呢没了的，,？?。 ])+")
# 钱的是多少, where the two shares are asked for: one of those, and no amount.
ONE_SHARE = re.compile(
    "(?:那|另外?|一个)*(?:人员?|钱|经费|资金|研发|员工|人头)+(?:的|那|这|个|占|要|是|得|花|又|比例|占比)*(?:多少|几成|几)"
)


def with_the_rest(whole: Hearing, outcome: Outcome, answer: Step) -> Outcome:
    """The outcome of a message that was answered as one, with what else it asks; what is none of the guide's is named."""
    after, reply = outcome
    if reply.payload["kind"] not in CITING or whole.conversation.active or after.active:
        return outcome
    replies = [
        *_of_what_follows(whole, reply, answer),
        replace(reply, text=reply.text.removesuffix(reply.closing), closing=""),
    ]
    for thing in (each for each in whole.pieces_asked if _adds(whole, each) and not _is_answered(whole, each, reply)):
        alone = replace(whole.utterance.only(thing), described=())  # which the message describes as a whole
        this = _of_the_same(whole, listen(whole.guide, with_the_list(whole, after, alone.text), alone), alone)
        ruled = bool(this.subject.figures or _chosen(this, alone))
        found = answer(this) if _is_open(this, thing, _topics(whole, replies), ruled) else None
        if found and _is_of_what_is_asked(this, found[1], ruled) and not _is_said(found[1], whole, replies):
            replies.append(found[1])
    all_of_it = together(replies)
    closed = replace(all_of_it, text=all_of_it.text + reply.closing, closing=reply.closing)
    told = whole.asks_what_fits  # what stands before that question tells what is worked on, however it is put
    others = [] if told else [_words(whole, piece) for piece in whole.utterance.pieces if _is_none_of_ours(piece)]
    return after, followed_by(closed, render("not_ours", parts=others) if others else "")


def _of_what_follows(whole: Hearing, reply: Reply, answer: Step) -> list[Reply]:
    """The answer to a first piece that asks of another thing what was asked before, where ``reply`` is to what comes after it:
    瓜果呢，还有它找的是哪个科."""
    first, *rest = whole.utterance.pieces or (None,)
    if not first or not rest or first.ranking[0][0] != SAME or first.ranking[0][1] < PART:
        return []
    alone = replace(whole.utterance.only(first), described=())
    if not (FOLLOWING.fullmatch(alone.text) and alone.ids("technology", "term", "figure")):
        return []
    found = answer(listen(whole.guide, whole.conversation, alone))
    if not found or found[1].payload["kind"] != "answer" or found[1].payload["programs"] != reply.payload["programs"]:
        return []
    return [] if _is_said(found[1], whole, [reply]) else [found[1]]


def _adds(whole: Hearing, piece: Question) -> bool:
    """Whether a piece asks for something of its own, and not in other words where all that belongs."""
    if whole.asks_what_fits and piece.start >= len(whole.utterance.text) - len(question_of_fit(whole.utterance.text)):
        return False  # 该从哪一块申报
    if whole.topics[:1] == ("figure",) and FOLLOWING_TURNED.fullmatch(whole.utterance.text):
        return False  # 钱呢，花在研发上的
    if several_shares(whole.guide, whole.subject.programs, whole.utterance.text) and ONE_SHARE.fullmatch(piece.masked):
        return False
    name, chance = piece.ranking[0]
    if name == "ask_requirements" and (_is_of_a_paper(whole, piece) or _hardly_asks(whole, piece)):
        return False
    named = whole.is_named(name, chance, piece.masked)
    if name == "ask_technology" and chance >= PLAIN and whole.topics[:1] != ("technology",):
        return bool(whole.utterance.only(piece).ids("technology") and whole.utterance.only(piece).ids("program"))
    general = name in IN_GENERAL and chance < PLAIN and not (name == "ask_directions" and SUPPORTS.search(piece.masked))
    return asks(name) and named and name not in OF_THE_WHOLE and not general


def _is_answered(whole: Hearing, piece: Question, reply: Reply) -> bool:
    """Whether but one piece asks, and no more than if one may apply, as it was told before: 没有跟院所联合，农业的还能报吗."""
    of_rules = reply.payload.get("topic") == "requirements" and len(whole.pieces_asked) == 1
    return of_rules and bool(MERELY_MAY.fullmatch(piece.masked))


def _hardly_asks(whole: Hearing, piece: Question) -> bool:
    """Whether a piece that may ask for all conditions names neither them nor anything else: 校内要不要先筛."""
    named = CONDITIONS.search(piece.masked) or whole.utterance.only(piece).mentions
    return piece.ranking[0][1] < SURE and not named


def _is_of_a_paper(whole: Hearing, piece: Question) -> bool:
    """Whether a paper is named, and a piece asks of it what would else be asked of all conditions: 自己写的查新报告，重大专项认不认."""
    of_another = CONDITIONS.search(piece.masked) or any(
        piece.holds(each.start) for each in whole.utterance.of("figure")
    )
    return whole.topics[:1] == ("materials",) and bool(papers_named(whole)) and not of_another


def _of_the_same(whole: Hearing, this: Hearing, said: Utterance) -> Hearing:
    """A piece of a message that tells of which kind everything in it is: 社会发展类的，总投资要多少、收入又要多少. Where it asks
    for a number, it is of what it names (``said``: 至少几家外地单位)."""
    known = {**whole.subject.known, **this.subject.known}
    figures = this.subject.figures or (_chosen(this, said) if this.topics == ("figure",) else ())
    return replace(this, subject=replace(this.subject, known=known, figures=figures))


def _is_open(this: Hearing, piece: Question, told: set[str], ruled: bool) -> bool:
    """Whether nothing was answered on the topic of a piece, or it asks for a number or a status that it names.

    ``ruled``: whether it names what rules are on.
    """
    topic = piece.ranking[0][0].removeprefix(ASK)
    if topic == "requirements" and topic in told and CONDITIONS.search(piece.masked) and piece.start:
        return True  # 对专家本人有啥要求？单位这边要准备啥条件
    status = topic == "requirements" and this.utterance.ids(*held_together(this.guide))
    return topic not in told or bool(topic == "figure" and ruled or status)


def _chosen(this: Hearing, said: Utterance) -> tuple[str, ...]:
    """The figures (ids) of what is named among several that hold together, which the programs in hand demand: 外地单位."""
    named = dict.fromkeys(each.kind for each in said.of(*held_together(this.guide)))
    return tuple(each for each in named if demanding(this.guide, [each], this.subject.programs))


def _is_of_what_is_asked(this: Hearing, reply: Reply, ruled: bool) -> bool:
    """Whether a piece is answered by what it asks, and of a program that is known: what each of them demands answers nobody."""
    kind, topic = reply.payload["kind"], reply.payload.get("topic")
    named = "figure" in this.topics and ruled  # 科研人员有没有要求 may be of no number
    asked = {*this.topics, "requirements"} if named else {*this.topics}
    return kind in CITING and topic in asked and bool(kind == "silent" or this.subject.programs)


def _topics(whole: Hearing, replies: Sequence[Reply]) -> set[str]:
    """The topics that were answered; what the message asks first is, whatever the answer is called."""
    told = {topic for each in replies for topic in each.topics}
    kind_alone = told == {"term"} and whole.topics[:1] == (
        "section",
    )  # 医院算不算事业单位，交到哪个科: of the kind alone
    return told if kind_alone else {*whole.topics[:1], *told}


def _is_said(reply: Reply, whole: Hearing, replies: Sequence[Reply]) -> bool:
    """Whether nothing in ``reply`` is new: all that it cites was cited, and what is left out was said to be."""
    topic, told = reply.payload["topic"], _topics(whole, replies)
    if reply.payload["kind"] == "silent" or topic == "section" and "contact" in told:  # which names the section to ask
        return topic in {*told, "section"}
    cited = [each for earlier in replies for each in earlier.payload.get("citations", ())]
    return all(
        any(one["clause"] == other["clause"] and one["quote"] in other["quote"] for other in cited)
        for one in reply.payload["citations"]
    )


def _is_none_of_ours(piece: Question) -> bool:
    name, chance = piece.ranking[0]
    return name == OFF_TOPIC and chance >= PLAIN and bool(ASKING.search(piece.masked) or REQUEST.search(piece.masked))


def _words(whole: Hearing, piece: Question) -> str:
    return whole.utterance.text[piece.start : piece.end]

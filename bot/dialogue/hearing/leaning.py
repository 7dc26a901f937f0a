"""How far the likeliest intent may be believed, and what a message leans to beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.checks import WHO
from bot.answers.subject import Subject
from bot.dialogue.hearing.doubt import UNSURE
from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Ranking, Utterance
from bot.dialogue.words import ABOUT_A_NUMBER, ASKING, BELONGS, EITHER, FITS, FITTING, HOW_COUNTED, INCLUDES, LISTING
from bot.guide.model import Guide

SURE = 0.5  # an intent at least this probable is believed against other evidence
UNDERSTOOD = 0.25  # below it no question is answered
PLAIN = 0.9  # so probable is a question that nothing else in the message makes it another
FAIRLY = 0.8  # a business that may be out of scope has to be as plain as this
PART = 0.7  # a part of a message must be plainer than the whole to count as a question of its own
LEANING = 0.15  # a second intent that a bare 那第二个呢 would not have
LONG = 4  # parts of a message whose whole says less than its last question
HINTING = 0.08  # so much of a chance to be out of scope has no question for a condition that names nothing
OUT = "out_of_scope"
LEFT_OUT = ("ask_quota", "ask_other", "ask_review", "ask_deadline", "ask_amount")
OF_PROGRAMS = ("ask_requirements", "ask_figure", "ask_directions", "ask_section")  # nobody asks for these of nothing
OF_MONEY_AND_PAPERS = ("ask_amount", "ask_materials")
OF_A_CHECK = ("why", "how_many_left", "status", "resume", "correct")
A_RATIO = re.compile(r"比例|几比几|多少比多少|配比|占比|[之的]比")
OF_A_PROJECT = re.compile("专项|项目|课题|申报|科技")  # 种地的项目哪个科管, and no 科 of a hospital
NO_SUBJECT = ("technology", "quantity", "term", "applicant_type")  # whoever names these alone may ask anything


def in_context(utterance: Utterance, *, begun: bool) -> Utterance:
    """``utterance`` without the intents that only a check gives a sense, where none has ``begun`` and others are left; so in each
    of its parts and pieces."""
    if begun:
        return utterance
    parts = tuple((_in_context(ranking, text), text) for ranking, text in utterance.parts_ranked)
    pieces = tuple(replace(each, ranking=_in_context(each.ranking, each.masked)) for each in utterance.pieces)
    ranking = _in_context(utterance.ranking, utterance.text, names_something(utterance))
    return replace(utterance, ranking=ranking, parts_ranked=parts, pieces=pieces)


def _in_context(ranking: Ranking, text: str, named: bool = False) -> Ranking:
    absent = sum(chance for name, chance in ranking if name in OF_A_CHECK)
    others = tuple((name, chance) for name, chance in ranking if name not in OF_A_CHECK)
    listed = LISTING.search(text)  # 具体卡哪几条: of a program, where none is checked
    if not ranking or ranking[0][0] not in OF_A_CHECK or absent > FAIRLY and not listed:
        return ranking
    unclear = max((chance for _, chance in others), default=0.0) < UNDERSTOOD
    if unclear and not (listed or named):  # 快递到哪了
        return others
    return tuple((name, chance / (1 - absent)) for name, chance in others)


def beside_the_point(utterance: Utterance, subject: Subject) -> bool:
    """Whether the message may well be out of scope, and names nothing of which the guide speaks."""
    outside = dict(utterance.ranking).get(OUT, 0.0)
    if utterance.intent == "ask_technology":
        asks_belonging = any(words.search(utterance.text) for words in (FITTING, BELONGS, FITS))
        asks_belonging = asks_belonging or bool(utterance.ids("program", "family"))
        apart = any(name == OUT and chance >= PART for name, chance, _ in utterance.parts)  # 颈椎疼，有啥操能做
        return (outside >= LEANING and utterance.confidence < FAIRLY or apart) and not asks_belonging
    apart = any(name in OF_PROGRAMS and chance >= PLAIN for name, chance, _ in utterance.parts)
    of_the_office = utterance.ids("technology") and OF_A_PROJECT.search(utterance.text) and WHOM.search(utterance.text)
    if apart or of_the_office or subject.programs or names_something(utterance):
        return False
    if outside >= HINTING and utterance.intent in (*OF_PROGRAMS, *OF_MONEY_AND_PAPERS):
        return utterance.confidence < PLAIN
    return utterance.intent in OF_PROGRAMS and utterance.confidence < UNSURE


def names_something(utterance: Utterance) -> bool:
    """Whether anything is named of which the guide speaks, and not only what whoever asks anything may name."""
    return bool({each.kind for each in utterance.mentions} - set(NO_SUBJECT))


def plainly_none_of_ours(utterance: Utterance) -> bool:
    """Whether a message as a whole is plainly out of scope and names nothing of the guide: what its last words ask is of what
    it tells (有个创业担保贷款，利息国家贴，她能贷多少)."""
    named = utterance.ids("program", "family", "section", "term", "figure")
    return utterance.intent == OUT and utterance.confidence >= PLAIN and not named


def surely_outside(utterance: Utterance) -> bool:
    """Whether the message is plainly out of scope."""
    return utterance.intent == OUT and utterance.confidence >= PART


def only_grumbles(utterance: Utterance) -> bool:
    """Whether what is out of scope may only be said beside a question about a program that is named, or about what some kind of
    applicant does: 我是农大的，有个百合脱毒的成果想转化，找谁."""
    named = utterance.ids("program", "family") or utterance.ids("technology") and utterance.ids(WHO)
    return bool(named and utterance.intent == "out_of_scope" and utterance.confidence < PART)


def asked_in_anger(utterance: Utterance) -> tuple[str, ...]:
    """The question that is nearly as likely as that such a message is out of scope: 急急急！今天还能不能交啊, of a program."""
    second = utterance.ranking[1:2] if only_grumbles(utterance) and ASKING.search(utterance.text) else ()
    return tuple(name for name, chance in second if name.startswith("ask_") and chance >= UNDERSTOOD)


def only_a_figure(utterance: Utterance) -> bool:
    """Whether a figure is named, and no technology that could belong anywhere."""
    named = utterance.ids("figure") and not utterance.ids("technology")
    return bool(named and utterance.confidence < PART and ABOUT_A_NUMBER.search(utterance.text))


def asks_for_a_ratio(guide: Guide, utterance: Utterance) -> bool:
    """Whether a ratio is asked for, of amounts of which one is named: 自己掏的和政府补的是个啥比例."""
    amounts = {each for figure in guide.figures for each in figure.amounts}
    return bool(amounts & {*utterance.ids("figure")} and A_RATIO.search(utterance.text))


def may_be_a_figure(utterance: Utterance) -> bool:
    """Whether the likeliest intents leave room for a question about a number."""
    nameless = utterance.intent == "ask_figure" and not utterance.ids("figure")  # 3000万那条线看的是哪一年的账
    unclear = nameless or utterance.intent in ("what_if", "correct", "deny") or utterance.confidence < SURE
    of_the_rule = any(words.search(utterance.text) for words in (EITHER, HOW_COUNTED, INCLUDES))
    return utterance.intent != "out_of_scope" and (unclear or of_the_rule)


def rather_unsaid(utterance: Utterance, subject: Subject, intent: str) -> str | None:
    """What the guide leaves out, where it may be asked for and nothing says of which program: no rule answers that."""
    if intent not in ("ask_requirements", "ask_figure") or subject.programs or subject.figures:
        return None
    name, chance = (*utterance.ranking, ("", 0.0), ("", 0.0))[1]
    return name if name in LEFT_OUT and chance >= UNDERSTOOD else None

"""What a message asks: the topics of docs/contract.md, by words that decide alone (decisive.py), by its intent, or by its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.checks import WHO
from bot.dialogue.hearing import leaning
from bot.dialogue.hearing.case_put import case_put
from bot.dialogue.hearing.comparing import of_the_rules
from bot.dialogue.hearing.decisive import told_by_its_words
from bot.dialogue.hearing.demanded import asks_if_demanded_at_all
from bot.dialogue.hearing.leaning import LONG, PART, PLAIN, SURE, UNDERSTOOD
from bot.dialogue.hearing.message import OF_ALL, WORDS, Message
from bot.dialogue.hearing.of_rules import asks_who_leads
from bot.dialogue.hearing.of_words import QUOTED
from bot.dialogue.hearing.one_point import of_one_point
from bot.dialogue.hearing.parts import ASK, SAME, asks
from bot.dialogue.hearing.rather import likely, rather
from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Ranking
from bot.dialogue.subject.fields import dividing, goes_on_with_a_technology
from bot.dialogue.subject.placed import ORDINAL
from bot.dialogue.subject.taken_by import asks_what_it_takes
from bot.dialogue.words import (
    ABOUT_A_NUMBER,
    ABOUT_US,
    ASKING,
    BELONGS,
    CHINESE,
    FITTING,
    HOW_MUCH,
    HOW_TO,
    WAYS,
)
from bot.figures.wording.stance import asks as asks_itself
from bot.figures.wording.stance import clauses
from bot.guide.search import quoted, shared
from bot.nlu.dividing import topic_named

MOST_TOPICS = 2
TOLD_OF = re.compile(
    r"介绍|[讲说聊]一?[讲说聊下]|展开|详细|细说"
)  # 第二类讲一下 asks for all of it, and not for the same
TAKEN = re.compile(r"受理的?(?:科室?|部门|单位|处室?|那边|方面)?(?:呢|是)")  # 好，受理的呢
# What is asked of a program that is meant by its place, where little else is said.
CALLED = {
    "requirements": re.compile("条件|要求|门槛|资格|硬杠杠"),
    "materials": re.compile("材料|资料|清单|交(?:什么|啥|哪些)"),
    "directions": re.compile("方向|领域"),
    "section": WHOM,
}
_POINTS_BACK = re.compile("另一?个|另外[那一]?个|^那个(?!做|搞|种|养|卖|生产)|剩下")
_MEANT_FOR = re.compile("哪一?[个种类项][^，。]{0,4}(?:给|为|面向|针对|对着?|支持)某单位")  # 里头哪个是给高校的


def asked(this: Message, *, only_business: bool) -> tuple[str, ...]:
    """The topics that the message asks about, at most two; none where it asks nothing.

    ``only_business``: it does no more than say what the asker does.
    """
    wordless = not (only_business or CHINESE.search(this.utterance.text))  # CCUS alone says what one does
    if wordless or this.conversation.asked and not (this.wonders or asks_if_demanded_at_all(this)):
        return ()
    fits = this.asks_what_fits and not asks_who_leads(this)
    plain = ("technology",) if fits else told_by_its_words(this, only_business=only_business)
    if plain is not None:
        return tuple(of_one_point(this, plain))
    intents = intents_asked(this) or _guessed(this) or _same_of_a_kind(this) or _which_way(this)
    if intents[:1] == ("ask_technology",) and _how_to(this):
        return ()
    topics = [_last_topic(this) if intent == SAME else intent.removeprefix(ASK) for intent in intents]
    if topics[:1] == ["technology"] and this.asks_if_it_may_of_one_without_a_field:
        topics[0] = "requirements"
    listed = this.conversation.named or this.utterance.ids("family")
    if listed and ORDINAL.search(this.utterance.text) and len(this.subject.programs) < 2:
        told_of = WORDS if intents[:1] != (SAME,) or not TOLD_OF.search(this.utterance.text) else (*WORDS, *topics)
        unclear = intents[:1] == (SAME,) or this.utterance.confidence < SURE
        nouns = _called(this.utterance.text) if unclear else []
        topics = nouns or ["program" if topic in told_of else topic for topic in topics]
    topics = of_one_point(this, of_the_rules(this, topics))
    topics = [topic for topic in topics if not (topic == "section" and _asks_for_a_person(this, topics))]
    topics = ["section" if topic == "overview" and _asks_what_one_takes(this) else topic for topic in topics]
    topics = [topic for topic in topics if not (topic == "technology" and _is_told_with_its_program(this, topics))]
    of_figures = "figure" in topics and this.subject.figures and not this.subject.terms
    topics = [topic for topic in topics if topic != "term" or not of_figures]  # 分母是总收入还是主营收入
    return tuple(dict.fromkeys(topics))[:MOST_TOPICS] or (("technology",) if this.asks_where else ())


def _called(text: str) -> list[str]:
    """The topics that a message calls by their names: 最后那个条件讲讲."""
    return [topic for topic, words in CALLED.items() if words.search(text)]


def _asks_for_a_person(this: Message, topics: Sequence[str]) -> bool:
    """Whether it is the person, and not the section, that is asked for beside how to get there: 在几楼办公，找哪位."""
    return "contact" in topics and not WHOM.search(this.utterance.text)


def _asks_what_one_takes(this: Message) -> bool:
    """Whether it is which programs one section takes, and no more, that sounds like a question for all of them: 成果科受理的都有
    哪些专项."""
    asking = [part for part in clauses(this.utterance.text) if asks_itself(part.text)]
    return len(asking) == 1 and bool(this.subject.sections) and asks_what_it_takes(this.utterance)


def _is_told_with_its_program(this: Message, topics: Sequence[str]) -> bool:
    """Whether it is asked which program is meant and what it is, of no technology: the one answer tells both."""
    return "program" in topics and len(this.subject.programs) == 1 and not this.utterance.ids("technology")


def beside(this: Message) -> tuple[str, ...]:
    """Topics asked in parts of their own beside what is told of the asker, none of which a check would settle."""
    if not this.wonders:  # 经费财政全额保障，机构都建好了 asks nothing
        return ()
    asked = [name for name in this.parts_asked if name not in ABOUT_US and name not in OF_ALL]
    if asks_how_much(this, PLAIN):
        asked.insert(0, "ask_figure")
    return tuple(dict.fromkeys(name.removeprefix(ASK) for name in asked))[:MOST_TOPICS]


def asks_how_much(this: Message, plain: float) -> bool:
    """Whether a part of its own, as sure as ``plain``, asks how much a rule demands, and no number is told in it: 总投资要多少？
    我们打算投650万."""
    return bool(this.subject.figures) and any(
        name == "ask_figure" and chance >= plain and HOW_MUCH.search(text)
        for name, chance, text in this.utterance.parts
    )


def _last_topic(this: Message) -> str:
    """What 那农业的呢 asks: what the message leans to, else what was asked last."""
    last = this.conversation.topic
    if last and (this.asks_once_more or this.follows_up and last != "technology"):
        return last
    if _MEANT_FOR.search(this.utterance.masked):
        return "program"
    leaning_to = next(likely(_ranking_of_the_same(this)[1:2]), None)
    if WHOM.search(this.utterance.text) or TAKEN.search(this.utterance.text):
        return "section"
    if leaning_to:
        return leaning_to.removeprefix(ASK)
    of_another = this.utterance.ids("program", "family", *dividing(this.guide)) or ORDINAL.search(this.utterance.text)
    named = this.utterance.ids("program", "family")
    if last == "technology" and _POINTS_BACK.search(this.utterance.text) and not this.utterance.mentions:
        return "program"  # 那另一个呢，那个不看钱的 is of what was named, and no business
    if last == "technology" and (not of_another or named and this.conversation.business):
        return "technology"  # 羊肚菌呢; 兰白呢
    of_a_field = goes_on_with_a_technology(this.guide, this.conversation, this.utterance)  # 工业设计公司呢
    if of_a_field or last is None and this.utterance.ids("technology"):
        return "technology"
    return "program" if last in (None, "overview", "technology") else str(last)


def _ranking_of_the_same(this: Message) -> Ranking:
    """The ranking of the piece that plainly asks the same, whatever the others tell: 我们是种玫瑰的，农业的也要这么多."""
    same = (
        each.ranking for each in this.utterance.pieces if each.ranking[0][0] == SAME and each.ranking[0][1] >= PLAIN
    )
    return next(same, this.utterance.ranking)


def _how_to(this: Message) -> bool:
    """Whether something is wanted that no guide tells: 怎么治, 哪家好吃, 多少钱."""
    return bool(HOW_TO.search(this.utterance.text) and not BELONGS.search(this.utterance.text))


def intents_asked(this: Message) -> tuple[str, ...]:
    """The questions among the intents of the message and its parts, the one that counts most first."""
    whole, sure = this.intent, this.utterance.confidence
    if this.follows_up or this.asks_same_of_another or this.asks_once_more:
        return (SAME,)
    if whole == SAME and not (this.conversation.topic or this.subject.programs or this.utterance.mentions):
        return ()  # the same as nothing
    if called := _called_last(this):
        return rather(this, (called,))
    parts = this.parts_asked
    last = tuple(dict.fromkeys(reversed(parts)))  # after a preamble the question comes last
    if parts and (parts[-1] not in _of_a_check(sure) if whole == "check" else _long(this)):
        return rather(this, last)
    if asks(whole) and sure >= UNDERSTOOD:
        # each part, or one that is plain, asks something else than the whole seems to
        apart = whole not in parts and (
            len(set(parts)) >= MOST_TOPICS or sure < PLAIN and _plain_part(this, parts) or sure < SURE and bool(parts)
        )
        return rather(this, tuple(dict.fromkeys(parts if apart or whole == SAME and parts else [whole, *parts])))
    aside = leaning.only_grumbles(this.utterance) or _beside_what_is_none_of_ours(this) or _asked_apart(this)
    if parts and (sure < SURE or whole == "inform" and not this.numbers_told or aside):
        return last
    return leaning.asked_in_anger(this.utterance)


def _called_last(this: Message) -> str:
    """What the last piece of a long message asks for by the one name of a topic that stands in it: …，您告诉我到底要哪些材料."""
    topic = topic_named(this.utterance.masked) if len(this.utterance.pieces) >= LONG else None
    asked = this.pieces_asked[-1:] if topic and this.utterance.pieces[-1:] == this.pieces_asked[-1:] else ()
    return next((f"{ASK}{topic}" for each in asked if each.ranking[0][0] == f"{ASK}{topic}"), "")


def _beside_what_is_none_of_ours(this: Message) -> bool:
    """Whether a program is plainly asked about beside what makes the whole out of scope: 重大专项归谁管，顺便问下天气."""
    asked = (piece for piece in this.pieces_asked if piece.ranking[0][1] >= PLAIN)
    return this.intent == "out_of_scope" and any(this.utterance.only(each).ids("program", "family") for each in asked)


def _asked_apart(this: Message) -> bool:
    """Whether a message that as a whole is hardly out of scope is made of parts of which none is: one tells something of the asker, and
    the last plainly asks of the program in hand: 我们高企证有。归谁管这个."""
    *told, last = this.utterance.parts or (("", 0.0, ""),)
    inside = bool(told) and not any(name == leaning.OUT for name, _, _ in told) and last[1] >= PLAIN
    return inside and not leaning.surely_outside(this.utterance) and bool(this.heard.readings and this.subject.programs)


def _of_a_check(sure: float) -> tuple[str, ...]:
    """What a part may ask that a check so sure settles: 给我们做个体检，看都符合哪些专项."""
    return (*ABOUT_US, "ask_overview") if sure >= PLAIN else ABOUT_US


def _long(this: Message) -> bool:
    """Whether the message has so many parts that the whole says less than its last question."""
    if leaning.plainly_none_of_ours(this.utterance):
        return False
    return len(this.utterance.parts) >= LONG and not (asks(this.intent) and this.utterance.confidence >= PART)


def _plain_part(this: Message, parts: Sequence[str]) -> bool:
    """Whether one part of several is so plainly a question that an unclear whole cannot be another."""
    plain = {name for name, chance, _ in this.utterance.parts if chance >= PLAIN}
    return len(this.utterance.parts) >= LONG and bool(plain & {*parts})


def _guessed(this: Message) -> tuple[str, ...]:
    """What an unclear message most likely asks, by what it names."""
    if this.intent not in ("out_of_scope", "inform") and this.utterance.confidence >= SURE or this.heard.readings:
        return ()
    text = this.utterance.text
    if this.conversation.active and not ASKING.search(text) or _scolds(this):
        return ()
    if this.conversation.named and ORDINAL.search(text):
        return (SAME,)
    inside = not leaning.surely_outside(this.utterance)  # 农机购置补贴怎么申请 names a business and is none of ours
    told = this.utterance.ids("technology") and not ASKING.search(text) and inside
    if this.business and (told or FITTING.search(text) and (inside or BELONGS.search(text))):
        return ("ask_technology",)
    if shared(this.guide, this.utterance.masked) >= QUOTED or quoted(this.guide, text):
        return ("ask_text",)
    if this.subject.figures and ABOUT_A_NUMBER.search(text) and this.intent != "out_of_scope":
        return ("ask_figure",)  # 自筹和财政的比例
    if this.utterance.ids("program", "family") and this.intent != "out_of_scope":
        return (_likeliest_question(this),)
    return ()


def _same_of_a_kind(this: Message) -> tuple[str, ...]:
    """The same of another kind of applicant, of whom a case is put: 我们是定西的企业呢."""
    return (SAME,) if case_put(this) and "choice" in this.kinds_told else ()


def _which_way(this: Message) -> tuple[str, ...]:
    """Of two ways of applying for a program that is named: who applies for it, else what the guide leaves out."""
    if not (this.utterance.ids("program", "family") and WAYS.search(this.utterance.text)) or this.conversation.check:
        return ()
    return ("ask_requirements",) if this.utterance.ids(WHO) else ("ask_other",)


def _scolds(this: Message) -> bool:
    """Whether a part of the message is plainly out of scope and none asks anything (你就是个废物，连重大专项都不知道)."""
    return not this.parts_asked and any(
        name == "out_of_scope" and chance >= PART for name, chance, _ in this.utterance.parts
    )


def _likeliest_question(this: Message) -> str:
    """What is most likely asked of a program that is named, whatever else the message could be; at least what it is."""
    return next(likely(this.utterance.ranking), "ask_program")

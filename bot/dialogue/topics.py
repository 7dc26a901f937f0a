"""What a message asks: the topics of docs/contract.md, by its intent, by its parts, or by words that decide alone."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.requirements import COUNTED, alluded, programs_testing
from bot.dialogue import leaning
from bot.dialogue.business import asks_of_nothing
from bot.dialogue.leaning import LEANING, PART, PLAIN, SURE, UNDERSTOOD
from bot.dialogue.message import ASK, GENERAL, OF_A_BUSINESS, SAME, Message, asks
from bot.dialogue.programs import EVERY, ORDINAL, counted_field, named_programs, programs_of_fields
from bot.dialogue.words import (
    ABOUT_US,
    ANY_OF_THEM,
    ASKING,
    BELONGS,
    CHINESE,
    CITING,
    COMPARING,
    FITTING,
    FOLLOWING,
    HOW_COUNTED,
    HOW_FAR,
    HOW_TO,
    INCLUDES,
    LISTING,
    MEANING,
    OF_A_FIGURE,
    OF_USE,
    OTHER_ONES,
    SHARED,
    UNSAID_AS,
    WHICH_ONES,
    WHOM,
    WHOSE_WORDS,
)
from bot.guide.search import IN_QUOTES, quoted, shared

MOST_TOPICS = 2
LONG = 4  # parts of a message whose whole says less than its last question
CITED = 4  # so many, where a sentence is asked for
QUOTED = 7  # so many characters of the guide in a row are no accident
NOT_BESIDE = ("ask_overview", "ask_directions", "ask_text", "ask_term", "ask_compare", SAME)
WORDS = ("text", "term", "overview")  # 第二个是什么 asks for none of these


def asked(this: Message, *, only_business: bool) -> tuple[str, ...]:
    """The topics that the message asks about, at most two; none where it asks nothing.

    ``only_business``: it does no more than say what the asker does.
    """
    wordless = not (only_business or CHINESE.search(this.utterance.text))  # CCUS alone says what one does
    if wordless or this.conversation.asked and not this.wonders:
        return ()
    plain = _told_by_its_words(this, only_business)
    if plain is not None:
        return plain
    intents = intents_asked(this) or _guessed(this)
    if intents[:1] == ("ask_technology",) and _how_to(this):
        return ()
    topics = [_last_topic(this) if intent == SAME else intent.removeprefix(ASK) for intent in intents]
    if this.conversation.named and ORDINAL.search(this.utterance.text) and len(this.subject.programs) < 2:
        topics = ["program" if topic in WORDS else topic for topic in topics]
    return tuple(dict.fromkeys(topics))[:MOST_TOPICS] or (("technology",) if this.asks_where else ())


def beside(this: Message) -> tuple[str, ...]:
    """Topics asked in parts of their own beside what is told of the asker, none of which a check would settle."""
    asked = [name for name in this.parts_asked if name not in ABOUT_US and name not in NOT_BESIDE]
    return tuple(dict.fromkeys(name.removeprefix(ASK) for name in asked))[:MOST_TOPICS]


def _told_by_its_words(this: Message, only_business: bool) -> tuple[str, ...] | None:
    """The topic where single words decide, whatever the intent; None where they leave it open."""
    if OTHER_ONES.search(this.utterance.text):
        return ("overview",)
    if only_business and not _asks_who(this):
        return ("technology",)
    told = next((topic for says, topic in BY_WORDS if says(this)), None)
    if told:
        return (told,)
    return () if leaning.beside_the_point(this.utterance, this.subject) else None


def _asks_a_meaning(this: Message) -> bool:
    """Whether it is asked what words in quotation marks mean."""
    return bool(MEANING.search(this.utterance.text) and IN_QUOTES.search(this.utterance.text))


def _asks_which(this: Message) -> bool:
    """Whether it is asked which those are that the guide calls so: 指南所称“重点高校”具体是哪几所."""
    words = quoted(this.guide, this.utterance.text) and IN_QUOTES.search(this.utterance.text)
    return bool(words and WHICH_ONES.search(this.utterance.text))


def _compares(this: Message) -> bool:
    """Whether several programs are named side by side and it is asked how they differ, or which to choose."""
    named = len(named_programs(this.guide, this.utterance)) == 2 or len(this.utterance.ids("program", "family")) == 2
    return bool(named and COMPARING.search(this.utterance.text)) and asks(this.intent)


def _asks_who(this: Message) -> bool:
    """Whether it is asked whom to go to with a program that is meant, where the rest of the words tells of a business."""
    meant = named_programs(this.guide, this.utterance) or programs_of_fields(this.guide, this.utterance)
    open_ = this.intent in (*OF_A_BUSINESS, "inform", "check")
    parts = {name for name, chance, _ in this.utterance.parts if asks(name) and chance >= SURE}
    beside = parts - {*OF_A_BUSINESS, "ask_section"}
    return bool(meant and open_ and not beside and WHOM.search(this.utterance.text))


def _lists(this: Message) -> bool:
    """Whether all that is wanted of a program is asked for, in words that leave the intent open."""
    unsure = this.intent in (*GENERAL, "check") and this.utterance.confidence < SURE
    return bool(unsure and this.subject.programs and LISTING.search(this.utterance.text))


def _follows_with_a_figure(this: Message) -> bool:
    """Whether 经费占比呢 follows what was asked of a program's numbers: the same about another number that it tests."""
    asked = this.conversation.topic in ("figure", "requirements") and not this.utterance.ids("program", "family")
    short = FOLLOWING.fullmatch(this.utterance.text) and not this.conversation.check
    return bool(asked and short and len(this.subject.programs) == 1 and alluded(this.guide, this.subject))


def _last_topic(this: Message) -> str:
    """What 那农业的呢 asks: what the message leans to, else what was asked last."""
    for intent, chance in this.utterance.ranking[1:2]:
        if asks(intent) and intent != SAME and chance >= LEANING:
            return intent.removeprefix(ASK)
    last = this.conversation.topic
    return "program" if last in (None, "overview", "technology") else str(last)


def _unsaid(this: Message) -> bool:
    """Whether a condition is asked for that the guide does not have, by a word for it (失信企业能报吗)."""
    words = [word for each in this.guide.silent_topics if each.condition for word in each.words]
    return this.intent in UNSAID_AS and any(word in this.utterance.text for word in words)


def _asks_whose_words(this: Message) -> bool:
    """Whether it is asked which program some words of the guide are of."""
    return bool(WHOSE_WORDS.search(this.utterance.text)) and shared(this.guide, this.utterance.text) >= QUOTED


def _of_a_counted_field(this: Message) -> bool:
    return bool(counted_field(this.guide, this.conversation, this.utterance.text))


def _cites(this: Message) -> bool:
    """Whether it is asked for a sentence of the guide by words that stand in it."""
    named = this.utterance.ids("program", "family")
    return bool(not named and CITING.search(this.utterance.text) and shared(this.guide, this.utterance.text) >= CITED)


def _how_to(this: Message) -> bool:
    """Whether something is wanted that no guide tells: 怎么治, 哪家好吃, 多少钱."""
    return bool(HOW_TO.search(this.utterance.text) and not BELONGS.search(this.utterance.text))


def intents_asked(this: Message) -> tuple[str, ...]:
    """The questions among the intents of the message and its parts, the one that counts most first."""
    whole, sure = this.intent, this.utterance.confidence
    if this.follows_up or this.asks_same_of_another:
        return (SAME,)
    parts = this.parts_asked
    last = tuple(dict.fromkeys(reversed(parts)))  # after a preamble the question comes last
    if parts and (parts[-1] not in _of_a_check(sure) if whole == "check" else _long(this)):
        return last
    if asks(whole) and sure >= UNDERSTOOD:
        return _instead(this, tuple(dict.fromkeys(parts if whole == SAME and parts else [whole, *parts])))
    if parts and (sure < SURE or whole == "inform" and not this.numbers_told or leaning.only_grumbles(this.utterance)):
        return last
    return ()


def _of_a_check(sure: float) -> tuple[str, ...]:
    """What a part may ask that a check so sure settles: 给我们做个体检，看都符合哪些专项."""
    return (*ABOUT_US, "ask_overview") if sure >= PLAIN else ABOUT_US


def _long(this: Message) -> bool:
    """Whether the message has so many parts that the whole says less than its last question."""
    return len(this.utterance.parts) >= LONG and not (asks(this.intent) and this.utterance.confidence >= PART)


def _instead(this: Message, intents: tuple[str, ...]) -> tuple[str, ...]:
    """Which program a named technology belongs to is asked even where the words ask for a program in general.

    And where nothing is named but a figure (收入那条线划在哪), it is the figure that is asked for.
    """
    if intents[:1] == ("ask_technology",) and leaning.only_a_figure(this.utterance):
        return ("ask_figure", *intents[1:])
    if intents[:1] == ("ask_compare",) and (second := _rather_than_to_compare(this)):
        return (second, *intents[1:])
    if intents[:1] == ("ask_text",) and (second := _rather_than_a_passage(this)):
        return (second, *intents[1:])
    if unsaid := leaning.rather_unsaid(this.utterance, this.subject, intents[0]):
        return (unsaid, *intents[1:])
    if this.business and not this.subject.programs and not EVERY.search(this.utterance.text):
        return tuple("ask_technology" if intent in GENERAL else intent for intent in intents)
    return intents


def _rather_than_to_compare(this: Message) -> str | None:
    """What else an unclear message asks that has but one thing in it to compare."""
    two = len({*this.subject.programs, *this.conversation.programs}) > 1 or len(this.utterance.mentions) > 1
    if two or this.utterance.confidence >= SURE:
        return None
    others = (name for name, chance in this.utterance.ranking[1:3] if asks(name) and chance >= LEANING)
    return next((name for name in others if name != SAME), None)


def _rather_than_a_passage(this: Message) -> str | None:
    """What else a short question about a program in hand (条件说说) asks, where no words of the guide are sought."""
    words, sought = this.utterance.text, this.utterance.confidence >= SURE
    if sought or not this.conversation.programs or CITING.search(words) or quoted(this.guide, words):
        return None
    return next((name for name, chance in this.utterance.ranking[1:2] if asks(name) and chance >= LEANING), None)


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
    if this.utterance.ids("program", "family") and this.intent != "out_of_scope":
        return (_likeliest_question(this),)
    return ()


def _scolds(this: Message) -> bool:
    """Whether a part of the message is plainly out of scope and none asks anything (你就是个废物，连重大专项都不知道)."""
    return not this.parts_asked and any(
        name == "out_of_scope" and chance >= PART for name, chance, _ in this.utterance.parts
    )


def _likeliest_question(this: Message) -> str:
    """What is most likely asked of a program that is named, whatever else the message could be; at least what it is."""
    asked = (name for name, chance in this.utterance.ranking if asks(name) and name != SAME and chance >= LEANING)
    return next(asked, "ask_program")


def _asks_how_far(this: Message) -> bool:
    """Whether it is asked how far a figure has to go (自筹要提高到多少), in whatever words of supposing."""
    another = asks(this.intent) and this.intent != "ask_figure"  # 财政能要到多少 asks for an amount
    return bool(this.subject.figures and HOW_FAR.search(this.utterance.text)) and not (this.numbers_told or another)


def _asks_what_counts(this: Message) -> bool:
    """Whether it is asked what belongs to a number (年收入包括财政补助吗): the guide names it, and says no more."""
    numbers = [each for each in this.subject.figures if this.guide.figure[each].kind in ("money", "people")]
    asked = INCLUDES.search(this.utterance.text) and ASKING.search(this.utterance.text)
    return bool(numbers and asked) and not (this.numbers_told or this.subject.terms)


def _asks_how_counted(this: Message) -> bool:
    """Whether it is asked by what a number that is named is counted: 研发支出占比按一个年度算还是几年累计."""
    numbers = [each for each in this.subject.figures if this.guide.figure[each].kind in COUNTED]
    asked = HOW_COUNTED.search(this.utterance.text) and ASKING.search(this.utterance.text)
    return bool(numbers and asked) and this.utterance.confidence < PART and not this.numbers_told


def _asks_of_nothing(this: Message) -> bool:
    """Whether it is asked what may be applied for by nobody in particular, after nothing that tells of anybody."""
    alone = not (this.conversation.programs or this.conversation.check or this.utterance.mentions)
    return alone and this.intent == "ask_technology" and asks_of_nothing(this.utterance.text)


def _asks_what_is_shared(this: Message) -> bool:
    """Whether it is asked what several programs demand alike: 平台类四个专项共通的要求."""
    return len(this.subject.programs) > 1 and bool(SHARED.search(this.utterance.text))


def _asks_where_it_counts(this: Message) -> bool:
    """Whether it is asked which program wants what is named and no more: 科技创新型企业的牌子哪个专项用得上."""
    named = {each.kind for each in this.utterance.mentions}
    choices = {each.id for each in this.guide.figures if each.kind == "choices"}
    only = named & choices and named <= choices | {"applicant_type"}
    return bool(only and OF_USE.search(this.utterance.text)) and not this.conversation.check


def _supposes_of_a_rule(this: Message) -> bool:
    """Whether it is supposed that something demanded were lacking, of nobody: 要是没有高企证还有别的资质能顶吗."""
    named = [each.kind for each in this.utterance.mentions if each.kind in this.guide.figure]
    figures = (*this.subject.figures, *named)
    demanded = set(programs_testing(this.guide, figures)) & set(this.subject.programs)
    nothing_told = not (this.heard.readings or this.heard.bare or this.conversation.check)
    return bool(this.intent == "what_if" and demanded and nothing_told and ASKING.search(this.utterance.text))


# In this order: the first that holds decides.
BY_WORDS: tuple[tuple[Callable[[Message], object], str], ...] = (
    (lambda this: this.outside, "technology"),
    (_asks_of_nothing, "overview"),
    (lambda this: this.utterance.ids("technology") and ANY_OF_THEM.search(this.utterance.text), "technology"),
    (_unsaid, "other"),
    (_asks_what_is_shared, "requirements"),
    (_asks_where_it_counts, "figure"),
    (_supposes_of_a_rule, "figure"),
    (lambda this: this.quotes_a_threshold, "figure"),
    (_asks_a_meaning, "term"),
    (_asks_which, "text"),
    (lambda this: OF_A_FIGURE.search(this.utterance.masked), "figure"),
    (_asks_how_far, "figure"),
    (_asks_what_counts, "other"),
    (_asks_how_counted, "figure"),
    (_compares, "compare"),
    (_asks_whose_words, "text"),
    (_follows_with_a_figure, "figure"),
    (_asks_who, "section"),
    (_lists, "requirements"),
    (_of_a_counted_field, "directions"),
    (_cites, "text"),
)

"""What a message asks rather than what its intent says: a ratio and no amount, a passage, a program by a business that is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.answers.checks import WHO
from bot.answers.requirements import demanding
from bot.dialogue.hearing import leaning
from bot.dialogue.hearing.leaning import LEANING, PART, SURE
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.hearing.of_amounts import given as given_by_others
from bot.dialogue.hearing.parts import ASK, SAME, SUBMISSION, asks
from bot.dialogue.hearing.put_up_words import COUNTS, FINE
from bot.dialogue.hearing.signs import OTHER, has_sign
from bot.dialogue.office_words import PLACE_HANDED_IN
from bot.dialogue.subject.programs import EVERY
from bot.dialogue.words import CITING, HOW_MUCH
from bot.guide.search import quoted, speaks_of

IF_SUPPORTED = re.compile(
    "(?:有|给|能|可以)(?:什么|啥)?(?:支持|扶持)[吗么不没]|支不支持|支持[吗么不没]|(?:有没有|有无)(?:支持|扶持)"
)


_IN_ALL = re.compile("(?:总共|一共|统共|拢共|全部)(?:[都就]|还)?(?:是|有|分|列|设)?(?:哪|几|多少|什么|啥)")
_WHATEVER = re.compile(
    "都(?:是|有|设|分)(?:些|了|着)?(?:什么|啥|哪些?|几)(?![^，。；？?]{0,6}(?:适合|能报|可以报))|(?:数|报|念|列|说)一遍|(?:挨个|逐个|一个个)(?:数|报|念|列|说)"
)
_OF_SEVERAL = re.compile(
    "几|多|[一两二三四五六七八九十1-9][个项份]|同时|一起|一块|都|再|又|重复|另|只能|数|名额|限|已经?|其他项目|别的|上[一个]|兼|拿过|获|立项|去年|往年|承担"
)
_GIVEN = re.compile("[给批补拨]|拿[到得]|资助")


def rather(this: Message, intents: tuple[str, ...]) -> tuple[str, ...]:
    """Which program a named technology belongs to is asked even where the words ask for a program in general.

    And where nothing is named but a figure (收入那条线划在哪), it is the figure that is asked for.
    """
    if intents[:1] == ("ask_technology",) and leaning.only_a_figure(this.utterance):
        return ("ask_figure", *intents[1:])
    if intents[:1] == ("ask_compare",) and (second := _rather_than_to_compare(this)):
        return (second, *intents[1:])
    if intents[:1] == ("ask_text",) and (second := _rather_than_a_passage(this)):
        return (second, *intents[1:])
    if other := _rather_than_the_unsaid(this, intents[0]):
        return (other, *intents[1:])
    if unsaid := leaning.rather_unsaid(this.utterance, this.subject, intents[0]):
        return (unsaid, *intents[1:])
    of_all = EVERY.search(this.utterance.text) or _asks_for_all(this)
    if this.business and not this.subject.programs and not of_all:
        return tuple("ask_technology" if intent in GENERAL else intent for intent in intents)
    return intents


def _asks_for_all(this: Message) -> bool:
    """Whether whoever tells what he does asks for all that there is: 我做阀门的，你们这儿总共有哪几样; 种菜的，都有啥专项，说一下嘛."""
    plain = this.intent == "ask_overview" and this.utterance.confidence >= PART
    last = this.parts_asked[-1:] == ("ask_overview",)
    return plain and bool(_IN_ALL.search(this.utterance.text)) or last and bool(_WHATEVER.search(this.utterance.text))


def _rather_than_the_unsaid(this: Message, intent: str) -> str | None:
    """What the guide tells that is asked where the message seems to ask for what it leaves out."""
    if intent == "ask_amount" and leaning.asks_for_a_ratio(this.guide, this.utterance):
        return "ask_figure"
    if intent == "ask_amount" and _asks_how_much_is_demanded(this):
        return "ask_figure"
    if intent == "ask_amount" and _asks_for_support(this):
        return "ask_directions"
    if intent == "ask_quota" and takes_one_kind(this):
        return "ask_requirements"
    return "ask_requirements" if _puts_up_a_rule(this, intent) else None


def takes_one_kind(this: Message) -> bool:
    """Whether it is told as which kind one applies, and no word is of more than one project: 那按其他算，重大那个还能报吗."""
    return this.heard.value(WHO) is not None and not _OF_SEVERAL.search(this.utterance.text)


def _puts_up_a_rule(this: Message, intent: str) -> bool:
    """Whether what seems to ask for what the guide leaves out, and has no word for it, puts something up for judgment right
    after the rules were told: 区属医院不在这三类里，是否就不能报了."""
    text = this.utterance.text
    left_out = [each for each in this.guide.silent_topics if f"{ASK}{each.topic}" == intent]
    judging = any(words.search(text) for words in (FINE, COUNTS)) and not this.conversation.check
    plainly = this.utterance.confidence >= PART and has_sign(intent.removeprefix(ASK), text) and intent != OTHER
    told = plainly or any(speaks_of(each, text) for each in left_out)
    return bool(left_out and judging and this.follows_a_rule) and not told


def _asks_how_much_is_demanded(this: Message) -> bool:
    """Whether it is asked how large an amount has to be that a program in hand demands, and not how much is given: 前一个投资得多大."""
    amount = next((each for each in this.guide.silent_topics if each.topic == "amount"), None)
    ours = [each for each in this.subject.figures if each not in given_by_others(this)]
    money = [each for each in ours if this.guide.figure[each].kind == "money"]
    tested = demanding(this.guide, money, this.subject.programs)
    given = _GIVEN.search(this.utterance.text) or amount and speaks_of(amount, this.utterance.text)
    return bool(tested and HOW_MUCH.search(this.utterance.text)) and not given


def _asks_for_support(this: Message) -> bool:
    """Whether what seems to ask for an amount asks if a program that is named supports something: 升国家级有支持没."""
    amount = next((each for each in this.guide.silent_topics if each.topic == "amount"), None)
    named = this.utterance.ids("program", "family") and not (amount and speaks_of(amount, this.utterance.text))
    return bool(named and this.utterance.confidence < SURE and IF_SUPPORTED.search(this.utterance.text))


def _rather_than_to_compare(this: Message) -> str | None:
    """What else an unclear message asks that has but one thing in it to compare."""
    kinds = Counter(each.kind for each in this.utterance.mentions)
    two = len({*this.subject.programs, *this.conversation.programs}) > 1 or max(kinds.values(), default=0) > 1
    if two or this.utterance.confidence >= SURE:
        return None
    return next(likely(this.utterance.ranking[1:3]), None)


def _rather_than_a_passage(this: Message) -> str | None:
    """What else a short question about a program in hand (条件说说) asks, where no words of the guide are sought."""
    words, sought = this.utterance.text, this.utterance.confidence >= SURE
    if PLACE_HANDED_IN.search(words) and not quoted(this.guide, words):
        return SUBMISSION
    if sought or not this.conversation.programs or CITING.search(words) or quoted(this.guide, words):
        return None
    return next((name for name, chance in this.utterance.ranking[1:2] if asks(name) and chance >= LEANING), None)


def likely(ranking: Sequence[tuple[str, float]]) -> Iterator[str]:
    """The questions of their own in a ranking that are not out of the question."""
    return (name for name, chance in ranking if asks(name) and name != SAME and chance >= LEANING)

"""Steps for what the applicant tells the check to do: stop, go on, say how it stands, why it asks, ask again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.answers.reply import Reply, render, talk
from bot.dialogue.answering import reasons
from bot.dialogue.checking import check, skipping, standing, switching, taking
from bot.dialogue.checking import commands as orders
from bot.dialogue.hearing.demanded import asks_if_demanded_at_all
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import SURE
from bot.dialogue.order_words import (
    AGAIN,
    AGREED,
    ASKS_WHY,
    CAME_BACK,
    CHECKING,
    GO_ON,
    LOST,
    MAY_CORRECT,
    OWN_AGAIN,
    PRINTED,
    RECEIPT,
    RECORDED,
    RESULT,
    SAY_AGAIN,
    STOPPING,
    TOLD,
    WHY_SO,
)
from bot.dialogue.standing_words import (
    DONE_YET,
    ENOUGH,
    NEXT,
    NOTED,
    SETTLED_ON,
    STILL_ASKED,
    TOO_MANY,
    WHERE_IT_IS,
)
from bot.dialogue.state import Conversation
from bot.dialogue.steps.asking import answered
from bot.dialogue.subject.called import goes_through_all, orders_all
from bot.dialogue.subject.leaving import wanted_instead
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import ANY_OF_THEM
from bot.figures.wording.stance import corrects
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]


def explain(this: Hearing) -> Outcome | None:
    """Asks the open question again, or tells why it is asked."""
    text, asked = this.utterance.text, this.conversation.asked
    if not asked or this.heard.readings or this.utterance.ids("program", "family"):
        return None
    if skipping.waits(text):
        again = check.ask_again(this.guide, this.conversation)
        return this.conversation, Reply(render("waits") + "\n" + again.text, again.payload)
    leaves = this.intent in ("stop", "bye") or STOPPING.search(text)  # 好，先这样
    if any(words.fullmatch(text) for words in (SAY_AGAIN, GO_ON, AGREED)) and not leaves or AGAIN.search(text):
        return this.conversation, check.ask_again(this.guide, this.conversation)
    stands = this.commands and this.intent == "status"  # 哪条没过
    return _why(this) if not stands and _wonders_why(this) else None


def _wonders_why(this: Hearing) -> bool:
    """Whether it is asked why, how much is enough or whether it must be told: 凭什么要省级的, 多少才够, 占比够了吗."""
    text = this.utterance.text
    if LOST.fullmatch(text) or WHY_SO.search(text):
        return True
    why = ASKS_WHY.match(text) and not standing.asked(this) or ENOUGH.search(text) and reasons.rule(this)
    return bool(why) and not this.topics


def _why(this: Hearing) -> Outcome:
    """The rule or the paper that a why is about, of a number the rule; else why the open question is asked."""
    found = [("materials", reasons.paper(this)), ("figure", reasons.rule(this))]
    for topic, about in reversed(found) if this.utterance.of("quantity") else found:
        if about:
            return answered(replace(this, subject=about), (topic,))
    return orders.why(this.guide, this.conversation)


def commands(this: Hearing) -> Outcome | None:
    """What is done with the check because of single words, or of the intent."""
    of_a_rule = asks_if_demanded_at_all(this)  # 没有合同就报不了是吧
    told = None if this.heard.readings or of_a_rule else _told_by_words(this)
    return told or _told_by_intent(this)


def _told_by_intent(this: Hearing) -> Outcome | None:
    if not this.commands or this.intent == "status" and _asks_of_all(this):
        return None
    if this.intent == "why" and this.topics and not this.conversation.check:
        return None  # 那这两处有啥分别，领导要问
    if this.answered_first:
        kept, then = taking.keep(this.guide, this.conversation, this.heard)
        if then and not kept.active:
            return kept, then
        this = replace(this, conversation=kept)
    if this.intent == "stop":
        return _stopped(this)
    if this.intent == "why" and this.conversation.check:
        return _why(this)
    if this.intent == "why" and this.subject.programs:  # 为什么重大不行, where nothing was checked
        return answered(this, ("requirements",))
    return orders.COMMANDS[this.intent](this.guide, this.conversation)


def _asks_of_all(this: Hearing) -> bool:
    """Whether it is asked in the check of one program what may be applied for: 看能报哪些 begins the check of all."""
    return len(this.conversation.check) == 1 and this.applies and bool(ANY_OF_THEM.search(this.utterance.text))


def _told_by_words(this: Hearing) -> Outcome | None:
    """What is done with a check because of single words, where nothing is said of the applicant."""
    told = next((do for says, do in BY_WORDS if says(this)), None)
    return told(this) if told else None


def _stops(this: Hearing) -> bool:
    return bool(this.conversation.active and STOPPING.search(this.utterance.text))


def _stopped(this: Hearing) -> Outcome:
    """The check is left: for its result, for another program, or for good (for a question: checking/left.py)."""
    guide, conversation = this.guide, this.conversation
    if RESULT.search(this.utterance.text):
        return orders.result(guide, conversation)
    if orders_all(this.utterance.text):  # 算了，全部专项都查一遍
        return check.start(guide, conversation, tuple(guide.program))
    if only := switching.only_wanted(this):
        return check.start(guide, conversation, only)
    begins = conversation.check or CHECKING.search(this.utterance.text)  # 算了，查重大专项
    if begins and (instead := wanted_instead(this.utterance, guide, conversation.check)):
        return check.start(guide, conversation, instead)
    return orders.stop(guide, conversation)


def _asks_what_is_next(this: Hearing) -> bool:
    """Whether 下一题, 跳过 or 不知道 comes where nothing is asked any more."""
    ended = check.is_complete(this.guide, this.conversation) and this.conversation.judged
    skips = this.intent == "unknown" and this.utterance.confidence >= SURE and not (this.heard.mentions or this.wonders)
    return ended and bool(skips or NEXT.fullmatch(this.utterance.text))


def _asks_why_of_a_rule(this: Hearing) -> bool:
    """Whether it is asked why something is demanded that is named, while no check asks for anything: 凭啥自筹要三倍."""
    why = ASKS_WHY.search(this.utterance.text) and not (this.conversation.asked or this.topics)
    return bool(why and (reasons.paper(this) or reasons.rule(this)))


def _asks_if_it_is_done(this: Hearing) -> bool:
    """Whether 好了没 comes while the check still asks."""
    return this.conversation.active and bool(DONE_YET.fullmatch(this.utterance.text))


def _thank(this: Hearing) -> Outcome:
    return this.conversation, check.asked_again(this.guide, this.conversation, talk("thanks"))


def _settles_on_one(this: Hearing) -> bool:
    """Whether the one program in hand is settled on, and no check of it waits for an answer."""
    one = len(this.conversation.programs) == 1 and not this.conversation.active
    return one and bool(SETTLED_ON.fullmatch(this.utterance.text))


def _hand_it_in(this: Hearing) -> Outcome:
    """Who takes the application, and what belongs to it."""
    return answered(
        replace(this, subject=replace(this.subject, programs=this.conversation.programs)), ("section", "materials")
    )


def _nothing_left(this: Hearing) -> Outcome:
    return this.conversation, orders.nothing_left()


def _corrects_nothing(this: Hearing) -> bool:
    """Whether something is said to be wrong, and neither what nor what is right: 我搞错了."""
    wrong = this.intent == "correct" and this.utterance.confidence >= SURE and corrects(this.utterance.text)
    return bool(wrong and this.conversation.figures and not (this.asks or this.heard.bare or this.heard.mentions))


def _resumes_by_name(this: Hearing) -> bool:
    return this.commands and this.intent == "resume" and bool(named_programs(this.guide, this.utterance))


def _says(words: re.Pattern[str]) -> Callable[[Hearing], bool]:
    return lambda this: bool(words.search(this.utterance.text))


def _is(words: re.Pattern[str]) -> Callable[[Hearing], bool]:
    return lambda this: bool(words.fullmatch(this.utterance.text))


def _is_in_a_check(words: re.Pattern[str]) -> Callable[[Hearing], bool]:
    return lambda this: bool(this.conversation.check and words.fullmatch(this.utterance.text))


def _in_a_check(words: re.Pattern[str]) -> Callable[[Hearing], bool]:
    return lambda this: bool(this.conversation.check and words.search(this.utterance.text))


def _order(do: Callable[[Guide, Conversation], Outcome]) -> Callable[[Hearing], Outcome]:
    return lambda this: do(this.guide, this.conversation)


def _own_again(this: Hearing) -> Outcome:
    return orders.status(this.guide, this.conversation.but(hypothesis={}))


def _wants_it_printed(this: Hearing) -> bool:
    """Whether 打印一份给我 or 有没有报告 comes right after a verdict, so that it is that of the check."""
    ended = check.is_complete(this.guide, this.conversation) and this.conversation.judged
    return ended and bool(PRINTED.fullmatch(this.utterance.text))


def _goes_through_all(this: Hearing) -> bool:
    return bool(this.conversation.check and goes_through_all(this.utterance.text))


def _check_all(this: Hearing) -> Outcome:
    return check.start(this.guide, this.conversation, tuple(this.guide.program))


def _by_name(this: Hearing) -> Outcome:
    return check.start(this.guide, this.conversation, named_programs(this.guide, this.utterance))


# In this order: the first that holds decides.
BY_WORDS: tuple[tuple[Callable[[Hearing], bool], Callable[[Hearing], Outcome]], ...] = (
    (_stops, _stopped),
    (_is(CAME_BACK), standing.comes_back),
    (_is_in_a_check(WHERE_IT_IS), standing.where_it_is),
    (_asks_what_is_next, _nothing_left),
    (_goes_through_all, _check_all),
    (_asks_why_of_a_rule, _why),
    (_is(NOTED), _thank),
    (_settles_on_one, _hand_it_in),
    (_says(TOLD), _order(orders.told)),
    (_in_a_check(RECORDED), _order(orders.told)),
    (_says(RECEIPT), _order(orders.receipt)),
    (_wants_it_printed, _order(orders.receipt)),
    (_in_a_check(MAY_CORRECT), _order(orders.may_correct)),
    (_corrects_nothing, _order(partial(orders.may_correct, asked=False))),
    (standing.which_are_in, standing.tell_which),
    (_is_in_a_check(OWN_AGAIN), _own_again),
    (_in_a_check(TOO_MANY), _order(orders.left)),
    (_is_in_a_check(STILL_ASKED), _order(orders.left)),
    (_asks_if_it_is_done, _order(orders.left)),
    (standing.wants_the_nearest, standing.check_the_nearest),
    (standing.said_back, standing.verdict_again),
    (standing.asked, standing.answer),
    (_resumes_by_name, _by_name),
    (switching.asks_for_another, switching.ask_which),
    (switching.narrows, switching.narrow),
)

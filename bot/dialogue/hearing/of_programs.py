"""Whether single words ask of programs as such: how they differ, whether there is one, what fields it has, all that it demands, what
stands at a place of the list just given, whether several may be applied for at once."""

from __future__ import annotations

import re

from bot.dialogue.hearing.counted import counted_materials, counted_requirements
from bot.dialogue.hearing.leaning import LONG, PART, PLAIN, SURE
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.hearing.parts import SAME, asks
from bot.dialogue.subject.called import puts_side_by_side
from bot.dialogue.subject.fields import dividing
from bot.dialogue.subject.placed import counted_field
from bot.dialogue.subject.programs import BOTH, named_programs
from bot.dialogue.words import (
    COMPARING,
    ELIGIBLE,
    IS_THERE,
    LISTING,
    OF_A_FIGURE,
    ONE_THING,
    TELL_ALL,
    TORN_BETWEEN,
    WHICH_FIELDS,
    WORTH_MORE,
)
from bot.figures.wording.stance import clauses

_OF_A_PROGRAM = ("ask_section", "ask_materials", "ask_requirements", "ask_contact", "ask_amount", "ask_deadline")
_WHAT_FOR = re.compile(
    r"(?:那么?|哦|嗯|[，, ])*(?:它|他|这一?个|那一?个|这|那|某专项|(?:这个?|那个?|该)(?:专项|项目))(?:专项|项目)?(?:又|到底|究竟|具体|主要|专门|都|是|用来|拿来)*"
    r"(?:干|弄|做|搞|整)(?:嘛|吗|啥|什么|甚)(?:事|用|使)?的?[呢呀啊来着？?。 ]*"
)
_SUPPORTED = re.compile("支[不没]支持|支持[吗么不没](?:$|[，,。？?])")
_AT_ONCE = re.compile(
    r"(?:能不能|可不可以|能|可以|让)(?:同时|一起|一次|一口气)?(?:申?报|申请)(?:[两二三四2-9]|好几)[个项](?:专项|项目)?[吗么不？?。 ]*$"
)


def asks_what_it_is_for(this: Message) -> bool:
    """Whether it is asked what the program in hand is for, in words of every day: 它干嘛的."""
    in_hand = this.conversation.programs and this.subject.programs and not this.heard.readings
    return bool(in_hand and _WHAT_FOR.fullmatch(this.utterance.masked))


def compares(this: Message) -> bool:
    """Whether several programs are named side by side and it is asked how they differ, or which to choose."""
    named = len(named_programs(this.guide, this.utterance)) == 2 or len(this.utterance.ids("program", "family")) == 2
    beside = puts_side_by_side(this.utterance.text)
    compared = COMPARING.search(this.utterance.text) and asks(this.intent)
    return bool(named and (beside or compared)) or _compares_both(this) or _asks_if_one(this)


def weighs(this: Message) -> bool:
    """Whether it is asked which of two programs that are named is worth more, whatever business is told before: 搞人工智能的，报
    高新技术产业化还是重大专项划算; 这两个拿不准，帮我掂量一下."""
    text = this.utterance.text
    weighed = WORTH_MORE.search(text) or TORN_BETWEEN.search(text) and not this.numbers_told
    return len(named_programs(this.guide, this.utterance)) == 2 and bool(weighed)


def _compares_both(this: Message) -> bool:
    """Whether it is asked how the two programs in hand differ, in words that are of no other question plainly: 这两处有什么分别."""
    text, named = this.utterance.text, this.utterance.ids("program", "family")
    both = len(this.subject.programs) == 2 and BOTH.search(text) and COMPARING.search(text)
    other = asks(this.intent) and this.utterance.confidence >= PART
    return bool(both) and not (named or other or this.heard.readings or this.conversation.active)


def _asks_if_one(this: Message) -> bool:
    """Whether it is asked if two programs, one of them perhaps in hand, are but one: 它和研发平台是一回事吗."""
    found = ONE_THING.search(this.utterance.text)
    programs = {*this.conversation.programs, *named_programs(this.guide, this.utterance)}
    return bool(found and this.utterance.ids("program", "family")) and len(programs) > 1 and this.wonders


def asks_if_there_is(this: Message) -> bool:
    """Whether all that is said is that a program that is named may exist: 引智项目有吗."""
    named = this.utterance.ids("program") and not this.conversation.active
    return bool(named and IS_THERE.fullmatch(this.utterance.masked))


def asks_if_it_supports(this: Message) -> bool:
    """Whether it is asked if something that is named for a program is supported, in words that are of no other question plainly:
    省级的孵化器支不支持."""
    named = this.utterance.ids("program") and not (this.utterance.ids("technology") or this.conversation.active)
    other = asks(this.intent) and this.utterance.confidence >= SURE
    return bool(named and _SUPPORTED.search(this.utterance.text)) and not other


def asks_of_a_figure(this: Message) -> bool:
    """Whether it is asked what is demanded of one figure, and not of all (条件是什么，对运行经费有规定吗)."""
    found = OF_A_FIGURE.search(this.utterance.masked)
    return found is not None and not LISTING.search(this.utterance.masked[: found.start()])


def asks_which_fields(this: Message) -> bool:
    """Whether it is asked how many or which fields a program in hand has, in words that leave the intent open: 共设哪几个领域."""
    open_ = this.intent in GENERAL or this.utterance.confidence < SURE
    other = this.numbers_told or this.utterance.ids("technology", *dividing(this.guide))
    about = {*this.subject.figures} <= {"technology"} and len(this.subject.programs) == 1
    return bool(open_ and about and not other and WHICH_FIELDS.search(this.utterance.text))


def lists(this: Message) -> bool:
    """Whether all that is wanted of a program is asked for, in words that leave the intent open."""
    unsure = this.intent in (*GENERAL, "check", "ask_compare") and this.utterance.confidence < SURE
    general = this.intent in GENERAL and this.utterance.confidence < PLAIN
    ends = (
        general or not this.heard.readings and (this.intent == "ask_requirements" or len(this.utterance.parts) >= LONG)
    )
    other = asks(this.intent) and this.intent not in (*GENERAL, SAME, "ask_text") and this.utterance.confidence >= PART
    if this.subject.programs and not other and TELL_ALL.search(this.utterance.text):
        return not (this.heard.readings or this.conversation.check)
    last = this.utterance.parts[-1][2] if this.utterance.parts else this.utterance.masked
    at_last = ends and LISTING.search(last)  # of a story, what it ends in is asked
    return bool(this.subject.programs and (unsure and LISTING.search(this.utterance.text) or at_last)) or lists_at_last(
        this
    )


def lists_at_last(this: Message) -> bool:
    """Whether a message that sounds like a wish for a check ends in asking for the conditions: 有个省级中心，想报研发平台，有什么条件."""
    last = [part.text for part in clauses(this.utterance.text)][-1:]
    listed = any(LISTING.search(words) and not ELIGIBLE.search(words) for words in last)
    asked = this.intent == "check" and this.parts_asked[-1:] == ("ask_requirements",)
    return asked and listed and bool(this.subject.programs) and not this.numbers_told


def of_a_counted_field(this: Message) -> bool:
    """Whether a field is meant by its place, and nothing that its program has as a whole is asked for (第三个归谁管)."""
    of_all = this.intent in _OF_A_PROGRAM and this.utterance.confidence >= SURE
    return not of_all and bool(counted_field(this.guide, this.conversation, this.utterance.text))


def of_a_counted_requirement(this: Message) -> bool:
    named = named_programs(this.guide, this.utterance)
    open_ = not this.conversation.active and (_of_the_list(this) or named)
    return bool(open_) and counted_requirements(this.guide, this.conversation, this.utterance.text, named) is not None


def of_a_counted_material(this: Message) -> bool:
    return _of_the_list(this) and bool(counted_materials(this.guide, this.conversation, this.subject))


def _of_the_list(this: Message) -> bool:
    """Whether the message may be about something in the list just given, and of no program by its name."""
    asked = asks(this.intent) or this.wonders
    return asked and not (this.utterance.ids("program", "family") or this.conversation.active)


def asks_for_several_at_once(this: Message) -> bool:
    """Whether it is asked if more than one may be applied for, whichever they are: 能报两个吗; 这两个都能报吗 names them."""
    return not this.conversation.active and bool(_AT_ONCE.search(this.utterance.text))

"""Whether single words ask of programs as such: how they differ, whether there is one, what fields it has, all that it demands, what
stands at a place of the list just given, whether several may be applied for at once."""

from __future__ import annotations

import re

from bot.dialogue.hearing.counted import counted_materials, counted_requirements
from bot.dialogue.hearing.leaning import LONG, PART, PLAIN, SURE
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.hearing.parts import SAME, asks
from bot.dialogue.program_words import WHAT_FOR, WHICH_ONE_IT_IS
from bot.dialogue.subject.called import puts_side_by_side
from bot.dialogue.subject.fields import dividing
from bot.dialogue.subject.nearness import PLAINLY, plainly_described
from bot.dialogue.subject.placed import counted_field
from bot.dialogue.subject.programs import BOTH, named_programs, programs_of_fields
from bot.dialogue.words import (
    ASKING,
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
from bot.nlu.dividing import topic_named

_OF_A_PROGRAM = ("ask_section", "ask_materials", "ask_requirements", "ask_contact", "ask_amount", "ask_deadline")
_SUPPORTED = re.compile("支[不没]支持|支持[吗么不没](?:$|[，,。？?])")
_SUPPORTS_WHAT = re.compile(
    "(?:各|分别|都)[^，。；？?]{0,4}支持(?:些|的)?(?:什么|啥|哪些)|[管]着?些?(?:什么|啥|哪[些几])(?:个|样)?(?:方?面|领域|方向)"
)
_TELL = re.compile(
    "(?:麻烦|请|烦请|能不能|能否|可以|你们?|您|给|跟|帮|我们?|咱们?|大概|简单|具体|详细|好好|先|也|就|[ ])*(?:讲|说|介绍|聊)(?:讲|说|介绍|聊|解)?(?:一?下子?|几句|两句|清楚|给我听|听听|一说)?(?:[呗吧嘛呢啊呀哈]|[？?。！!~ ])*"
)
_AT_ONCE = re.compile(
    r"(?:能不能|可不可以|能|可以|让)(?:同时|一起|一次|一口气)?(?:申?报|申请)(?:[两二三四2-9]|好几)[个项](?:专项|项目)?[吗么不？?。 ]*$"
)


def asks_what_it_is_for(this: Message) -> bool:
    """Whether it is asked what the program in hand is for, in words of every day: 它干嘛的."""
    in_hand = this.conversation.programs and this.subject.programs and not this.heard.readings
    return bool(in_hand and WHAT_FOR.fullmatch(this.utterance.masked))


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


def asks_what_each_supports(this: Message) -> bool:
    """Whether it is asked, of several programs or of a family, what each supports: 平台专项四个小的各支持啥; 社会发展专项都管些什么面."""
    open_ = this.intent in GENERAL or this.utterance.confidence < PART
    named = this.utterance.ids("program", "family") and not this.utterance.ids("technology")
    return bool(open_ and named and _SUPPORTS_WHAT.search(this.utterance.text))


def wants_it_told(this: Message) -> bool:
    """Whether the one program that is named, or told by its field, is to be told of, and nothing else is asked: 听说有个农业的项目，
    讲讲; 农村科管的那个农业科技创新，讲一下子呗."""
    *ahead, last = clauses(this.utterance.text)
    named = named_programs(this.guide, this.utterance) or programs_of_fields(this.guide, this.utterance)
    named = named or plainly_described(this.guide, this.utterance.described, PLAINLY)
    which = any(WHICH_ONE_IT_IS.search(part.text) for part in ahead)
    other = any(ASKING.search(part.text) and not WHICH_ONE_IT_IS.search(part.text) for part in ahead)
    elsewhere = this.conversation.check or not which and topic_named(this.utterance.text)
    unsure = this.intent in (*GENERAL, SAME) or this.utterance.confidence < PLAIN
    return bool(ahead and unsure and len(named) == 1 and _TELL.fullmatch(last.text)) and not (other or elsewhere)


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
    if "ask_section" in this.parts_asked:
        return False  # 科技园的呢，要满足什么要求也说下, after a section: both
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

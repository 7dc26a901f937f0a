"""Whether single words ask where a technology, or whoever has one, belongs: 在支持范围里吗, 农业支持还是社发支持, 那渔业呢."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.leaning import LEFT_OUT, PART, PLAIN, SURE
from bot.dialogue.hearing.message import OF_A_BUSINESS, Message
from bot.dialogue.hearing.of_all import asks_for_all
from bot.dialogue.hearing.parts import SAME, asks
from bot.dialogue.hearing.what_fits import asks_which, question_of_fit
from bot.dialogue.office_words import WHOM
from bot.dialogue.program_words import HEARD_OF, WHICH_ONE_IT_IS
from bot.dialogue.subject.business import OF_THE_GUIDE, question_where
from bot.dialogue.subject.business import asks_of_nothing as of_nothing
from bot.dialogue.subject.fields import TECHNOLOGY, fields_named
from bot.dialogue.subject.inside import IN_IT
from bot.dialogue.subject.nearness import plainly_described
from bot.dialogue.subject.programs import named_programs, programs_of_fields
from bot.dialogue.words import (
    AMONG,
    ANY_OF_THEM,
    COMPARING,
    FOLLOWING,
    IN_THAT_CLAUSE,
    INSIDE,
    IS_THERE_ONE,
    LISTING,
    SELF,
    SUPPORTED,
)
from bot.figures.numbers.quantities import quantities
from bot.figures.wording.stance import asks as asks_itself
from bot.figures.wording.stance import clause_at, clauses
from bot.guide.directions import match
from bot.guide.outside import outside
from bot.guide.search import wanting

OF_RULES = re.compile(r"要求|条件|门槛")
MUST_BE = re.compile(
    r"(?:必须|一定|非得?|只能|只有|限于|仅限|只限|只支持|只收|(?<![总觉懂晓记值显])得)(?:要|得)?(?:是|做|搞|有|属于)?"
)
# Of a technology beside several programs: which of them names it.
TAKES_IT = re.compile(r"支持|写|提[到及]|方向|归|算|放|报|走|适合|对口|属于|靠|挂")


def asks_of_a_technology(this: Message) -> bool:
    """Whether it is asked what may be applied for with a technology, and no more is told of the asker."""
    return bool(this.utterance.ids("technology") and ANY_OF_THEM.search(this.utterance.text)) and not asks_for_all(this)


def asks_whose_it_is(this: Message) -> bool:
    """Whether it is asked whom to turn to with a technology, in words that are of no other question plainly."""
    named = {each.kind for each in this.utterance.mentions} & {"program", "family", "section", "term"}
    named = named or {*programs_of_fields(this.guide, this.utterance)}  # 种百合的，农业那个项目寻谁
    named = named or {*wanting(this.guide.programs, this.utterance.text)}  # which a paper tells that one program wants
    unclear = this.utterance.confidence < SURE or this.intent == "ask_technology"
    asked = WHOM.search(this.utterance.text) and this.utterance.ids("technology")
    return bool(asked and unclear and not (named or this.conversation.active))


def asks_if_it_must_be(this: Message) -> bool:
    """Whether it is asked, of the one program in hand, if it is for some field alone: 只能是新材料的吗."""
    of_one = len(this.conversation.programs) == 1 and this.subject.programs == this.conversation.programs
    text = this.utterance.text
    parts = [clause_at(text, each.start) for each in this.utterance.of("technology", "track")]
    asked = this.wonders and any(MUST_BE.search(part.text) and not quantities(part.text) for part in parts)
    return bool(of_one and asked and not (SELF.search(text) or this.heard.readings))


def asks_of_nothing(this: Message) -> bool:
    """Whether it is asked what may be applied for by nobody in particular, after nothing that tells of anybody."""
    alone = not (this.conversation.programs or this.conversation.check or this.utterance.mentions)
    return alone and this.intent == "ask_technology" and of_nothing(this.utterance.text)


def asks_of_what_is_described(this: Message) -> bool:
    """Whether an unclear message asks for support of what a program is plainly there for: 想请个德国的焊接专家来带徒弟."""
    text, sure = this.utterance.text, this.utterance.confidence
    unsure = sure < PLAIN or not asks(this.intent)
    asked = (
        SUPPORTED.search(text)
        and sure < SURE
        or question_where(text)
        and sure < (PLAIN if this.intent in LEFT_OUT else PART)  # 专利想卖给企业，适合哪个专项
        or any(each.search(text) for each in (IS_THERE_ONE, HEARD_OF, WHICH_ONE_IT_IS))
        and (unsure or this.intent in OF_A_BUSINESS)
    )
    free = not (this.conversation.check or this.utterance.ids("program"))
    return bool(asked and free and plainly_described(this.guide, this.utterance.described))


def asks_if_inside(this: Message) -> bool:
    """Whether it is asked if something is among what a program supports."""
    figures = {each.kind for each in this.utterance.mentions} & {"figure", "term", "section"}
    return (
        this.intent in ("ask_directions", "ask_technology") and not figures and bool(INSIDE.search(this.utterance.text))
    )


def asks_which_takes_it(this: Message) -> bool:
    """Whether it is asked which of several programs a technology belongs to: 中药材农业支持还是社会发展支持."""
    named = {*named_programs(this.guide, this.utterance), *programs_of_fields(this.guide, this.utterance)}
    several = len(named) > 1 and this.utterance.ids("technology") and this.wonders
    of_rules = any(words.search(this.utterance.text) for words in (COMPARING, LISTING, WHOM, OF_RULES))
    about_it = (*OF_A_BUSINESS, "ask_directions", "ask_compare", "ask_text")
    plain = asks(this.intent) and this.intent not in about_it and this.utterance.confidence >= PLAIN
    other = of_rules or plain or this.subject.figures or this.numbers_told
    return bool(several and TAKES_IT.search(this.utterance.text)) and not other


def _names_a_field(this: Message) -> bool:
    """Whether a field of the one program in hand is called by its name."""
    (program, *more) = this.conversation.programs or ("",)
    fields = this.guide.program[program].directions if program and not more else ()
    return any(each.name.startswith(one.text) for each in fields for one in this.utterance.of("technology"))


# 生物医药能行, right after what one program supports: of that program.
IS_IT = re.compile(r"(?:能行|行不行|行[吗么不]|可以[吗么不]|可不可以|算不算|算[吗么不]|在不在|能不能行)[？?。！! ]*$")


def asks_of_its_field(this: Message) -> bool:
    """Whether it is asked, right after what one program supports, of a field of it: 生物医药能行."""
    return _asks_if_it_is(this) and _names_a_field(this)


# 那要是换成养奶牛、改良品种呢: what it would be of another business.
_INSTEAD = re.compile(
    "(?:[那哎，, ]|我们?|咱们?)*(?:要是|如果|假如|假设|若是?|那?换成|改成|换做|换作)[^，,。；;?？]*(?:[，,、][^，,。；;?？]*){0,2}(?:呢|的话|咋样|咋办|怎么样?)[^\\w]*"
)


# 我表弟是养羊的，那他呢: of the business that is told just before.
_AND_HE = re.compile(
    "(?:那么?|还有)*(?:[他她它](?:们|家)?|人家|[这那]一?家)(?:的|那[个边块种])?(?:呢|咋样|咋说|怎么样|怎么说|算不算|行不行|行吗)[^\\w]*$"
)


def supposes_another_business(this: Message) -> bool:
    """Whether, after it was told where a business belongs, another is supposed of which nothing is said but what it does."""
    after = this.conversation.topic == TECHNOLOGY and this.conversation.business and not this.conversation.check
    named = this.utterance.ids(TECHNOLOGY) or outside(this.guide, this.utterance.text)
    told = {reading.figure for reading in this.heard.readings} - {TECHNOLOGY, WHO}
    of_rules = told or this.utterance.ids(*OF_THE_GUIDE) or this.heard.bare
    supposed = _INSTEAD.fullmatch(this.utterance.text) or _AND_HE.search(this.utterance.text)
    return bool(after and named and not of_rules and supposed)


# 他的算哪个，要跑哪个科: where it belongs, which tells the section.
_WHICH_ONE = re.compile("[算归]在?(?:哪|什么|啥)(?:一?[个类块项条种])?(?:里|里面)?(?:[啊呀呢，,。？? ]|$)")
# 指南里有无对应方向: whether there is a place for it.
_HAS_A_PLACE = re.compile(
    "有(?:没有|无|没得)?[^，,。；;？?]{0,3}(?:对应|对口|合适|适合|相关|匹配)的?(?:支持|申报)?(?:方向|领域|专项|项目|类别|口子|条款)"
    "|(?:指南|文件|通知)[里上中]?面?(?:怎么|咋|如何)(?:写|说|提)"
)


def asks_where_and_whom(this: Message) -> bool:
    """Whether it is asked of a technology that is told where it belongs, and whom to turn to besides."""
    named = this.utterance.ids(*OF_THE_GUIDE) or this.conversation.check or not this.utterance.ids(TECHNOLOGY)
    text = this.utterance.text
    others = "，".join(part.text for part in clauses(text) if not WHOM.search(part.text)).strip("，,。；;！!？? ")
    where = _WHICH_ONE.search(WHOM.sub("", text)) or _HAS_A_PLACE.search(others) or asks_which(question_of_fit(others))
    return bool(not named and WHOM.search(text) and where)


def follows_with_a_field(this: Message) -> bool:
    """Whether another field of the one program in hand follows, right after something inside it: 那新能源那一块呢, after its
    field of new materials."""
    inside = this.conversation.topic in ("directions", "technology") and not this.conversation.check
    of_one = len(this.conversation.programs) == 1 and this.subject.programs == this.conversation.programs
    same = this.intent == SAME and FOLLOWING.fullmatch(this.utterance.text)
    return bool(inside and of_one and same and fields_named(this.guide, this.subject))


def _asks_if_it_is(this: Message) -> bool:
    of_one = this.conversation.topic == "directions" and len(this.conversation.programs) == 1
    return of_one and bool(IS_IT.search(this.utterance.text))


_IS_WRITTEN = re.compile("(?:有没有|有无|是否|没有?)(?:写|提|列|讲)(?:到|了|进去?|明)?")  # 农业专项有没有写滴灌


def _asks_if_written_elsewhere(this: Message) -> bool:
    """Whether it is asked if a program that is named writes of a technology that only others support: 农业专项有没有写滴灌."""
    named = {*this.utterance.ids("program")}
    made = "，".join(each.text for each in this.utterance.of("technology"))
    supporting = {each.program for each in match(this.guide, made)} if made else set()
    return bool(named and supporting and not named & supporting and _IS_WRITTEN.search(this.utterance.text))


_ENDS_ASKING = re.compile("[没不][，,。；;？?！! ]*$")  # 那文化创意的算在里面没


def _only_tells(text: str, place: int) -> bool:
    """Whether the clause that stands there asks nothing, and another of the message does."""
    asking = [part for part in clauses(text) if asks_itself(part.text) or _ENDS_ASKING.search(part.text)]
    return bool(asking) and not any(part.holds(place) for part in asking)


def asks_if_among(this: Message) -> bool:
    """Whether it is asked, after what a program supports, if something is among it: 里面有没有畜牧养殖, 那渔业呢."""
    technology = this.utterance.ids("technology") and this.conversation.programs and not this.numbers_told
    if _asks_if_written_elsewhere(this):
        return not this.numbers_told
    if this.conversation.topic == "directions" and _names_a_field(this):
        return False  # 航空航天呢, after the field of new materials
    of_another = this.intent == SAME and FOLLOWING.fullmatch(this.utterance.text)
    among = next(filter(None, (each.search(this.utterance.text) for each in (AMONG, IN_THAT_CLAUSE, IN_IT))), None)
    if among and _only_tells(this.utterance.text, among.start()):
        return False  # 重大专项里也写了玫瑰呀，这两个有啥不一样
    asked = among or of_another or _asks_if_it_is(this)
    after = (
        this.conversation.topic in ("directions", "technology", "program", "section", "text")
        and not this.conversation.active
    )
    return bool(technology and asked and after)


def puts_up_a_technology(this: Message) -> bool:
    """Whether it is a technology of which it is asked where else it may belong: 除了这个，医疗器械的研发能不能报别的."""
    return this.intent == "ask_technology" and bool(this.utterance.ids("technology")) and this.wonders

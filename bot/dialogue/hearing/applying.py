"""Whether the asker wants to know whether it may apply: 我们厂能不能报重大专项, 咱们能报啥, 合同还没签，能报吗."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing import topics
from bot.dialogue.hearing.demanded import IF_DEMANDED
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_all import asks_for_all
from bot.dialogue.hearing.of_itself import tells_of_itself
from bot.dialogue.hearing.parts import SAME
from bot.dialogue.hearing.rather import takes_one_kind
from bot.dialogue.subject.fields import is_pointed_at
from bot.dialogue.subject.passing import of_the_check
from bot.dialogue.subject.programs import meant
from bot.dialogue.words import (
    ABOUT_A_NUMBER,
    ABOUT_US,
    ANY_OF_THEM,
    ASKING,
    ELIGIBLE,
    FOR_WHOM,
    LISTING,
    LOOKING,
    ONLY_FACTS,
    REPORTED,
    SELF,
    WHICH,
    WISHED_OF_ONE,
    WISHES,
    WISHES_ONE,
)
from bot.figures.readings import Reading
from bot.figures.stated.unlisted import asked_whether_it_may
from bot.figures.wording.stance import asks as asks_itself
from bot.figures.wording.stance import clause_at, clauses

SEVERAL = 2  # facts of the asker
ASKS_OF_RULES = ("ask_requirements", "ask_figure", "ask_quota", "ask_other")
_HOW_MUCH = re.compile("多少(?![专项类])|多大|多高")
_ONE_RULE = re.compile("(?:满足|符合|达到)[^，。？?]{2,24}(?:规定|要求|标准|[这那]一?[条项])")
_OF_SOMETHING = re.compile("哪|什么|啥|几|多少")  # 要报哪些材料 asks for papers
_OF_MANY = re.compile(
    r"(?:各[类家个]?|所有|全体|每一?[个家]|转发|通知|面向|服务|辖区)[^，。]{0,3}$"
)  # 拟转发各企业 is nobody


def asks_whether_it_may(this: Message) -> bool:
    """Whether it does. Facts without a 我们 tell as much; a question that also asks for something else is a question."""
    text = this.utterance.text
    several = this.intent == "ask_quota" and this.utterance.confidence >= PART and not WISHES_ONE.search(text)
    several = several and not takes_one_kind(this)
    if REPORTED.search(text) or several and this.wonders or asks_of_rules_last(this):
        return False  # 企业老来问我能不能报兰白
    if not this.wonders and WISHED_OF_ONE.search(this.utterance.masked):
        return True
    if asks_for_all(this):
        return True
    if _asks_of_a_number(this):
        return False  # 单个企业可否报两项; 最少得有几个搞研发的，老师加学生凑一凑行不行
    other = {*topics.intents_asked(this)} - {*ABOUT_US, "ask_overview", SAME}
    elsewhere = other and not (_asks_it_beside(this) or _asks_it_of_facts(this))
    if this.wonders and (elsewhere or LISTING.search(text)) and not _asks_with_numbers(this):
        return False
    return _of_a_named_one(this) if this.utterance.ids("program", "family") else _of_none_named(this)


def _asking(this: Message) -> list[str]:
    """The clauses that ask."""
    return [part.text for part in clauses(this.utterance.text) if asks_itself(part.text)]


def _asks_it_beside(this: Message) -> bool:
    """Whether a clause of its own asks it of who tells something of itself, whatever the others ask: 去年收入2000万，重大专项能
    报吗？报的话找哪个科."""
    asking = _asking(this)
    may = any(ELIGIBLE.search(text) and not _OF_SOMETHING.search(text) for text in asking)
    return may and len(asking) > 1 and bool(this.heard.readings)


def _asks_it_of_facts(this: Message) -> bool:
    """Whether several facts are told and nothing is asked but whether they suffice: 使用权有，合同签了，看看符不符合."""
    asking = _asking(this)
    several = len({each.figure for each in this.heard.readings}) >= SEVERAL
    return several and not this.parts_asked and len(asking) == 1 and _asks_if_it_may(asking[0])


def asks_of_rules_last(this: Message) -> bool:
    """Whether what is asked comes last, is of the rules, and is not whether the asker may apply, whatever was told or wished
    before it: 想报兰白专项，听说要有外地的合作方，是不是真的这么定的."""
    asking = _asking(this)
    ruled = this.intent in ASKS_OF_RULES and this.utterance.confidence >= PART and not this.numbers_told
    return ruled and bool(asking) and not _asks_if_it_may(asking[-1])


def _asks_if_it_may(clause: str) -> bool:
    """Whether the words ask whether one may apply; how much is needed for it (投多少钱才够格) asks of a rule, and so does
    whether one rule is kept (是否满足关于研发机构的规定)."""
    of_a_rule = any(words.search(clause) for words in (_HOW_MUCH, _ONE_RULE, IF_DEMANDED))
    return not of_a_rule and any(words.search(clause) for words in (ELIGIBLE, ANY_OF_THEM, LOOKING))


def _of_none_named(this: Message) -> bool:
    """The same, where no program is named."""
    text = this.utterance.text
    of_us, business = SELF.search(text), this.utterance.ids("technology")
    in_a_check = this.conversation.check and this.intent != "ask_overview"  # 有哪些专项可以申报 is of nobody
    asker = of_us or in_a_check or is_introduced(this) or asked_whether_it_may(text)  # 个体户有啥能报的没
    which = ANY_OF_THEM.search(text) or WHICH.search(text)
    if ELIGIBLE.search(text) and is_pointed_at(this.guide, this.utterance) and not this.utterance.ids(WHO):
        return True
    described = () if business or which else meant(this.guide, this.utterance, sure=True)
    described = (
        described if {*described} - {*this.conversation.check} else ()
    )  # of what is being checked, it asks a rule
    changed = in_a_check and any(_is_told_apart(this, each) for each in this.heard.readings)
    if (changed or of_us and described) and ELIGIBLE.search(text):
        return True  # 那就没有合作方了，还能报吗; 引进一位德国专家，我们够条件不
    return bool(asker and ANY_OF_THEM.search(text) and not (business or this.leads_somewhere))


def is_introduced(this: Message) -> bool:
    """Whether a clause ahead of what is asked says but what kind of applicant asks: 刚成立的科技公司，都能报啥."""
    text = this.utterance.text
    ahead = (part for part in clauses(text) if part.end < len(text) and not asks_itself(part.text))
    kinds = [each for each in this.utterance.of("applicant_type") if not each.text.startswith("其")]
    return any(
        part.holds(each.start)
        and not (text[each.end : part.end].strip("，,。；; 的") or _OF_MANY.search(text[part.start : each.start]))
        for part in ahead
        for each in kinds
    )


def _of_a_named_one(this: Message) -> bool:
    """The same, of a program that is named."""
    text, masked = this.utterance.text, this.utterance.masked
    if FOR_WHOM.search(masked) and not SELF.search(text):
        return False  # 只认高校吗，企业行不行 asks whom it is for
    if WISHES.fullmatch(masked) or ELIGIBLE.search(text) and tells_of_itself(this):
        return True
    told = of_the_check(this.guide, this.conversation, this.utterance, this.heard, this.subject.programs)
    of_us, business = SELF.search(text), this.utterance.ids("technology")
    kinds = {each.kind for each in this.utterance.of("track", "applicant_type")}  # 不属于高校也不属于科研机构 is one
    facts = [*told.readings, *business, *kinds]
    if len(facts) > 1 and (LOOKING.search(text) or ONLY_FACTS.fullmatch(masked)):
        return True
    apart = any(_is_told_apart(this, each) for each in told.readings)
    ours = of_us or business or apart or len(facts) > 1 or facts and not ASKING.search(text)
    return bool(ELIGIBLE.search(text) and ours)


def _asks_of_a_number(this: Message) -> bool:
    """Whether it is plainly asked how much a rule demands, and nothing is told by which it could be judged."""
    if this.asks_last:
        return True
    plain = this.intent == "ask_figure" and this.utterance.confidence >= PLAIN
    return plain and not this.heard.readings and bool(ABOUT_A_NUMBER.search(this.utterance.text))


def _is_told_apart(this: Message, said: Reading) -> bool:
    """Whether a yes or no stands in a clause of its own before what is asked: 合同还没签，能报吗."""
    yes_no = this.guide.figure[said.figure].kind == "yes_no"
    return yes_no and not asks_itself(clause_at(this.utterance.text, said.start).text)


def _asks_with_numbers(this: Message) -> bool:
    """Whether numbers are told and it is asked what they are good for, in words that ask for nothing else as surely."""
    unsure = this.utterance.confidence < SURE and not this.parts_asked
    return bool(unsure and this.numbers_told and ANY_OF_THEM.search(this.utterance.text))

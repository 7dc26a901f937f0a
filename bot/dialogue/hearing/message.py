"""One message with everything beside it that tells how it is meant: the conversation, its readings, its subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.dialogue.hearing.asked_or_told import AskedOrTold
from bot.dialogue.hearing.cooperation import asks_where_it_belongs
from bot.dialogue.hearing.corrected import figures_meant
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.parts import ASK, SAME, asks
from bot.dialogue.hearing.said_again import means_another, wants_it_said_again
from bot.dialogue.hearing.what_fits import asks_what_fits
from bot.dialogue.office_words import HANDED_IN, NUMBER_TO_CALL, WHOM
from bot.dialogue.order_words import ARE_YOU, ARE_YOU_ONE
from bot.dialogue.subject.business import (
    OF_THE_GUIDE,
    leads_somewhere,
    named_alone,
    only_scolds,
    only_told,
    question_where,
    states,
    tells_a_business,
)
from bot.dialogue.subject.fields import dividing
from bot.dialogue.subject.narrowing import narrows_the_section
from bot.dialogue.subject.nearness import resembles
from bot.dialogue.subject.rather_than import meant_rather
from bot.dialogue.words import (
    ABOUT_US,
    ANY_OF_THEM,
    ASKING,
    BELONGS,
    ELIGIBLE,
    FITTING,
    HOW_MUCH,
    HOW_MUCH_THEN,
    ONLY_A_KIND,
    REQUEST,
    SAME_QUESTION,
    WHICH,
    WHICH_FIELD,
)
from bot.figures.wording.stance import clauses
from bot.guide.by_field import by_field
from bot.guide.outside import outside

WORDS = ("text", "term", "overview")  # topics that are of no program: 第二个是什么 asks for none of these
GENERAL = ("ask_program", "ask_overview")
TELLS_A_BUSINESS = ("ask_technology", "inform")  # one of these is among the likeliest where a business is told
OF_THE_RULES = ("ask_figure", "ask_quota", "ask_other")  # so plainly asked for they are no question of a business
OF_A_BUSINESS = ("ask_technology", *GENERAL, SAME)  # questions that whoever tells a business asks with it

OF_ALL = ("ask_overview", "ask_directions", "ask_text", "ask_term", "ask_compare", SAME)  # seldom asked of a part alone
WHOM_TO_ASK = ("ask_section", "ask_contact")
BESIDE_A_BUSINESS = {"text", "choice", "choices"}  # kinds of figures that whoever says what he does tells beside it
_OF_RULES = ("requirements", "figure")  # topics of an answer that tells rules


@dataclass(frozen=True)
class Message(AskedOrTold):
    """Everything that a step of a turn may look at."""

    @property
    def asks_last(self) -> bool:
        """Whether all that is asked comes last, is plain, and is settled by no check, whatever is told before it: 我们做阀门的，
        想报重大专项，盘子得多大; 想报新型研发机构，不清楚哪个部门在收. A number that bears on it would be judged."""
        *ahead, (name, chance, text) = self.utterance.parts or (("", 0.0, ""),)
        how_much = name == "ask_figure" and HOW_MUCH.search(text)
        handed_in = HANDED_IN.search(text)  # 都要备些啥
        other = handed_in or asks(name) and name not in (*ABOUT_US, *OF_ALL) and ASKING.search(text)
        alone = how_much or not any(ASKING.search(words) for _, _, words in ahead)
        plain = handed_in or chance >= PLAIN
        return bool(plain and (how_much or other) and alone) and not self.bears_on({*self.subject.figures})

    def bears_on(self, asked: set[str]) -> bool:
        """Whether a number is told of a figure that is ``asked`` about, or that stands in one ratio with it; where none is named,
        any may: of a factory of 三十多号人 no total investment is told."""
        told = {*self.numbers_told}
        ratios = ({each.id, *each.amounts} for each in self.guide.figures if each.amounts)
        related = bool(told & asked) or any(told & ratio and asked & ratio for ratio in ratios)
        return bool(told) and (not asked or related)

    @property
    def asks_which_field(self) -> bool:
        """Whether it is asked of a technology which field it is of, whatever else is told of the asker: 不知道归到哪个领域."""
        named = self.utterance.ids("program", "family")
        return bool(self.utterance.ids("technology") and WHICH_FIELD.search(self.utterance.text)) and not named

    @property
    def names_what_it_asks(self) -> bool:
        """Whether a question is put by names alone: 农业 重大专项 总投资."""
        alone = self.kinds_told <= {"choice"} and not (self.conversation.check or self.heard.unknown)
        return (
            bool(alone and self.subject.figures) and self.intent == "ask_figure" and self.utterance.confidence >= PLAIN
        )

    @property
    def tells_only_a_kind(self) -> bool:
        """Whether all that is said is a kind (要是工业的), and no check is going: it supposes nothing."""
        return self.kinds_told == {"choice"} and not self.conversation.check

    @property
    def asks_same_of_another(self) -> bool:
        """Whether 如果是高校呢 follows an answer of the guide: it asks the same of another kind; so does 搞错了，我们是社发口的，那应该是
        多少 after a number."""
        if self.asks_how_much_for_a_business:
            return True
        other = self.heard.hypothesis or self._asks_how_much_then
        return bool(other and self.conversation.topic and self.tells_only_a_kind) and not self._asks_another_thing

    @property
    def _asks_another_thing(self) -> bool:
        """Whether it plainly asks something else than what was asked before: 如果是高校来报，归社发科吗 after a comparison."""
        plain = asks(self.intent) and self.intent != SAME and self.utterance.confidence >= PLAIN
        return plain and self.intent != f"{ASK}{self.conversation.topic}"

    @property
    def says_what_it_asks(self) -> bool:
        """Whether, after a question about a number, another is said to be the one that was meant: 说错了，要问的是收入."""
        number = self.conversation.topic == "figure" and not self.conversation.check
        return number and bool(figures_meant(self.utterance) or self._sets_another_right)

    @property
    def _sets_another_right(self) -> bool:
        """Whether one share is meant and not another that was told: 人员占比，不是经费占比."""
        return bool(meant_rather(self.utterance.text)) and not self.heard.readings

    @property
    def asks_how_much_for_a_business(self) -> bool:
        """Whether the number that was asked for before is asked for again, of a business of the one kind on which that turns: 我们是
        弄高原夏菜的，那该按哪个数."""
        named = self.utterance.ids("technology") and not self.utterance.ids("program", "family")
        kinds = any(each in self.subject.known for each in dividing(self.guide))
        return bool(named and kinds and self._asks_how_much_then) and not self.conversation.check

    @property
    def _asks_how_much_then(self) -> bool:
        """Whether a clause asks but how much, after a number was asked about, and none is named."""
        number = self.conversation.topic == "figure" and not self.utterance.ids("figure")
        return number and any(HOW_MUCH_THEN.fullmatch(part.text) for part in clauses(self.utterance.text))

    @property
    def follows_a_rule(self) -> bool:
        """Whether the answer before told rules of the programs in hand, and the message is of those."""
        return self.conversation.topic in _OF_RULES and self.conversation.programs == self.subject.programs

    @property
    def follows_up(self) -> bool:
        """Whether the message is but a kind (农业 / 高校的) after a question: the same question about that kind."""
        conversation = self.conversation
        same = self.intent == SAME and self.utterance.confidence >= PART and self.tells_only_a_kind  # 换成工业的话
        kind = same or ONLY_A_KIND.fullmatch(self.utterance.masked)
        return bool(conversation.topic and not conversation.check and kind)

    @cached_property
    def narrows_the_section(self) -> bool:
        """Whether it is told by what the section turns on that was just asked for, and no more."""
        numbers = self.numbers_told or self.heard.hypothesis and self.kinds_told - {"choice"}
        return narrows_the_section(self.guide, self.conversation, self.utterance) and not numbers

    @property
    def asks_who_it_is(self) -> bool:
        """Whether it is asked if a person or a program answers, which is small talk whatever stands around it."""
        text, named = self.utterance.text, self.utterance.mentions
        one = ARE_YOU_ONE.search(text)
        inside = one and all(one.start() <= each.start and each.end <= one.end() for each in named)
        return bool(inside or ARE_YOU.search(text) and not named)

    @property
    def asks_once_more(self) -> bool:
        """Whether the question before is asked again, of another or to be sure: 同样的问题，换成孵化器; 意思是没有门槛？"""
        again = SAME_QUESTION.search(self.utterance.text) or means_another(self.conversation, self.utterance)
        again = again or wants_it_said_again(self.conversation, self.utterance, self.heard)
        return bool(self.conversation.topic and again) and not self.conversation.active

    @property
    def outside(self) -> bool:
        """Whether it is asked where a business fits that no direction names: then that comes before all conditions, but for
        those of one program in hand that is for no field: 我们是个培训学校，能报吗, of an expert from abroad."""
        unclear = self.utterance.confidence < (PART if asks(self.intent) else SURE)  # 火锅店想开分店，能支持么
        of_us = self.intent in (*ABOUT_US, *GENERAL, "check") or unclear or self.asks_if_it_is_supported
        text, of_the_guide = self.utterance.text, self.utterance.ids(*OF_THE_GUIDE)
        whom = self.intent in WHOM_TO_ASK and WHOM.search(text) and not of_the_guide  # 做餐饮的，找哪个科
        fitting = whom or of_us and FITTING.search(text)
        named = self.utterance.ids("program", "family")
        general = self.intent == "ask_overview" and self.utterance.confidence >= PART  # 我是做账的，总共有哪几类
        other = self.intent in OF_THE_RULES and self.utterance.confidence >= PLAIN
        other = other or self.asks_if_it_may_of_one_without_a_field or only_scolds(self.utterance)
        return bool(fitting and not (named or general or other) and outside(self.guide, text))

    @property
    def asks_if_it_may_of_one_without_a_field(self) -> bool:
        """Whether it is asked of the one program in hand if the asker may apply, where no field of a project decides that."""
        (program, *more) = self.conversation.programs or ("",)
        of_it = bool(program) and not more and self.subject.programs == self.conversation.programs
        which = WHICH.search(self.utterance.text) or ANY_OF_THEM.search(self.utterance.text)
        asked = ELIGIBLE.search(self.utterance.text) and not which
        return bool(of_it and asked and program not in by_field(self.guide))

    @cached_property
    def tells_a_business(self) -> bool:
        """Whether the message is but a business, of a check or of another question nothing."""
        other = asks(self.intent) and self.intent not in ABOUT_US and self.utterance.confidence >= PART
        other = other and not (named_alone(self.guide, self.utterance.text) or self._states)
        other = other or self.asks_something_plain or self.asks_once_more or self.asks_how_much_for_a_business
        asked = self.utterance.ids("figure") and not self.heard.readings  # 研发投入占比再说一遍
        other = bool(other or asked or ONLY_A_KIND.fullmatch(self.utterance.masked))
        free = self.kinds_beside_a_business <= BESIDE_A_BUSINESS and not (self.conversation.check or other)
        return free and tells_a_business(self.guide, self.utterance)

    @property
    def asks_something_plain(self) -> bool:
        """Whether a question is so plain that no guess at a business stands beside it: 这个专项大概是支持什么的."""
        plain = asks(self.intent) and self.intent not in ("ask_technology", SAME) and self.utterance.confidence >= PLAIN
        said = ASKING.search(self.utterance.text) or REQUEST.search(self.utterance.text)
        return bool(plain and said) and not self.utterance.ids("technology")

    @property
    def _states(self) -> bool:
        """Whether what seems to ask for something is a sentence without any word for it, or tells of a business that asks
        nothing (照相馆，拍证件照)."""
        unsaid = {f"{ASK}{each.topic}" for each in self.guide.silent_topics}
        reach = self.intent in WHOM_TO_ASK and self.utterance.confidence >= SURE
        if reach and NUMBER_TO_CALL.search(self.utterance.text):
            return False  # 把他们座机给一个呗
        if self.intent in unsaid and states(self.guide, self.utterance):
            return True
        return (
            only_told(self.utterance.text)
            and not self.utterance.mentions
            and bool(outside(self.guide, self.utterance.text))
        )

    @cached_property
    def asks_where(self) -> bool:
        """Whether it is asked of a business of whatever kind where it belongs (共享充电宝。这个能申请什么项目)."""
        named = self.utterance.ids("program", "family", "section")
        for_a_check = self.numbers_told or self.heard.readings and not self.leads_somewhere
        of_the_last = self.conversation.topic == "technology" and not self.utterance.mentions  # 这能往哪里面套
        asked = question_where(self.utterance.text) or of_the_last and BELONGS.search(self.utterance.text)
        return self.asks_what_fits or not (named or for_a_check) and bool(asked)

    @cached_property
    def asks_what_fits(self) -> bool:
        """Whether all that is asked of a business that is told is what it may apply for."""
        asked = (self.guide, self.conversation, self.utterance)
        return asks_what_fits(*asked, self.heard) or asks_where_it_belongs(*asked)

    @cached_property
    def leads_somewhere(self) -> bool:
        """Whether what is told leads to programs by itself, so that no check of all is needed to name them."""
        return leads_somewhere(self.guide, self.utterance)

    @property
    def business(self) -> bool:
        """Whether the message names a technology, or asks where something belongs that most likely is one."""
        if self.utterance.ids("technology"):
            return True
        unsure = self.utterance.confidence < SURE and BELONGS.search(self.utterance.text)
        asks = unsure and any(name in TELLS_A_BUSINESS for name, _ in self.utterance.ranking[:3])
        return bool(asks and resembles(self.guide, self.utterance.near))

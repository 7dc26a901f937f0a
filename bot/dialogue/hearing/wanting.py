"""Whether a message wants a check of programs, or puts a number or a rule up for judgment."""

from __future__ import annotations

import re
from functools import cached_property

from bot.dialogue.hearing.all_listed import asks_what_there_is
from bot.dialogue.hearing.applying import asks_whether_it_may
from bot.dialogue.hearing.demanded import asks_if_demanded_at_all
from bot.dialogue.hearing.judging import judged
from bot.dialogue.hearing.leaning import PLAIN, SURE, UNDERSTOOD
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_programs import lists_at_last, weighs
from bot.dialogue.hearing.of_rules import asks_who_leads
from bot.dialogue.hearing.parts import HOW_MANY, asks
from bot.dialogue.hearing.quoting import asks_if_it_binds, quotes_a_threshold
from bot.dialogue.hearing.who_may import concerns
from bot.dialogue.hearing.wording_wanted import asks_for_wording
from bot.dialogue.order_words import LOOKED_INTO, RATHER
from bot.dialogue.subject import papers
from bot.dialogue.subject.business import wishes_a_check
from bot.dialogue.subject.called import (
    asks_for_a_check,
    orders_a_family,
    orders_by_place,
    puts_side_by_side,
)
from bot.dialogue.subject.leaving import (
    is_left_behind,
    wanted_instead,
)
from bot.dialogue.subject.placed import counted
from bot.dialogue.subject.programs import EVERY, named_programs
from bot.dialogue.words import (
    ABOUT_US,
    APPLYING,
    ASKING,
    COMPARING,
    FOLLOWING,
    IS_RULED,
    LISTING,
    NAMED_ALONE,
    REQUEST,
    TELL_ALL,
    WAYS,
)
from bot.guide.search import speaks_of

ABOUT_IT = re.compile("条件|呢")  # 兰白的条件, 兰白呢 ask about a program


class Wanting(Message):
    """A message, and what it wants to have checked or judged."""

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """The figures (ids) of which the message puts a number up for judgment by one rule: 收入2000万够不够."""
        return judged(self)

    @cached_property
    def quotes_a_threshold(self) -> tuple[str, ...]:
        """The figures (ids) whose threshold the message repeats: 正好800万整算不算以上."""
        return quotes_a_threshold(self)

    @property
    def asks_if_it_binds(self) -> bool:
        """Whether it is asked of the rule that was just told if it holds for the asker: 我们是大学，这条也卡我们吗."""
        of_a_paper = papers.asks_if_it_binds(self.conversation, self.utterance)
        return bool(asks_if_it_binds(self) or of_a_paper)

    @cached_property
    def wants_check(self) -> bool:
        """Whether a check of programs is wanted: by its intent, or by a word for checking beside a name."""
        text, asked = self.utterance.text, self.conversation.asked
        if self.utterance.unchecked:
            return False
        if self.asks_what_fits or self.asks_once_more or self.judged or self._asks_of_a_rule or self.asks_if_it_binds:
            return False
        wording = asks_for_wording(self.utterance)
        if (
            wording
            or asks_what_there_is(self)
            or self.narrows_the_section
            or weighs(self)
            or asks_if_demanded_at_all(self)
        ):
            return False
        names = self.utterance.of("program", "family")
        wanted = any(not is_left_behind(text, each) for each in names)  # 产学研那块不用查 wants no check of it
        named = bool(wanted or EVERY.search(text))
        several = len(self.utterance.ids("program", "family", "track", "applicant_type")) > 1
        compared = several or COMPARING.search(text)  # 院地院企合作与科技成果转化 is one
        asked_for = asks(self.intent) and self.intent not in ABOUT_US and self.utterance.confidence >= PLAIN
        beside = several or self.intent == "ask_compare" or asked_for  # 各子项与受理科室对照 asks for sections
        beside = puts_side_by_side(text) and beside
        surely = self.intent == "ask_compare" and self.utterance.confidence >= SURE
        compares = beside or compared and surely  # 条件逐项对照
        ordered = named and asks_for_a_check(text) and not compares or orders_a_family(self.guide, text)
        ordered = ordered or orders_by_place(text) and bool(counted(self.guide, self.conversation, text))
        if ordered or self.applies or self._turns_to_another or self._names_another_alone:
            return True
        answered = asked and self.heard.value(asked) is not None and not ASKING.search(text)
        if asked and (answered or not (named and APPLYING.search(text))):
            return False  # while a figure is waited for, a statement is no wish for another check
        listed = LISTING.search(text) and self.utterance.confidence < SURE  # 孵化器那个专项都卡哪些东西
        listed = listed or bool(TELL_ALL.search(text)) or lists_at_last(self)
        told = self.tells_a_business and not wishes_a_check(text)  # 包虫病筛查
        other = self.outside or listed or told or beside
        return self.intent == "check" and self.utterance.confidence >= UNDERSTOOD and not other

    @property
    def _asks_of_a_rule(self) -> bool:
        """Whether it is asked which of two ways is to be gone, or whether there is a rule at all: 自己报还是孵化器统一报."""
        text = self.utterance.text
        several = self.intent == HOW_MANY and any(speaks_of(each, text) for each in self.unsaid(self.intent))
        ruled = (
            concerns(self) or WAYS.search(text) or IS_RULED.search(text) or asks_who_leads(self) or several
        )  # 同时报重大专项可以吗
        return bool(ruled and self.utterance.ids("program", "family")) and not asks_for_a_check(text)

    @property
    def _turns_to_another(self) -> bool:
        """Whether another program than that of the check is said to be the one that was meant."""
        text = self.utterance.text
        turns = self.conversation.active and RATHER.search(text) and not (ASKING.search(text) or REQUEST.search(text))
        return bool(turns and wanted_instead(self.utterance, self.guide, self.conversation.check))

    @property
    def _names_another_alone(self) -> bool:
        """Whether, while a figure is asked for, nothing is said but a program that is not all that is checked: 重大专项."""
        named = named_programs(self.guide, self.utterance)
        other = self.conversation.asked and named and {*named} != {*self.conversation.check}
        alone = NAMED_ALONE.fullmatch(self.utterance.masked) and not ABOUT_IT.search(self.utterance.masked)
        return bool(other and alone) and not self.heard.readings

    @cached_property
    def applies(self) -> bool:
        """Whether the asker wants to know whether it may apply: 我们厂能不能报重大专项, 咱们能报啥."""
        other = self.judged or self.asks_what_fits or self.utterance.unchecked
        return not other and asks_whether_it_may(self)

    @property
    def orders_a_check(self) -> bool:
        """Whether a check is ordered in words of its own, whatever else the message may seem to ask: 孵化器报哪个？顺便帮我看看条件够不够,
        那农业科技创新那个帮我看看."""
        text, *ahead = self.utterance.text, *self.utterance.pieces[-1:]
        last = ahead[0] if ahead else None
        apart = last and last.ranking[0][0] == "check" and last.ranking[0][1] >= PLAIN
        if last and apart and LOOKED_INTO.search(text, last.start):
            return True
        named = self.utterance.ids("program", "family")
        return bool(named and LOOKED_INTO.search(text)) and not ASKING.search(text)

    @property
    def asks_for_the_next(self) -> bool:
        """Whether 那院地院企的呢 comes right after a verdict, so that it is the check of another program that is wanted."""
        named = self.utterance.ids("program", "family")
        return bool(named and self.conversation.judged and FOLLOWING.fullmatch(self.utterance.text)) and not (
            self.heard.readings or self.parts_asked or REQUEST.search(self.utterance.text)
        )

    @property
    def names_what_to_check(self) -> bool:
        """Whether 重大专项吧 answers which program to check."""
        named = self.utterance.ids("program", "family")
        return bool(self.conversation.choosing and named and NAMED_ALONE.fullmatch(self.utterance.masked))

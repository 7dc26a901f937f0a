"""What a message wants of the assistant: an answer from the guide, a check of programs, or something done with a check."""

from __future__ import annotations

from functools import cached_property

from bot.answers.checks import WHO
from bot.dialogue.hearing import doubt, topics
from bot.dialogue.hearing.applying import asks_of_rules_last
from bot.dialogue.hearing.demanded import asks_if_demanded_at_all, asks_if_demanded_last
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.message import BESIDE_A_BUSINESS, OF_A_BUSINESS
from bot.dialogue.hearing.of_programs import weighs
from bot.dialogue.hearing.of_words import place_put_up
from bot.dialogue.hearing.parts import asks
from bot.dialogue.hearing.wanting import Wanting
from bot.dialogue.hearing.what_is_named import asks_what_it_is_limited_to
from bot.dialogue.order_words import COMMANDS, GO_ON
from bot.dialogue.subject.called import orders
from bot.dialogue.subject.leaving import (
    leaves_for_another,
    left_over,
    wants_another,
    wants_no_others,
)
from bot.dialogue.words import (
    ABOUT_A_NUMBER,
    ABOUT_US,
    ASKING,
    LISTING,
    OF_A_RULE,
    REQUEST,
    SELF,
    WHICH,
)
from bot.figures.given import NONE
from bot.figures.wording.stance import clauses, leaves_itself_open
from bot.guide.search import speaks_of
from bot.nlu.dividing import topic_named


class Hearing(Wanting):
    """A message, and what it wants."""

    @property
    def asks(self) -> bool:
        """Whether the message is a question to the guide rather than a statement about the applicant."""
        if self.answers_plainly:
            return False
        if self.judged or self.narrows_the_section and self.wonders:
            return True
        places = self.only_business or self.asks_where
        if not self.topics or self.describes_us and (self.wonders or not places):
            return False
        corrected = self.heard.correction and self.conversation.check and self.heard.readings
        if corrected and not ASKING.search(self.utterance.text):  # 其实我们做正极材料 asks for no 材料
            return False
        followed = self.follows_up or self.asks_same_of_another or self.narrows_the_section or weighs(self)
        followed = followed or asks_if_demanded_at_all(self)
        if followed or self.says_what_it_asks or places or self.quotes_a_threshold:
            return True
        tells = self.heard.unit_doubts or self.heard.torn or self.heard.readings and not self.names_what_it_asks
        return (
            self.wonders
            or self._ends_with_a_question
            or (self.utterance.confidence >= SURE and not (tells or self.heard.correction))
        )

    @property
    def answers_plainly(self) -> bool:
        """Whether the last clause tells that the answer to the open question is not known: 够不够我也不好说."""
        last = [part.text for part in clauses(self.utterance.text)][-1:]
        return self.conversation.asked in self.heard.unknown and any(map(leaves_itself_open, last))

    @property
    def asks_plainly(self) -> bool:
        """Whether a question to the guide is so plain that 高企的话 in it supposes nothing of a check."""
        plain = self.utterance.confidence >= PLAIN and self.intent in ("ask_compare", "ask_figure")
        return plain and self.wonders and not self.conversation.check

    @cached_property
    def other_numbers(self) -> tuple[str, ...]:
        """Figures (ids) of which it is plainly asked how much, where another is told: 总投资1000万的话财政配多少."""
        plain = self.intent == "ask_figure" and self.utterance.confidence >= PLAIN
        told = {each.figure for each in self.heard.readings}
        asked = plain and self.numbers_told and ABOUT_A_NUMBER.search(self.utterance.text)
        return tuple(each for each in self.utterance.ids("figure") if each not in told) if asked else ()

    @property
    def describes_us(self) -> bool:
        """Whether several facts about the applicant stand beside a question of eligibility, or it is one of us."""
        if self.applies:
            return True
        if self.judged or self.quotes_a_threshold or self.other_numbers or self._asks_of_a_rule:
            return False
        if (
            self.asks_last
            or asks_if_demanded_last(self)
            or self.asks_which_field
            or self.asks_what_fits
            or asks_of_rules_last(self)
            or place_put_up(self)
        ):
            return False
        numbers = self.numbers_told
        if not numbers and topics.asks_how_much(self, PART):
            return False  # 我们是高校，想报重大专项，归哪个科收，总投资最少多少
        if LISTING.search(self.utterance.text) or not numbers and WHICH.search(self.utterance.text):
            return False
        asked = {self.intent, *topics.intents_asked(self)} & set(ABOUT_US)
        ours = SELF.search(self.utterance.text) and numbers and self.utterance.ids("program", "family")
        return (
            bool(ours and self.wonders and not self._asks_something_else)
            or bool(asked)
            and len(self._told_apart) + len(numbers) >= 2
        )

    @property
    def _ends_with_a_question(self) -> bool:
        """Whether, outside a check, all that is told leads up to the name of what the guide leaves out: 我是财务，…，就要个数：资助上限."""
        name, chance, text = self.utterance.parts[-1] if self.utterance.parts else ("", 0.0, "")
        plain = name == self.intent and min(chance, self.utterance.confidence) >= PLAIN
        named = plain and any(speaks_of(each, text) for each in self.unsaid(name))
        return named and not (self.numbers_told or self.conversation.check)

    @property
    def _asks_something_else(self) -> bool:
        """Whether what comes last, after whatever is told, is plainly asked of the guide, and no check would settle it."""
        whole, last = self.intent, self.parts_asked[-1:]
        return asks(whole) and whole not in ABOUT_US and self.utterance.confidence >= PLAIN and last == (whole,)

    @property
    def _told_apart(self) -> set[int]:
        """Where something is told: 省临床医学研究中心 is one thing, of whatever figures."""
        return {each.start for each in self.heard.readings}

    @property
    def commands(self) -> bool:
        """Whether the message is a command to the check (还有几个问题, 算了) and not an answer in like words (还有)."""
        words = COMMANDS.get(self.intent)
        nothing_told = not (self.heard.readings or self.heard.bare or self.heard.unit_doubts)
        plain = self.utterance.confidence >= PLAIN and nothing_told  # 我投降, 下一题来，我有空了
        wanted = bool(words and self.believed and (plain or words.search(self.utterance.text)))
        said = self.conversation.asked and self.heard.value(self.conversation.asked) is not None
        counts = self.intent == "why" if self.answered_first else said and self.intent == "status"
        of_a_story = self.asks_what_fits and not self.conversation.check  # 现在卡在放大生产上，…，是哪个项目
        if self.intent in ("status", "why") and (self._is_of_others or of_a_story):
            return False
        return wanted and not counts  # 没有，为什么要这个; 能的。结果行不行: the answer counts

    @property
    def _is_of_others(self) -> bool:
        """Whether a check was left unfinished, and other programs were spoken of since, of which something is asked: 哪个一定要签合同."""
        conversation = self.conversation
        left = conversation.check and not (conversation.active or conversation.judged)
        others = conversation.topic and conversation.programs and not {*conversation.programs} & {*conversation.check}
        return bool(left and others and self.wonders)

    @property
    def answered_first(self) -> bool:
        """Whether the open question is answered before something else is said: 有，还有几个问题."""
        said = (each for each in self.heard.readings if each.figure == self.conversation.asked)
        return any(0 < each.end < len(self.utterance.text) for each in said)

    @property
    def is_no_answer(self) -> bool:
        """Whether what reads as an answer as a whole is a request for a check; or a command, taken for free words."""
        sure, words = self.utterance.confidence, COMMANDS.get(self.intent)
        text, check = self.utterance.text, self.conversation.check
        if left_over(self.utterance, self.guide, check) or check and (wants_another(text) or wants_no_others(text)):
            return True
        if self.conversation.asked and GO_ON.fullmatch(text):
            return True
        if self.wants_check or not words:
            another = leaves_for_another(self.utterance, self.guide, self.conversation)
            return self.wants_check and (sure >= SURE or another or orders(self.utterance))
        asked = self.guide.figure[self.conversation.asked] if self.conversation.asked else None
        free = asked is not None and asked.kind == "text" and self.heard.value(asked.id) != NONE
        return free and sure >= PART and bool(words.search(text))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics of docs/contract.md that the message asks about, at most two; none where it asks nothing."""
        return topics.asked(self, only_business=self.only_business)

    @property
    def beside(self) -> tuple[str, ...]:
        """Topics asked in parts of their own beside what is told of the asker, none of which a check would settle."""
        return topics.beside(self)

    @property
    def only_business(self) -> bool:
        """Whether the message only says what the asker does (做球阀的): where that fits is what he wants to know."""
        kinds = self.kinds_beside_a_business
        beside = self.conversation.check or self.asks_beside or self.asks_something_plain
        beside = beside or self.asks_how_much_for_a_business
        told = "text" in kinds and kinds <= BESIDE_A_BUSINESS and not beside
        return (told or self.tells_a_business) and not (self.wants_check or self._says_who_applies)

    @property
    def _says_who_applies(self) -> bool:
        """Whether nothing is asked, a program named, and told who would apply for it: 重大专项，我们是冶金企业."""
        named = self.utterance.ids("program", "family")
        return bool(named and self.heard.value(WHO) and not self.wonders)

    @property
    def asks_beside(self) -> bool:
        """Whether something else is asked of a program that is named: 我们种百合的，重大专项起步得投多少钱."""
        whole = (self.intent,) if asks(self.intent) and self.utterance.confidence >= PART else ()
        parts = (
            name
            for name, chance, text in self.utterance.parts
            if chance >= SURE and (ASKING.search(text) or REQUEST.search(text) or OF_A_RULE.search(text))
        )
        other = {each for each in (*whole, *parts) if asks(each)} - {*OF_A_BUSINESS}
        return bool(other and self.subject.programs)

    @cached_property
    def in_doubt(self) -> tuple[str, ...]:
        """The two topics between which a question about one program hangs, where nothing but its words could tell."""
        # 高校报重大专项也看主营业务收入？ is of that figure, whatever it asks
        other = self.conversation.active or self.heard.readings or self.subject.figures
        says_so = topic_named(self.utterance.masked) in self.topics[:1]  # 到底要备哪些材料
        says_so = says_so or asks_what_it_is_limited_to(self)
        plain = len(self.subject.programs) == 1 and not (other or says_so)
        topics = doubt.readings(self.utterance.ranking) if plain and not self.utterance.parts else ()
        return topics if self.topics[:1] == topics[:1] else ()

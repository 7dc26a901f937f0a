"""One message as a whole: what it says of the applicant, what it asks, and how far its intent may be believed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.answers import requirements
from bot.answers.subject import Subject
from bot.dialogue import doubt, leaning
from bot.dialogue.leaning import LEANING, PART, PLAIN, SURE, UNDERSTOOD
from bot.dialogue.nearness import resembles
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject import EVERY, ORDINAL, counted_field, of_the_check
from bot.dialogue.words import (
    ABOUT_US,
    ANY_OF_THEM,
    APPLYING,
    ASKING,
    BELONGS,
    CHECKING,
    CHINESE,
    CITING,
    COMMANDS,
    ELIGIBLE,
    FITTING,
    HOW_TO,
    JOINED,
    LISTING,
    LOOKING,
    ONLY_A_KIND,
    ONLY_FACTS,
    OTHER_ONES,
    REQUEST,
    SELF,
    SWITCHING,
    UNSAID_AS,
    WHICH,
)
from bot.figures.given import NONE
from bot.figures.mentions import NUMERIC
from bot.figures.polarity import without_own_topic
from bot.figures.readings import Readings
from bot.guide.directions import outside
from bot.guide.model import Guide
from bot.guide.search import quoted, shared

MOST_TOPICS = 2
LONG = 4  # parts of a message whose whole says less than its last question
CITED = 4  # so many, where a sentence is asked for
QUOTED = 7  # so many characters of the guide in a row are no accident
ASK, SAME = "ask_", "ask_same"
GENERAL = ("ask_program", "ask_overview")
NOT_BESIDE = ("ask_overview", "ask_directions", "ask_text", "ask_term", "ask_compare", SAME)
WORDS = ("text", "term", "overview")  # 第二个是什么 asks for none of these


@dataclass(frozen=True)
class Hearing:
    """Everything that a step of a turn may look at."""

    guide: Guide
    conversation: Conversation
    utterance: Utterance
    heard: Readings
    subject: Subject

    @property
    def intent(self) -> str:
        """The best intent's name."""
        return self.utterance.intent

    @property
    def asks(self) -> bool:
        """Whether the message is a question to the guide rather than a statement about the applicant."""
        if not self.topics or self.describes_us:
            return False
        followed = self._follows_up or self._asks_same_of_another
        if followed or self._only_business or self.quotes_a_threshold:
            return True
        return self.wonders or (self.utterance.confidence >= SURE and not self.heard.readings)

    @property
    def asks_plainly(self) -> bool:
        """Whether a question to the guide is so plain that 高企的话 in it supposes nothing of a check."""
        plain = self.utterance.confidence >= PLAIN and self.intent in ("ask_compare", "ask_figure")
        return plain and self.wonders and not self.conversation.check

    @property
    def wonders(self) -> bool:
        """Whether the words themselves ask, or name what is asked for; 经费有保障的 and 平台条件也好 do neither."""
        text = self.utterance.text
        if self.conversation.asked:
            text = without_own_topic(text, self.guide.figure[self.conversation.asked])
        return bool(ASKING.search(text) or REQUEST.search(text))

    @cached_property
    def wants_check(self) -> bool:
        """Whether a check of programs is wanted: by its intent, or by a word for checking beside a name."""
        text, asked = self.utterance.text, self.conversation.asked
        named = bool(self.utterance.ids("program", "family") or EVERY.search(text))
        if named and self._asks_for_a_check(text) or self.applies:
            return True
        answered = asked and self.heard.value(asked) is not None and not ASKING.search(text)
        if asked and (answered or not (named and APPLYING.search(text))):
            return False  # while a figure is waited for, a statement is no wish for another check
        return self.intent == "check" and self.utterance.confidence >= UNDERSTOOD and not self._outside

    @staticmethod
    def _asks_for_a_check(text: str) -> bool:
        switched = SWITCHING.search(text) and not REQUEST.search(text)
        return bool(CHECKING.search(text) or switched) and not ASKING.search(text)

    @cached_property
    def applies(self) -> bool:
        """Whether the asker wants to know whether it may apply: 我们厂能不能报重大专项, 咱们能报啥.

        Facts without a 我们 tell as much; a question that also asks for something else is a question.
        """
        text = self.utterance.text
        if self.wonders and {*self._intents_asked()} - {*ABOUT_US, "ask_overview", SAME}:
            return False
        of_us, business = SELF.search(text), self.utterance.ids("technology")
        if not self.utterance.ids("program", "family"):
            return bool(of_us and ANY_OF_THEM.search(text) and not business)
        told = of_the_check(self.guide, self.conversation, self.utterance, self.heard, self.subject.programs)
        facts = [*told.readings, *business, *self.utterance.ids("track", "applicant_type")]
        if len(facts) > 1 and (LOOKING.search(text) or ONLY_FACTS.fullmatch(self.utterance.masked)):
            return True
        ours = of_us or business or len(facts) > 1 or facts and not ASKING.search(text)
        return bool(ELIGIBLE.search(text) and ours)

    @property
    def describes_us(self) -> bool:
        """Whether several facts about the applicant stand beside a question of eligibility, or it is one of us."""
        if self.applies:
            return True
        if self.quotes_a_threshold:
            return False
        numbers = [each for each in self.heard.readings if self.guide.figure[each.figure].kind in NUMERIC]
        if LISTING.search(self.utterance.text) or not numbers and WHICH.search(self.utterance.text):
            return False
        asked = {self.intent, *self._intents_asked()} & set(ABOUT_US)
        return bool(asked) and len(self.heard.readings) + len(numbers) >= 2

    @property
    def tells_only_a_kind(self) -> bool:
        """Whether all that is said of the asker, who has said nothing yet, is a kind (要是工业的): it supposes nothing."""
        told = {self.guide.figure[each.figure].kind for each in self.heard.readings}
        return told == {"choice"} and not (self.conversation.check or self.conversation.figures)

    @property
    def _asks_same_of_another(self) -> bool:
        """Whether 如果是高校呢 follows an answer of the guide: it asks the same of another kind."""
        return bool(self.heard.hypothesis and self.conversation.topic and self.tells_only_a_kind)

    @property
    def commands(self) -> bool:
        """Whether the message is a command to the check (还有几个问题, 算了) and not an answer in like words (还有)."""
        words = COMMANDS.get(self.intent)
        return bool(words and self.believed and words.search(self.utterance.text))

    @property
    def believed(self) -> bool:
        """Whether the best intent may be believed against a reading of the same words as an answer."""
        said = [each for each in self.heard.readings if self.guide.figure[each.figure].kind != "yes_no"]
        return self.utterance.confidence >= (PART if self.heard.readings else SURE) and not said

    @property
    def is_no_answer(self) -> bool:
        """Whether what reads as an answer as a whole is a request for a check; or a command, taken for free words."""
        sure, words = self.utterance.confidence, COMMANDS.get(self.intent)
        if self.wants_check or not words:
            return self.wants_check and sure >= SURE
        asked = self.guide.figure[self.conversation.asked] if self.conversation.asked else None
        free = asked is not None and asked.kind == "text" and self.heard.value(asked.id) != NONE
        return free and sure >= PART and bool(words.search(self.utterance.text))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics of docs/contract.md that the message asks about, at most two; none where it asks nothing."""
        if not CHINESE.search(self.utterance.text) or self.conversation.asked and not self.wonders:
            return ()
        plain = self._told_by_its_words
        if plain is not None:
            return plain
        asked = self._intents_asked() or self._guessed()
        if asked[:1] == ("ask_technology",) and self._how_to:
            return ()
        topics = [self._last_topic if intent == SAME else intent.removeprefix(ASK) for intent in asked]
        if self.conversation.named and ORDINAL.search(self.utterance.text):
            topics = ["program" if topic in WORDS else topic for topic in topics]
        return tuple(dict.fromkeys(topics))[:MOST_TOPICS]

    @property
    def beside(self) -> tuple[str, ...]:
        """Topics asked in parts of their own beside what is told of the asker, none of which a check would settle."""
        asked = [name for name in self._parts_asked() if name not in ABOUT_US and name not in NOT_BESIDE]
        return tuple(dict.fromkeys(name.removeprefix(ASK) for name in asked))[:MOST_TOPICS]

    @property
    def _told_by_its_words(self) -> tuple[str, ...] | None:
        """The topic where single words decide, whatever the intent; None where they leave it open."""
        if OTHER_ONES.search(self.utterance.text):
            return ("overview",)
        if self._only_business or self._outside:
            return ("technology",)
        if self._unsaid:
            return ("other",)
        if self.quotes_a_threshold:
            return ("figure",)
        if counted_field(self.guide, self.conversation, self.utterance.text):
            return ("directions",)
        if self._cites:
            return ("text",)
        return () if leaning.beside_the_point(self.utterance, self.subject) else None

    @property
    def _last_topic(self) -> str:
        """What 那农业的呢 asks: what the message leans to, else what was asked last."""
        for intent, chance in self.utterance.ranking[1:2]:
            if _asks(intent) and intent != SAME and chance >= LEANING:
                return intent.removeprefix(ASK)
        last = self.conversation.topic
        return "program" if last in (None, "overview", "technology") else str(last)

    @property
    def _only_business(self) -> bool:
        """Whether the message only says what the asker does (做球阀的): where that fits is what he wants to know."""
        kinds = {self.guide.figure[each.figure].kind for each in self.heard.readings}
        return "text" in kinds and kinds <= {"text", "choice"} and not self.conversation.check and not self.wants_check

    @property
    def _unsaid(self) -> bool:
        """Whether a condition is asked for that the guide does not have, by a word for it (失信企业能报吗)."""
        words = [word for each in self.guide.silent_topics if each.condition for word in each.words]
        return self.intent in UNSAID_AS and any(word in self.utterance.text for word in words)

    @cached_property
    def in_doubt(self) -> tuple[str, ...]:
        """The two topics between which a question about one program hangs, where nothing but its words could tell."""
        plain = len(self.subject.programs) == 1 and not (self.conversation.active or self.heard.readings)
        topics = doubt.readings(self.utterance.ranking) if plain and not self.utterance.parts else ()
        return topics if self.topics[:1] == topics[:1] else ()

    @property
    def _cites(self) -> bool:
        """Whether it is asked for a sentence of the guide by words that stand in it."""
        named = self.utterance.ids("program", "family")
        return bool(
            not named and CITING.search(self.utterance.text) and shared(self.guide, self.utterance.text) >= CITED
        )

    @property
    def _how_to(self) -> bool:
        """Whether something is wanted that no guide tells: 怎么治, 哪家好吃, 多少钱."""
        return bool(HOW_TO.search(self.utterance.text) and not BELONGS.search(self.utterance.text))

    @property
    def _outside(self) -> bool:
        """Whether it is asked where a business fits that no direction names: then that comes before all conditions."""
        fitting = self.intent in (*ABOUT_US, *GENERAL, "check") and FITTING.search(self.utterance.text)
        named = self.utterance.ids("program", "family")
        return bool(fitting and not named and outside(self.guide, self.utterance.text))

    @property
    def _business(self) -> bool:
        """Whether the message names a technology, or asks where something belongs that most likely is one."""
        if self.utterance.ids("technology"):
            return True
        asks = self.utterance.confidence < SURE and BELONGS.search(self.utterance.text)
        return bool(asks and resembles(self.guide, self.utterance.near))

    @property
    def _follows_up(self) -> bool:
        """Whether the message is but a kind (农业 / 高校的) after a question: the same question about that kind."""
        conversation = self.conversation
        return bool(conversation.topic and not conversation.check and ONLY_A_KIND.fullmatch(self.utterance.masked))

    def _intents_asked(self) -> tuple[str, ...]:
        whole, sure = self.intent, self.utterance.confidence
        if self._follows_up or self._asks_same_of_another:
            return (SAME,)
        parts = self._parts_asked()
        last = tuple(dict.fromkeys(reversed(parts)))  # after a preamble the question comes last
        if parts and (parts[-1] not in ABOUT_US if whole == "check" else self._long):
            return last
        if _asks(whole) and sure >= UNDERSTOOD:
            return self._instead(tuple(dict.fromkeys(parts if whole == SAME and parts else [whole, *parts])))
        if parts and (
            sure < SURE or whole == "inform" and not self.heard.readings or leaning.only_grumbles(self.utterance)
        ):
            return last
        return ()

    @property
    def _long(self) -> bool:
        """Whether the message has so many parts that the whole says less than its last question."""
        return len(self.utterance.parts) >= LONG and not (_asks(self.intent) and self.utterance.confidence >= PART)

    def _parts_asked(self) -> list[str]:
        """Intents of the parts that are questions in themselves."""
        joined = bool(JOINED.search(self.utterance.text))
        return [
            name
            for name, chance, text in self.utterance.parts
            if _asks(name)
            and name != SAME
            and chance >= PART
            and (joined or ASKING.search(text) or REQUEST.search(text))
            and (name != "ask_technology" or FITTING.search(text) or BELONGS.search(text))
        ]

    def _instead(self, intents: tuple[str, ...]) -> tuple[str, ...]:
        """Which program a named technology belongs to is asked even where the words ask for a program in general.

        And where nothing is named but a figure (收入那条线划在哪), it is the figure that is asked for.
        """
        if intents[:1] == ("ask_technology",) and leaning.only_a_figure(self.utterance):
            return ("ask_figure", *intents[1:])
        if unsaid := leaning.rather_unsaid(self.utterance, self.subject, intents[0]):
            return (unsaid, *intents[1:])
        if self._business and not self.subject.programs and not EVERY.search(self.utterance.text):
            return tuple("ask_technology" if intent in GENERAL else intent for intent in intents)
        return intents

    @cached_property
    def quotes_a_threshold(self) -> tuple[str, ...]:
        """Figures whose threshold the question repeats (正好800万整算不算以上), where nothing is said of the asker."""
        text = self.utterance.text
        if (
            SELF.search(text)
            or not ASKING.search(text)
            or self.conversation.check
            or not leaning.may_be_a_figure(self.utterance)
        ):
            return ()
        return tuple(requirements.with_threshold(self.guide, text, self.subject.programs))

    def _guessed(self) -> tuple[str, ...]:
        """What an unclear message most likely asks, by what it names."""
        if self.intent not in ("out_of_scope", "inform") and self.utterance.confidence >= SURE or self.heard.readings:
            return ()
        text = self.utterance.text
        if self.conversation.active and not ASKING.search(text) or self._scolds:
            return ()
        if self.conversation.named and ORDINAL.search(text):
            return (SAME,)
        told = (
            self.utterance.ids("technology") and not ASKING.search(text) and not leaning.surely_outside(self.utterance)
        )
        if self._business and (FITTING.search(text) or told):
            return ("ask_technology",)
        if shared(self.guide, self.utterance.masked) >= QUOTED or quoted(self.guide, text):
            return ("ask_text",)
        if self.utterance.ids("program", "family") and self.intent != "out_of_scope":
            return (self._likeliest_question(),)
        return ()

    @property
    def _scolds(self) -> bool:
        """Whether a part of the message is plainly out of scope and none asks anything (你就是个废物，连重大专项都不知道)."""
        return not self._parts_asked() and any(
            name == "out_of_scope" and chance >= PART for name, chance, _ in self.utterance.parts
        )

    def _likeliest_question(self) -> str:
        """What is most likely asked of a program that is named, whatever else the message could be; at least what it is."""
        asked = (name for name, chance in self.utterance.ranking if _asks(name) and name != SAME and chance >= LEANING)
        return next(asked, "ask_program")


def _asks(intent: str) -> bool:
    return intent.startswith(ASK)

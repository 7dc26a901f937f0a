"""One message as a whole: what it says of the applicant, what it asks, and how far its intent may be believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.answers.subject import Subject
from bot.dialogue import doubt
from bot.dialogue.nearness import resembles
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject import EVERY, ORDINAL
from bot.figures.given import NONE
from bot.figures.readings import Readings
from bot.guide.directions import outside
from bot.guide.model import Guide
from bot.guide.search import quoted, shared

SURE = 0.5  # an intent at least this probable is believed against other evidence
UNDERSTOOD = 0.25  # below it no question is answered
PART = 0.7  # a part of a message must be plainer than the whole to count as a question of its own
MOST_TOPICS = 2
LEANING = 0.15  # a second intent that a bare 那第二个呢 would not have
LONG = 4  # parts of a message whose whole says less than its last question
CITED = 4  # so many, where a sentence is asked for
QUOTED = 7  # so many characters of the guide in a row are no accident
ASK, SAME = "ask_", "ask_same"
GENERAL = ("ask_program", "ask_overview")
WORDS = ("text", "term", "overview")  # 第二个是什么 asks for none of these
ASKING = re.compile(r"[?？吗呢么]|什么|多少|怎|如何|哪|几|谁|是否|能不能|可不可以|是不是|有没有|要不要|为何|啥|咋|不$")
FITTING = re.compile(r"报|支持|方向|专项|项目|领域|指南|哪[条块类]|申请")
BELONGS = re.compile(
    r"报(?:哪|什么|啥|个)|能报|适合|归(?:哪|到)|属于|对口|哪(?:一?[类块]|个(?:方向|领域|专项|项目))|有.{0,4}项目.{0,2}[吗么不没]"
)
HOW_TO = re.compile(
    r"(?:怎么|咋|如何|咋样|怎样)(?:才能)?(?:治|做|种|养|修|买|卖|喂|吃|用|洗|办理?)|哪[里儿]?(?:家|有卖|能?买)|多少钱|什么药|好吃|啥药"
)
LISTING = re.compile(
    r"(?:什么|哪些|啥|哪几[条项个])(?:样的)?(?:条件|要求|门槛|资格|规定|限制)|(?:条件|要求|门槛)(?:都?是|有哪|列)"
)
WHICH = re.compile(r"报(?:哪|什么|啥)|哪个(?:专项|项目)|什么(?:专项|项目)")
CITING = re.compile(r"[那这哪一](?:一)?[句条段]|原[话文]|出自|几个字|提[到过及]|出现|完整的")
OTHER_OFFICES = re.compile(
    r"(?:科技[厅部]|发改[委局]|工信[局厅部委]|农业农村[局厅部]|商务[局厅部]|人社[局厅部]|财政[局厅部]|教育[局厅部]|文旅[局厅部]|市场监管[局总]|知识产权局|自然科学基金)"
)
CITIES = (
    "白银|定西|天水|武威|张掖|金昌|嘉峪关|酒泉|平凉|庆阳|陇南|临夏|甘南|西宁|银川|西安|咸阳|宝鸡|成都|重庆|北京|天津|乌鲁木齐|呼和浩特"
    "|郑州|武汉|长沙|合肥|南京|杭州|苏州|宁波|青岛|济南|太原|石家庄|沈阳|大连|长春|哈尔滨|昆明|贵阳|南宁|南昌|福州|厦门|海口|拉萨"
)
ANOTHER_LEVEL = re.compile(rf"(?:国家级?|省级?|省里|省上|区级|县级|区县级|厅里|外省|外市|(?:{CITIES})市?)的?市?级?$")
ANOTHER_CITY = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[在到去问是])(?!我们|咱们|你们|他们)[\u4e00-\u9fff]{2,3}市(?:的?(?:科技局|科技计划|专项|项目|补贴|政策)|有没有|有啥|有什么|也有)"
    rf"|(?<![和跟与同从在由])(?:{CITIES})市?(?:那边|这边)?的?(?:市级?)?(?:重大|科技|专项|项目|补贴|政策|有没有|有啥|呢)"
)
AWARD = re.compile(r"(?:企业)?(?:怎么|如何|的|要|去哪|在哪|都)?(?:申报|申请)?(?:认定|评定|复审|申办|办理|评审)(?!不)")
JOINED = re.compile(r"都|一并|一起|分别")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
KIND_OF_PROGRAM = re.compile(r"(?:专项|项目|计划)$")
# Questions whose asker may really want a check, when figures stand beside them: 投资900万，能报吗
ABOUT_US = ("ask_requirements", "ask_figure", "ask_technology", "ask_quota", "ask_other", "ask_program")
UNSAID_AS = (*ABOUT_US, "ask_review", "out_of_scope", "check")
ONLY_A_KIND = re.compile(r"(?:那|如果|要)?(?:我们)?(?:是|的是)?(?:某领域|某单位){1,2}(?:的|类|呢|吧|[，。？?！ ])*")
OTHER_ONES = re.compile(r"除(?:了|去|开).*(?:还|别的|其他|其它)|还有(?:没有)?(?:别的|其他|其它)(?:专项|项目)")
# A command is believed where a word of its kind stands in it: 现在建好了 is no question for the result.
COMMANDS = {
    "stop": re.compile(
        r"算了|不[查核问弄搞想用]|停|先这样|先到这|下次|改天|回头|以后|再说|不玩|退出|结束|没时间|没空|有事|开会|忙"
    ),
    "resume": re.compile(r"接着|继续|刚才|上次|往下|回到|恢复|再来|查到哪"),
    "status": re.compile(r"怎|结果|如何|情况|进度|到哪|够不够|行不行|符合|合格|过了没|差|结论|算下来|能不能"),
    "why": re.compile(r"为[什啥何]|干嘛|干什么|干啥|什么用|凭什么|有啥用|咋要|怎么要|必要|原因|为了"),
    "how_many_left": re.compile(r"几|多少|多久|完|快|还要|还有"),
}
CHECKING = re.compile(r"查(?!新)|核对|核一|核验|测一|测测|评估|预审|对照")
REQUEST = re.compile(r"介绍|说说|讲讲|告诉|材料|清单|条件|要求|电话|科室|区别|截止|列一下|发我")
NUMERIC = ("money", "people", "ratio", "share")


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
        if self._follows_up or self._only_business or self.asks_same_of_another and self.heard.hypothesis:
            return True
        return self.wonders or (self.utterance.confidence >= SURE and not self.heard.readings)

    @property
    def wonders(self) -> bool:
        """Whether the words themselves ask, or name what is asked for; 经费有保障的 does neither."""
        return bool(ASKING.search(self.utterance.text) or REQUEST.search(self.utterance.text))

    @property
    def wants_check(self) -> bool:
        """Whether a check of programs is wanted: by its intent, or by a word for checking beside a name."""
        if self.intent == "check" and self.utterance.confidence >= UNDERSTOOD:
            return not self._outside
        named = self.utterance.ids("program", "family")
        return bool(named and CHECKING.search(self.utterance.text) and not ASKING.search(self.utterance.text))

    @property
    def describes_us(self) -> bool:
        """Whether several facts about the applicant stand beside a question of eligibility."""
        numbers = [each for each in self.heard.readings if self.guide.figure[each.figure].kind in NUMERIC]
        if LISTING.search(self.utterance.text) or not numbers and WHICH.search(self.utterance.text):
            return False
        asked = {self.intent, *self._intents_asked()} & set(ABOUT_US)
        return bool(asked) and len(self.heard.readings) + len(numbers) >= 2

    @property
    def asks_same_of_another(self) -> bool:
        """Whether 如果是高校呢 follows an answer of the guide: it asks the same of another kind and supposes nothing."""
        told = {self.guide.figure[each.figure].kind for each in self.heard.readings}
        conversation = self.conversation
        return bool(told == {"choice"} and conversation.topic and not conversation.check and not conversation.figures)

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

    @property
    def elsewhere(self) -> bool:
        """Whether the message asks about another authority's business: 省级重大专项, 西宁市的呢, 高企怎么认定."""
        text = self.utterance.text
        named = [mention for mention in self.utterance.mentions if mention.kind in ("program", "family")]
        other_level = any(
            ANOTHER_LEVEL.search(text[: mention.start].replace(self.guide.city, ""))
            and KIND_OF_PROGRAM.search(text[mention.start : mention.end])
            for mention in named
        )
        if other_level or ANOTHER_CITY.search(text.replace(self.guide.city, "")):
            return True
        return not named and bool(self._another_place or self._award_of_a_status or OTHER_OFFICES.search(text))

    @property
    def _another_place(self) -> bool:
        return self.intent == SAME and bool(self.utterance.ids("partner_region"))

    @property
    def _award_of_a_status(self) -> bool:
        """The guide asks for a status (高新技术企业) but does not say how one comes by it."""
        statuses = [mention for mention in self.utterance.mentions if mention.kind in self._statuses]
        text = self.utterance.text
        return self.intent != "ask_term" and any(AWARD.match(text[mention.end :]) for mention in statuses)

    @property
    def _statuses(self) -> frozenset[str]:
        return frozenset(figure.id for figure in self.guide.figures if figure.kind == "choices")

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics of docs/contract.md that the message asks about, at most two; none where it asks nothing."""
        if not CHINESE.search(self.utterance.text) or self.conversation.asked and not self.wonders:
            return ()
        if OTHER_ONES.search(self.utterance.text):
            return ("overview",)
        if self._only_business or self._outside:
            return ("technology",)
        if self._unsaid:
            return ("other",)
        if self._cites:
            return ("text",)
        asked = self._intents_asked() or self._guessed()
        if asked[:1] == ("ask_technology",) and self._how_to:
            return ()
        topics = [self._last_topic if intent == SAME else intent.removeprefix(ASK) for intent in asked]
        if self.conversation.named and ORDINAL.search(self.utterance.text):
            topics = ["program" if topic in WORDS else topic for topic in topics]
        return tuple(dict.fromkeys(topics))[:MOST_TOPICS]

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

    @property
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
        if self._follows_up or self.asks_same_of_another and self.heard.hypothesis:
            return (SAME,)
        parts = self._parts_asked()
        last = tuple(dict.fromkeys(reversed(parts)))  # after a preamble the question comes last
        if parts and (parts[-1] not in ABOUT_US if whole == "check" else len(self.utterance.parts) >= LONG):
            return last
        if _asks(whole) and sure >= UNDERSTOOD:
            return self._instead(tuple(dict.fromkeys(parts if whole == SAME and parts else [whole, *parts])))
        if parts and (sure < SURE or whole == "inform" and not self.heard.readings):
            return last
        return ()

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
        ]

    def _instead(self, intents: tuple[str, ...]) -> tuple[str, ...]:
        """Which program a named technology belongs to is asked even where the words ask for a program in general."""
        if self._business and not self.subject.programs and not EVERY.search(self.utterance.text):
            return tuple("ask_technology" if intent in GENERAL else intent for intent in intents)
        return intents

    def _guessed(self) -> tuple[str, ...]:
        """What an unclear message most likely asks, by what it names."""
        if self.intent not in ("out_of_scope", "inform") and self.utterance.confidence >= SURE or self.heard.readings:
            return ()
        text = self.utterance.text
        if self.conversation.active and not ASKING.search(text):
            return ()
        if self.conversation.named and ORDINAL.search(text):
            return (SAME,)
        if self._business and (FITTING.search(text) or self.utterance.ids("technology") and not ASKING.search(text)):
            return ("ask_technology",)
        if shared(self.guide, self.utterance.masked) >= QUOTED or quoted(self.guide, text):
            return ("ask_text",)
        if self.utterance.ids("program", "family") and self.intent != "out_of_scope":
            return ("ask_program",)
        return ()


def _asks(intent: str) -> bool:
    return intent.startswith(ASK)

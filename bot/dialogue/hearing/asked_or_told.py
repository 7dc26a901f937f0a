"""Whether the words of a message ask anything, and of what kinds is what it tells: the ground of how it is meant (message.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.parts import Parted
from bot.dialogue.hearing.wording_wanted import asks_for_wording
from bot.dialogue.subject.programs import GUESSED, offers_a_choice
from bot.dialogue.words import ASKING, IS_AMONG, REQUEST
from bot.figures.mentions import NUMERIC
from bot.figures.readings import Reading
from bot.figures.wording.polarity import without_own_topic
from bot.figures.wording.rhetoric import plain
from bot.figures.wording.stance import clause_at, without_stressed, without_what_is_open
from bot.figures.wording.wishes import only_wishes

# 有的，有专门的科室管 answers what is there and asks for no 科室.
HAD = re.compile(
    r"(?:^|(?<=[，,。；;、！! ]))(?:我们?|咱们?|单位|公司|学校|也|都|还|已经?|就)*(?:有|设|配|成立|建|由|归(?!口|属)|具备)[^，,。；;！!？?吗么呢哪什啥谁何几多没怎如]*(?=[，,。；;！!]|$)"
)
# 外专的条件都具备, 没那条件: what is told of conditions asks for none.
_CONDITIONS_TOLD = re.compile(
    r"(?:(?<!有)没(?:那|这|有)?(?:个|种)?|不具备|缺)[^，。？?]{0,3}(?:条件|要求)(?![吗么]|[^，。]{0,4}[?？])"
    r"|(?:条件|要求)(?:也|都|全|全都|基本|肯定|是|均)*(?:具备|满足|达到|符合|达标|没问题|有|齐[了全备]?|很?好|够|过硬|一般|很?差)(?![吗么不没]|[^，。]{0,4}[?？]|[^，。]{0,2}[哪什啥])"
)
STRESSED_YES = re.compile(
    "(?:[都也还就]?(?:在|有|是|能|对|够|行|好|成)着?呢[，,。！!~ ]*)+"
)  # 在呢, to a question, asks nothing
REGISTERED = re.compile("注册|登记|落户|运营|执照")


@dataclass(frozen=True)
class AskedOrTold(Parted):
    """A message, whether it asks, and what kinds of figures it tells."""

    @property
    def intent(self) -> str:
        """The best intent's name."""
        return self.utterance.intent

    @cached_property
    def wonders(self) -> bool:
        """Whether the words themselves ask, or name what is asked for; 经费有保障的 and 平台条件也好 do neither."""
        text = without_what_is_open(self.utterance.text)
        if self.conversation.asked and (only_wishes(text) or STRESSED_YES.fullmatch(text)):
            return False
        if self.conversation.asked:
            answered = isinstance(self.heard.value(self.conversation.asked), bool)
            text = plain(without_stressed(text) if answered else text, self.heard.mentions)
            text = without_own_topic(text, self.guide.figure[self.conversation.asked])
            text = HAD.sub("", text) if answered or HAD.fullmatch(text) else text
        for each in self.utterance.mentions:
            text = text.replace(each.text, "") if each.kind == "technology" else text  # 正极材料 asks for no 材料
        text = _CONDITIONS_TOLD.sub("", text)
        asking = ASKING.search(text) or REQUEST.search(text) and not self._tells_what_is_under_way
        offers = self._offers_a_choice or self._guesses_a_section
        return bool(asking or self.heard.weighed or offers or self.asks_if_among_them or self._asks_for_wording)

    @property
    def _asks_for_wording(self) -> bool:
        """Whether the guide's own words are plainly asked for, without any word that asks: 社会发展领域那段原话是."""
        return asks_for_wording(self.utterance) and not self.conversation.asked

    @property
    def _guesses_a_section(self) -> bool:
        """Whether a section is named, for the other to confirm that it takes what is in hand: 那就是交农村科喽."""
        plain = self.intent == "ask_section" and self.utterance.confidence >= PLAIN
        return bool(plain and self.utterance.ids("section") and GUESSED.search(self.utterance.text))

    @property
    def asks_if_among_them(self) -> bool:
        """Whether it is asked if something is one of those demanded: 临床医学研究中心也算在里面吧."""
        return bool(IS_AMONG.search(self.utterance.text)) and not self.conversation.check

    @property
    def _tells_what_is_under_way(self) -> bool:
        """Whether what was asked for is told not to be there yet: the papers that are in (材料交了，下个月批) are none asked for."""
        return any(each.not_yet and each.figure == self.conversation.asked for each in self.heard.readings)

    @property
    def _offers_a_choice(self) -> bool:
        """Whether two programs or sections are put up to choose from: 找成果科还是高新科."""
        return offers_a_choice(self.utterance, "program", "family", "section")

    @property
    def believed(self) -> bool:
        """Whether the best intent may be believed against a reading of the same words as an answer."""
        said = [each for each in self.heard.readings if self.guide.figure[each.figure].kind != "yes_no"]
        return self.utterance.confidence >= (PART if self.heard.readings else SURE) and not said

    @cached_property
    def kinds_told(self) -> frozenset[str]:
        """The kinds of the figures that the message tells."""
        return frozenset(self.guide.figure[each.figure].kind for each in self.heard.readings)

    @cached_property
    def kinds_beside_a_business(self) -> frozenset[str]:
        """The same, but for where the work is done, which whoever says what he does tells with it: 在榆中种百合."""
        return frozenset(
            self.guide.figure[each.figure].kind
            for each in self.heard.readings
            if not (each.value is True and self._is_a_seat(each))
        )

    def _is_a_seat(self, said: Reading) -> bool:
        """Whether what is told is read from the name of a place, and nothing is said of its register."""
        words = self.utterance.text[said.start : said.end]
        placed = any(place in words for place in (self.guide.city, *self.guide.places))
        return placed and not REGISTERED.search(clause_at(self.utterance.text, said.start).text)

    @cached_property
    def numbers_told(self) -> tuple[str, ...]:
        """The figures (ids) that the message tells in numbers."""
        figures = (each.figure for each in self.heard.readings)
        return tuple(figure for figure in figures if self.guide.figure[figure].kind in NUMERIC)

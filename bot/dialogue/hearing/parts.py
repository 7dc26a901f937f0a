"""What the parts of a message ask, each in itself; its pieces are parts of which the places are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answers.subject import Subject
from bot.dialogue.hearing import leaning
from bot.dialogue.hearing.by_names import asked_by_names
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.office_words import CALLING, HOW_HANDED_IN, REACHED, WHO_LEADS, WHOM
from bot.dialogue.program_words import WHAT_FOR
from bot.dialogue.state import Conversation, Question, Utterance
from bot.dialogue.words import (
    AMONG,
    ASKING,
    BELONGS,
    FITTING,
    HOW_MUCH,
    HOW_MUCH_THEN,
    ONLY_NAMES,
    REQUEST,
    RULES,
    SUPPORTED,
    WHETHER_SAID,
)
from bot.figures.readings import Readings
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide, SilentTopic
from bot.guide.search import speaks_of
from bot.nlu.dividing import JOINED, PAIRED, topic_named

ASK, SAME, CHECK = "ask_", "ask_same", "check"
MATERIALS, SUBMISSION = "ask_materials", "ask_submission"
HOW_MANY = "ask_quota"  # asked for in numbers (能挂几个), for which there is no end of words
# 还能报吗 behind what has changed asks for the verdict, and for no deadline.
STILL_ELIGIBLE = re.compile(
    r"(?:那|这样|这下|这|现在|我们?|咱们?|公司|单位|某单位|某专项|[那这]个|专项|项目|就|还|也|都|是不是|是否|会不会|[，, ])*(?:能不能|可不可以|够不够|能|可以|够|算|符合)(?:再|继续|先|提前|照样|直接)*(?:申?报|申请|过|行|条件|格|合格|符合)?(?:得?了)?(?:吗|么|不|吧|呢|[。？?！! ])*"
)
# 之前打电话问, 上次来咨询过: what was asked then is not asked now.
ASKED_BEFORE = re.compile(
    r"(?:我们?|咱们?)*(?:之前|以前|先前|上次|上回|前几天|前两天|前天|昨天|早上|上午|上周|去年)[^，。？?]{0,10}(?:问|打听|咨询|打(?:了|过)?电话)[^，。？?吗么哪谁几]{0,8}[，,。；;]?$"
)
ITS_NUMBER = re.compile(r"\d{3,4}-?\d{7,8}|1\d{10}")  # 电话0931-8556677找小赵 leaves one's own
WHATEVER = re.compile(r"(?:什么|啥|谁|哪里?|哪儿|怎么|咋)[^，。？?]{0,2}[都也]")  # 啥都不懂 asks for nothing
WHICH_SECTION = re.compile("哪(?:一?个?|几个)(?:业务|具体|主管)*(?:科室?|处室|部门)")
# 列了哪些, behind whether anything is listed, and 是哪几所, behind how many are, ask for no more than that.
WHAT_IS_LISTED = re.compile(
    "(?:又|都|各|分别|具体|到底)*(?:(?:列|写|点)[了出到明]+(?:哪些|哪几[样个项种]|什么|啥)|是哪几[所家样]|是哪所)[呢啊呀]?"
)
# 都叫啥, behind what there is, asks for no more than its names, which the answer to that gives.
ITS_NAMES = re.compile(
    r"(?:那|又|都|各自?|分别|具体|它们?|的)*(?:叫|名[字称]?是?)(?:个|些|做)?(?:什么|啥|哪些|哪几[个类种])(?:名[字称]?)?[吗呢呀啊]?"
)
# 要不要跟研究所一搭里报: whether somebody of a kind has to be in it is asked of the conditions, whatever else it sounds like.
WHOM_IT_TAKES = re.compile(
    r"(?:必须|必得|非得?要?|一定[要得]|只能|[要用]不[要用]|需不需要|(?:是否|是不是)(?:需要|要|得|非得?))[^，。？?某]{0,6}某单位|(?:要|得|需要?)[拉找带跟和与同]上?某单位[^，。？?]*[吗么不?？]?$"
)
# 院所才行还是企业也行: of two kinds it is asked which may apply.
WHICH_KIND = re.compile(
    "某单位[^，。？?某]{0,4}(?:才|也|都)?(?:能|行|可以|中)[^，。？?某]{0,4}还是[^，。？?某]{0,4}某单位"
    "|才(?:能报?|行|可以报?)还是[^，。？?某]{0,4}某单位(?:也|都)?(?:能|行|可以)"
    "|支持[^，。；？?]{0,4}(?:哪[些类几]|什么样?)[^，。；？?]{0,2}(?:单位|主体|机构|企业)"
)
# 这些数字，兰白要不要: of what stands before, and no papers.
ONLY_WHETHER = re.compile("(?:那|还|也|又)*某专项(?:的|那边|这边)?(?:要不要|用不用)(?:看|卡|求)?")
# 是怎么评出来的 asks how something is done, and not what a program is.
HOW_DONE = re.compile("(?:怎么|咋|如何)[^，。？?样回说讲了弄整][^，。？?]{0,2}(?:出来|下来|出)的?")
# 重大专项对不对: whether what stands before it is so.
WHETHER_SO = re.compile(
    r"(?:那|这|说的?|某专项的?)*(?:对不对|是不是(?:这样|真的?)?|[对是][吗吧]|没错吧)的?[呢啊呀？?]*"
)
# 都要看的吗, of conditions that stand before it, asks for no review.
ALL_LOOKED_AT = re.compile(
    r"(?:这些|这?[两几][样个条项]|[都也还全要得会])+(?:看|卡|查|审|核)查?(?:的|重)*[吗么不吧没]*"
)


# 光伏组件算新能源吗, 算不算农业领域: whether a thing is one of another.
COUNTS_AS = re.compile("某技术[^，。？?]{0,6}(?:算不算|算|属于|是不是)(?:是|在|到|进)?(?:某技术|某领域)")


@dataclass(frozen=True)
class Parted:
    """A message with everything beside it that tells how it is meant, and what its parts ask."""

    guide: Guide
    conversation: Conversation
    utterance: Utterance
    heard: Readings
    subject: Subject

    @cached_property
    def parts_asked(self) -> tuple[str, ...]:
        """Intents of the parts that are questions in themselves."""
        return tuple(
            self._meant(name, text)
            for name, chance, text in self.utterance.parts
            if chance >= PART
            and self.is_named(name, chance, text)
            and self._asks_by_itself(name, text)
            and not self._asks_how_much_of_it(name, text)
        )

    @cached_property
    def pieces_asked(self) -> tuple[Question, ...]:
        """The pieces that are questions in themselves."""
        return tuple(each for each in map(self._in_a_row, self.utterance.pieces) if self._is_asked(each))

    def _is_asked(self, piece: Question) -> bool:
        """Whether a piece asks something, whatever it is; of a program that it names the words for asking are enough."""
        name, chance = piece.ranking[0]
        if self._asks_how_much_of_it(name, piece.masked):
            return False
        if self._asked_by_names(piece):
            return True
        named = self.utterance.only(piece).ids("program", "family") and ASKING.search(piece.masked)
        if named and name in (SAME, CHECK):
            return True  # 兰白的自筹呢, 重大专项我们能报吗
        words, marked = piece.masked, self.utterance.text[piece.end : piece.end + 1] in ("?", "？")
        if name == f"{ASK}{topic_named(piece.masked)}" and chance >= (PLAIN if self._only_lists else SURE):
            return (
                self._only_lists
                or self._asks_by_itself(name, words, marked=marked)
                or self._asks_in_a_name(name, piece)
            )
        asking = sum(each for intent, each in piece.ranking if asks(intent))
        likely = chance >= PART or bool(named) or asking >= PART
        return likely and (self._asks_by_itself(name, words, marked=marked) or self._asks_in_a_name(name, piece))

    def _asks_in_a_name(self, intent: str, piece: Question) -> bool:
        """Whether a piece is of a number, and the word that asks for it stands in a name that is masked: 总共得投多少才够格."""
        named = (each.text for each in self.utterance.only(piece).of("figure"))
        return intent == f"{ASK}figure" and any(ASKING.search(each) for each in named)

    def _asked_by_names(self, piece: Question) -> str | None:
        """What a piece that is no plain question asks by what it names, where no more is told of the asker: 投多少钱起."""
        name, chance = piece.ranking[0]
        plain = asks(name) and chance >= PART or name == CHECK
        told = self.conversation.check or any(piece.holds(each.start) for each in self.heard.readings)
        if plain or told:
            return None
        return asked_by_names(self.guide, self.subject, self.utterance.only(piece))

    def _asks_how_much_of_it(self, intent: str, words: str) -> bool:
        """Whether the words ask but how much, of a number that is asked about beside: 对研发人数有要求没，几个 is of no quota."""
        number = self.utterance.intent == f"{ASK}figure" and self.unsaid(intent)
        return bool(number and HOW_MUCH_THEN.fullmatch(words))

    def is_named(self, intent: str, chance: float, part: str) -> bool:
        """Whether a part that seems to ask what the guide leaves out says so by a word for it, or is plain (还有机会吗 is
        of no review)."""
        unsaid = self.unsaid(intent)
        named = RULES.search(part) or any(speaks_of(each, part) for each in unsaid)
        return not unsaid or bool(named) or chance >= (PART if intent == HOW_MANY else PLAIN)

    def unsaid(self, intent: str) -> list[SilentTopic]:
        """What the guide leaves out that this intent asks for."""
        return [each for each in self.guide.silent_topics if f"{ASK}{each.topic}" == intent]

    @property
    def asks_if_it_is_supported(self) -> bool:
        """Whether support is asked for, and by no word anything that the guide leaves out: 科技局这边能支持么 is of no amount."""
        named = (speaks_of(each, self.utterance.text) for each in self.unsaid(self.utterance.intent))
        asked = self.unsaid(self.utterance.intent) and SUPPORTED.search(self.utterance.text)
        return bool(asked) and not (any(named) or HOW_MUCH.search(self.utterance.text))

    @cached_property
    def _only_lists(self) -> bool:
        """Whether nothing but names of what is wanted is said: 重大专项的受理部门以及农业领域的支持内容."""
        told = self.heard.readings or ASKING.search(self.utterance.masked) or REQUEST.search(self.utterance.masked)
        return asks(self.utterance.intent) and not told

    def _in_a_row(self, piece: Question) -> Question:
        """A piece of 支持方向和申报条件告诉我, which asks for what it names, however little it says."""
        name, chance = piece.ranking[0]
        if named := self._asked_by_names(piece):
            return replace(piece, ranking=((named, PART),))
        if name == SAME and WHAT_FOR.fullmatch(piece.masked):
            return replace(piece, ranking=((f"{ASK}program", PLAIN),))
        if WHOM_IT_TAKES.search(piece.masked) or WHICH_KIND.search(piece.masked):
            return replace(piece, ranking=(("ask_requirements", max(chance, PART)),))
        if _asks_how_handed_in(name, piece.masked):
            return replace(piece, ranking=((SUBMISSION, chance),))
        if name == f"{ASK}amount" and self._asks_how_much_is_demanded(piece):
            return replace(piece, ranking=((f"{ASK}figure", max(chance, PART)),))
        topic = topic_named(piece.masked) if PAIRED.search(self.utterance.masked) else None
        plain = asks(name) and name != SAME and chance >= PART
        return replace(piece, ranking=((f"{ASK}{topic}", PART),)) if topic and not plain else piece

    def _asks_how_much_is_demanded(self, piece: Question) -> bool:
        """Whether a piece asks how large an amount that it names has to be, and by no word what is given: 这个专项投资最低多少."""
        named = self.utterance.only(piece).ids("figure")
        given = any(speaks_of(each, piece.masked) for each in self.unsaid(f"{ASK}amount"))
        return bool(named and HOW_MUCH.search(piece.masked)) and not given

    def _asks_by_itself(self, intent: str, part: str, *, marked: bool = False) -> bool:
        """Whether a part with this intent, of which the masked text is given, is a question to the guide; ``marked``: a question
        mark ends it, which asks by that alone (归哪个科？科研单位才行还是企业也行？)."""
        return (
            asks(intent)
            and not (intent == "ask_section" and WHO_LEADS.search(part))
            and not (intent == "ask_program" and HOW_DONE.search(part))
            and intent != SAME
            and not (
                ITS_NAMES.fullmatch(part)
                or WHAT_IS_LISTED.fullmatch(part)
                or WHETHER_SO.fullmatch(part)
                or ALL_LOOKED_AT.fullmatch(part)
            )
            and not (tells_of_asking(part) or intent == MATERIALS and ONLY_WHETHER.fullmatch(part))
            and not (intent == "ask_contact" and (ITS_NUMBER.search(part) or tells_of_a_call(part)))
            and not (ONLY_NAMES.fullmatch(part) or WHETHER_SAID.fullmatch(part))
            and not (
                (self.conversation.check or self.heard.readings or self.subject.told) and STILL_ELIGIBLE.fullmatch(part)
            )
            and bool(
                marked
                or self._joined
                and topic_named(part)
                or part.endswith("吧")
                or any(each.search(part) for each in (ASKING, REQUEST, WHICH_KIND, WHAT_FOR))
            )
            and (
                intent != "ask_technology" or any(words.search(part) for words in (FITTING, BELONGS, AMONG, COUNTS_AS))
            )
        )

    @cached_property
    def _joined(self) -> bool:
        """Whether all that is named is asked for together: 条件和科室都说一下; 都签了协议 asks for nothing."""
        if PAIRED.search(self.utterance.masked):
            return True
        told = (WHATEVER.sub("", part.text) for part in clauses(self.utterance.text))
        return any(JOINED.search(words) for words in told if ASKING.search(words) or REQUEST.search(words))

    def _meant(self, intent: str, part: str) -> str:
        """The intent of a part; one that asks for rules in general (有什么说法) asks for none that are left out."""
        if intent == f"{ASK}program" and WHOM.search(part) or intent == f"{ASK}contact" and WHICH_SECTION.search(part):
            return f"{ASK}section"  # 请外国专家来的这个项目找谁, 应与贵局哪一科室联系
        if _asks_how_handed_in(intent, part):
            return SUBMISSION
        if WHOM_IT_TAKES.search(part) or WHICH_KIND.search(part):
            return "ask_requirements"
        named = any(speaks_of(each, part) for each in self.unsaid(intent))
        return "ask_requirements" if intent in leaning.LEFT_OUT and RULES.search(part) and not named else intent


def _asks_how_handed_in(intent: str, part: str) -> bool:
    """Whether a part that seems to ask for papers asks how they get there: 这些材料怎么交."""
    return intent == MATERIALS and bool(HOW_HANDED_IN.search(part))


def tells_of_asking(words: str) -> bool:
    """Whether the words tell what was asked before: 之前打电话问过你们."""
    return bool(ASKED_BEFORE.match(words))


def tells_of_a_call(words: str) -> bool:
    """Whether a call is told of, and nothing asked for by which anybody is reached: 电话里有人问, 转接电话用."""
    return bool(CALLING.search(words)) and not REACHED.search(CALLING.sub("", words))


def asks(intent: str) -> bool:
    """Whether the intent is a question to the guide."""
    return intent.startswith(ASK)

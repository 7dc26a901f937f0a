"""Where a message is divided into parts, by its form: two questions, or one after a long preamble.

The text is read as it is masked, so that no name is cut in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.figures.wording.stance import Clause
from bot.nlu.masks import MASKS

# Where a part ends; in a message without stops a question is announced: …想问一下要什么材料, …但是不晓得要求啥.
BETWEEN = re.compile(
    r"[，,。？?；;！!、\s]|顺便|另外|还有|以及|但是|不过|(?:想|要|来)?(?:请问|问一?下|咨询一?下|了解一?下)|不[晓知][得道](?=.{4})"
)
JOINED = re.compile(r"都|一并|一起|分别")  # 条件和科室都说一下 asks for both
# What the topics of docs/contract.md are called where several are asked for in one breath.
CALLED = {
    "requirements": "条件|要求|门槛|资格",
    "materials": "材料|资料|附件|清单",
    "section": "科室|部门|处室|哪个科|受理科",
    "directions": "方向|领域|范围",
    "deadline": "截止|时间|日期|期限",
    "amount": "金额|资助|补贴|额度",
    "contact": "电话|地址|联系方式",
    "submission": "流程|程序",
    "quota": "名额",
    "review": "评审|验收",
}
TOPIC = f"(?:{'|'.join(CALLED.values())})"
NAMED = rf"(?:{TOPIC}|{MASKS['figure']})"
_AND = r"(?:[和跟与及、]|还有|以及)[^，,。？?、某]{0,6}"
# 条件跟截止日期, 自筹比例和材料: two questions in one breath.
PAIRED = re.compile(rf"{TOPIC}{_AND}{NAMED}|{MASKS['figure']}{_AND}{TOPIC}")
BETWEEN_JOINED = re.compile(BETWEEN.pattern + "|[和跟与及]")
# Two programs in a row are not cut apart: of both the same is asked.
BETWEEN_THINGS = re.compile(rf"{BETWEEN.pattern}|(?<!{MASKS['program']})[和跟与及]|[和跟与及](?!{MASKS['program']})")
SHORTEST_PART, MOST_PARTS = 3, 6
SHORTEST_PIECE = 2  # 找谁 asks as much as a longer part
# What only takes up what was said before: 好，受理的呢 is 受理的呢.
OPENING = re.compile(
    r"^(?:(?:好(?:的|吧|嘞)?|行(?:吧)?|嗯+|哦+|噢+|ok|(?:对|是)[，, ]?就是?[这那]个|明白了?|知道了|懂了|收到|了解了?)[，,。！!~、\s]+)+(?=[^，,。]{3})",
    re.IGNORECASE,
)
# A name that stands before the question only says what that is of: 某专项，需要什么材料 is 某专项需要什么材料.
TOPIC_FIRST = re.compile(
    rf"^({MASKS['program']})(?:的|这个|那个|方面|这边|那边)?[，,：:、\s]+"
    r"(?=[^，,。？?！!]*(?:什么|啥|哪|谁|几|多少|怎|咋|如何|[吗呢?？])[^，,。？?！!]*[？?。！! ]*$)"
)
# Spoken without a stop: 某专项归哪个科某专项要什么材料. A verb or a conjunction before the second name makes it one question.
_ASKS = r"(?:什么|啥|哪|几|多[少大高久]|谁|怎|咋|如何|吗)"
RUN_ON = re.compile(
    rf"(?<={MASKS['program']})(?P<first>[^，,。？?；;！!、\s]*?{_ASKS}[^，,。？?；;！!、\s]*?)(?<![和跟与同及比报走冲做对到在于从是])(?={MASKS['program']}[^，,。？?；;！!、\s]*{_ASKS})"
)
# The same of one program: 要满足哪些条件归哪个科管. What is asked first is whole, and what follows begins as a question does.
_IN = r"[^，。？?；;！!、\s]"
_THING = r"(?:条件|要求|门槛|材料|资料|手续|专项|项目|企业|公司|单位|方向|领域|产业|行业|技术|产品|东西|意思|说法|规定)"
_WHOLE = (
    rf"(?:(?:要|有|支持|准备|满足|需要?|得|是个?|包括|提?交|分|设|收){_IN}{{0,4}}?(?:什么|啥|哪些|哪几[个项类]|几[个项类]){_IN}{{0,3}}?{_THING}没?"
    rf"|有没有(?:什么|啥)?(?:说法|要求|规定|限制|讲究)|(?:是不是|必须|要不要|有没有){_IN}{{0,6}}?(?:{MASKS['figure']}|{MASKS['qualifications']})(?=归|由|找|交)"
    rf"|[吗呢呀]|多少[钱万人个]?|(?:哪个?科室?|哪个部门|谁|{MASKS['section']})(?:收|管|受理|负责|报|问)?|是(?:什么|啥)|[有是]哪些|怎么报|能报|比几|几成)"
)
_AT_LENGTH = (
    r"(?:归|找|寻|由(?=[哪谁])|交(?=[给到哪])|送(?=[到给])|收件|受理|有(?=什么|啥|哪)|要(?=什么|啥|哪|多少|交|准备)|需要|得(?=要|有|多少)|对|最[多少高低]|至少|批下来|能给|给多少|截止|报的话"
    rf"|{TOPIC}|{MASKS['figure']}(?!有没有|要)|(?:{MASKS['track']}|{MASKS['applicant_type']})+(?:类?的?)(?:也|还|能|可以|归|找|交|由))"
)
_AT_ONCE = r"(?:是不是|是否|有没有|有无|能不能|可不可以|要不要|需不需要)"
_BEGINS = (
    rf"(?:都|又|还|也|分别|各|那|该|另外|再|顺便|具体)*(?:{_AT_ONCE}|{_AT_LENGTH}{_IN}*?(?:{_ASKS}|没有?$|不{_IN}?$))"
)
TWO_OF_ONE = re.compile(rf"(?P<first>{_IN}*?{_WHOLE})(?={_BEGINS})")
# Told first, of what the question is: 我们做阀门的想报某专项盘子得多大.
WISHED = re.compile(
    rf"(?P<first>{_IN}*(?:想|要|打算|准备)(?:来|去)?(?:申?报|申请){_IN}{{0,6}}?{MASKS['program']})(?!的|[和跟与])(?={_IN}*{_ASKS})"
    rf"|(?P<then>{_IN}{{6,}}(?:申?报|申请){MASKS['program']})(?=批下来|能给|最多给)"
)


def as_said(masked: str) -> str:
    """``masked`` without what only takes up the message before, and with a name before the question as its subject."""
    return TOPIC_FIRST.sub(r"\1", OPENING.sub("", masked))


def topic_named(words: str) -> str | None:
    """The one topic that ``words`` call by its name; None where they name none, or several."""
    named = [topic for topic, names in CALLED.items() if re.search(names, words)]
    named += ["figure"] if MASKS["figure"] in words and not named else []
    return named[0] if len(named) == 1 else None


def parts(said: str) -> list[str]:
    """The parts of a message that has several, the last of them."""
    cut = (each for part in _cut(said, BETWEEN_JOINED) for each in _spoken(part, TWO_OF_ONE, WISHED))
    found = [each.text for each in cut if each.end - each.start >= SHORTEST_PART][-MOST_PARTS:]
    return found if len(found) > 1 else []


def pieces(masked: str) -> list[Clause]:
    """The same with their places in ``masked``, also short ones and what is spoken without a stop; none where there is one."""
    opening = OPENING.match(masked)
    begin = opening.end() if opening else 0
    found = [
        Clause(each.text, each.start + begin, each.end + begin)
        for part in _cut(masked[begin:], BETWEEN_THINGS)
        for each in _spoken(part, RUN_ON, TWO_OF_ONE, WISHED)
        if each.end - each.start >= SHORTEST_PIECE
    ]
    return found if len(found) > 1 else []


def _cut(text: str, joined: re.Pattern[str]) -> Iterator[Clause]:
    """``text`` cut at its stops; where several things are asked for together, at those of ``joined``."""
    between = joined if JOINED.search(text) or PAIRED.search(text) else BETWEEN
    start = 0
    for each in between.finditer(text):
        yield Clause(text[start : each.start()], start, each.start())
        start = each.end()
    yield Clause(text[start:], start, len(text))


def _spoken(part: Clause, *patterns: re.Pattern[str]) -> list[Clause]:
    """A part cut behind whatever one of the ``patterns`` finds in it: what is spoken without a stop."""
    found = [part]
    for pattern in patterns:
        found = [piece for each in found for piece in _cut_behind(each, pattern)]
    return found


def _cut_behind(part: Clause, pattern: re.Pattern[str]) -> Iterator[Clause]:
    start = 0
    for each in pattern.finditer(part.text):
        yield Clause(part.text[start : each.end()], part.start + start, part.start + each.end())
        start = each.end()
    yield Clause(part.text[start:], part.start + start, part.end)

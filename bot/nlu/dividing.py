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
_ASKS = r"(?:什么|啥|哪|几|多少|谁|怎|咋|如何|吗)"
RUN_ON = re.compile(
    rf"(?<={MASKS['program']})(?P<first>[^，,。？?；;！!、\s]*?{_ASKS}[^，,。？?；;！!、\s]*?)(?<![和跟与同及比报走冲做对到在于从是])(?={MASKS['program']}[^，,。？?；;！!、\s]*{_ASKS})"
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
    found = [each.text for each in _cut(said, BETWEEN_JOINED) if each.end - each.start >= SHORTEST_PART][-MOST_PARTS:]
    return found if len(found) > 1 else []


def pieces(masked: str) -> list[Clause]:
    """The same with their places in ``masked``, also short ones and what is spoken without a stop; none where there is one."""
    opening = OPENING.match(masked)
    begin = opening.end() if opening else 0
    found = [
        Clause(each.text, each.start + begin, each.end + begin)
        for part in _cut(masked[begin:], BETWEEN_THINGS)
        for each in _run_on(part)
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


def _run_on(part: Clause) -> Iterator[Clause]:
    start = 0
    for each in RUN_ON.finditer(part.text):
        yield Clause(part.text[start : each.end()], part.start + start, part.start + each.end())
        start = each.end()
    yield Clause(part.text[start:], part.start + start, part.end)

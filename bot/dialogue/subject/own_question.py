"""The words by which a message asks its one question, to say what the guide leaves out as the asker calls it: 专家一年就来两个月，行吗."""

from __future__ import annotations

import re

from bot.figures.wording.asked_about import asked_about
from bot.figures.wording.stance import asks, clauses

LONGEST = 40  # characters that are read as one question
_OPENING = re.compile(
    r"^(?:是(?=专|我|那|他|不)|(?:那么?|哦|噢|嗯|好吧?|行吧?|能|有|对|请问|你好|您好|老师|不过|但是?|可是?|还有|另外|顺便|顺带|对了|再|就|也|我们?|咱们?|只|是|想|要)*(?:问|打听|了解|咨询|说|指(?=的))(?:的)?(?:是|一下|下|了|问)*"
    r"|那么?|哦|噢|嗯|好吧?|行吧?|请问|你好|您好|老师|不过|但是?|可是?|还有|另外|顺便|顺带|对了|[，,。；;！!？?：: ])+(?=[^，。]{2})"
)
# 指南有说吗, behind what it is asked of.
_OF_THE_GUIDE = re.compile(
    r"(?:那|这|咱|你们)?(?:指南|文件|通知|条文|规定)(?:里面?|上)?(?:有没有|有|没|是否)?(?:明确|专门)?(?:说|写|提|规定|要求|讲)[到过明没]?(?:[说写提讲])?(?:法)?[吗么呢没不]*"
)
_CLOSING = " ，,。；;！!？?~"


def own_question(text: str) -> str:
    """The clause that asks, with the one before it where it says nothing by itself (行吗); empty where it asks of nothing."""
    parts = [*clauses(text)]
    asking = [place for place, each in enumerate(parts) if asks(each.text)] or [len(parts) - 1]
    if not parts or not asked_about(text):
        return ""
    last = asking[-1]
    first = last if len(asking) > 1 or len(text) > LONGEST else 0
    while first and _says_nothing(parts[first].text):
        first -= 1
    words = _OPENING.sub("", text[parts[first].start : parts[last].end], count=1).strip(_CLOSING)
    return words if len(words) <= LONGEST else ""


def _says_nothing(words: str) -> bool:
    """Whether a clause tells nothing of what it asks about."""
    return not asked_about(words) or bool(_OF_THE_GUIDE.fullmatch(words.strip(_CLOSING)))

"""A clause without a subject of its own goes on about what the clause before tells of: 经费有保障，没有断过; 机构齐全，不缺.

有 and 没有 answer what was asked; a word for how something stands is of what was named last.
"""

from __future__ import annotations

import re

from bot.figures.wording.own_words import kinds
from bot.figures.wording.polarity import in_own_words, speaks_of
from bot.guide.model import Figure, Guide

_ANSWERS = re.compile(
    "(?:我们?|咱们?|公司|单位|这个|那个|目前|现在|暂时|也|都|还|倒|确实|就|早就?|已经?|当然|肯定|[嗯哦啊])*"
    "(?:有|没有?|是|不是|对|在|不在|能|不能|可以|没得|无)(?:的|了|呢|啊|吧|哈|呀|一?[个家]|[ ，,。.！!；;～~])*"
)


def goes_on_about_another(before: str, clause: str, figure: Figure, guide: Guide) -> bool:
    """Whether the clause, in which no word is ``figure``'s own, says how that stands of which the clause before tells."""
    if _ANSWERS.fullmatch(clause) or in_own_words(clause, figure) or in_own_words(before, figure):
        return False
    others = (each for each in guide.figures if each.kind == "yes_no" and each.id != figure.id)
    return any(kinds(clause, each) is not None and speaks_of(before, each) is not None for each in others)

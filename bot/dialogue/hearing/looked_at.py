"""Whether conditions are named, each as a yes or no, and it is asked if they are looked at: 合同签没签、产权清不清，这两样都看吗."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.answers.figures_meant import COUNTED, related
from bot.answers.requirements import figures_tested
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.points import FEW
from bot.figures.wording.stance import clauses
from bot.guide.search import speaks_of

_LOOKED_AT = re.compile(
    r"(?:看不看|卡不卡|查不查|要不要看|管不管)|(?:都|也|还|全|是不是|是否|[得要会需])+(?:要|得|会)?(?:看|卡|查|审|核|核对|核查|看重|要求|满足|具备)(?:的|重|一下)*(?:吗|么|不|吧|嘛|没有?|[?？]|$)"
    r"|(?:这些|这两|两[样个条项])[^，。？?]{0,4}(?:看|卡|查|审|核)不"
)
# 签没签, 清不清, 有没有, 够不够, 在不在: a condition as a yes or no.
_YES_OR_NO = re.compile(r"(?P<verb>[\u4e00-\u9fff]{1,2})[不没](?P=verb)|有无|是否")
_BETWEEN = re.compile(r"[，,、；;。？?！!]|又|以及|还有|另外")


def looked_at(this: Message) -> tuple[str, ...]:
    """The figures (ids) of the conditions of the programs in hand that are so named; none where it is not asked of several."""
    text, programs = this.utterance.text, this.subject.programs
    asked = [part for part in clauses(text) if _LOOKED_AT.search(part.text)]
    if not asked or not 0 < len(programs) <= FEW or this.conversation.check or this.heard.readings:
        return ()
    if any(speaks_of(each, text) for each in this.guide.silent_topics):
        return ()
    tested, plain = {*figures_tested(this.guide, programs)} - {WHO}, this.utterance.without("program", "family")
    start, found = 0, list[str]()
    for stop in [*(each.span() for each in _BETWEEN.finditer(plain)), (len(plain), len(plain))]:
        piece = plain[start : stop[0]]
        named = [each.id for each in this.utterance.of("figure") if start <= each.start < stop[0] and each.id in tested]
        if _YES_OR_NO.search(piece):
            found += named or [each for each in related(this.guide, programs, piece) if each in tested]
        elif found:
            found += named
        start = stop[1]
    had = [each for each in dict.fromkeys(found) if this.guide.figure[each].kind not in COUNTED]
    return tuple(dict.fromkeys(found)) if had else ()

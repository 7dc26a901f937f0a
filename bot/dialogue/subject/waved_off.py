"""A message without what is waved off before its question: 是按社保人数算吧？先不管这个，重大专项归谁管; 换一个问，成果转化那个呢."""

from __future__ import annotations

import re

from bot.dialogue.state import Utterance
from bot.dialogue.subject.business import asks_of_nothing
from bot.dialogue.subject.stretches import stretch_of
from bot.dialogue.words import ASKING

_THIS = "(?:[这那]一?[个条项块件]?事?|它|刚才[那这]个)"
_WAVES_OFF = re.compile(
    rf"(?:[那嗯哦好行算了先暂且就，, ])*(?:不管|不说|不提|不问|不谈|不扯|撇开|抛开|放下|放过)(?:{_THIS})(?:了|先)*"
    rf"|(?:{_THIS})(?:先|就|暂且|咱们?|我们?)*(?:不管|不说|不提|不问|不谈|放一?放|搁一?搁)(?:了|先|吧)*"
    "|(?:[那嗯哦好行我再想先，, ])*换(?:一?个|个?别的)(?:问题?|话题|事)?(?:来)?(?:问|说|聊)(?:一?下|吧|你)*"
    "|(?:[那嗯哦好行我再想，, ])*(?:问|说)个(?:题外话|别的|其[他它]的|不相干的|另外的)"
)


def without_what_is_waved_off(utterance: Utterance) -> Utterance:
    """``utterance`` from behind the last of its pieces that only waves off what was said, where a question follows."""
    waving = [each for each in utterance.pieces if _WAVES_OFF.fullmatch(utterance.text[each.start : each.end])]
    rest = [each for each in utterance.pieces if waving and each.start >= waving[-1].end]
    if not rest or not any(ASKING.search(each.masked) for each in rest) or _is_of_the_story(utterance, rest[0].start):
        return utterance
    return stretch_of(utterance, rest[0].start, rest)


def _is_of_the_story(utterance: Utterance, start: int) -> bool:
    """Whether what is asked from ``start`` on names nothing and is of what is told before it, where only an aside of that is waved
    off: 我们办了个孵化器，房租还欠着，先不说这个，能走哪个专项."""
    asked_before = any(ASKING.search(each.masked.rstrip("呢")) for each in utterance.pieces if each.start < start)
    return asks_of_nothing(utterance.text[start:]) and not asked_before

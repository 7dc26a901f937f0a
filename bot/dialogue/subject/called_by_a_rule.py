"""A program that is called by what it demands (自筹要三倍的那个重大专项，财政支持多少): what calls it so is not asked about."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Mention, Question, Utterance
from bot.dialogue.subject.programs import meant
from bot.dialogue.subject.stretches import said_of, stretch_of
from bot.dialogue.words import ASKING, REQUEST
from bot.figures.mentions import NUMERIC
from bot.guide.model import Guide

_CALLS = re.compile(
    "[^，。；？?！!]{2,30}的(?:[那这]一?[个项类种]|)(?:[大小]?(?:市级)?(?:科技)?(?:重大|大)?(?:专项|项目|计划)|#)(?:里头?|中|的话|[啊呀呢哈 ])*"
)


def called_by_a_rule(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` as what follows such a call, said of the program by its name."""
    call = _call(guide, utterance)
    rest = [each for each in utterance.pieces if call and each.start >= call.end]
    if not call or not rest or not all(_asks(each) for each in rest[-1:]):
        return utterance
    named = utterance.only(call).ids("program") or meant(guide, utterance, sure=True)
    if len(named) != 1 or any(utterance.only(each).ids("program", "family") for each in rest):
        return utterance
    name = Mention("program", named[0], guide.program[named[0]].name, 0, 0)
    return replace(said_of(name, stretch_of(utterance, rest[0].start, rest)), described=())


def _call(guide: Guide, utterance: Utterance) -> Question | None:
    """The piece that calls a program by a figure which it demands, with what stands before it in the list: 企业牵头、自筹三倍的那个."""
    for piece in utterance.pieces[:-1]:
        own = utterance.only(piece)
        words = own.text
        for each in sorted(own.of("program"), key=lambda one: -one.start):
            words = words[: each.start] + "#" + words[each.end :]
        numbers = any(guide.figure[each].kind in NUMERIC for each in own.ids("figure"))
        if numbers and _CALLS.fullmatch(words.strip("，, 、")) and not _asks(piece):
            return piece
    return None


def _asks(piece: Question) -> bool:
    return bool(ASKING.search(piece.masked) or REQUEST.search(piece.masked))

"""Names of programs that stand for what another program demands: 重大专项要有创新平台是吧, and then 啥才叫创新平台."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.requirements import figures_tested
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.guide.model import Guide

_HAS_TO_BE = re.compile(
    "(?:[要得须需]|必须|必得|应当?|一定|非得|是不是|要不要|需不需要)(?:先|得|要|也)*(?:有|具备|建|设|拥有)(?:自己的?|稳定的?|一?个)*$"
)
_LACKS = re.compile("(?:没有?|缺少?|缺乏)(?:自己的?)?$")
_IS_ASKED_AS = {"ask_program": "ask_term", "ask_overview": "ask_term"}


def with_demanded_things(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the thing that is demanded in the place of such a name."""
    for name in utterance.of("program", "family"):
        others = _others(guide, conversation, utterance, name)
        figure = _thing(guide, others, name.text)
        ahead = utterance.text[: name.start]
        if figure and _HAS_TO_BE.search(ahead):
            return _of(utterance, replace(name, kind="figure", id=figure), "ask_requirements")
        if figure and _LACKS.search(ahead):
            return _of(utterance, replace(name, kind="figure", id=figure), None)
        if figure in conversation.about_figures and others == conversation.programs:
            term = next((each.name for each in guide.terms if each.name.endswith(name.text)), None)
            meant = replace(name, kind="term", id=term) if term else replace(name, kind="figure", id=str(figure))
            return _of(utterance, meant, _IS_ASKED_AS.get(utterance.intent))
    return utterance


def _others(guide: Guide, conversation: Conversation, utterance: Utterance, name: Mention) -> tuple[str, ...]:
    """The programs that are named beside, else those in hand."""
    others = tuple(each for each in utterance.ids("program") if each != name.id) or conversation.programs
    own = {each.id for each in guide.programs if name.id in (each.id, each.family)}
    return () if own & {*others} else others


def _thing(guide: Guide, programs: tuple[str, ...], words: str) -> str | None:
    """The one thing to be had that these programs demand and that is called so."""
    tested = [guide.figure[each] for each in figures_tested(guide, programs)] if programs else []
    found = [
        each.id
        for each in tested
        if each.kind == "yes_no" and (each.name.endswith(words) or words in (*each.names, *each.own_words))
    ]
    return found[0] if len(found) == 1 else None


def _of(utterance: Utterance, thing: Mention, intent: str | None) -> Utterance:
    """``utterance`` with the thing at its place, and as what is asked of it alone."""
    mentions = tuple(thing if each.start == thing.start else each for each in utterance.mentions)
    if intent is None or len(utterance.pieces) > 1:
        return replace(utterance, mentions=mentions)
    return replace(utterance, mentions=mentions, ranking=((intent, 1.0),), described=())

"""Programs told by how their names begin, two side by side or one that is to be applied for: 农业那个还是高新那个, 农业和高新两个,
那我们先报高新吧.

Of two that could both be fields of one program (农业和社会发展) nothing is told here: which is meant, the rest decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.fields import dividing
from bot.dialogue.subject.programs import beginning
from bot.guide.model import Guide

_ONE = "[\u4e00-\u9fff]{2,6}?"
_OF_IT = "(?:的|专项|项目|[那这]?(?:一?[个边块条类]))*"
_TAKES = "(?:走|报|归|选|查|做|是|属于?|申报)?"
_TWO = re.compile(
    rf"(?:^|[，,。；;：:！!？? ]|走|报|归|选|查|问|比|对比|比较)(?:那么?|我们?|就|只|光|单|想|问|说|看|先|把|拿|报|走)*(?P<one>{_ONE}){_OF_IT}(?:还是|和|跟|与|或者?|[、])"
    rf"{_TAKES}(?P<other>{_ONE}){_OF_IT}(?=[，,。；;！!？? ]|里|哪|比|[两俩]|怎么|咋|分别|都|有|区别|不同|$)"
)
# 那我们先报高新吧, 那要是报高新呢: what is to be applied for, after programs were talked about.
_APPLIED_FOR = re.compile(
    r"(?:^|(?<=[，,。；;！!？? ]))(?:那么?|要是|如果|还是|干脆|不如|我们?|咱们?|就|先|改|换|[ ])*(?:报|申报|走|选)"
    rf"(?P<one>{_ONE}){_OF_IT}(?:吧|呢|的话|好了|算了|了)*(?=[，,。；;！!？? ]|要|得|需|必须|$)"
)

_THIS_ONE = re.compile(r"(?:专项|的)?[这那]一?(?:个|项|类|块)(?!领域|方向|口)|专项")


def with_short_names(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the programs that it tells by how their names begin."""
    for found in _TWO.finditer(utterance.text):
        named = [_named(guide, utterance, found, each) for each in ("one", "other")]
        if all(named) and not _may_be_fields(guide, utterance, named):
            utterance = _with(utterance, named)
    utterance = _with(utterance, _shortened(guide, utterance))
    if not (conversation.programs or conversation.check):
        return utterance
    if of_a_list := _pointed_out(guide, conversation, utterance):
        utterance = _with(utterance, of_a_list)
    for found in _APPLIED_FOR.finditer(utterance.text):
        one = _named(guide, utterance, found, "one")
        if one and not _may_be_fields(guide, utterance, [one]):
            utterance = _with(utterance, [one])
    return utterance


def _shortened(guide: Guide, utterance: Utterance) -> list[Mention]:
    """What seems to be a figure, and ends the name of a program that begins right before it and leaves some of it out: 新研发机构."""
    return [
        Mention("program", one.id, utterance.text[each.start - 1 : each.end], each.start - 1, each.end)
        for each in utterance.of("figure")
        for one in guide.programs
        if _begins(one.name, utterance.text[max(0, each.start - 1) : each.end], each.text)
    ]


def _begins(name: str, words: str, tail: str) -> bool:
    """Whether the words, that end with ``tail``, are how the name begins without what stands between the two: 新|型|研发机构."""
    left_out = name.find(tail) - 1
    return left_out > 0 and words == name[0] + tail and not name.startswith(words)


def _pointed_out(guide: Guide, conversation: Conversation, utterance: Utterance) -> list[Mention]:
    """What seems to be a field, and is one of the programs just listed: 查一下社会发展这个."""
    listed = conversation.programs if len(conversation.programs) > 1 else ()
    fields = (each for each in utterance.of(*dividing(guide)) if _THIS_ONE.match(utterance.text, each.end))
    owners = ((each, beginning(guide, each.text)) for each in fields)
    return [
        Mention("program", own[0], each.text, each.start, each.end)
        for each, own in owners
        if len(own) == 1 and own[0] in listed
    ]


def _named(guide: Guide, utterance: Utterance, found: re.Match[str], group: str) -> Mention | None:
    """The one program whose name begins with what stands in ``group``, or is named there already."""
    start, end = found.span(group)
    told = [each for each in utterance.of("program") if start <= each.start < end]
    if told:
        return told[0]
    owners = beginning(guide, found[group])
    return Mention("program", owners[0], found[group], start, end) if len(owners) == 1 else None


def _may_be_fields(guide: Guide, utterance: Utterance, named: Iterable[Mention | None]) -> bool:
    """Whether each of those ``named`` is a field, or no program is told that was not named before."""
    places = {each.start for each in utterance.of(*dividing(guide))}
    told = utterance.of("program")
    return all(each is None or each in told or each.start in places for each in named)


def _with(utterance: Utterance, named: Iterable[Mention | None]) -> Utterance:
    new = [each for each in named if each]
    kept = (one for one in utterance.mentions if not any(each.start <= one.start < each.end for each in new))
    return replace(utterance, mentions=tuple(sorted((*kept, *new), key=lambda each: each.start)))

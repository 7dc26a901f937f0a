"""Programs that a question sets aside, as known or as not to be told, and those that are left: 支撑专项归哪几个科，农业的我知道;
还得满足啥，别给我念新型研发机构那条; 社发的我知道了，其余四个呢; 支撑专项跟我们没关系，平台里有对口的吧."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.state import Conversation, Mention, Question, Utterance
from bot.dialogue.subject.fields import carrying, dividing
from bot.dialogue.subject.members import IN_A_ROW
from bot.dialogue.subject.placed import family_of
from bot.dialogue.subject.programs import EVERY, LEFT_OUT
from bot.dialogue.subject.stretches import stretch_of
from bot.dialogue.subject.the_others import SAME, only_the_others, others_counted, the_others_told
from bot.figures.wording.stance import Clause, asks, clause_at, clauses
from bot.guide.model import Guide

_NAMED = "(?:专项|项目|[那这]?一?[个块边类条项部]分?|[的那这])*"
_SAYS = "(?:念|说|讲|提|列|报|发|抄|写)"
_NEED_NOT = "(?:别|甭|不要|不用|不必|无需|用不着)"
# 外专的我清楚, 成果转化的我看见了: what is known.
_KNOWN = re.compile(
    rf"{_NAMED}(?:我们?|咱们?|已经?|都|就|早|也|倒|是|[ ])*(?:知道|晓得|清楚|明白|了解|有数|看[见到过]|记[下住])[了过的啦]*(?=[，,。；;！! ]|$)"
)
# 孵化器的不用说, 新型研发机构那条就别念了.
_NOT_TOLD = re.compile(rf"{_NAMED}(?:你|您|我|就|先|可以|也|[ ])*{_NEED_NOT}(?:再|给|跟|我们?|咱们?)*{_SAYS}")
# 别给我念新型研发机构那条; 别说重大了，兰白都报不上 sets nothing aside.
_NOT_TO_TELL = re.compile(
    rf"{_NEED_NOT}(?:(?:再|又|老是?|总是?|给|跟|我们?|咱们?)+{_SAYS}|[念列])(?:什么|那个|[了的])*$"
)
# 支撑专项跟我们没关系, 重大专项我们够不着: what is none of theirs.
_NOT_OURS = re.compile(
    rf"{_NAMED}(?:我们?|咱们?|[跟和与对]|这边|公司|单位|学校|也|都|就|是|反正|肯定|估计|[ ])*"
    r"(?:没[有啥什么]*关系|无关|不相干|不[沾搭]边|不搭界|够不[着上到]|用不[着上]|轮不[着上到]|不考虑|不指望|没戏|没份|不想?报|报不[了上成])"
    r"[了的啦]*(?=[，,。；;！! ]|$)"
)

_DENIED = re.compile("(?<!是)(?:不是|没[问说]|不[问说])(?:[问说指讲]的?)?$")
# 重大专项我们报不了，为什么: of what is given up itself.
_OF_WHAT_FAILS = re.compile("为什么|为啥|为何|凭|差|缺|原因|卡在?哪|[它那这]个?专项")


def with_some_set_aside(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance``, where it asks something else, with the programs that are set aside under the kind ``LEFT_OUT``, and those
    of the same family, or list, that are left in its place."""
    if not conversation.check and (
        own := _without_what_is_not_ours(utterance) or _the_one_left(conversation, utterance)
    ):
        return own
    aside = () if conversation.check or len(list(clauses(utterance.text))) < 2 else _set_aside(guide, utterance)
    if not aside:
        return utterance
    told = tuple(dict.fromkeys(each.id if each.kind == "program" else carrying(guide, [each])[0] for each in aside))
    whole = _whole(guide, conversation, utterance, told)
    others = others_counted(utterance.text, told, whole, named=bool(utterance.of("family")))
    if others is None or not (others or _another_is_meant(conversation, utterance, aside)):
        return utterance
    left = tuple(replace(each, kind=LEFT_OUT, id=program) for each, program in zip(aside, told, strict=False))
    families = utterance.of("family") if others else ()
    kept = tuple(each for each in utterance.mentions if each not in (*aside, *families))
    start, end = (families[0].start, families[0].end) if families else the_others_told(utterance.text)
    names = tuple(Mention("program", each, utterance.text[start:end], start, end) for each in others)
    said = _without_what_is_set_aside(replace(utterance, mentions=(*kept, *left, *names)))
    return replace(said, ranking=SAME) if only_the_others(said.text) and conversation.topic else said


def _without_what_is_not_ours(utterance: Utterance) -> Utterance | None:
    """``utterance`` without what is said to be none of the asker's, where another is named, or all are asked for; None where
    nothing is, or where no more is said than that."""
    names = utterance.of("program", "family")
    aside = _with_those_in_a_row(utterance.text, names, [each for each in names if _is_not_ours(utterance.text, each)])
    others = [each for each in utterance.mentions if each not in aside]
    named = any(each.kind in ("program", "family") for each in others)
    if not aside or not (named or EVERY.search(utterance.text)):
        return None
    left = tuple(replace(each, kind=LEFT_OUT) for each in aside)
    return _without_what_is_set_aside(replace(utterance, mentions=(*others, *left)))


def _the_one_left(conversation: Conversation, utterance: Utterance) -> Utterance | None:
    """``utterance`` as it is of the programs in hand that are left, where of those the only ones that it names are said to be none of
    the asker's before it asks: 兰白不考虑了，另一个归谁管; None elsewhere."""
    names = utterance.of("program", "family")
    aside = {each.id for each in names if _is_not_ours(utterance.text, each)}
    left = [each for each in conversation.programs if each not in aside]
    behind = names[-1].end if names else 0
    rest = [part for part in clauses(utterance.text) if part.start >= behind and asks(part.text)]
    rest = [part for part in rest if not _OF_WHAT_FAILS.search(part.text)]
    if not (names and left and rest) or aside != {each.id for each in names} or not aside < {*conversation.programs}:
        return None
    gone = tuple(replace(each, kind=LEFT_OUT) if each in names else each for each in utterance.mentions)
    meant = tuple(Mention("program", each, "", rest[0].start, rest[0].start) for each in left)
    return _without_what_is_set_aside(replace(utterance, mentions=(*gone, *meant)))


def _is_not_ours(text: str, name: Mention) -> bool:
    # 我说的是社会发展专项，不是重大专项, where 是重大 may seem a slip of 市重大
    denied = any(_DENIED.search(text[:end]) for end in (name.start, name.start + 1))
    return bool(denied or _NOT_OURS.match(text, name.end)) and not asks(clause_at(text, name.start).text)


def _another_is_meant(conversation: Conversation, utterance: Utterance, aside: Sequence[Mention]) -> bool:
    """Whether the question is of another program than those ``aside``: named beside them, or in hand where these are but not to
    be told; 兰白的我看过了，投资要多少 is of what is known."""
    if any(each.kind != "program" for each in aside):
        return False
    beside = [each for each in utterance.of("program", "family") if each not in aside]
    untold = not any(_is_known(utterance.text, each) for each in aside)
    in_hand = {*conversation.programs} - {each.id for each in aside}
    return bool(beside or untold and in_hand)


def _without_what_is_set_aside(utterance: Utterance) -> Utterance:
    """``utterance`` without the clause, its first or its last, that only sets something aside: what it asks is in the rest."""
    first, *_ = parts = [*clauses(utterance.text)]
    *_, last = parts
    rest = [each for each in utterance.pieces if not _holds(each, utterance, LEFT_OUT)]
    if not rest or any(
        _holds(each, utterance, "program", "family") and _holds(each, utterance, LEFT_OUT) for each in parts
    ):
        return utterance
    if _holds(first, utterance, LEFT_OUT) and rest[0].start >= first.end:
        return stretch_of(utterance, rest[0].start, rest)
    if _holds(last, utterance, LEFT_OUT) and rest[-1].end <= last.start:
        return stretch_of(utterance, 0, rest, last.start)
    return utterance


def _holds(part: Clause | Question, utterance: Utterance, *kinds: str) -> bool:
    return any(part.holds(each.start) for each in utterance.of(*kinds))


def _set_aside(guide: Guide, utterance: Utterance) -> tuple[Mention, ...]:
    """The names, of fields that one program carries too, that are set aside, with those in a row before them."""
    names = [each for each in utterance.of("program", *dividing(guide)) if _is_of_one(guide, each)]
    return _with_those_in_a_row(utterance.text, names, [each for each in names if _is_set_aside(utterance.text, each)])


def _with_those_in_a_row(text: str, names: Sequence[Mention], last: Sequence[Mention]) -> tuple[Mention, ...]:
    """``last``, some of the ``names``, with those that stand in a row before them."""
    found = [*last]
    for one, other in reversed([*pairwise(names)]):
        if other in found and IN_A_ROW.fullmatch(text[one.end : other.start]):
            found.insert(0, one)
    return tuple(dict.fromkeys(found))


def _is_of_one(guide: Guide, name: Mention) -> bool:
    return name.kind == "program" or len(carrying(guide, [name])) == 1


def _is_set_aside(text: str, name: Mention) -> bool:
    ahead = text[clause_at(text, name.start).start : name.start]
    return bool(_NOT_TO_TELL.search(ahead) or _NOT_TOLD.match(text, name.end)) or _is_known(text, name)


def _is_known(text: str, name: Mention) -> bool:
    return bool(_KNOWN.match(text, name.end)) and not asks(clause_at(text, name.start).text)


def _whole(guide: Guide, conversation: Conversation, utterance: Utterance, told: Sequence[str]) -> tuple[str, ...]:
    """What those that are set aside are some of: the family that is named, else what was told of before; where others are asked
    for, their own family."""
    families = utterance.ids("family")
    if len(families) == 1:
        return tuple(each.id for each in guide.members(families[0]))
    listed = (each for each in (conversation.programs, conversation.named) if {*told} < {*each})
    return next(listed, ()) or family_of(guide, told)

"""Which of the programs that a message names are left: 算了，查重大专项, 不是研发平台，我要查孵化器, 兰白那个不用管了."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.fields import carrying, dividing
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import ASKING
from bot.guide.model import Guide

_CHECKS = "查|看|问|报|核对|弄|测|做|搞|填|要|换|管|考虑"
LEFT_BEFORE = re.compile(
    rf"(?:不是?|别|没)(?:想|再|用|能|打算|说|要(?=[{_CHECKS.replace('|', '')}]))*(?:{_CHECKS})?(?:申报|一?下)?(?:(?!{_CHECKS})[^，。])*$"
)
LEFT_BEHIND = re.compile(
    rf"(?:[的这那个块边类项也都就先]|方面|我们?|咱们?|暂时|现在|专项|项目|条件)*(?:(?:不|别)(?:想|再|用|必|需要|打算)?(?:{_CHECKS})|算了|取消|停)"
)
# 先别管兰白; 不知道兰白要什么 leaves nothing.
_LEFT_OUT = re.compile(
    rf"(?:不(?:想|再|用|必|需要|打算)?|别|甭)(?:再|先)?(?:{_CHECKS})(?:了|一?下)?(?:申报)?(?:我们|那个|这个|什么)?$"
)
_OPENING = r"(?:那|我们?|咱们?|想|要|能不能|能|可以|可不可以|先|再|就|还是|帮|给|麻烦|请|来|算了|[，, ])*"
_LOOK = "(?:查|看|核对|核|问|试|测|了解|说|报)(?:查|看|试|问|测)?(?:一?下)?"
_A_PROGRAM = "(?:一|另|外|几)*(?:个|项|种|些)?(?:别的|其[他它]|新)?的?(?:专项|项目|计划)?"
# 换个专项, 先看另一个: which one, it does not say.
_ANOTHER = re.compile(
    rf"{_OPENING}(?:(?:换|改|切换)(?:成|到)?{_A_PROGRAM}(?:{_LOOK})?|{_LOOK}(?:另|别的|其[他它]|下一|下个){_A_PROGRAM})(?:吧|呗|了|可以|行|吗|呢|啊|[，,。？?！! ])*"
)
_THE_OTHERS = re.compile(
    r"(?:那|就|先|[，, ])*(?:其[他它余]|别的|剩下|另外)(?:的|那些|几?[个项]|专项|项目)*(?:都|也|就|先|暂时|统统|我们?)*"
    rf"(?:(?:不|别)(?:用|要|想|必|需要|再|打算)*(?:{_LOOK}|管|考虑|要)|不用|算了|免了)(?:了|吧|啊|[，,。！! ])*"
)


def wanted_instead(utterance: Utterance, guide: Guide, before: Collection[str]) -> tuple[str, ...]:
    """Programs that are named for another check than that of ``before``, and not as what is left too: 算了，查重大专项."""
    kept = [each for each in utterance.mentions if not _is_left(utterance.text, each)]
    named = named_programs(guide, replace(utterance, mentions=tuple(kept)))
    return tuple(each for each in named if each not in before)


def leaves_for_another(utterance: Utterance, guide: Guide, conversation: Conversation) -> bool:
    """Whether one program is named as left and another as wanted: 不是研发平台，我要查孵化器."""
    left = any(_is_left(utterance.text, each) for each in utterance.of("program", "family"))
    return bool(left and wanted_instead(utterance, guide, conversation.check))


def left_programs(utterance: Utterance, guide: Guide) -> tuple[str, ...]:
    """Programs that are named, by their field too, as left: 兰白那个不用管了, 农业的也不考虑."""
    left = tuple(
        each
        for each in utterance.mentions
        if is_left_behind(utterance.text, each) or _LEFT_OUT.search(utterance.text[: each.start])
    )
    fields = [each for each in left if each.kind in dividing(guide)]
    return (*named_programs(guide, replace(utterance, mentions=left)), *carrying(guide, fields))


def left_over(utterance: Utterance, guide: Guide, whole: tuple[str, ...]) -> tuple[str, ...]:
    """The programs of ``whole``, those of a check, without those that are left; none where none is, or another is wanted."""
    if len(whole) < 2 or ASKING.search(utterance.text) or wanted_instead(utterance, guide, whole):
        return ()
    left = left_programs(utterance, guide)
    rest = tuple(each for each in whole if each not in left)
    return rest if rest != whole else ()


def is_left_behind(text: str, name: Mention) -> bool:
    """Whether it is said behind the name that this is not wanted: 农业的也不考虑."""
    return bool(LEFT_BEHIND.match(text, name.end))


def _is_left(text: str, name: Mention) -> bool:
    return bool(LEFT_BEFORE.search(text[: name.start]) or is_left_behind(text, name))


def wants_another(text: str) -> bool:
    """Whether the text wishes for another program, and nothing else: 换个专项."""
    return bool(_ANOTHER.fullmatch(text))


def wants_no_others(text: str) -> bool:
    """Whether the text wants the other programs left, and nothing else."""
    return bool(_THE_OTHERS.fullmatch(text))

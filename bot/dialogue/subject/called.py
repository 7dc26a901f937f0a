"""Orders to check something, and the program or family that one calls by a part of its name: 帮我查一下那个转化的, 回到平台，接着查."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance
from bot.dialogue.words import ASKING, CHECKING, ORDERED, REQUEST, SWITCHING
from bot.guide.model import Guide

NAMED_FIRST = re.compile(r"呢(?=[，,])")  # 那研发平台呢，也查一下: 呢 only names what the order is of

_ORDERED = re.compile(
    r"(?:先|那么?|就|我们?|咱们?|想|要|再|还是|帮忙?|给|麻烦|请|您|你|算了|不对|好|行|[，, ])*"
    r"(?:回到?|返回|回头|接着|继续|换[成回到]?|转[到回]|切换?[到回]|查|看|核对|核|申?报)(?:去)?(?:查|看|核对|核|申?报)?(?:一?[下遍])?"
    r"(?:刚才|之前|前面|上面|原来)?(?:的|[那这]一?[个类块边]|[那这]几个)*(?P<name>[\u4e00-\u9fff]{2,6}?)"
    r"(?:的|类|[那这][个块边些]|[那这]几个|方面|专项|项目|条件)*"
    r"(?:吧|呗|了|[，,。！! ]|(?:接着|继续|往下|再|也|咱们?|我们?)*(?:查|看|走|核对)(?:一?下|下去)*)*"
)


def with_called(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` with what an order calls by a part of a name, where it names nothing else and only one can be meant."""
    found = _ORDERED.fullmatch(utterance.text)
    if not found or utterance.mentions:
        return utterance
    meant = _meant(guide, found["name"])
    if meant is None:
        return utterance
    return replace(utterance, mentions=(Mention(*meant, found["name"], *found.span("name")),))


def asks_for_a_check(text: str) -> bool:
    """Whether a check of what is named is ordered, and nothing is asked."""
    checks = CHECKING.search(text)
    switched = SWITCHING.search(text) and not REQUEST.search(text)
    asked = ASKING.search(NAMED_FIRST.sub("", text) if checks else text)
    return bool((checks or switched) and not asked or ORDERED.search(text))


def orders(utterance: Utterance) -> bool:
    """Whether the message is an order to check what it names, and nothing else."""
    return bool(_ORDERED.fullmatch(utterance.text))


def _meant(guide: Guide, words: str) -> tuple[str, str] | None:
    """The kind and id of the one family, else program, that has ``words`` in its name."""
    programs = [each for each in guide.programs if words in each.name]
    families = [each for each in guide.families if words in each.name]
    if len(families) == 1 and all(each.family == families[0].id for each in programs):
        return "family", families[0].id
    return ("program", programs[0].id) if len(programs) == 1 and not families else None

"""Where a house sits, which names no partner's region: 总部在西安，兰州新区有个分公司，让不让报."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance
from bot.dialogue.words import WITH
from bot.figures.stated.chosen import is_of_partners
from bot.guide.model import Guide

_SITS = re.compile(
    r"(?:总部|总公司|本部|母公司|集团|公司|企业|厂子?|单位|注册地?|登记|营业执照|执照|工商)(?:地址?)?(?:都|就|也|是|设|注册|登记|开|放|落|办)*在[^，。；？?]{0,2}$"
)
_FROM = re.compile("的?(?:企业|公司|单位|厂)")  # 外地企业在新区设了办事处


def without_seats(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` without the regions of partners that only tell where a house sits; none goes where partners are spoken of."""
    if WITH.search(utterance.text):
        return utterance
    regions = {each.id for each in guide.figures if each.kind == "choices" and is_of_partners(each)}
    kept = (each for each in utterance.mentions if each.kind not in regions or not _is_seat(utterance.text, each))
    return replace(utterance, mentions=tuple(kept))


def _is_seat(text: str, named: Mention) -> bool:
    return bool(_SITS.search(text[: named.start]) or _FROM.match(text, named.end))

"""Names that only seem to stand in a message, made of the end of one word and the beginning of the next: 人员工资 has no 员工."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance

_AHEAD, _BEHIND = re.compile("(?:人|成|队|学|官|职|专)$"), re.compile("[资作种龄程]")
_STAFF = "员工"
_ONE, _COUNTED = "个人", re.compile("头|数(?![据学字])")  # 这个人头数是几个
_SCHOOL, _FOR_A_TRADE = "学校", re.compile("(?:培训|驾驶)$")


def without_straddling(utterance: Utterance) -> Utterance:
    """``utterance`` without the names that stand in no word of it: 人员工资能不能列支, 全体成员工作几年."""
    kept = tuple(each for each in utterance.mentions if not _straddles(utterance.text, each))
    return replace(utterance, mentions=kept)


def _straddles(text: str, name: Mention) -> bool:
    """Whether the name is a half of one word with a half of another, or the end of one that is none of the guide's
    (培训学校)."""
    ahead = text[: name.start]
    of_a_trade = name.text == _SCHOOL and _FOR_A_TRADE.search(ahead)
    of_heads = name.text == _ONE and _COUNTED.match(text, name.end)
    return bool(
        of_a_trade or of_heads or name.text == _STAFF and _AHEAD.search(ahead) and _BEHIND.match(text, name.end)
    )

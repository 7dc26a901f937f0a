"""Names that only seem to stand in a message, made of the end of one word and the beginning of the next: 人员工资 has no 员工."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance

_AHEAD, _BEHIND = re.compile("(?:人|成|队|学|官|职|专)$"), re.compile("[资作种龄程]")
_STAFF = "员工"


def without_straddling(utterance: Utterance) -> Utterance:
    """``utterance`` without the names that stand in no word of it: 人员工资能不能列支, 全体成员工作几年."""
    kept = tuple(each for each in utterance.mentions if not _straddles(utterance.text, each))
    return replace(utterance, mentions=kept)


def _straddles(text: str, name: Mention) -> bool:
    """Whether the name is a half of one word with a half of another."""
    return bool(name.text == _STAFF and _AHEAD.search(text[: name.start]) and _BEHIND.match(text, name.end))

"""Names that only seem to stand in a message, made of the end of one word and the beginning of the next: 人员工资 has no 员工."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance
from bot.guide.model import Guide
from bot.guide.segmentation import torn

_AHEAD, _BEHIND = re.compile("(?:人|成|队|学|官|职|专)$"), re.compile("[资作种龄程]")
# 看能报那个, 查新是那个专项要的: 那 is written for 哪, and what stands before it describes nothing.
_WHICH = re.compile(
    "^[看能可以该应想要我们咱]*(?:申?报|申请|走|归|属于|算|选)那一?[个项类种块](?:专项|项目)?$|是那一?[个项类种块](?:专项|项目)$"
)
_STAFF = "员工"
_SHORT = 2  # characters of a name for a program that two words may make
_ONE, _COUNTED = "个人", re.compile("头|数(?![据学字])")  # 这个人头数是几个
_SCHOOL, _FOR_A_TRADE = "学校", re.compile("(?:培训|驾驶)$")


def without_straddling(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` without the names that stand in no word of it: 人员工资能不能列支, 全体成员工作几年."""
    kept = tuple(each for each in utterance.mentions if not _straddles(guide, utterance.text, each))
    return replace(utterance, mentions=kept)


def _straddles(guide: Guide, text: str, name: Mention) -> bool:
    """Whether the name is a half of one word with a half of another, or the end of one that is none of the guide's
    (培训学校)."""
    ahead = text[: name.start]
    if name.kind in ("program", "family") and _WHICH.search(name.text):
        return True
    of_a_trade = name.text == _SCHOOL and _FOR_A_TRADE.search(ahead)
    of_heads = name.text == _ONE and _COUNTED.match(text, name.end)
    of_two_words = name.kind == "program" and len(name.text) == _SHORT and torn(text, name.start, name.end)  # 另外专门
    of_two_words = of_two_words and text[name.end - 1 : name.end + 1] not in guide.program[name.id].name  # 老外专家
    staff = name.text == _STAFF and _AHEAD.search(ahead) and _BEHIND.match(text, name.end)
    return bool(of_a_trade or of_two_words or of_heads or staff)

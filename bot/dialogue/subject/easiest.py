"""Whether the program that demands least is asked for among all of them: 哪个专项最容易报, 有没有要求低一点的, 换个门槛低的."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.state import Utterance

_LOW = "(?:门槛|要求|条件|标准|限制|杠杠)(?:能|会|是)?(?:最|比较|更|相对|稍微?)*(?:低|[松少宽]|宽松|简单)"
_EASY = "(?:最|比较|更|相对|稍微?)*(?:容易|好|简单)(?:申?报|申请|够得?[上着])|最(?:容易|简单|好[报申过])"
_OF_SUCH = re.compile(f"{_LOW}|{_EASY}")
_WHICH = re.compile("哪|有没有|有无|有(?=.*[吗么不没][？?。]*$)|[换挑选找推][个一荐]|推荐|什么专项|啥专项")
# 这两个里哪个好报 is of those two, 哪类领域门槛低 of the fields of one, and 哪份材料最简单 of papers.
_OF_OTHERS = re.compile("[这那]?[两俩几]个|领域|方向|材料|证明|资质|科室|哪个科")


def asks_for_the_easiest(utterance: Utterance, programs: Sequence[str]) -> bool:
    """Whether it is, where no more than one of the ``programs`` was talked about and nothing of the guide is named."""
    text = utterance.text
    others = _OF_OTHERS.search(text) or utterance.ids("program", "family", "section", "track", "technology", "quantity")
    return len(programs) < 2 and not others and bool(_OF_SUCH.search(text) and _WHICH.search(text))

"""What a question supposes to be lacking, of whomever: 没有研发机构能不能报, 缺管理机构还能申请吗."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.dialogue.hearing.message import Message
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure

_LACKS = re.compile(
    r"(?<!有)(?:没有?(?:正式)?|未|无|缺(?:少|乏)?|不具备|尚无|不搞|不做)(?:一?[个家]|任何|专门的?|自己的?|稳定的?|什么|啥)*$"
)
_MAY_APPLY = re.compile(
    r"(?!的)[^，。；的]{0,4}?(?:能不能|能否|可不可以|可否|是不是|能|可以|[报行]得了|就)[^，。；]{0,4}(?:申?报|申请|参加|不行|没戏)"
    r"|[^，。；的]{0,2}?(?:的(?:项目|话)?)?(?:是不是|那|也|还|就|照样)*(?:(?:行|成|中)不(?:行|成|中)|可不可以|不行|(?:行|成|可以)(?:[吗么不嘛]|[？?]*[ ]*$))"
)


def lacked(this: Message, figures: Iterable[Figure]) -> list[int]:
    """Where in the message one of the figures is named of whose lack it is asked if one may apply all the same; of a rule in such
    words nothing is lacking (没有研发机构的要求吗)."""
    told = {each.figure for each in this.heard.readings}  # 我们没有研发机构能报吗 tells it of the asker
    text, own = this.utterance.text, {each.id for each in figures if each.kind == "yes_no"} - told
    named = [each for each in this.heard.mentions if each.figure in own and not each.choice]
    return [
        each.start
        for each in named
        if _LACKS.search(text[clause_at(text, each.start).start : each.start]) and _MAY_APPLY.match(text, each.end)
    ]

"""A program that was talked about before the present one and is meant by when that was: 再回头说第一个, 还是说前面那个, 说回最开始问的."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation
from bot.guide.numbering import place

_BACK = "(?:回过?头|[说讲聊看问]回|回到|返回|退回|绕回)(?:来|去|再)*(?:[说讲聊看问谈]|接着)?(?:一?下|一?[说讲看问])?"
_ASKED = "(?:我|咱们?|你)?(?:刚才?|前面|之前|先前|上面)?(?:问|说|讲|聊|提)?(?:到|过)?的?"
_OF_A_PROGRAM = "(?:专项|项目|计划)"
_MEANT = re.compile(
    rf"{_BACK}{_ASKED}(?:(?:第(?P<place>[一二三四五六七八九\d])|(?P<first>头一|最(?:开始|早|初|先)(?:问|说|讲)?的?[那这]?|一开始(?:问|说|讲)?的?[那这]?))(?:一?个)|"
    rf"(?P<before>上一?|前一|前[面边头]的?(?:[那这]一?)?|之前的?[那这]一?|原来的?[那这]一?|[那这]一?)个){_OF_A_PROGRAM}?"
)


def gone_back_to(conversation: Conversation, text: str) -> tuple[str, ...]:
    """The program (id) to which the message goes back; none where it does not, or a list was given, whose places are counted, or
    a check is going."""
    found = _MEANT.search(text)
    if not found or conversation.named or conversation.check:
        return ()
    if found["before"]:
        return conversation.earlier
    number = place(found["place"]) if found["place"] else 1
    return conversation.spoken_of[number - 1 : number]

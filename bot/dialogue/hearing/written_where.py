"""Whether it is asked which programs write of a technology: 生物医药一共哪几个专项写到了, 新材料在几个专项里提到."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import TECHNOLOGY

_WHICH = "(?:哪|几|多少)(?:几|些|一)?(?:个|类|项)?(?:大类|专项|项目|地方)"
_WRITE = "(?:写|提|讲|说|列|涉及|支持|出现)"
_ASKED = re.compile(f"{_WHICH}[^，。；？?]{{0,6}}{_WRITE}|{_WRITE}[^，。；？?]{{0,12}}(?:有|是|一共|总共){_WHICH}")


def asks_which_write_of(this: Message) -> bool:
    """Whether all programs are meant that write of the technology, and none is named, nor anything told."""
    named = this.utterance.ids("program", "family", "section") or this.conversation.check or this.numbers_told
    return bool(this.utterance.ids(TECHNOLOGY) and _ASKED.search(this.utterance.text)) and not named

"""Whether all there is to apply for is to be laid out, and nothing checked, or what the guide is about: 能报的都摆出来我挑挑, 这指南是弄啥的."""

from __future__ import annotations

import re

from bot.dialogue.hearing.parts import Parted

_LAID_OUT = re.compile(
    r"(?:能|可以)申?报的(?:专项|项目|种类|类别)?(?:都|全部?|统统)*(?:给|帮|跟|为|替)?(?:我们?|咱们?)?(?:摆|列|念|数|报|讲|说)(?:出来|一遍|给|全|清楚)"
)
_OF_THE_GUIDE = re.compile(
    r"(?:请问|[这那本该你们个份套本]|贵局|市里)*的?(?:指南|文件)(?:到底|究竟|主要|大概|都|是|用来)*(?:干|弄|做|搞|整)(?:嘛|啥|什么|甚)(?:事|用)?的[呢呀啊？?。 ]*"
)


def asks_what_there_is(this: Parted) -> bool:
    """Whether it is asked so, outside a check, and nothing is named or told by which one could be meant."""
    told = this.utterance.mentions or this.heard.readings or this.conversation.check
    found = _LAID_OUT.search(this.utterance.text) or _OF_THE_GUIDE.fullmatch(this.utterance.text)
    return bool(found) and not told

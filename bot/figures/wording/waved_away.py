"""What a message says not to be meant, done or written down, by what stands around its name: 去掉食品加工, 不是问食品加工, 食品加工不对."""

from __future__ import annotations

import re

from bot.figures.wording.stance import asks, clause_at

_AWAY = "(?:去掉|删掉|删了|划掉|抹掉|除掉|去除|拿掉|撤掉)"
_AHEAD = re.compile(
    rf"(?:(?<!是)(?<!只)(?:不是(?!只|光|单|仅)|不(?![只光单仅])|没(?:有)?|别|不要|不用)(?:再|想|打算)?(?:[问说讲搞做干弄碰种养产卖造写记报看提指算]|生产|研发)?(?:了|过)?(?:的)?(?:是)?|放弃(?:了)?|{_AWAY}(?:那个|这个|了)*)$"
)
_BEHIND = re.compile(
    rf"(?:[这那](?:个|项|块|条|方面)|方面)?(?:也|都|就|是|给我|请|先|[ ])*(?:不对|不是(?!问题)|错了|{_AWAY}|不要了?|不算|别[算写记提]|[弄写记搞听]错)"
)


_TO_BE_GONE = re.compile(rf"{_AWAY}|不对|错|别[算写记]|不要了")


def is_to_be_gone(text: str, start: int, end: int) -> bool:
    """Whether what is named there is to be taken away from what was noted: 把食品加工去掉; 不是做食品的 only denies it."""
    return is_waved_away(text, start, end) and bool(_TO_BE_GONE.search(clause_at(text, start).text))


def is_waved_away(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is named only to be denied or taken away; what is asked about is not."""
    clause = clause_at(text, start)
    if asks(clause.text) or clause.text.rstrip(" 。！!").endswith(("吗", "么", "嘛")):
        return False
    return bool(_AHEAD.search(text[clause.start : start]) or _BEHIND.match(text[: clause.end], end))

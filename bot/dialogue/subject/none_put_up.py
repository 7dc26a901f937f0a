"""The words by which it is put up for a yes or a no that a program demands nothing at all: 所以一条要求都没写，对吧."""

from __future__ import annotations

import re

_WHAT = "(?:申报|硬性|具体|单列的?|别的|其[他它]|额外)*(?:的)?(?:要求|条件|门槛|限制)"
_ANY = "(?:任何|一[条个点项]|半[条点个]|什么|啥)"
_NO = "(?:没有?|不|未)(?:写|提|列|设|定|规定|说|要求)?(?:有|过|出来)?"
_LEAD = "(?:那么?|也|所以|因此|就是?说?|等于|这么说|照这么说|合着|意思就?是|[你您]的意思是|指南|文件|里面?|上面|它|[这那]个|专项|项目|是|对|[，, ])*"
_TAIL = "(?:的|了|单列|出来|[，, ]|对吧|对吗|对不对|是吧|是吗|是不是|没错吧|[吗么吧嘛喽咯啰呗啊呀]|[?？。！!])*"
_NONE = re.compile(f"{_LEAD}(?:{_ANY}的?{_WHAT}[都也]?{_NO}|{_WHAT}[都也]?{_NO}|{_NO}{_ANY}?的?{_WHAT}){_TAIL}")
# Said without any of these it may ask (没有要求吗) as well as tell; with them it waits for a yes.
_PUT_UP = re.compile(
    "^(?:那|也|所以|因此|就|等于|这么说|照这么说|合着|意思|[你您]的意思)|对吧|对吗|是吧|是吗|[吗么吧喽咯啰呗?？]"
)


def puts_up_none(text: str) -> bool:
    """Whether nothing is put up but that there are no conditions."""
    return bool(_NONE.fullmatch(text) and _PUT_UP.search(text))

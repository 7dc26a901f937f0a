"""Slips that are owned up to: a digit too many (多打了个1), something forgotten to say (刚才忘了说). They tell no value, and leave none open."""

from __future__ import annotations

import re

_TYPE = "写|打|输|填|说|按|敲|录|报|记|加"
# A digit by itself; 多招了1个 and 少说了5人 count something.
DIGIT = (
    rf"(?:(?:[多少漏丢掉](?:{_TYPE})?|(?:{_TYPE})[多少漏丢掉])[了掉下]*(?:[一两二三1-3]?个[ ]?[\d零〇]|[零0〇]+)"
    r"(?=(?:进去|上去|字|了|吧|呢|啊|呀|哦|[ ])*(?:[，,。；;！!、]|$|应|其实|实际|改|是)))"
)
_SAY = "说|讲|提(?!交)|写|填|报|告诉|交代|交待|补|加|算[上进]|列|答|回复|回答|打(?!听)|输|录|选|勾|附|带上"
# 忘了填多少了 leaves open how much it was.
FORGOT = rf"忘(?:记|掉)?了(?!(?:{_SAY})(?![^，。]{{0,3}}(?:多少|什么|啥|几|没|谁|哪)))"
_FORGOT_TO_SAY = re.compile(rf"忘(?:记|掉)?了?(?:{_SAY})|漏(?:了|掉)?(?:说|讲|写|填|报)")
_ONLY_FORGOT = re.compile(
    r"(?:哎呀?|唉|哦|噢|哟|我们?|咱们?|刚才?|刚刚|前面|之前|一下子?|一时|差一?点|都|也|给|把这个|把它|这个|这事儿?|居然|竟然|真是|瞧我|看我|不好意思|抱歉|老是?|[ ])*"
    r"忘(?:记|掉|光|干净)?了(?:都|呢|啊|呀|哈|哦|[ ])*[，,。；;！!~～ ]*"
)


def is_mere_forgetting(clause: str) -> bool:
    """Whether the clause says 忘了 and no more: beside something that is told, it was that which was forgotten."""
    return bool(_ONLY_FORGOT.fullmatch(clause))


def tells_it_was_left_out(clause: str) -> bool:
    """Whether the clause says that what it names was not told before: 自筹忘了说, so that a number behind it is of that."""
    return bool(_FORGOT_TO_SAY.search(clause))

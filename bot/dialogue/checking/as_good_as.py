"""算了，就当有吧 and 就按没有算 answer the open question: 算了 gives up to look further, and not the check.

What stands around the answer is blanked, letter for letter, so that every place in the text stays where it is.
"""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation
from bot.guide.model import Guide

_AS_GOOD_AS = re.compile(
    r"(?P<ahead>(?:(?:算了|得了|行了?|好吧?|嗯|唉|哎)[吧啊]?[，,。 ]*)?(?:那|你|您|先)*(?:就|姑且|暂且|权且)(?:当作?|算作?|按照?|视为|写|填|记)(?:是|成|我们?)?)"
    r"(?P<answer>[^\d?？呢，,。；;]*?)(?P<behind>(?:来|去)?(?:算|计|处理|填|写|记)?(?:了|吧|呗|好了|行了|得了|[。！! ])*)"
    r"(?P<rest>[，,。；;][^?？]*)?"
)
_NUMBER = re.compile(r"\d|[一二两三四五六七八九十百千几]+[万亿]")


def as_good_as(guide: Guide, conversation: Conversation, text: str) -> str:
    """``text``, where it settles for an answer to the open yes/no question, as that answer alone."""
    asked = guide.figure.get(conversation.asked or "")
    found = _AS_GOOD_AS.fullmatch(text)
    if asked is None or asked.kind != "yes_no" or not found or not found["answer"] or _NUMBER.search(found["answer"]):
        return text
    return " " * len(found["ahead"]) + found["answer"] + " " * len(found["behind"]) + (found["rest"] or "")

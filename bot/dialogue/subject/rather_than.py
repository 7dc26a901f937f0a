"""Which of two numbers is meant, where the other, that was told, is set aside: 人员占比，不是经费占比."""

from __future__ import annotations

import re

_NUMBER = r"[^，。？?]{0,8}(?:占比|比例|人数|金额|数额|收入|投资|经费)"
_LEADS = r"(?:我们?|是|问|要|说|想|指|的)*"
_SET_ASIDE = r"(?:不是|没问|不问)[^，。？?]{2,12}?"
_MEANT = re.compile(
    rf"{_LEADS}(?P<first>{_NUMBER})[，, ]+(?:而|可)?{_SET_ASIDE}[的吧呀啊。！!~ ]*"
    rf"|{_LEADS}{_SET_ASIDE}[，, ]+{_LEADS}(?P<last>{_NUMBER})[的吧呀啊。！!~ ]*"
)


def meant_rather(text: str) -> str:
    """The words for the number that is meant; empty where ``text`` sets none against another."""
    found = _MEANT.fullmatch(text)
    return (found["first"] or found["last"]) if found else ""

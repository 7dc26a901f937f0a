"""Whether a person without a body may apply, of which no rule says a word where none is on who applies: 个人能报高新吗."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.guide.model import Guide

_MAY = "(?:能不能|能否|可不可以|可否|可以|行不行|让不让|允不允许|有没有资格|能)"
_PERSON = "(?:个人|自然人|私人|(?<![\\d几两三四五])一个人|我自己一?个?人?)"
_ASKED = re.compile(
    rf"(?P<person>{_PERSON})(?:名义|身份)?(?:也|都|来|去|单独|直接|的话|[，,]|没有?单位)*{_MAY}(?:来|去)?(?:申?报|申请|牵头)"
    rf"|我(?:就|只)?是(?:一?[个名])?(?P<am>个人|自然人)(?:身份)?[，,](?:[^。；？?]{{0,10}}[，,])?[^，。；？?]{{0,4}}{_MAY}(?:申?报|申请|牵头)"
    rf"|{_MAY}(?:以|用)(?P<so>{_PERSON})(?:名义|的?身份)"
)


def person_asked(text: str) -> str:
    """The word for the person of whom it is asked; empty where it is of none."""
    found = _ASKED.search(text)
    return next(filter(None, found.groups()), "") if found else ""


def persons_asked(guide: Guide, subject: Subject, text: str) -> list[str]:
    """The word for a person, where it is asked of one and the programs in hand demand nothing of who applies."""
    word = person_asked(text)
    return [word] if word and not demanding(guide, [WHO], subject.programs) else []

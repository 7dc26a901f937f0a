"""A quality told of the kind that was named before, in answer to what the applicant is: 公立的, after 我们是医院."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.state import Conversation
from bot.figures.mentions import mentions
from bot.figures.stated.unlisted import is_a_kind
from bot.guide.model import Guide

_QUALITY = re.compile(
    r"(?:嗯|哦|那|我们?|咱们?|单位|这边|应该|就|都|也|算|属于|是|一?[家所个]|[，, ])*(?P<quality>[^，。；的是不没吗呢\d]{2,4})的"
    r"(?:性质|那[种类]|单位)?[了啊呀呢吧嘛 ，。,.！!]*"
)
_PUBLIC = re.compile("公办|公家")


def of_that_kind(guide: Guide, conversation: Conversation, text: str) -> str:
    """``text``, where with the kind told before it makes the name of one (公立医院, 民营医院), as that name."""
    found = _QUALITY.fullmatch(text)
    if conversation.asked != WHO or not conversation.unlisted or found is None:
        return text
    name = _PUBLIC.sub("公立", found["quality"]) + conversation.unlisted
    listed = any((each.start, each.end) == (0, len(name)) and each.choice for each in mentions(name, guide))
    return name if listed or is_a_kind(name) else text

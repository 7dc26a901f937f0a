"""What is said to an answer that is not firm: 先当是吧, 应该行吧. It is counted as told, and the applicant is told that it is."""

from __future__ import annotations

import re

from bot.answers.numbers import shown
from bot.answers.reply import render
from bot.dialogue.state import Conversation
from bot.figures.readings import Readings
from bot.figures.replies.taken_as import taken_as
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Guide

LONGEST = 10  # characters of a clause that but answers
_GUESSED = re.compile(
    r"(?:我|那|这|个|就|也|都|[ ])*(?:应该|应当|估计|大概|差不多|大致|八成)(?![\d一二两三四五六七八九十])[^，。；]*"
    r"|[^，。；]*(?:[有是能够行在]|可以|满足|算|具备)(?:的|了)?吧[ ，,。；;！!~～]*"
)


def counted_so(guide: Guide, conversation: Conversation, heard: Readings) -> str:
    """That the open yes/no question is counted as answered, though not firmly; nothing where the answer is firm."""
    asked = guide.figure.get(conversation.asked or "")
    value = heard.value(asked.id) if asked else None
    if asked is None or asked.kind != "yes_no" or not isinstance(value, bool):
        return ""
    told = [part.text for part in clauses(heard.text) if len(part.text) <= LONGEST and not asks(part.text)]
    guessed = any(_GUESSED.fullmatch(part) for part in told)
    unfirm = guessed or taken_as(heard.text, asked, heard.mentions) is not None
    return render("counted_so", figure=asked, value=shown(asked, value)) if unfirm else ""

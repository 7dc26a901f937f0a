"""What questions told of the asker before any check, which is taken as told once one begins (steps/aside.py)."""

from __future__ import annotations

from bot.answers.reply import render
from bot.dialogue.checking import noting
from bot.dialogue.state import Conversation
from bot.figures.readings import Readings
from bot.guide.model import Guide


def recalled(guide: Guide, conversation: Conversation, heard: Readings | None = None) -> tuple[Conversation, str]:
    """The conversation with what was told aside, as far as nothing else is known or ``heard`` of it, and the words for that."""
    own = {each.figure for each in heard.readings} if heard else set()
    new = {figure: value for figure, value in conversation.aside.items() if figure not in own}
    after = conversation.but(figures={**new, **conversation.figures}, aside={})
    rows = noting.rows(guide, conversation.figures, after.figures)
    return after, render("recalled", rows=rows) if rows else ""

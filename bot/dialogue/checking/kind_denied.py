"""A kind of applicant, or a field, that was kept and that the message denies without another: 我不是企业，你咋给我写成企业了."""

from __future__ import annotations

from bot.dialogue.state import Conversation
from bot.figures.readings import Readings
from bot.figures.stated.chosen import is_denied_before, is_not_founded
from bot.figures.wording.stance import asks, clause_at
from bot.guide.model import Guide


def kinds_denied(guide: Guide, conversation: Conversation, heard: Readings) -> list[str]:
    """The figures (ids) of one choice whose kept value the message says not to be so; none where it tells another."""
    named = [each for each in heard.mentions if each.choice and guide.figure[each.figure].kind == "choice"]
    held = [each for each in named if conversation.figures.get(each.figure) == each.choice]
    denied = (each.figure for each in held if _is_denied(heard.text, each.start, each.end))
    return [each for each in dict.fromkeys(denied) if heard.value(each) is None]


def _is_denied(text: str, start: int, end: int) -> bool:
    clause = clause_at(text, start)
    inside = start - clause.start, end - clause.start
    said = is_denied_before(clause.text, inside[0]) or is_not_founded(clause.text, *inside)
    return said and not asks(clause.text)

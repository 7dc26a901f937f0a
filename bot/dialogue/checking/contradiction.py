"""Two values of one figure that were set against each other and are still open: in words, and as the choice between them."""

from __future__ import annotations

from bot.answers.numbers import shown
from bot.answers.reply import render
from bot.dialogue.state import Conversation
from bot.figures.known import from_json
from bot.figures.values import Value
from bot.guide.model import Guide


def pair(conversation: Conversation) -> tuple[str, Value, Value] | None:
    """The figure (id), what was said of it before and what was said since; None where nothing is open."""
    figure, now = next(iter(from_json(conversation.rival or {}).items()), ("", None))
    before = from_json(conversation.former or {}).get(figure, conversation.figures.get(figure))
    return None if now is None or before is None else (figure, before, now)


def words(guide: Guide, conversation: Conversation) -> str:
    """Which of the two holds, as the open question; empty where another figure is asked for, or nothing is open."""
    found = pair(conversation)
    if found is None or found[0] != conversation.asked:
        return ""
    template = "which_of_two" if conversation.former else "counted" if conversation.counted else "which_holds"
    return told(guide, template, *found)


def choices(guide: Guide, conversation: Conversation) -> tuple[str, ...]:
    """The two values in words, while it is asked which holds."""
    found = pair(conversation)
    if found is None or found[0] != conversation.asked:
        return ()
    return tuple(shown(guide.figure[found[0]], value) for value in found[1:])


def undecided(guide: Guide, conversation: Conversation) -> str:
    """A word on it beside a verdict, which counts with what was said before."""
    found = pair(conversation)
    return told(guide, "which_left", *found) if found and not conversation.former else ""


def told(guide: Guide, template: str, figure_id: str, before: Value, now: Value) -> str:
    """Both values of a figure in the words of ``template``."""
    figure = guide.figure[figure_id]
    return render(template, figure=figure, before=shown(figure, before), now=shown(figure, now))

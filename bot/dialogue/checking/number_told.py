"""Which figure a correction is of that repeats the number which was told before: 3100万不对，是2700万."""

from __future__ import annotations

from bot.dialogue.state import Conversation
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.naming import suits
from bot.guide.model import Guide


def figure_of_the_number(guide: Guide, conversation: Conversation, text: str) -> str | None:
    """The one figure (id) of which just the first of the two numbers was told; None where it is of several, or of none."""
    said = quantities(text)
    if len(said) != 2 or said[0].value == said[1].value:
        return None
    told = [
        figure
        for figure, value in conversation.figures.items()
        if value == said[0].value and suits(guide.figure[figure], said[0]) and suits(guide.figure[figure], said[1])
    ]
    return told[0] if len(told) == 1 else None

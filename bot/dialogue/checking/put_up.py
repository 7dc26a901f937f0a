"""A number without a name that is put up for judgment right after a rule: of the figure just asked about (13个人行不行)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.checking.unnamed import meant
from bot.dialogue.state import Conversation
from bot.dialogue.words import DOUBTED, OF_THE_NUMBER
from bot.figures.numbers.quantities import asks_how_many, quantities
from bot.figures.readings import Reading, Readings, readings
from bot.guide.model import Guide


def put_up(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """``text`` with its one number told of that figure; None where it names another, or does not ask of a number."""
    judges = OF_THE_NUMBER.search(text) or DOUBTED.search(text)
    if conversation.check or conversation.topic != "figure" or not judges:
        return None
    heard, said = readings(text, guide), quantities(text)
    named = heard.readings or heard.hypothesis or any(not each.choice for each in heard.mentions)
    figure = meant(guide, conversation, said[0]) if len(said) == 1 and not asks_how_many(said[0]) else None
    if named or figure is None:
        return None
    return replace(heard, readings=(Reading(figure, said[0].value, said[0].start, said[0].end),), bare=())

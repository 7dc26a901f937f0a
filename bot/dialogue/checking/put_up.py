"""A number without a name that is put up for judgment right after a rule: of the figure just asked about (13个人行不行)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.checking.unnamed import meant
from bot.dialogue.state import Conversation
from bot.dialogue.words import DOUBTED, OF_THE_NUMBER
from bot.figures.numbers.quantities import asks_how_many, quantities
from bot.figures.readings import Reading, Readings, readings
from bot.guide.model import Guide

# What may stand before the number and says nothing of it; 加上流动资金820万 is another number.
_AHEAD = re.compile(
    "(?:那么?|可|我们?|咱们?|公司|单位|这边|就|才|只|也|有|是|大概|大约|差不多|刚好|正好|现在|目前|一共|总共|不到|接近|将近|要是|如果|[，, ])*"
)


def put_up(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """``text`` with its one number told of that figure; None where it names another, or does not ask of a number."""
    judges = OF_THE_NUMBER.search(text) or DOUBTED.search(text)
    if conversation.check or conversation.topic != "figure" or not judges:
        return None
    heard, said = readings(text, guide), quantities(text)
    named = heard.readings or heard.hypothesis or any(not each.choice for each in heard.mentions)
    alone = len(said) == 1 and not asks_how_many(said[0]) and _AHEAD.fullmatch(text[: said[0].start])
    figure = meant(guide, conversation, said[0]) if alone else None
    if named or figure is None:
        return None
    return replace(heard, readings=(Reading(figure, said[0].value, said[0].start, said[0].end),), bare=())

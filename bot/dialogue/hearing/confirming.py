"""What is put up to be confirmed, of nobody's check and of none of us, tells nothing of the asker: 皋兰不在兰白两区吧."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation
from bot.dialogue.words import SELF
from bot.figures.readings import Reading, Readings
from bot.figures.wording.stance import clause_at
from bot.guide.model import Guide

_PUT_UP = re.compile("吧[?？。！!~ ]*$")


def without_what_is_put_up(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for each yes or no whose clause only wants to be confirmed, where no check is going."""
    if conversation.check or SELF.search(heard.text) or not _PUT_UP.search(heard.text):
        return heard

    def put_up(said: Reading) -> bool:
        yes_no = guide.figure[said.figure].kind == "yes_no"
        return yes_no and bool(_PUT_UP.search(clause_at(heard.text, said.start).text))

    return replace(heard, readings=tuple(each for each in heard.readings if not put_up(each)))

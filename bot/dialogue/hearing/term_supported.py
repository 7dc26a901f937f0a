"""Whether it is asked of a term of the guide if it is among what the one program in hand supports: 工业的呢，双碳算不算."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.dialogue.words import MEANING

_AMONG = re.compile(
    "算不算|算[^，。；？?]{0,8}[吗么吧不]|在不在|在[里内]|包不包|围绕|有没有|收不收|支不支持|支持[吗么不]"
)


def asks_if_a_term_is_supported(this: Message) -> bool:
    """Whether it is, right after what the program supports or beside a question for that; no meaning is asked for."""
    programs = this.utterance.ids("program") or this.conversation.programs
    if len(programs) != 1 or this.conversation.check or MEANING.search(this.utterance.text):
        return False
    supported = {term for each in this.guide.program[programs[0]].directions for term in each.terms}
    named = {*this.utterance.ids("term"), *(each.text for each in this.utterance.of("term"))}
    about = this.conversation.topic == "directions" or "ask_directions" in this.parts_asked
    return bool(about and named & supported and _AMONG.search(this.utterance.text))

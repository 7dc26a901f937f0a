"""Partners that are not settled yet, in answer to where they are: 合作单位还没定, 合作伙伴还在谈. That there are to be any was said before."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.state import Conversation
from bot.figures.readings import Readings
from bot.figures.stated.partners import PARTNER, asks_of_partners, together
from bot.figures.wording.stance import asks, clauses, is_not_yet, is_unknown
from bot.guide.model import Guide


def with_partners_open(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, whose words leave open who the partners are, with that as what is not known, and nothing said of joint work."""
    asked = guide.figure.get(conversation.asked or "")
    if asked is None or not asks_of_partners(asked) or heard.hypothesis or heard.correction:
        return heard
    works = {each for each in together(guide) if conversation.figures.get(each) is True}
    named = any(each.figure == asked.id and each.choice for each in heard.mentions)
    if not works or named or heard.value(asked.id) or not _leaves_open(heard.text, none=heard.value(asked.id) == ()):
        return heard
    settled = {asked.id, *works}
    others = tuple(each for each in heard.readings if each.figure not in settled)
    unknown = tuple(each for each in heard.unknown if each not in settled)
    return replace(heard, readings=others, unknown=(*unknown, asked.id))


def _leaves_open(text: str, *, none: bool) -> bool:
    """Whether a clause speaks of partners in general as not settled, or not found, yet; where it reads as that there are
    ``none``, only what is not known leaves that open."""
    return any(
        PARTNER.search(part.text)
        and (is_unknown(part.text) or is_not_yet(part.text) and not none)
        and not asks(part.text)
        for part in clauses(text)
    )

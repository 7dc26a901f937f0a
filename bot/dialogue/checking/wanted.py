"""An amount that is but wanted, beside one's own money that was told before: 自己掏400万, and then 要150."""

from __future__ import annotations

from bot.dialogue.state import Conversation
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.wanted import wanted_of
from bot.guide.model import Guide


def wanted(guide: Guide, conversation: Conversation, text: str, said: Quantity) -> str | None:
    """The public money (id of its figure) that ``said`` is of, where one's own was told, be it without a unit."""
    return wanted_of(text, said, (*conversation.figures, *(conversation.number or {})), guide)


def wants_beside_its_own(guide: Guide, conversation: Conversation, text: str) -> bool:
    """Whether the text does no more than want an amount, while the unit of one's own money is waited for."""
    said = quantities(text)
    waits = conversation.asked in (conversation.number or {})
    return waits and len(said) == 1 and wanted(guide, conversation, text, said[0]) is not None

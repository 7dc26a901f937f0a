"""The other amount of a ratio, told in a question before: 准确是20个，还差几个, after 研发二十来个，总共70人，够不够."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.subject import Subject
from bot.dialogue.state import Conversation
from bot.guide.model import Guide


def with_the_other_amount(guide: Guide, conversation: Conversation, about: Subject) -> Subject:
    """``about`` with what was told before of the amounts that go with one that is told now; a check knows them itself."""
    if conversation.check or not about.told:
        return about
    pairs = [each.amounts for each in guide.figures if {*each.amounts} & about.told.keys()]
    before = {one: conversation.figures[one] for both in pairs for one in both if one in conversation.figures}
    return replace(about, told={**before, **about.told})

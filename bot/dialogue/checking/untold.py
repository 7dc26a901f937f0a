"""What is still to be told in a check, and no more of how it stands: 还差哪几样没告诉你."""

from __future__ import annotations

import re

from bot.answers.reply import Reply, render
from bot.answers.requirements import figures_of
from bot.dialogue.checking import check
from bot.dialogue.checking.unnamed import statuses
from bot.dialogue.state import Conversation
from bot.figures.values import Range
from bot.guide.model import Figure, Guide

_UNTOLD = re.compile(
    "(?:哪|什么|啥)[些个几项样]*(?:问题|条|数|信息|情况|东西)?(?:我们?|还|是|我)*没(?:有)?(?:跟|给|向)?(?:你|您)?(?:说|填|答|告诉|提供|交代)"
)


def asks_for_the_untold(text: str) -> bool:
    """Whether it is asked what was not told yet."""
    return bool(_UNTOLD.search(text))


def untold(guide: Guide, conversation: Conversation) -> tuple[Conversation, Reply]:
    """The names of what the check of one program still needs, those apart of which only about how much is known."""
    needed = _needed(guide, conversation)
    vague = [each.name for each in needed if isinstance(conversation.figures.get(each.id), Range)]
    missing = [each.name for each in needed if each.id not in conversation.figures]
    text = render("still_untold", missing=missing, vague=vague, check=guide.program[conversation.check[0]].name)
    payload = check.standing(guide, conversation, complete=False).payload
    return conversation, check.asked_again(guide, conversation, Reply(text, payload))


def _needed(guide: Guide, conversation: Conversation) -> list[Figure]:
    """The figures that requirements turn on which are not known to be met or not; of a ratio its two amounts."""
    open_ = [one.requirement for one in statuses(guide, conversation) if one.status == "unknown"]
    wanted = {figure for each in open_ for figure in (*figures_of(guide, each), *each.when)}
    return [each for each in guide.figures if each.id in wanted and not {*each.amounts} & wanted]

"""A word on a verdict that what was just told has turned: 合同签了，但还没启动呢 after 【符合】."""

from __future__ import annotations

from bot.answers.reply import Reply, preceded_by, render
from bot.dialogue.checking import check
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
from bot.guide.model import Guide

_OPEN = "undetermined"  # of that no verdict was given yet
_SAYS_SO = ("assessment", "answer")  # a question goes on, and its verdict is still to come


def with_turned(guide: Guide, before: Conversation, after: Conversation, reply: Reply) -> Reply:
    """``reply``, after the two verdicts of the one program checked where the figures told since give it another."""
    same = len(before.check) == 1 and before.check == after.check and before.check[0] in before.seen
    if (
        not same
        or before.figures == after.figures
        or reply.payload["kind"] not in _SAYS_SO
        or reply.payload.get("hypothesis")
    ):
        return reply
    was, now = (_verdict(guide, each) for each in (before, after))
    return preceded_by(reply, render("turned", was=was, now=now)) if was not in (now, _OPEN) else reply


def _verdict(guide: Guide, conversation: Conversation) -> str:
    return assess(guide, conversation.figures, check.fits_in(guide), conversation.check).programs[0].verdict

"""From what to what the verdict of a check turns, by what is supposed or was told since: 由“符合”变成“不符合”."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.reply import render
from bot.dialogue.checking import check
from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
from bot.figures.values import Figures
from bot.guide.model import Guide


def turned_by(
    guide: Guide, before: Figures, after: Figures, programs: Iterable[str], *, unchanged: bool = False
) -> str:
    """The programs whose verdict is another ``after`` than ``before``; that none is, only where ``unchanged`` is to be said."""
    first, second = (assess(guide, each, check.fits_in(guide), tuple(programs)).programs for each in (before, after))
    both = [
        (guide.program[one.program].name, one.verdict, other.verdict) for one, other in zip(first, second, strict=True)
    ]
    rows = [{"name": name, "before": was, "after": now} for name, was, now in both if was != now]
    same = [name for name, *_ in both] if unchanged else []
    return render("turned", rows=rows, same=same, verdict=both[0][1] if len(both) == 1 else None)


def has_a_verdict(conversation: Conversation) -> bool:
    """Whether the check has come to its end, and nothing is asked for it since."""
    return bool(conversation.check) and not conversation.active and {*conversation.check} <= {*conversation.seen}


def turned_since(guide: Guide, before: Conversation, after: Conversation) -> str:
    """The same of a check that had its verdict ``before``, and has all it needs for one ``after`` what was told."""
    same = before.check == after.check and has_a_verdict(before)
    if not same or before.figures == after.figures or check.open_in(guide, after):
        return ""
    return turned_by(guide, before.figures, after.figures, after.check)

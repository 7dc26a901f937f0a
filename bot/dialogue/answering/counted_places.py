"""How often words stand in the guide, where that is asked: 双碳一共提了几次."""

from __future__ import annotations

import re

from bot.answers.reply import Reply, preceded_by, render
from bot.guide.model import Guide

_HOW_OFTEN = re.compile("(?:几|多少)(?:次(?!党代会|会议)|处|回|遍|个地方)")


def with_how_often(guide: Guide, text: str, words: str, reply: Reply) -> Reply:
    """``reply``, which cites all places of the words, behind their number; as it is where no number is asked for."""
    if not words or not _HOW_OFTEN.search(text):
        return reply
    places = [clause.id for clause in guide.clauses if words in clause.text]
    times = sum(clause.text.count(words) for clause in guide.clauses)
    if not times:
        return reply
    return preceded_by(reply, render("how_often", words=words, times=times, places=places))

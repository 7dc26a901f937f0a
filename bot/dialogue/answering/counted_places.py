"""How often words stand in the guide, where that is asked: 双碳一共提了几次."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.reply import Reply, render
from bot.guide.model import Guide

_HOW_OFTEN = re.compile("(?:几|多少)(?:次(?!党代会|会议)|处|回|遍|个地方)")


def with_how_often(guide: Guide, text: str, words: str, reply: Reply) -> Reply:
    """``reply``, which cites all places of the words, behind their number; as it is where no number is asked for."""
    places = [clause.id for clause in guide.clauses if words and words in clause.text]
    times = sum(clause.text.count(words) for clause in guide.clauses) if places else 0
    if not times or not _HOW_OFTEN.search(text):
        return reply
    return replace(reply, text=render("how_often", words=words, times=times, places=places) + "\n" + reply.text)

"""Which of several programs demands less, before they are put side by side: 这两个哪个门槛低, 哪个条件少一点.

What can be counted is how many conditions the guide lists; that it ranks none of them is said with it.
"""

from __future__ import annotations

import re
from typing import Any

from bot.answers import requirements
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.guide.model import Guide, Program

_WHICH = "(?:哪一?[个种边类项头]|谁|哪里)"
_LESS = "(?:更|比较|相对|稍微?|要|会|最)*(?:低|少|松|宽松?|简单|容易|好[报过])"
_HIGH = "(?:更|比较|相对|稍微?|要|会|最)*(?:高|多|严格?|难|麻烦)"
_ASKS = re.compile(
    rf"{_WHICH}(?:的|申报|申请)*(?:门槛|条件|要求|标准)?(?:{_LESS}|{_HIGH})"
    rf"|(?:门槛|条件|要求|标准)(?:是)?{_WHICH}(?:{_LESS}|{_HIGH})"
)


def demands_less(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The programs side by side, behind how many conditions the guide lists of each; None where that is not asked."""
    if len(subject.programs) < 2 or not _ASKS.search(utterance.text):
        return None
    rows = [_row(guide.program[each]) for each in subject.programs]
    rows.sort(key=lambda row: row["count"])
    reply = requirements.compare(guide, subject)
    return preceded_by(reply, render("demands_less", rows=rows))


def _row(program: Program) -> dict[str, Any]:
    """How many conditions the guide lists of the program; none where it only writes what it supports."""
    return {"name": program.name, "count": len(program.requirements) if program.own_requirements else 0}

"""Whether a kind of applicant may apply, asked beside whom to turn to: 我们是事业单位，能报重大专项吗，归哪个科."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers import requirements
from bot.answers.checks import WHO
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

_MAY = re.compile(
    r"(?:能不能|可不可以|能否|可否|能|可以|有没有资格|够不够格)(?:来|去|也|单独|自己|牵头|直接)*(?:申?报|申请|牵头)(?![什哪啥谁几])[^，。；？?什哪啥谁几]{0,16}[吗么不?？]?$"
)


def with_whether_it_may(
    guide: Guide, about: Subject, topics: Sequence[str], utterance: Utterance, reply: Reply
) -> Reply:
    """``reply`` on the section, with the rule on who applies for the one program where it is asked if the kind told may."""
    asked = any(_MAY.search(part.text.rstrip("，,；;。！!？? ")) for part in clauses(utterance.text))
    if not asked or tuple(topics) != ("section",) or len(about.programs) != 1 or WHO not in about.known:
        return reply
    rule = requirements.for_kind(guide, replace(about, figures=(WHO,)))
    return together([reply, rule]) if rule and reply.payload["kind"] == "answer" else reply

"""What a question tells of the asker before any check: 我们搞碳纤维的，适合报高新吗, 省农科院的，重大专项怎么样.

An answer needs none of it, so that it is only remembered, and taken as told once a check begins (checking/recalling.py).
"""

from __future__ import annotations

import re

from bot.dialogue.hearing.applying import is_introduced
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.passing import with_passing
from bot.dialogue.words import SELF
from bot.figures.readings import Reading
from bot.figures.values import Figures

# 我们农业公司, 咱是一家医药企业: the kind is of whoever speaks; 我们想知道企业报的话 is of any.
_OURS = re.compile(r"(?:我们?|咱们?|本|敝)[^，。；想要问知能可怎]{0,6}$")


def remembering(this: Hearing, after: Conversation) -> Conversation:
    """``after``, the conversation that this message leaves, with what it told aside; once a check has begun, nothing is aside."""
    if after.check or not after.topic:
        return after.but(aside={}) if after.aside else after
    told = _told(this)
    return after.but(aside={**after.aside, **told}) if told else after


def _told(this: Hearing) -> Figures:
    """The kind of applicant and the work that the message tells of the asker."""
    introduced = is_introduced(this)
    if this.heard.hypothesis or not (introduced or SELF.search(this.utterance.text)):
        return {}
    known = {each.figure for each in this.heard.readings}
    passing = with_passing(this.guide, this.conversation, this.utterance, this.heard).readings
    own = (each for each in passing if each.figure not in known and (introduced or _is_of_the_asker(this, each)))
    return {each.figure: each.value for each in own}


def _is_of_the_asker(this: Hearing, said: Reading) -> bool:
    if this.guide.figure[said.figure].kind == "text":
        return True
    named = this.utterance.of(said.figure)
    return any(SELF.match(each.text) or _OURS.search(this.utterance.text[: each.start]) for each in named)

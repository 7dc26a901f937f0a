"""What a question tells of the asker before any check: 我们搞碳纤维的，适合报高新吗, 省农科院的，重大专项怎么样.

An answer needs none of it, so that it is only remembered, and taken as told once a check begins (checking/recalling.py).
"""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.applying import is_introduced
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.passing import with_passing
from bot.dialogue.words import SELF
from bot.figures.readings import Reading
from bot.figures.values import Figures

# 我们农业公司, 咱是一家医药企业: the kind is of whoever speaks; 我们想知道企业报的话 is of any.
_OURS = re.compile(r"(?:我们?|咱们?|本|敝)[^，。；想要问知能可怎]{0,6}$")
# 做火锅底料 有项目不, 种当归的能报啥: who asks so where his work belongs, and names nobody else, tells his own.
_BEGINS_WITH_WORK = re.compile("(?:那|我?想|要|打算|准备|[ ])*(?:做|种|搞|养|生产|加工|酿|产)(?![不没得到完好什啥哪])")


def remembering(this: Hearing, after: Conversation) -> Conversation:
    """``after``, the conversation that this message leaves, with what it told aside; once a check has begun, nothing is aside."""
    if after.check or not after.topic:
        return after.but(aside={}) if after.aside else after
    told = _told(this)
    return after.but(aside={**after.aside, **told}) if told else after


def _told(this: Hearing) -> Figures:
    """The kind of applicant and the work that the message tells of the asker."""
    introduced = is_introduced(this) or _tells_its_work(this)
    if this.heard.hypothesis or not (introduced or SELF.search(this.utterance.text)):
        return {}
    known = {each.figure for each in this.heard.readings}
    passing = with_passing(this.guide, this.conversation, this.utterance, this.heard).readings
    own = (each for each in passing if each.figure not in known and (introduced or _is_of_the_asker(this, each)))
    return {each.figure: each.value for each in own}


def _tells_its_work(this: Hearing) -> bool:
    """Whether the message begins with work of which it is asked where it belongs, and names no program and no kind of unit."""
    plain = not this.utterance.ids("program", "family", "section", WHO)
    return plain and this.topics[:1] == ("technology",) and bool(_BEGINS_WITH_WORK.match(this.utterance.text))


def _is_of_the_asker(this: Hearing, said: Reading) -> bool:
    if this.guide.figure[said.figure].kind == "text":
        return True
    named = this.utterance.of(said.figure)
    return any(SELF.match(each.text) or _OURS.search(this.utterance.text[: each.start]) for each in named)

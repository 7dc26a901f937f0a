"""Whether it is asked who may apply for the programs in hand: 谁能报这两个, 主体里都包括事业单位吗."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.message import Message
from bot.dialogue.office_words import AMONG_APPLICANTS, WHOM

_WHO_MAY = re.compile("谁(?:都|才|又|还|也)?(?:能|可以|有资格|够格)(?:来|去)?(?:申?报|申请)")


def asks_who_may(this: Message) -> bool:
    """Whether it is, outside a check, where a program is named or spoken of and no number is told."""
    free = this.subject.programs and not (this.conversation.check or this.numbers_told)
    text = this.utterance.text
    asked = _WHO_MAY.search(text) or this.utterance.ids(WHO) and AMONG_APPLICANTS.search(text) and this.wonders
    return bool(free and asked) and not WHOM.search(text)

"""Whether it is asked who may apply for the programs in hand: 谁能报这两个, 主体里都包括事业单位吗."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.message import Message
from bot.dialogue.office_words import AMONG_APPLICANTS, WHOM
from bot.dialogue.program_words import CONCERNS

_WHO_MAY = re.compile("谁(?:都|才|又|还|也)?(?:能|可以|有资格|够格)(?:来|去)?(?:申?报|申请)")


def concerns(this: Message) -> bool:
    """Whether it is asked if a program that is named is for a kind of applicant at all: 重大专项跟我们民企有关系没."""
    return bool(CONCERNS.search(this.utterance.masked)) and this.wonders


def asks_who_may(this: Message) -> bool:
    """Whether it is, outside a check, where a program is named or spoken of and no number is told."""
    free = this.subject.programs and not (this.conversation.check or this.numbers_told)
    text = this.utterance.text
    asked = (
        concerns(this)
        or _WHO_MAY.search(text)
        or this.utterance.ids(WHO)
        and AMONG_APPLICANTS.search(text)
        and this.wonders
    )
    return bool(free and asked) and not WHOM.search(text)

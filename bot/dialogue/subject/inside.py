"""Whether it is asked of the business just told where it stands in a program that is named: 科技支撑那边呢, 在支撑里写在哪块."""

from __future__ import annotations

import re

from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY

# 属于高新技术产业化里哪个领域, the name apart: nothing is told.
_ASKS_WHERE = re.compile(
    "(?:[这那它个种样里内中下的是在归放进请问能可以算得交送报跑去属于对应列写提到][面头边]?|我们?|咱们?|具体|应该|到底|哪一?[个块类条种项段句儿里]?|什么|方面|方向|领域|位置|地方|一?[块类条]|[对吧哦噢喔嗯吗呢么呀啊了，,。？? ])+"
)

_FIELD = re.compile("哪一?个(?:领域|方向)")


def asks_where_in(conversation: Conversation, utterance: Utterance) -> bool:
    """Whether the business of the question before is asked of a program: 科技支撑那边呢, 属于高新技术产业化里哪个领域,
    这种在支撑里归哪个领域，找哪个科."""
    named = utterance.of("program", "family")
    in_hand = conversation.topic == TECHNOLOGY and len(conversation.programs) == 1 and not utterance.mentions
    of_one = named or in_hand and _FIELD.search(utterance.text)  # 那它下面是哪个领域
    if not (conversation.business and of_one) or utterance.ids(TECHNOLOGY):
        return False
    around = WHOM.sub("", utterance.text)  # the section is told with the place
    for each in named:
        around = around.replace(each.text, "")
    return utterance.intent == "ask_same" or bool(_ASKS_WHERE.fullmatch(around))

"""Whether it is asked of the business just told where it stands in a program that is named or counted: 科技支撑那边呢, 在支撑里写在哪块,
我是说还在高新那个里面吗, 第二个也支持吗."""

from __future__ import annotations

import re

from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY, dividing
from bot.dialogue.subject.placed import ORDINAL, counted
from bot.guide.model import Guide

# 属于高新技术产业化里哪个领域, the name apart: nothing is told.
_ASKS_WHERE = re.compile(
    "(?:[这那它个种样里内中下的是在归放进请问能可以算得交送报跑去属于对应列写提到][面头边]?|我们?|咱们?|具体|应该|到底|哪一?[个块类条种项段句儿里]?|什么|方面|方向|领域|位置|地方|一?[块类条]|[对吧哦噢喔嗯吗呢么呀啊了，,。？? ])+"
)

# 我是说还在高新那个里面吗, 农业的也收不, the name apart: whether it is inside, and nothing else is told.
_ASKS_IF = re.compile(
    r"(?:[这那它个种类样里内中下的是在归放进请能可以算得还也就都又到不]|我|[说问指](?:的是)?|刚才|可以|[面头边]|[一]?[块类条项]|属于|支持|收|管|包括?|算|行|[，, ])*"
    r"(?:[吗么嘛不没]|没有|(?:支不支持|算不算|收不收|行不行|可以不))[啊呀呢吧？?。 ]*"
)
# 污泥做肥料也算这个里头吗, 归里面哪个: of what is in hand.
IN_IT = re.compile(
    r"(?:算|属于|归|在|放)(?:不算|不在)?(?:得|在|到|进)*(?:[这那它](?:一?[个块条类项])?(?:专项|领域|方向)?(?:里[面头边]?|当中|其中|之内|范围)[^，。？?]{0,2}(?:[吗么不嘛没？?]|$)|(?:[这那它]个?)?(?:里[面头边]|当中|其中)的?哪)"
)
_TAKES = re.compile("支持|收|算|在|属于|归|包|管|行")
_WHERE = re.compile("[哪里吗呢么不]|什么")
_FIELD = re.compile("哪一?个(?:领域|方向)")


def asks_where_in(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether the business of the question before is asked of a program: 科技支撑那边呢, 属于高新技术产业化里哪个领域,
    这种在支撑里归哪个领域，找哪个科, 第二个也支持吗."""
    return _asks_where(conversation, utterance) or asks_if_it_takes_it(guide, conversation, utterance)


def asks_if_it_takes_it(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether it is asked if a program that is named, or counted, takes the business of the question before."""
    names = utterance.of("program", "family", *dividing(guide))
    placed = not names and counted(guide, conversation, utterance.text)
    if not (conversation.business and (names or placed)) or len(names) < len(utterance.mentions) or conversation.check:
        return False
    around = ORDINAL.sub("", utterance.text)
    for each in names:
        around = around.replace(each.text, "")
    return bool(_ASKS_IF.fullmatch(around.strip("，, ")) and _TAKES.search(around))


def _asks_where(conversation: Conversation, utterance: Utterance) -> bool:
    named = utterance.of("program", "family")
    in_hand = conversation.topic == TECHNOLOGY and len(conversation.programs) == 1 and not utterance.mentions
    of_one = named or in_hand and _FIELD.search(utterance.text)  # 那它下面是哪个领域
    if not (conversation.business and of_one) or utterance.ids(TECHNOLOGY):
        return False
    around = WHOM.sub("", utterance.text)  # the section is told with the place
    for each in named:
        around = around.replace(each.text, "")
    only_whom = WHOM.search(utterance.text) and not _WHERE.search(around)  # 那农业科技创新这个交给谁
    return utterance.intent == "ask_same" or bool(_ASKS_WHERE.fullmatch(around)) and not only_whom

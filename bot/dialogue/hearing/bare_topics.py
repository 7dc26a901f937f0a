"""A topic that is named alone, of a program in hand: 申报要求一并告知, 材料清单也发一下. No more than its name tells what is asked."""

from __future__ import annotations

import re

from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.hearing.message import Message, asks

_AROUND = (
    r"(?:那么?|不对|不是|我(?:是|就是|只是)?(?:问|说|指|想问|要问)的?(?:是)?|这一个的?|它们?的?|这个?的?|该专项的?|申报|申请|项目|专项|具体|详细|顺便|顺带|再|也|还有|请|麻烦|烦请|劳驾|把|将|给我们?|跟我们?|帮我们?"
    r"|念念|念|读|一并|一起|一同|一块儿?|都|和|及|告知|告诉|说明|说说|讲讲|说|讲|列|发|介绍|提供|示下|一?下|看看|出来|我们?|呢|吧|哈|啊|呗|的|[，,。；;！!？? ])*"
)
_TOPICS = {
    "requirements": "(?:硬性)?(?:条件|要求|门槛|资格)",
    "materials": "(?:(?:材料|资料)(?:清单)?|清单)",
    "section": "(?:受理|对口|主管|归口)(?:的?(?:科室?|部门|单位|处室))",
    "directions": "(?:重点)?(?:支持|资助)?(?:的)?(?:方向|领域|范围)",
    "deadline": "(?:截止|起止)?(?:时间|日期|期限)",
    "amount": "(?:资助|支持|补助|经费)(?:的)?(?:金额|额度|标准|力度)",
    "contact": "联系(?:方式|电话|人)",
}
_NAMED = {topic: re.compile(_AROUND + name + _AROUND) for topic, name in _TOPICS.items()}


def bare_topic(this: Message) -> str | None:
    """The topic of docs/contract.md that is all the message names, where its intent leaves that open."""
    plain = asks(this.intent) and this.utterance.confidence >= PLAIN
    in_hand = this.conversation.programs or this.utterance.ids("program", "family")
    if plain or not in_hand or this.conversation.active:
        return None
    words = this.utterance.text
    for each in this.utterance.of("program", "family"):
        words = words.replace(each.text, "")
    return next((topic for topic, named in _NAMED.items() if named.fullmatch(words)), None)

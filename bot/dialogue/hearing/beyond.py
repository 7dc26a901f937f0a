"""Questions about what no figure decides: whether a rule may be bent (能不能通融), and what is left to people (有什么要求是你判断不了的)."""

from __future__ import annotations

import re

from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.hearing.message import Message

LENIENCY = re.compile(
    r"通融|破(?:个)?例|网开一面|特批|放宽|(?:有没有|有无|有|作为|算)例外|(?:能不能|能否|可不可以|可以|能)(?:给|帮)?(?:我们)?(?:照顾|商量|宽限)(?:一?下|我们|点|[吗么?？])"
)
JUDGED = re.compile(
    r"(?:你|您|机器人?|系统|助手|数字|数)[^，。]{0,4}(?:判断|判定|核对|定|算|评)不(?:了|出来?)|(?:不能|没法|无法|没办法)(?:由你|用数字?)?(?:自己)?(?:判断|核对|判定|算出来)"
    r"|(?:由|要|靠|得|需要)(?:你们|科室|人工?|专家)(?:来|去)?(?:判断|认定|定夺|把握|评判)"
)
PREFERENCE = re.compile(
    "优先(?:支持|考虑|安排|立项|推荐)?(?:权|的)?(?:[吗么不]|没有?|[?？]|$)|(?:有没有|有无|有)(?:什么|啥)?(?:优先|加分|倾斜)|(?:能|会)(?:不[能会])?(?:加分|优先)"
)


def asks_for_leniency(this: Message) -> bool:
    """Whether it is asked if a rule may be bent, of which no guide tells; where one is named, that rule is the answer."""
    return this.wonders and not this.utterance.mentions and bool(LENIENCY.search(this.utterance.text))


def asks_for_preference(this: Message) -> bool:
    """Whether it is asked of programs in hand if something puts one ahead of the others, where their sentences speak of none: 认定过
    的优先吗."""
    told = this.conversation.check and (this.heard.readings or not this.wonders)
    return bool(this.subject.programs and not told and PREFERENCE.search(this.utterance.text))


def asks_what_people_judge(this: Message) -> bool:
    """Whether it is asked which demands of the programs in hand people judge; their requirements tell it."""
    of_papers = this.intent == "ask_materials" and this.utterance.confidence >= PLAIN  # 要科室判断的那些怎么准备材料
    return bool(this.subject.programs and this.wonders and JUDGED.search(this.utterance.text)) and not of_papers

"""Whether it is asked of one thing if the one program demands it: 要不要高企证, 几方参与才行, 非得跟上海合作吗. Such a question
sounds like one for the program, for papers or for how many may be filed, and is of its rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.hearing.message import Message
from bot.figures.wording.point_asked import point_asked

_OF_PAPERS = re.compile("材料|资料|文件|附件|表格?|报告|[提递上]?交|附|盖章|手续|证明|清单|原件|复印|扫描|佐证|凭证")
_OF_FILING = re.compile("[申填]?报|申请|限额|名额|指标|项目|同时|重复")
UNSURELY = ("program", "directions", "quota", "overview")


def is_of_one_point(this: Message) -> bool:
    """Whether one thing is asked about, of the one program in hand, in words that ask if it must be."""
    named = [(each.start, each.end) for each in this.utterance.of("program", "family", "section")]
    point = point_asked(this.utterance.text, named) if len(this.subject.programs) == 1 else None
    return point is not None and point.asks == "must"


def of_one_point(this: Message, topics: Sequence[str]) -> list[str]:
    """``topics``, what is demanded for those that are but unsurely meant where one thing is asked about."""
    if len(topics) != 1 or not is_of_one_point(this):
        return [*topics]
    text, topic = this.utterance.text, topics[0]
    unsure = topic in UNSURELY and this.utterance.confidence < PLAIN
    unsure = unsure and not (topic == "quota" and _OF_FILING.search(this.utterance.without("program", "family")))
    listed = any(each.materials for each in this.subject.chosen(this.guide))
    no_paper = topic == "materials" and not (listed or _OF_PAPERS.search(text))
    return ["requirements"] if unsure or no_paper else [topic]

"""Whether the one program in hand is to be checked, by facts that describe no work: 我们是学院，在安宁区。查一下够不够."""

from __future__ import annotations

import re

from bot.dialogue.order_words import CHECKING
from bot.dialogue.state import Conversation

# What is planned, made or there may describe another program than the one in hand.
_DESCRIBES = re.compile(
    "(?:想|打算|准备|要|拟|计划|正在)[^，。；]{0,4}(?:搞|建|做|弄|办|请|引进|转化|申)|项目|平台|中心|实验室|孵化|专家|成果|专利|技术|产品"
)
# 有省重点实验室，人手也配了: what one has is told for the program in hand, whatever else demands it.
_HAD = re.compile(
    "(?:^|(?<=[，,。；; ]))(?:对|嗯|哦|那|[我咱]们?|学校|单位|公司|院里|这边|也|都|已经|现在)*(?:有|建了|建有)(?:(?!孵化|众创|载体|成果|转化|项目)[^，,。；;想要拟准打]){1,14}(?=[，,。；;])"
)


def is_to_be_checked(conversation: Conversation, text: str) -> bool:
    """Whether it is, where the message names no program."""
    return len(conversation.programs) == 1 and bool(CHECKING.search(text)) and not _DESCRIBES.search(_HAD.sub("", text))

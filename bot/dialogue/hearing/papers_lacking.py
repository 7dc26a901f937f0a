"""Whether it is asked what else is to be handed in by whoever has some of it ready: 完税凭证都备好了，重大专项还缺啥."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.dialogue.office_words import PAPER

# 完税凭证都备好了: papers that are told of, beside which 还缺啥 is of papers.
_PAPERS_READY = re.compile(
    f"(?:材料|资料|证明|凭证|单据|{PAPER})[^，。；？?]{{0,6}}(?:都|已经?|全|也)*(?:备|准备|弄|开|办|打印?|写|交|装订?|收集)(?:好|齐|出来|完|下来|妥|了)"
)
_LACKING = re.compile(
    "还(?:差|缺|少|漏|要|需要?|得)(?:了|下|交|准备|补)?(?:点|些)?(?:啥|什么|哪些|哪几[样个项])(?!条件|要求|专项|项目)"
)


def asks_what_is_lacking(this: Message) -> bool:
    """Whether it is asked what else is to be handed in, of one program that is meant, by whoever has papers ready."""
    meant = this.utterance.ids("program") or this.conversation.programs
    ready = _PAPERS_READY.search(this.utterance.text)
    return bool(ready and len(meant) == 1 and _LACKING.search(this.utterance.text)) and not this.conversation.check

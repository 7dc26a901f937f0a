"""Amounts that are put first and denied behind: 五百万投资我们肯定没有 is less than that, and so is 15个研发人员没有."""

from __future__ import annotations

import re

# Whoever speaks, or what points at what was demanded; a name of a figure ahead (总投资900万收入没有) has the amount.
_AHEAD = re.compile(
    r"(?:^|[，,。；;！!？?])(?:那么?|这|要是?|说|什么|啥|我们?|咱们?|公司|单位|[你您]?说?的|人家|指南|[ ])*$"
)
_THING = (
    "的?(?:总|自筹|自有|项目|年|主营|主营业务|营业|科研|研发|技术|科技|在职|专职|[ ])*"
    "(?:投资|投入|收入|营收|销售额|资金|经费|钱|流水|产值|规模|人员|人手|人才|人|比例|占比)?"
)
_DENIED = (
    "(?:我们?|咱们?|公司|单位|目前|现在|今年|去年|肯定|确实|真的?|实在|根本|绝对|恐怕|估计|反正|那?是|也|都|还|就|可|[ ])*"
    "(?<!有)(?:没有?|无|木有|莫得|没得)(?:的|了|啊|呀|呢|吧|哈)*(?=$|[，,。；;！! ])"
)
_BEHIND = re.compile(_THING + _DENIED)


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the amount at ``text[start:end]`` is said not to be there."""
    return bool(_BEHIND.match(text, end) and _AHEAD.search(text[:start]))

"""Whether it is asked if something has to be: 非得有研发中心吗, 要不要高企, 是不是必须签合同, 没有合同不行吗."""

from __future__ import annotations

import re

from bot.figures.wording.stance import clauses

HARD = re.compile("硬性|硬杠杠|硬条件|强制|一票否决|卡死|死规定|必须的(?!吧)|没得商量")
_MUST = re.compile(
    r"必须|必得|一定[要得]?|非[得要]|[非没][^，。？?]{1,10}不(?:可以?|行|能报|成)[吗么]|硬性|硬杠杠|硬条件|强制|一票否决|卡死|死规定|[要用]不[要用]|需不需要|用得着|有没有必要|是否需要|才(?:行|能|可以|给)"
    r"|没有?[^，。？?]{1,12}就(?:报不[了成上]|不(?:行|能报|成|可以)|没戏|没法报)(?:[了是吗么吧对呗]|$)"
    r"|(?<![主重需想只还都就将快])(?:得|要|须|需要)(?:先|有|是|在|跟|和|与|具备|签|办|达到|经过|通过|拿)"
)
_WHETHER = re.compile(r"(?:[吗么嘛不吧]|没有?)[？?。！! ]*$|[？?]|[要用]不[要用]|需不需要|是不是|是否|有没有")
_OPEN = re.compile(r"多少|(?<![这那])几|什么|啥|哪|谁|怎|咋|还是")


def asks_whether_needed(text: str) -> bool:
    """Whether a clause of ``text`` asks if something has to be there, and not what or how much."""
    return any(_asks(part.text.rstrip("，,；; ")) for part in clauses(text))


def _asks(clause: str) -> bool:
    return bool(_MUST.search(clause) and _WHETHER.search(clause)) and not _OPEN.search(clause)

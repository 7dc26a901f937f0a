"""Clauses that say one thing of two: 经费和管理机构都有, 没有稳定经费和管理机构, 有经费有机构. Each half is a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.stance import Clause

_AND = "(?:和|、|跟|与|及|以及|还有)"
_HAS = "(?:没有?|有|无|具备|缺乏?|缺少)"
_END = r"[的了呢啊吧 ，。；,;！!]*"
_BOTH = re.compile(
    rf"(?P<one>[^，。；和、跟]{{2,8}}){_AND}(?P<other>[^，。；和、跟]{{2,10}}?)(?P<tail>(?:也|都|全|均)+[^，。；]{{1,6}}{_END})"
)
_HAVING = re.compile(
    rf"(?P<head>(?:我们?|公司|单位|也|都|目前|现在|已经?|但是?|不过|这边|平台)*{_HAS})(?P<one>[^，。；和、跟]{{2,10}}){_AND}(?P<other>[^，。；和、跟]{{2,10}}?){_END}"
)
_TELLS = re.compile(
    "没(?!有?问题)|不(?!缺)|未|已|有|到位|落实"
)  # 没有合作高校、经费没着落: the second half has its own verb
_TWICE = re.compile(
    rf"(?P<one>.*?{_HAS}[^，。；有没无]{{2,8}})(?P<other>[也又]?(?:没有?|有|无)[^，。；有没无]{{2,10}}{_END})"
)


def spread(part: Clause, named: Sequence[Mention] = ()) -> tuple[Clause, ...]:
    """The clauses that ``part`` joins, each at the place of its own words; ``part`` alone where it joins none.

    ``named``: names in the message, which are never cut (注册和运营).
    """
    if found := _BOTH.fullmatch(part.text):
        said = (found["one"] + found["tail"], found["other"] + found["tail"])
    elif found := _HAVING.fullmatch(part.text):
        said = (found["head"] + found["one"], ("" if _TELLS.search(found["other"]) else found["head"]) + found["other"])
    elif found := _TWICE.fullmatch(part.text):
        said = (found["one"], found["other"])
    else:
        return (part,)
    between = part.start + found.start("other")
    if any(name.start < between < name.end for name in named):
        return (part,)
    return Clause(said[0], part.start, between), Clause(said[1], between, part.end)

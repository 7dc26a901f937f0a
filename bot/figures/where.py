"""Yes or no by the name of a place or a partner: 在兰州 where a place is asked for, 和兰州大学合作 where a partner is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention, cities
from bot.figures.polarity import lead
from bot.figures.stance import Clause, denies, is_denial
from bot.figures.statements import is_local, placed
from bot.figures.whose import of_others
from bot.guide.model import Figure, Guide

_TOGETHER = re.compile(
    r"(?:和|与|跟|联合)[^，。]{1,20}(?:合作|联合|共建|一起|签|搞|做)|^(?:[ ]|我们|是)*(?:和|跟|与|同|联合了?)[^，。]{2,20}$"
)
_TOGETHER_ASKED = re.compile("合作(?!合同|协议)")
_NO_PARTNER = re.compile(r"(?:没有?|无)[^，。]{1,8}(?:合作方|合作单位|合作伙伴|参与单位|参与)")
# 对方不是企业 tells that there is one.
_OF_PARTNER = re.compile("(?:我们的?)?(?:对方|合作方|合作单位|合作伙伴)(?:不?是|为)(?![没无谁不])[^，。]{2,}")
_WITHOUT = re.compile(r"(?:没有?|无|不含|不包括)(?:什么|任何)?$")
_SPOT = re.compile(r"不?(?:在|位于)")
_BRANCH = re.compile("分公司|办事处|分部|分院|分校|客户|朋友")
_BEYOND = re.compile("(?:市)?(?:以|之)?外|周边|附近")
_ADDRESS = re.compile(
    r"[区县路街镇乡市]|\d号|注册|运营|经营|企业|公司|单位|本地|当地|本土|这边|办公|学校|大学|院|所|厂"
)


def by_name(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool | None:
    """在兰州 where a place is asked for, 和兰州大学合作 where a partner is."""
    spot = _SPOT.search(clause.text)
    if is_local(figure, guide) and clause.text.startswith(cities(guide), lead(clause.text)):
        return True if _is_a_place(clause.text[lead(clause.text) :], guide) else None
    if spot and is_local(figure, guide):
        if of_others(clause.text[: spot.start()]):
            return None
        return placed(clause, spot.start(), named, guide)
    partners = [guide.figure[name.figure].choice(name.choice).name for name in named if name.choice]
    if _NO_PARTNER.search(clause.text):
        return False if any(partner in figure.ask for partner in partners) and "联合" in figure.name else None
    if _TOGETHER_ASKED.search(figure.name) and _OF_PARTNER.match(clause.text):
        return True
    if _is_without(clause, figure, named, guide):
        return False
    if not _TOGETHER.search(clause.text) or denies(clause.text, len(clause.text), len(clause.text)):
        return None
    return True if _TOGETHER_ASKED.search(figure.name) or any(partner in figure.name for partner in partners) else None


def _is_without(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether the kind of partner that the figure asks for is denied: 没有院校."""
    if "联合" not in figure.name:
        return False
    inside = [name for name in named if name.choice and clause.holds(name.start)]
    asked = [name for name in inside if guide.figure[name.figure].choice(name.choice or "").name in figure.ask]
    asked = [name for name in asked if guide.figure[name.figure].choice(name.choice or "").name in figure.name]
    return any(
        _WITHOUT.search(clause.text[: name.start - clause.start])
        and re.fullmatch(r"(?:来|一起)?(?:参与|加入|合作)[的了呢啊。，！ ]*", clause.text[name.end - clause.start :])
        for name in asked
    )


def _is_a_place(words: str, guide: Guide) -> bool:
    """兰州, 兰州的企业 and 兰州市雁滩路 are where somebody is; 兰州牛肉面 and 兰州分公司还没注册 are not."""
    rest = words
    for place in cities(guide):
        rest = rest.replace(place, "")
    return (
        not is_denial(words)
        and not (_BRANCH.search(words) or _BEYOND.match(rest))
        and (bool(_ADDRESS.search(rest)) or len(rest) < 3)
    )

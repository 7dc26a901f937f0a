"""Businesses that no direction names, told by how their names end, whatever stands before: 干货铺子, 教娃娃搭机器人的班."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = "(?=$|[，,。；;！!？?的里在开、])"
_SHOP = re.compile(f"(?P<name>[\u4e00-\u9fff]{{1,3}}(?:店面?|铺子?|摊[子儿位]?|档口|专柜|门市部?)){_END}")
_OF_NO_SHOP = re.compile("摊铺|[那这哪一烂]摊|[分均公]摊|新?店镇|铺[设路装]")
# Where something is taught, and no shift (晚班) or team (领导班子).
_CLASS = re.compile(
    "(?P<name>(?:教|学(?!生|院|校|[了过的]|历|科|术)|带|培训|辅导)(?![育师授学研])[^，,。；;！!？?做造]{1,14}(?:的|个)(?:小?班|课|学校|训练营)|(?:培训|辅导|兴趣|启蒙|特长|体验|[暑寒]假)(?:小?班|课(?!题)|营))"
    "(?=$|[，,。；;！!？?的里、])"
)
# 我教小孩画画: whoever teaches, and no thing that does (一个盒子，教孩子认字).
_TEACHES = re.compile(
    "(?<=[我们里门])(?P<name>教(?:小孩子?|小?娃娃?|孩子|小朋友|学员|学生|老人)们?[^，,。；;！!？?的]{1,10})(?=$|[，,。；;！!？?的])"
)


class Ending(NamedTuple):
    """What is called so, where it stands, and the kind of business that it is."""

    name: str
    start: int
    end: int
    kind: str


def told_by_ending(technology: str) -> Iterator[Ending]:
    """All shops and classes in ``technology`` (folded)."""
    for words, kind in ((_SHOP, "店铺"), (_CLASS, "培训班"), (_TEACHES, "培训班")):
        for found in words.finditer(technology):
            if not _OF_NO_SHOP.search(found["name"]):
                yield Ending(found["name"], found.start(), found.end(), kind)

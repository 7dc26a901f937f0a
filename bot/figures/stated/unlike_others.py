"""What others have and we have not: 兰大有实验室，我们没有; 别家都有技术中心，我们企业没有."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.statement import Statement
from bot.figures.whose import speaks_of_us
from bot.figures.wording.stance import Clause, clause_at, is_topic
from bot.guide.model import Guide

WE_HAVE_NOT = re.compile(
    r"(?:但是?|不过|可是?|就)*(?:我们|咱们?)(?:自己|公司|单位|企业|学校|[院所厂]里?|这边)*(?:还|也|都|就|倒|暂时|目前)*没有?[的了呢啊呀]*(?:[，。！!,. ]|$)"
)
_OTHERS_HAVE = re.compile("(?:[别人]家|他们|对方|同行|隔壁|[大学院所司厂业方])(?:都|也|里|倒|全)*(?:有|设有|建了)")


def is_only_theirs(text: str, said: Statement) -> bool:
    """兰大有实验室，我们没有: of somebody else, as the next words tell."""
    clause = clause_at(text, said.start)
    return said.value is True and not speaks_of_us(clause.text) and bool(WE_HAVE_NOT.match(text, clause.end))


def lacked(text: str, clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """别家都有实验室，我们没有: what others have, and the next words deny of us."""
    if is_topic(clause.text) or speaks_of_us(clause.text) or not WE_HAVE_NOT.match(text, clause.end):
        return
    for name in named:
        others = _OTHERS_HAVE.search(text[clause.start : name.start])
        if others and guide.figure[name.figure].kind == "yes_no":
            yield Statement(name.figure, False, name.start, name.end)

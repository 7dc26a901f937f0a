"""That there is nothing of an amount or a count, in words: 没有主营收入, 研发上没花钱, 一个专职的都没有."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import quantities
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.stance import asks, clauses, is_not_yet, is_topic, is_unknown, is_unsure, supposes
from bot.guide.model import Figure, Guide

_AHEAD = re.compile(
    r"(?:我们?|咱们?|公司|单位|学校|企业|(?:20)?\d\d年度?|[去今前]年|全年|目前|现在|暂时|一直|完全|压根|根本|到现在|还|都|也|就|但是?|不过|可是|确实|[ ])*(?:没有?|无|尚无|暂无|没得)(?:任何|什么|啥|一分)?"
)
_BEHIND = re.compile(r"(?:的|了|呢|啊|呀|哈|可言|来源|产生|发生|[ ，,。；;！!])*")
# 自筹一分钱没有, 自筹这块为零: what is told so is that figure even where another may be meant by its name.
_WHOSE = re.compile("(?:我们?|咱们?|公司|单位|目前|现在|暂时|其实|说实话|但是?|不过|[ ])*")
_NOT_A_CENT = re.compile(
    r"(?:经费|资金|部分|这块|的|我们|目前|现在|确实|真的?|[ ])*(?:(?:一[分毛块]钱?|分文)(?:[也都还])?(?:没有?|没出|无|拿不出来?)|(?:是|为)零)[了的呢啊呀 ，,。；;！!]*"
)
_SPENT_NOTHING = re.compile(
    r"(?:我们?|咱们?|公司|单位|这块|这方面|上面?|研发|科研|基本上?|几乎|[去今前]年|(?:20)?\d\d年度?|全年|目前|现在|暂时|还|都|也|就|从来|压根|根本|一直|确实|[ ])*"
    r"(?:(?:一[分毛块]钱?|分文)(?:都|也|还)?)?(?:没有?|未)(?:怎么)?(?:花|投入?|支出|用|掏)过?(?:什么|啥|一分|半分)?(?:钱|经费|费用)?(?:的|了|过|呢|啊|[ ，,。；;！!])*"
)
# 一个专职的都没有; 一个博士都没有 counts but some of them.
_NOT_ONE = re.compile(
    r"(?:我们?|公司|单位|目前|现在|暂时|其实|说实话|[ ，,])*(?:一|半)[个名位](?:专职|全职|在职|在编|正式|专门|搞|做|研发|科研|技术|人员?|的)*(?:都|也)(?:还)?(?:没有?|无)[的了呢啊呀哈 ，,。；;！!]*"
)


def spends_nothing(text: str, figure: Figure) -> bool:
    """Whether a clause says, in answer to what is spent in a year, that nothing is; or that there is not one of those counted."""
    pattern = _SPENT_NOTHING if "支出" in figure.name else _NOT_ONE if figure.kind == "people" else None
    parts = [part.text for part in clauses(text)]
    return pattern is not None and not quantities(_NOT_ONE.sub("", text)) and any(map(pattern.fullmatch, parts))


def nothing_of(text: str, named: Sequence[Mention], guide: Guide, asked: str | None) -> Iterator[Statement]:
    """Amounts of which a clause says by their names, and says no more, that there is none: 去年没有主营收入.

    What may mean the figure ``asked`` (没有收入) is left to the reply.
    """
    wanted = guide.figure[asked].name if asked else ""
    for clause in () if supposes(text) else clauses(text):
        own = [name for name in named if clause.holds(name.start) and not name.choice]
        if len(own) != 1 or not _may_be_none(guide.figure[own[0].figure]):
            continue
        ahead, behind = clause.text[: own[0].start - clause.start], clause.text[own[0].end - clause.start :]
        plainly = _WHOSE.fullmatch(ahead) and _NOT_A_CENT.fullmatch(behind)
        if not plainly and (own[0].figure == asked or text[own[0].start : own[0].end] in wanted):
            continue
        open_ = any(says(clause.text) for says in (asks, is_topic, is_not_yet, is_unknown, is_unsure)) or of_others(
            ahead
        )
        if (plainly or _AHEAD.fullmatch(ahead) and _BEHIND.fullmatch(behind)) and not open_:
            yield Statement(own[0].figure, Decimal(0), own[0].start, own[0].end)


def _may_be_none(figure: Figure) -> bool:
    return figure.kind == "money" and not figure.positive

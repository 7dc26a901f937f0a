"""Numbers that stand beside the name of a figure and are none of it: the others' count, a part of another amount, one of
two instalments.

员工80人，行政20人，剩下都是研发 counts those who do no R&D; 收入3500万，其中出口1000万 is a part of the income, and of 已经投了300万，
后面还要投600万 neither is the total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import short_mentions
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.pair import Pair
from bot.figures.possible import PARTS
from bot.figures.wording.stance import ahead_of, clause_at, clauses
from bot.guide.model import Figure, Guide

_REST = re.compile(r"其余|其它|其他|剩下|剩余|剩的|余下|余者|别的|另外的|除此(?:之外|以外)?")
EXCLUDED = re.compile(
    "除(?:了|开|去|掉|却)|刨[除去掉开]|扣[除掉去]|减[去掉]|[去抛撇]开|去掉|剔除|排除|不算|没算|不[计含]|不包[括含]"
)
_WITHIN = re.compile("其中|包括|包含|里面?有?|里头|当中|之中|内含|含")
_PAYS = "(?:投|花|砸|用|付)"
_SPENT = re.compile(
    rf"(?:已经?|先|前期|前面|之前|一期|首期|第一[期批年]|目前|到现在|迄今|截至|去年|今年|上半年)[^，。；;]{{0,8}}{_PAYS}"
    rf"|{_PAYS}(?:进去|下去|入|出去|掉)?了"
)
_ITEM = re.compile("设备|厂房|土建|基建|材料|原料|人工|安装|流动资金|铺底|装修|车间")
_OF_A_YEAR = re.compile("年|费|经费|投入|支出|开[支销]")
_WHETHER_IT_COUNTS = re.compile(
    r"算不算|[算计]不?[算计]?(?:在内|进去|进来|数)?[吗么][？?]|(?:能不能|可不可以|要不要|能|可以)[算计](?:在内|进去|数)?(?:吗|么|[？?])|包不包括|含不含"
)
_TO_COME = re.compile(
    "(?:后面|后续|后期|接下来|接着|将来|以后|明年|后年|下半年|下一?步|二期|第二[期批年]|剩下|还|再|又|另外?|追加)"
    rf"[^，。；;]{{0,8}}(?:{_PAYS}|追加|需|要)"
)


def of_the_others(text: str, figure: Figure, guide: Guide, quantity: Quantity) -> bool:
    """Whether the number is that of those who are not what ``figure`` counts (除了行政20人，都是研发)."""
    if EXCLUDED.search(ahead_of(text, quantity.start)):
        return True
    counted = [each.start for each in quantities(text)]
    rest = [
        part
        for part in clauses(text)
        if part.start > quantity.start and _REST.search(part.text) and not any(map(part.holds, counted))
    ]
    return any(
        part.holds(name.start) for part in rest for name in short_mentions(text, guide) if name.figure == figure.id
    )


def of_what_is_asked(text: str, quantity: Quantity) -> bool:
    """Whether the clause before asks if something counts, of which the number then is: 返聘的算不算？有三个."""
    clause = clause_at(text, quantity.start)
    return bool(clause.start and _WHETHER_IT_COUNTS.search(clause_at(text, clause.start - 1).text))


def is_part_of_another(text: str, pair: Pair, paired: Sequence[Pair], figure: Figure, guide: Guide) -> bool:
    """Whether 其中 makes the number a part of an amount before it, which has not ``figure`` for a part."""
    if not _WITHIN.search(ahead_of(text, pair.quantity.start)):
        return False
    before = [each.figure for each in paired if each.figure and each.quantity.end <= pair.quantity.start]
    whole = before[-1] if before else None
    return whole is not None and figure.part_of != whole and figure.id not in PARTS.get(whole, ())


def without_items(paired: Sequence[Pair], text: str) -> list[Pair]:
    """The pairs but for an item of what a project costs: 设备300万、研发500万，总投资合计1000万 tells of no year's spending."""
    if not any(pair.figure in PARTS for pair in paired):
        return list(paired)
    return [pair for pair in paired if not _is_item(pair, text)]


def _is_item(pair: Pair, text: str) -> bool:
    """Whether the amount is named by a mere 研发, as a share of a sum or beside what else it is spent on."""
    if pair.name is None or pair.figure in PARTS or pair.quantity.kind not in ("money", "bare"):
        return False
    ahead = ahead_of(text, pair.quantity.start)
    if text[pair.name.start : pair.name.end] != "研发" or _OF_A_YEAR.search(ahead):
        return False
    return ahead.rstrip().endswith("占") or bool(_ITEM.search(clause_at(text, pair.quantity.start).text))


def without_instalments(paired: Sequence[Pair], text: str) -> list[Pair]:
    """The pairs but for amounts of a sum that is told in what is spent and what is still to come, each by itself."""
    money = [(each, ahead_of(text, each.start)) for each in quantities(text) if each.kind in ("money", "bare")]
    spent = [each.start for each, ahead in money if _SPENT.search(ahead)]
    coming = [each.start for each, ahead in money if _TO_COME.search(ahead) and not _SPENT.search(ahead)]
    torn = spent and coming and min(spent) < max(coming)
    halves = {*spent, *coming} if torn else set()
    return [pair for pair in paired if pair.figure not in PARTS or pair.quantity.start not in halves]

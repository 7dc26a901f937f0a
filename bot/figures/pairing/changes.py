"""Amounts by which something is supposed to change: 再加200万, 少申请50万, 多招3个人. They are no figures themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.figures.mentions import Mention, short_mentions
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.naming import suits
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Guide

_RISING = "追加|增员|扩编|增加|增资|增长|提高|提升|上升|上涨|上调|扩大|涨|升|提|加|增|扩|追"
_FALLING = "减少|减员|裁员|缩减|缩小|压缩|降低|下降|下调|下滑|削减|砍掉?|裁|减|降|压|缩|跌"
_LEAVING = "走|离职|离开|辞职|退休|辞退|流失|跳槽|调走"
_SHIFTED = "调整|调|改|变动?|修改|换"
# 追加到900万 names a value and no change.
# What people do that is no R&D.
OTHER_WORK = "行政|后勤|销售|生产|业务|财务|会计|出纳|人事|文秘|文员|保安|保洁|司机|客服|采购|工人|普工|操作|车间|市场|运营|物业|食堂"
BECOMES = rf"(?:(?:{_RISING}|{_FALLING}|{_SHIFTED})了?(?:到|至|成|为|回到?)了?|变(?=[\d一二两三四五六七八九十百千]))"
_VERBS = "申请|申报|投资|投入|投|要|出|拿|掏|筹|凑|垫|自筹|招聘?(?:进来?)?|进来?|给|花|加|来|资金|经费|点"
_ENDING = r"[了个上掉出]?(?:大?约|大概|差不多|将近|近)?[ ]?$"
_MORE = re.compile(
    rf"(?:(?:再|又)(?:{_RISING}|多|补上?)?|(?<![最至不顶大许好很诸])多|{_RISING}|(?<!财政)(?<!政府)补上?|新(?:招聘?|进|来|聘|增)|(?:^|[那再就能先])招聘?)(?:{_VERBS}){{0,2}}{_ENDING}"
)
_LESS = re.compile(
    rf"(?:再|又)?(?:(?<![最至多减缺不])(?:少|低)(?:{_VERBS}){{0,2}}|(?:{_FALLING})(?:{_VERBS})?|(?:{_LEAVING})){_ENDING}"
)
# What one has told by so much too little or too much: 少说了200万, 多报了50万, 漏了设备款200万.
_MISTOLD = re.compile(
    rf"[多少](?:[说写报填算打记讲录]|数(?=了)){_ENDING}|漏(?:[说写报填算打记讲录计列掉])?了?[\u4e00-\u9fff]{{0,4}}{_ENDING}"
)
# 再招20个行政: heads, whatever they do.
_HEADS = re.compile(rf"个(?=(?:{OTHER_WORK})+(?:人员|员工?|岗|的|[，。；、？?！!吗呢吧么 ]|$))")


@dataclass(frozen=True)
class Change:
    """``figure`` (None: whichever was spoken of) is to change ``by`` so much, in its own unit."""

    figure: str | None
    by: Decimal
    quantity: Quantity


def changes(text: str, guide: Guide) -> tuple[Change, ...]:
    """The changes that ``text`` names, in order; 加到900万 names a value and no change."""
    text = _HEADS.sub("名", text)
    named = short_mentions(text, guide)
    return tuple(change for clause in clauses(text) for change in _in_clause(text, clause, named, guide))


def sign_of(ahead: str) -> int:
    """Whether the words ``ahead`` of an amount make it one by which something grows (1) or shrinks (-1); 0: neither."""
    if is_mistold(ahead):
        return 1 if re.search("少|漏", ahead[-8:]) else -1
    return 1 if _MORE.search(ahead) else -1 if _LESS.search(ahead) else 0


def is_mistold(ahead: str) -> bool:
    """Whether the words ``ahead`` of an amount say that by so much something was told wrongly: 少说了5个."""
    return bool(_MISTOLD.search(ahead))


def _in_clause(text: str, clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Change]:
    for quantity in quantities(text):
        if not clause.holds(quantity.start) or not isinstance(quantity.value, Decimal):
            continue
        ahead = text[clause.start : quantity.start]
        sign = sign_of(ahead)
        own = [name for name in named if clause.holds(name.start) and suits(guide.figure[name.figure], quantity)]
        if sign and not _is_compared(text, clause, quantity, own):
            before = [name.figure for name in own if name.end <= quantity.start]
            after = [name.figure for name in own if name.start >= quantity.end]
            yield Change(next(iter([*before[::-1], *after]), None), sign * quantity.value, quantity)


def _is_compared(text: str, clause: Clause, quantity: Quantity, named: Sequence[Mention]) -> bool:
    """自筹比财政多400万 tells of two figures how they stand, and of neither that it changes."""
    than = text.rfind("比", clause.start, quantity.start)
    return than >= 0 and any(than < name.start < quantity.start for name in named)

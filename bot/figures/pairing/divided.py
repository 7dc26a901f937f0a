"""A whole told in parts that nobody adds up, of which one alone looks like the answer: 在编12个，聘用5个; 贷款400万加自有资金250万.

Which of them count, or whether all do, is not said: none is taken, and the whole is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.pair import Pair
from bot.figures.possible import PARTS
from bot.figures.wording.stance import clause_at
from bot.guide.model import Guide

_BORNE = r"(?:的|人员?|员工|职工|老师|是|有|共|约|大概|就|[ ])*"
_COUNT = r"(?=[\d一二两三四五六七八九十百几])"
# Each a way to divide people: by sex, by contract, by degree, by title. Who comes from outside is none of the staff anyway.
_DIVISIONS = tuple(
    tuple(re.compile(f"(?:{words}){_BORNE}{_COUNT}") for words in parts)
    for parts in (
        ("男性?", "女性?"),
        ("在编|编制内?|编内|事业编|正式工?", "聘用|聘任|合同制?工?|编外|派遣|人事代理|非编|没编制"),
        ("博士", "硕士|研究生", "本科", "大专|专科|中专"),
        ("正高|高级(?:职称)?|副高", "中级(?:职称)?", "初级(?:职称)?"),
    )
)
# Money of one's own may be a part of what is raised; what others lend or pay in is raised as well.
_OF_ONES_OWN = re.compile("自有|自己的?钱|现金|账上")
_LENT = re.compile("贷|借|股东|融资|集资|入股|社会资本|投资人|债|众筹")
_WITHIN = re.compile("其中|里面|里头|当中|包括|包含|含")
_OF_THE_WHOLE = re.compile("总|共|合计|加起来|合起来")


def without_lone_parts(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """The pairs, one that is but a part beside others which no figure claims being of no figure."""
    return [replace(pair, figure=None, name=None) if _is_lone(pair, paired, text, guide) else pair for pair in paired]


def _is_lone(pair: Pair, paired: Sequence[Pair], text: str, guide: Guide) -> bool:
    kind = guide.figure[pair.figure].kind if pair.figure else ""
    if kind not in ("people", "money") or _OF_THE_WHOLE.search(_own(text, pair.quantity)):
        return False
    if kind == "people":
        return _is_a_part(text, pair.quantity)
    a_part = any(pair.figure in parts for parts in PARTS.values())
    if not a_part or not _OF_ONES_OWN.search(_own(text, pair.quantity)):
        return False
    claimed = {each.quantity.start for each in paired if each.figure}
    others = [each for each in quantities(text) if each.kind == "money" and each.start not in claimed]
    return any(_is_lent(text, each) for each in others)


def _is_a_part(text: str, quantity: Quantity) -> bool:
    """Whether the number counts one part of a division, of which the text counts another as well."""
    for parts in _DIVISIONS:
        ends = [{found.end() for found in part.finditer(text)} for part in parts]
        own = [each for each in ends if quantity.start in each]
        if own and any(each for each in ends if each not in own):
            return True
    return False


def _is_lent(text: str, quantity: Quantity) -> bool:
    own = _own(text, quantity)
    return bool(_LENT.search(own)) and not _WITHIN.search(own)


def _own(text: str, quantity: Quantity) -> str:
    """What stands before the number in its clause, from the number before it on."""
    begin = clause_at(text, quantity.start).start
    before = [each.end for each in quantities(text) if begin < each.end <= quantity.start]
    return text[max([begin, *before]) : quantity.start]

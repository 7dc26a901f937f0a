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
# What somebody pays may be a part of what is raised; what others lend or pay in, or comes later, is raised as well.
_THE_WHOLE = re.compile("自筹|自配|配套")
_PAID = re.compile("自有|自己|自家|现金|账上|老板|公司|企业|单位|厂里|我们?|咱们?|[拿掏出投凑垫]")
_LENT = re.compile(
    "贷|借|银行|股东|融资|集资|入股|社会资本|投资人|债|众筹|集团|[总母]公司"
    "|(?:再|又|还|后[面续]|以后|剩下|余下|其余|另外?)[^，。；]{0,4}[补凑垫拿掏出投筹]"
)
_GIVEN = re.compile(
    "给|拨|资助|补[助贴]|支持|下达|(?:项目|课题)经?费|自己|自家|[垫贴]"
)  # of what is spent, a part as well
# 去年贷款300万还清了, 贷款300万买厂房, 再申请200万: nothing that is raised for the project.
_NOT_RAISED = re.compile("财政|政府|申请|补[助贴]|拨|还[清完了上]|去年|前年|以前|买|[^，。]*还没|[省市区]里")
# 技术部11个，中试车间8个: of departments of one kind each counts but its own; a mere 生产 or 行政 is none of those asked for.
_DEPARTMENT = re.compile(rf"(?:部门?|[组室班处科]|中心|车间|分部|团队){_BORNE}$")
_TECHNICAL = re.compile("技术|工艺|试[验制]|中试|实验|设计|测试|检[测验]|质检|品控|工程|开发")
_WITHIN = re.compile("其中|里面|里头|当中|包括|包含|含")
_OF_THE_WHOLE = re.compile("总|共|合计|加起来|合起来")


def without_lone_parts(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """The pairs, one that is but a part beside others which no figure claims being of no figure."""
    return [replace(pair, figure=None, name=None) if _is_lone(pair, paired, text, guide) else pair for pair in paired]


def _is_lone(pair: Pair, paired: Sequence[Pair], text: str, guide: Guide) -> bool:
    kind = guide.figure[pair.figure].kind if pair.figure else ""
    if kind not in ("people", "money") or _OF_THE_WHOLE.search(_own(text, pair.quantity)):
        return False
    if any(pair.quantity.start < each.start < pair.quantity.end for each in quantities(text)):
        return False  # a sum
    if kind == "people":
        return _is_a_part(text, pair.quantity) or _is_of_a_department(text, pair)
    a_part = any(pair.figure in parts for parts in PARTS.values())
    name = text[pair.name.start : pair.name.end] if pair.name else ""
    if not (a_part or pair.name is None) or _THE_WHOLE.search(name):
        return False
    if not (_PAID if a_part else _GIVEN).search(_beside(text, pair.quantity)):
        return False
    claimed = {each.quantity.start for each in paired if each.figure}
    others = [each for each in quantities(text) if each.kind == "money" and each.start not in claimed]
    return any(_is_lent(text, each) if a_part else _GIVEN.search(_own(text, each)) for each in others)


def _is_a_part(text: str, quantity: Quantity) -> bool:
    """Whether the number counts one part of a division, of which the text counts another as well."""
    for parts in _DIVISIONS:
        ends = [{found.end() for found in part.finditer(text)} for part in parts]
        own = [each for each in ends if quantity.start in each]
        if own and any(each for each in ends if each not in own):
            return True
    return False


def _is_of_a_department(text: str, pair: Pair) -> bool:
    """Whether the number, which no name was said for, counts one technical department and another number another one."""
    if pair.name is not None:
        return False
    others = [
        each for each in quantities(text) if each.kind in ("people", "bare") and each.start != pair.quantity.start
    ]
    others = [each for each in others if _TECHNICAL.search(_own(text, each))]
    own = _own(text, pair.quantity)
    return bool(others and _DEPARTMENT.search(own) and _TECHNICAL.search(own))


def _is_lent(text: str, quantity: Quantity) -> bool:
    words = _beside(text, quantity)
    return bool(_LENT.search(words)) and not (_WITHIN.search(words) or _NOT_RAISED.search(words))


def _beside(text: str, quantity: Quantity) -> str:
    """The number's own words, those behind it included up to the next number."""
    end = clause_at(text, quantity.start).end
    behind = [each.start for each in quantities(text) if quantity.end <= each.start < end]
    return _own(text, quantity) + text[quantity.end : min([end, *behind])]


def _own(text: str, quantity: Quantity) -> str:
    """What stands before the number in its clause, from the number before it on."""
    begin = clause_at(text, quantity.start).start
    before = [each.end for each in quantities(text) if begin < each.end <= quantity.start]
    return text[max([begin, *before]) : quantity.start]

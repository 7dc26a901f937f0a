"""A level that stands apart from what it is of: 省级及以上的重点实验室 is of the figure that asks for that level.

Whoever lacks such a laboratory may have one of a lower level, and whoever has it has a laboratory as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide

_ONE = "(?:国家级?|(?<!全)省部?级?|(?:教育|科技|工信|农业农村|农业|卫健|交通|水利|自然资源|生态环境)部)"
LEVEL = rf"{_ONE}(?:(?:及|或者?|和|、){_ONE})?(?:[及或]?以上)?的?"
# Who ranks what one has: 省科技厅批的 is of the province, 市里认定的 is not.
_ABOVE = "(?:省(?![内外会城钱略下]|级)[^，。；市区县]{0,6}?(?:厅|委|局|办|里|政府)|省(?=认定|批|评|授|命)|国家(?!级)[^，。；省市]{0,6}?|(?:科技|教育|工信|农业农村|卫健|生态环境|工业和信息化)[部委]|部里)"
_BELOW = "(?:[市县区](?!场|内|外|域)[^，。；省]{0,6}?(?:局|委|办|里|政府)|[市县区](?=认定|批|评|授))"
_WHEN = "(?:正式|统一|早就|已经?|刚刚?|也|都|就|[去前今]年|大前年|上个?月|[12]\\d{3}年|是|给|[ ])*"
_GRANTS = "(?:认定|认可|批(?:复|准|下来)?|授牌|挂牌|评[定审上]?|命名|立项|审批|备案)"
_IS_GRANTED = f"{_WHEN}{_GRANTS}(?:过|了|的)"
GRANTED = f"{_ABOVE}{_IS_GRANTED}"
_GRANTED_ABOVE, _GRANTED_BELOW = re.compile(GRANTED), re.compile(f"{_BELOW}{_IS_GRANTED}")
OF_SOMETHING_ELSE = re.compile("申请|项目|课题|资金|经费|专利|高企|高新")
_AHEAD = re.compile(f"(?:{LEVEL}|{GRANTED})$")
_BEHIND = re.compile(rf"[（(]{LEVEL}[）)]")  # 工程技术研究中心（省级）
_ANY = re.compile("国家|省|部级")
_LEVELS = ("省级", "国家级", "省部级")
# What is asked of a level, and of nothing else.
_ONLY_IF = re.compile(
    "(?:那么?|是不是|是否|是|不|非得|非要|必须|一定|得|要|只有?|就|也|还|都|有|没|的|以上|才|能不能|可不可以|能|可以|行|算|够|成|报|申|认|证|书|牌子?|级别?|吗|么|呢|吧|啊|[，,。？?！! ])*"
)
_OF_ANY_RANK = re.compile(rf"{LEVEL}|[市区县]级(?:以上)?的?")


def names_only_a_level(text: str) -> bool:
    """Whether a level is named, and nothing that it could be of: 省级的才行？"""
    level = _OF_ANY_RANK.search(text)
    return bool(level and _ONLY_IF.fullmatch(text[: level.start()] + text[level.end() :]))


def leveled(text: str, named: Sequence[Mention], guide: Guide, asked: str | None = None) -> list[Mention]:
    """The mentions, a kind that a level stands before being of the figure that names it with one, from the level on.

    A kind of which no level is told is of the figure that asks for none, unless the other one was ``asked``.
    """
    with_level = (next(_with_level(text, name, guide), name) for name in named)
    return [name if name.figure == asked else _of_any_level(text, name, guide) for name in with_level]


def is_granted_above(clause: str) -> bool | None:
    """Whether the clause says that the province or the state has ranked what one has; False: only the city. None: neither."""
    if OF_SOMETHING_ELSE.search(clause):
        return None
    return True if _GRANTED_ABOVE.search(clause) else False if _GRANTED_BELOW.search(clause) else None


def is_of_such_a_kind(text: str, name: Mention, figure: Figure, guide: Guide) -> bool:
    """Whether the name is of a kind of which the figure asks for one of a level: a laboratory, of whatever level."""
    if name.choice or guide.figure[name.figure].kind != "yes_no" or not _asks_for_a_level(figure):
        return False
    kind = _AHEAD.sub("", text[name.start : name.end])
    return figure.kind == "yes_no" and any(level + kind in figure.names for level in _LEVELS)


def _with_level(text: str, name: Mention, guide: Guide) -> Iterator[Mention]:
    found, behind = _AHEAD.search(text[: name.start]), _BEHIND.match(text, name.end)
    if name.choice or not (found or behind):
        return
    kind = text[name.start : name.end]
    for figure in guide.figures:
        own = figure.id == name.figure and _asks_for_a_level(figure)
        if figure.kind == "yes_no" and (own or any(level + kind in figure.names for level in _LEVELS)):
            yield Mention(figure.id, None, found.start() if found else name.start, name.end)


def _of_any_level(text: str, name: Mention, guide: Guide) -> Mention:
    """工程研究中心有: whether it is one of the province's is not said, but that there is one."""
    if name.choice or not _asks_for_a_level(guide.figure[name.figure]) or _ANY.search(clause_at(text, name.start).text):
        return name
    kind = text[name.start : name.end]
    plain = (each for each in guide.figures if each.kind == "yes_no" and not _asks_for_a_level(each))
    wider = (each.id for each in plain if kind.endswith(each.names))
    return next((replace(name, figure=figure) for figure in wider), name)


def _asks_for_a_level(figure: Figure) -> bool:
    return any(level in figure.name for level in _LEVELS)


def is_only_the_highest(clause: str, name: str) -> bool:
    """Whether no more than the highest level is named of those in ``name``: 没有国家级的 leaves a provincial one open."""
    return "省级及以上" in name and "国家" in clause and "省" not in clause

"""Partners in the guide's own city: 合作单位都在兰州. That is none of the regions asked for, and has not to be told again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.figures.mentions import cities
from bot.figures.stated.partners import asks_of_partners, is_joint
from bot.figures.statement import Statement
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, asks, clauses, is_not_yet, is_unknown
from bot.guide.model import Guide

_THEY = (
    "(?:合作|参与|联合|协作|搭伙|一起[做搞干弄])的?(?:那?[一两三几]?[家个所])?(?:方|单位|伙伴|公司|企业|机构|高校|学校|院校|大学|研究[院所]|厂家?|对象)+"
    "|(?:合作|搭伙|一起[做搞干弄])的(?:那?[一两三几]?[家个所])?|(?:合作)?对方(?:单位|公司|企业|学校)?"
)
_ARE_AT = "(?:他们)?(?:也|都|就|全|均|是)*(?:[在是]|位于)(?:我们?|咱们?)?"
_END = "(?:市|本地|当地|这边|本市)?(?:的|了|呢|啊|呀|吧|哈|[ ，,。；;！!])*"
_ALL_AT = "[ ]*(?:也|都|就|全|均|是)+[在是]"
_SOME = re.compile("[两二三四五几][家个]|合作|[和跟与同]")
_PARTIES = re.compile("^(?![^，。；]*[不没]).*[两二三四五几]家")
_ELSEWHERE = "其他"


def partners_here(text: str, guide: Guide, asked: str | None) -> Iterator[Statement]:
    """That the partners are of no region that the guide names, where a clause says them to be in its city.

    To the question whether one works with others, 我们和企业两家，都在兰州 says so of both.
    """
    figure = next((each for each in guide.figures if each.kind == "choices" and asks_of_partners(each)), None)
    other = next((each.id for each in figure.choices if _ELSEWHERE in each.name), None) if figure else None
    joint = asked is not None and is_joint(guide.figure[asked])
    if figure is None or other is None or asked == figure.id:
        return
    for part in clauses(text):
        of_all = joint and _is_of_all(text, part, guide)
        if of_all or _is_said(part, guide):
            yield Statement(figure.id, (other,), part.start, part.end)
        if of_all and asked and _PARTIES.search(text[: part.start]):
            yield Statement(asked, True, 0, part.start)


def _is_said(part: Clause, guide: Guide) -> bool:
    place = "|".join(map(re.escape, cities(guide)))
    said = re.fullmatch(rf"[^，。；]{{0,6}}?(?:{_THEY}){_ARE_AT}(?:{place}){_END}", part.text)
    return bool(said) and not any(open_(part.text) for open_ in (asks, is_denial, is_not_yet, is_unknown))


def _is_of_all(text: str, part: Clause, guide: Guide) -> bool:
    place = "|".join(map(re.escape, cities(guide)))
    before = text[: part.start]
    return bool(re.fullmatch(f"{_ALL_AT}(?:{place}){_END}", part.text) and _SOME.search(before)) and not asks(text)

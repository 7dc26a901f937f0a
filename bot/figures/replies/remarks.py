"""Remarks beside an answer, and what a but makes of it: 有，但不大 leaves the yes, 签了，但没启动 takes it back.

What is said of size, number, age or rank answers no question of the guide's, unless the figure's own words ask for it.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.figures.stated.compounds import is_of_kinds
from bot.figures.wording.denial import takes_back
from bot.figures.wording.own_words import spoken
from bot.figures.wording.polarity import polarity
from bot.figures.wording.stance import clauses
from bot.guide.model import Figure

_BUT = r"(?:但是?|不过|可是?|只是|就是|虽然?|虽说|尽管|而且?|[ ，,])*"
_WHAT = "(?:规模|面积|级别|档次|牌子|名气|场地|时间|年头|地方|人员?|人数|设备|数量|金额|成立|建)?"
_HOW = "(?:还|也|都|并|算|算得上|是|有点儿?|比较|很|挺|太|特别|怎么|那么|这么|够|得|多|上|的|时间)*"
_NOT = "(?:不|没有?|不是|未|谈不上|算不上)?"
_TRAIT = "大|小|多|少|新|旧|老|强|弱|先进|高级|高端|豪华|有名|出名|气派|高|低|宽敞|长|久|早|晚|挂牌|省级|市级|区级|国家级|省里|国家"
_REMARK = re.compile(
    rf"{_BUT}{_WHAT}{_HOW}{_NOT}{_HOW}(?P<trait>{_TRAIT})(?:级|的|了|过|点儿?|些|呢|啊|吧|哈|[ ，,。.！!～~])*"
)
_ADDS_NOTHING = re.compile(
    "(?:没有?|无)(?:别的|其他的?|其它的?|更多的?)[了啊呢，,。 ]*"
    "|(?:而且|并且|还)?不[止只](?:这|那)?[一两几]?[个家处][呢啊，,。 ]*|(?:一直|从来?|也)*(?:没有?|未)(?:搬|迁|挪|换|变|动)过(?!来|去)(?:地方|地址)?[的呢啊，,。 ]*"
)
_TAIL = re.compile("(?:但是?|不过|可是|只是|就是)(?P<tail>.*)")
_NO_MORE = re.compile("(?:就|只|仅)有?[一两几]?[个家间](?!人)")
_RANKED = re.compile("级|省|国家|挂牌")
_RANK = re.compile("省|国家|部级")


def is_remark(clause: str, figure: Figure) -> bool:
    """Whether the clause only remarks on a trait (规模不大, 不是省级的) for which the figure does not ask."""
    if _ADDS_NOTHING.fullmatch(clause):
        return True
    found = _REMARK.fullmatch(clause)
    if not found or _RANK.search(spoken(figure)) and _RANKED.search(clause):
        return False
    return len(found["trait"]) < 2 or found["trait"] not in spoken(figure)


def point(clause: str, figure: Figure) -> str:
    """The clause without a but at its head or a remark before one: 人不多，但够用; 人不多但够. 就一个研发部 has one."""
    if is_of_kinds(figure):
        clause = _NO_MORE.sub("有", clause)
    found = _TAIL.search(clause)
    ahead = clause[: found.start()] if found else ""
    return found["tail"] if found and (not ahead.strip() or is_remark(ahead, figure)) else clause


def without_remarks(text: str, figure: Figure) -> str:
    """The text without such clauses, where any other is left."""
    kept = [part.text for part in clauses(text) if not is_remark(part.text, figure)]
    return "".join(kept) or text


def turned(text: str, figure: Figure) -> Literal["stands", "falls", "open"]:
    """What the rest of ``text`` makes of a yes: it stands, it falls (签了但没启动), or it is not plain."""
    rest = without_remarks(text, figure)
    found = _TAIL.search(rest)
    if found and is_remark(found["tail"], figure):
        return "stands"
    if not takes_back(rest):
        return "stands"
    if not found:
        return "falls"
    return "falls" if polarity(found["tail"], figure) is False else "open"

"""Other signs that part what is said as a comma does: 有研发中心 能报重大专项吗; 使用权有、产权清晰; 900万/自筹700万/有实验室."""

from __future__ import annotations

import re
from itertools import pairwise

_GAP = re.compile(r"(?<=[\u4e00-\u9fff%]) (?=[\u4e00-\u9fff\d])")
_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千]")
# Words that govern what follows them (没有 实验室), and words that only follow (实验室 有).
_GOVERNS = re.compile(
    r"(?:[和与跟及或的想要查报搞做占为到给被把对请叫能约近超]|申请|申报|了解|咨询|请问|介绍|属于|大概|大约|差不多|一共|总共|这个|一下)$"
    r"|^(?:我们?|咱们?|公司|单位|企业|学校|项目|目前|现在|暂时|还|也|都|就|，)*(?:没有?|没|未|无|有|不?是|不?在)?$"
)
_FOLLOWS = re.compile(
    r"(?:[的吗呢吧了和与跟及或为占约]|(?:也|都|就|还)*(?:没有?|有|是|不是|不在|在)(?:的|了|啊|呀)?(?:[ ，。；！？,;!?]|$)|大概|大约|左右|以上)"
)
_SHORTEST = 2  # characters of a clause
_MARK = re.compile(r"(?<=[^\d和与、/／])[、/／](?=[^和与、/／])")
_STOP = re.compile("[，。；！？,;!?、/／\n]")
# What makes a member of a list a clause of its own: 在兰州转化、合同已签, but not 有决策、咨询、监督机构.
_TELLS = re.compile(
    "有|没|无|不|未|已|在|是|[签建办配归够齐稳]|清[晰楚]|明[晰确]|满足|具备|符合|健全|完善|到位|充足|启动|属于|注册"
)
_SHARED = re.compile(
    "都|均|(?<![健齐安完])全|分别|各|依次|还是|或者?|哪|多少"
)  # 转化、实施都在兰州 says one thing of both
_NUMBER = re.compile(r"\d+[万亿元人名个%]|[\d一二两三四五六七八九十百千][万亿成]")


def listed(text: str) -> str:
    """``text`` with commas for the spaces, 、 and / that part clauses, character for character."""
    letters = list(text)
    for found in _MARK.finditer(text):
        if _part_clauses(text, found.start()):
            letters[found.start()] = "，"
    gaps = [found.start() for found in _GAP.finditer(text)]
    for before, gap in pairwise([-1, *gaps]):
        if _parts(text[before + 1 : gap], text[gap + 1 :]):
            letters[gap] = "，"
    return "".join(letters)


def _part_clauses(text: str, mark: int) -> bool:
    """Whether both members beside the mark tell something by themselves, so that neither needs the other's words."""
    before = _STOP.split(text[:mark])[-1]
    after = _STOP.split(text[mark + 1 :], maxsplit=1)[0]
    number = text[mark] != "、"  # 自筹、财政各300万 and 300万、100万 are lists of their own
    return all(
        (_TELLS.search(each) or number and _NUMBER.search(each)) and not _SHARED.search(each) and len(each) >= _SHORTEST
        for each in (before, after)
    )


def _parts(part: str, after: str) -> bool:
    """Whether both are clauses of their own; 总投资 800万: a part without a number names the one that comes next."""
    names_next = _AMOUNT.match(after) and not _AMOUNT.search(part)
    short = min(len(part), len(after)) < _SHORTEST
    return not (names_next or short or _GOVERNS.search(part) or _FOLLOWS.match(after))

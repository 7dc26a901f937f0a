"""A space between Chinese words parts what is said as a comma does: 有研发中心 能报重大专项吗; 兰州 研发15人 共50人 经费有."""

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


def listed(text: str) -> str:
    """``text`` with commas for the spaces that part clauses, character for character."""
    gaps = [found.start() for found in _GAP.finditer(text)]
    letters = list(text)
    for before, gap in pairwise([-1, *gaps]):
        if _parts(text[before + 1 : gap], text[gap + 1 :]):
            letters[gap] = "，"
    return "".join(letters)


def _parts(part: str, after: str) -> bool:
    """Whether both are clauses of their own; 总投资 800万: a part without a number names the one that comes next."""
    names_next = _AMOUNT.match(after) and not _AMOUNT.search(part)
    short = min(len(part), len(after)) < _SHORTEST
    return not (names_next or short or _GOVERNS.search(part) or _FOLLOWS.match(after))

"""Disputes about what is owned, told by what they are of or by whom they are with: 专利没有纠纷, 正跟前合伙人打官司."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.figures.stated.by_now import tells_of_once
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.own_words import TROUBLE, spoken
from bot.figures.wording.stance import Clause, clauses, is_topic, is_unknown, is_unsure
from bot.guide.model import Guide

_RIGHTS = "专利权?|软著|著作权|知识产权|产权|权属|成果|技术"
_TROUBLE = "纠纷|争议|异议|纠葛|官司|扯皮"
_NONE = re.compile(
    rf"(?:{_RIGHTS})(?:方面|上|这块|目前|现在|也|都|还|从来|[ ])*(?:没有?|无|不存在)(?:任何|什么|过|啥)?(?:{_TROUBLE})"
)
_SOME = re.compile(
    rf"(?:{_RIGHTS})(?:方面|上|这块|目前|现在|也|都|还|正|在)*(?:有|存在|出现|打|闹)(?:一?[点些个场]儿?|着|了)?(?:{_TROUBLE})"
)
# 打知识产权官司, 没有专利纠纷: the right is whose trouble it is; 纠纷的案子 may be anybody's.
_TROUBLED = re.compile(rf"(?:{_RIGHTS})(?:的|方面的?|上的?|相关的?)?(?:{_TROUBLE}|诉讼|仲裁)(?!的(?!$|[，。；]))")
_NO_TROUBLE = re.compile(r"(?:没有?|无|不|未|从来|零)[^，。；]{0,8}$")
_WITH = re.compile(
    rf"(?:跟|和|与)(?![^，。；]{{0,4}}(?:员工|职工|客户|房东|银行|物业|供应商))[^，。；没无不]{{1,10}}?(?:正在?|在|还在?|还|有|存在)*(?:一?[点些]|打着?|闹)?(?:{_TROUBLE}|仲裁|诉讼)"
)
_BOTH_CLAIM = re.compile(
    "(?:[两双几三]|各)(?:家|方|边|头|个(?:单位|公司))?都?(?:说|认为|主张|觉得|讲|声称)[^，。；]{0,4}(?:是|归)(?:自己|他们|各自|己方)"
)
_OF_RIGHTS = re.compile(_RIGHTS)


def is_in_dispute(words: str) -> bool:
    """Whether the words go on by telling of a dispute with what was named before them: 合作单位有纠纷."""
    return bool(re.match(rf"(?:也|都|还|正|在)*(?:有|存在|打|闹)[^，。；]{{0,3}}(?:{_TROUBLE})", words))


def names_trouble(behind: str) -> bool:
    """Whether the words go right on with the trouble about what was named before them: 知识产权官司."""
    return bool(re.match(rf"权?(?:的|方面的?|上的?|相关的?)?(?:{_TROUBLE}|诉讼|仲裁)", behind))


def disputes(text: str, guide: Guide, asked: str | None) -> Iterator[Statement]:
    """What the clauses say of the yes/no figures that ask for freedom from disputes."""
    for figure in guide.figures:
        if figure.kind != "yes_no" or not TROUBLE.search(spoken(figure)):
            continue
        for clause in clauses(text):
            value = _told(text, clause, open_question=asked == figure.id)
            if value is not None:
                yield Statement(figure.id, value, clause.start, clause.end)


def _told(text: str, clause: Clause, *, open_question: bool) -> bool | None:
    said = clause.text
    if _BOTH_CLAIM.search(said) and (open_question or _OF_RIGHTS.search(text[: clause.end])):
        return False
    if is_topic(said) or is_unknown(said) or is_unsure(said) or tells_of_once(said):
        return None
    if found := _NONE.search(said) or _SOME.search(said):
        return None if of_others(said[: found.start()]) else bool(_NONE.search(said))
    if found := _TROUBLED.search(said):
        ahead = said[: found.start()]
        none = bool(_NO_TROUBLE.search(ahead))
        return None if of_others(ahead) or "过" in ahead and not none else none
    of_rights = open_question or _OF_RIGHTS.search(text[: clause.end])
    return False if of_rights and _WITH.search(said) else None

"""Disputes about what is owned, told by what they are of or by whom they are with: 专利没有纠纷, 正跟前合伙人打官司."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.figures.stated.by_now import is_settled_behind, tells_of_once
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.own_words import TROUBLE, spoken
from bot.figures.wording.stance import Clause, clauses, is_topic, is_unknown, is_unsure
from bot.guide.model import Guide

_RIGHTS = "专利权?|软著|著作权|知识产权|产权|权属|成果|技术"
_TROUBLE = "纠纷|争议|异议|纠葛|官司|扯皮"
_NONE = re.compile(
    rf"(?:{_RIGHTS})(?:方面|上|这块|目前|现在|也|都|还|从来|的|[ ])*(?:没有?|无|不存在)(?:任何|什么|过|啥)?(?:{_TROUBLE})"
)
_SOME = re.compile(
    rf"(?:{_RIGHTS})(?:方面|上|这块|归谁家?|是谁的|算谁的|目前|现在|也|都|还|正|在)*(?:有|存在|出现|打|闹)(?:一?[点些个场]儿?|着|了)?(?:{_TROUBLE})"
)
# 打知识产权官司, 没有专利纠纷: the right is whose trouble it is; 纠纷的案子 may be anybody's.
_TROUBLED = re.compile(rf"(?:{_RIGHTS})(?:的|方面的?|上的?|相关的?)?(?:{_TROUBLE}|诉讼|仲裁)(?!的(?!$|[，。；]))")
_NO_TROUBLE = re.compile(r"(?:没有?|无|不|未|从来|零)[^，。；]{0,8}$")
_WITH = re.compile(
    rf"(?:跟|和|与)(?![^，。；]{{0,4}}(?:员工|职工|客户|房东|银行|物业|供应商))[^，。；没无不]{{1,10}}?(?:正在?|在|还在?|还|有|存在)*(?:一?[点些]|打着?|闹)?(?:{_TROUBLE}|仲裁|诉讼|掰扯|争执|扯着|争着|闹[着翻掰僵]|理论(?!上))"
)
_BOTH_CLAIM = re.compile(
    "(?:[两双几三]|各)(?:家|方|边|头|个(?:单位|公司))?都?(?:说|认为|主张|觉得|讲|声称)[^，。；]{0,4}(?:是|归)(?:自己|他们|各自|己方)"
)
_OF_RIGHTS = re.compile(_RIGHTS)
_ANY_TROUBLE = re.compile(rf"{_TROUBLE}|仲裁|诉讼|闹过|扯过皮")
# What is by now, without the name of any right: 现在没争议了, 从来没扯过皮.
_NONE_NOW = re.compile(
    rf"[ ]*(?:但是?|不过|而|我们|现在|目前|如今|眼下|已经?|早就?|从来?|一直|也|都|还|就|归(?:我们?|咱们?|公司|单位)(?:自己)?|[ ])*(?:没有?|无|不存在)(?:任何|什么|啥|再)?(?:(?:闹|打|扯|起|出|发生|有)过?)?(?:任何|什么|啥|一[次点些场])?(?:{_TROUBLE}|皮)[了的呢啊过 ，。；！!]*"
)
_NOBODY = re.compile(
    "(?:没有?|无)(?:任何)?人(?:能|会|来|敢|再|去)*(?:(?:跟|和|与|找|向)(?:我们?|咱们?|公司|单位)?(?:来|去)?)?(?:[争抢闹吵]|扯皮|打官司|提(?:过|出)?异议|主张|找麻烦|有(?:异议|意见|争议))"
)
_HAD = re.compile(rf"(?<![没未不])(?<!没有)(?:有|闹|打|出|起|发生|产生)过[^，。；没无]{{0,4}}(?:{_TROUBLE})")
# A dispute that was decided, and for whom: 去年判下来了 and 已经解决了 do not tell.
_WON = re.compile("判(?:决)?(?:给|归)了?(?:我|咱|本|自己)")
_LOST = re.compile(
    "判(?:决)?(?:给|归)了?(?!我|咱|本|自己)[^，。；]{1,8}|判(?:我们?|咱们?)(?:输|败)|(?:官司|案子)[^，。；]{0,3}(?:输|败)了"
)
_UNSETTLED = re.compile(
    "(?:还|一直|尚|至今|也|都|目前|到现在)*(?:没有?|未)(?:能|曾)?(?:和解|调解|了结|解决|平息|结案|判|打完|谈[拢妥]|断|理清|厘清)"
)


def is_in_dispute(words: str) -> bool:
    """Whether the words go on by telling of a dispute with what was named before them: 合作单位有纠纷."""
    return bool(re.match(rf"(?:也|都|还|正|在)*(?:有|存在|打|闹)[^，。；]{{0,3}}(?:{_TROUBLE})", words))


def names_trouble(behind: str) -> bool:
    """Whether the words go right on with the trouble about what was named before them: 知识产权官司."""
    return bool(re.match(rf"权?(?:的|方面的?|上的?|相关的?)?(?:{_TROUBLE}|诉讼|仲裁)", behind))


def disputes(text: str, guide: Guide, asked: str | None) -> Iterator[Statement]:
    """What the clauses say of the yes/no figures that ask for freedom from disputes, the last one of how it is by now."""
    for figure in guide.figures:
        if figure.kind != "yes_no" or not TROUBLE.search(spoken(figure)):
            continue
        told = [(clause, _told(text, clause, open_question=asked == figure.id)) for clause in clauses(text)]
        said = [(clause, value) for clause, value in told if value is not None]
        over = [each for each in said if _is_of_the_outcome(each[0].text)]
        found = (Statement(figure.id, value, clause.start, clause.end) for clause, value in over[-1:] or said)
        yield from (each for each in found if each.value or not is_settled_behind(text, each))


def _is_of_the_outcome(clause: str) -> bool:
    """Whether the clause tells what came of a dispute."""
    return any(words.search(clause) for words in (_WON, _LOST, _UNSETTLED)) or bool(_NONE_NOW.fullmatch(clause))


def _told(text: str, clause: Clause, *, open_question: bool) -> bool | None:
    said = clause.text
    if _BOTH_CLAIM.search(said) and (open_question or _OF_RIGHTS.search(text[: clause.end])):
        return False
    if is_topic(said) or is_unknown(said) or is_unsure(said) or tells_of_once(said) or _HAD.search(said):
        return None
    if found := _NONE.search(said) or _SOME.search(said):
        return None if of_others(said[: found.start()]) else bool(_NONE.search(said))
    if found := _TROUBLED.search(said):
        ahead = said[: found.start()]
        none = bool(_NO_TROUBLE.search(ahead))
        return None if of_others(ahead) or "过" in ahead and not none else none
    return _told_of_others(text, clause, of_rights=open_question or bool(_OF_RIGHTS.search(text[: clause.end])))


def _told_of_others(text: str, clause: Clause, *, of_rights: bool) -> bool | None:
    """The same by who disputes, or by what came of it."""
    said = clause.text
    if of_rights and _NOBODY.search(said):
        return True
    if of_rights and _ANY_TROUBLE.search(text[: clause.end]) and not of_others(said):
        if _UNSETTLED.search(said) or _LOST.search(said):
            return False
        if _WON.search(said) or _NONE_NOW.fullmatch(said):
            return True
    return False if of_rights and _WITH.search(said) else None

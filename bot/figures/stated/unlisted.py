"""Kinds of applicants that no guide's list of kinds need hold: 合作社, 个体户, 医院. What they count as, a text does not tell."""

from __future__ import annotations

import re

from bot.figures.whose import of_others
from bot.figures.wording.kinds import AMONG_THEM, KIND
from bot.figures.wording.stance import Clause, asks, clauses

_SAID = re.compile(
    rf"[ ]*(?:(?:我们?|咱们?)?不是[^，。是]{{1,6}}(?=是))?(?:嗯|哦|那|我们?|咱们?|本单位|申报单位|申报主体|单位|的?(?:类型|性质|身份|类别)|其实|不对|应该|[，, ]|就|都|也|只|一直)*(?:是|属于|作为|算)?(?:一?[家个所]|小)?(?:[^，。是有和跟与的不]{{0,6}}的?)??(?P<kind>{KIND})[的了呢啊吧哦]*[ ，。,；;！!]*"
)
_OF_A_KIND = re.compile(
    rf"(?P<kind>{KIND})[^，。]{{0,3}}(?:算|是不是|属于|属|是)(?:不算)?[^，。]{{0,8}}(?:吗|么|哪|什么|啥|不|还是|抑或|[?？])"
)
# 合作社不是企业，算哪类; 我是问合作社，算企业还是别的: asked in a clause behind.
_IS_NONE = re.compile(
    rf"(?P<kind>{KIND})(?:(?:这[种类]|又|也|既|并|都|它)*(?:不是|不算|不属于?)[^，。；？?]{{1,6}})?[，, ]+(?:那|这|它|到底|究竟|该|应该|能|又|是)*(?:算|属于?)[^，。]{{0,8}}(?:吗|么|哪|什么|啥|还是|抑或)"
)
# 我爹有个合作社，挂他那行吧; 用合作社的名义报成不成: in whose name it may be applied for.
_IN_ITS_NAME = re.compile(
    rf"(?P<kind>{KIND})[^。；？?]{{0,6}}?(?:[，, ]|的名义?|名下|那[边里儿]?|身上|去)?(?:我|就|能不能|能|可以|想|[， ])*(?:挂|靠|借|用|走|拿)(?:靠|在|到|着)?"
    r"(?:他|它|人家|咱|我|这|那|其)?[^，。；？?\d]{0,6}(?:行不行|行吗|行吧|行不|成不|成吗|可以[吗不]|中不|能行|能报|报[吗不])"
)
_UNDER_ITS_NAME = re.compile(
    rf"(?:用|以|借|挂|靠|走)(?:在|到|着)?(?:我|咱|他|人家|[这那])?[^，。；？?]{{0,4}}?(?P<kind>{KIND})的?(?:名义?|名头|牌子|壳|账|户头|身份)"
)
# 合作社不在那三样里头是吧, 个体户算在里面不
_AMONG_THEM = re.compile(f"(?P<kind>{KIND}){AMONG_THEM}")
# 民办的学校也算高校吗: a listed kind, of a sort that no list names.
_OF_A_SORT = re.compile(
    r"(?P<kind>(?:民办|私立|民营|职业|独立|成人|中外合[办作]|合办|军队|部队|企业办|校办|院办)的?[^，。；？?是算]{1,5}?)(?:也|还|都|到底|究竟)*(?:能|可以)?算(?:不算)?(?:是|作|做)?(?:高校|高等院校|大学|科研院所|科研机构|事业单位|企业)(?:里|之列)?[吗么不呢？?]*$"
)

# 我们那个也算企业吗: what one is oneself, as was told before.
_WE = re.compile(
    r"(?:那|照这么说|[，, ])*(?:我们?|咱们?|[这它])(?:这|那|单位)?(?:一?[种类个家样])?(?:的|单位|情况)*(?:也|都|到底|究竟|还)?(?:能|可以)?(?:算|属于?|是不是)(?:不算)?(?:是|作|做)?[^，。]{2,6}(?:吗|么|不|吧|[?？])+[?？。 ]*"
)
# 俺们算啥单位: the same, where no kind is named.
_WHAT_ARE_WE = re.compile(
    r"(?:那|照这么说|[，, ])*(?:我们?|咱们?)(?:这|那)?(?:样|种|类|个)*的?(?:到底|究竟|又|能|该)*(?:算|属于?|是)(?:是|个|一?[种类])*"
    r"(?:什么|啥|哪[种类个一]?[种类个]?)(?:样|类型?|性质)?的?(?:单位|主体|机构)[呢啊呀？?。 ]*"
)
_WISHES_TO = re.compile(rf"(?:我们?|咱们?|[ ])*(?P<kind>{KIND})(?:也|就|现在|今年)*(?:想|要(?!求)|打算|准备|计划)")
_MAY_APPLY = re.compile(
    rf"(?<![跟和与同对为给])(?P<kind>{KIND})[^，。跟和与同]{{0,4}}(?:能|可以|可不可以|是否|来?申?报|申请|[呢行])"
)


def unlisted(text: str) -> str | None:
    """The kind that some clause of ``text`` says the applicant to be, in its own words; None where none does."""
    return next(filter(None, map(_kind, clauses(text))), None)


def asked_what_it_is(text: str) -> str | None:
    """The kind of which it is asked what it counts as: 合作社算企业吗, or whether it is one of those: 合作社不在里头吧."""
    asked = (_OF_A_KIND, _IS_NONE, _IN_ITS_NAME, _UNDER_ITS_NAME, _AMONG_THEM)
    found = next(filter(None, (each.search(text) for each in asked)), None)
    return found["kind"] if found else None


def asked_of_a_sort(text: str) -> str | None:
    """The sort of a listed kind of which it is asked whether it is one of those: 民办的学校也算高校吗."""
    found = _OF_A_SORT.search(text)
    return found["kind"] if found else None


def asks_what_we_are(text: str) -> bool:
    """Whether it is asked of whoever speaks what he counts as, and he is not named: 我们那个也算企业吗."""
    return bool(_WE.fullmatch(text))


def asks_what_kind_we_are(text: str) -> bool:
    """Whether a clause asks it and names no kind: 想请个专家，我们算啥单位."""
    return any(_WHAT_ARE_WE.fullmatch(part.text) for part in clauses(text))


def asked_whether_it_may(text: str) -> str | None:
    """The kind of which it is asked what holds for it: 个体户能报吗, 合作社呢."""
    parts = list(clauses(text))
    found = next((each for part in parts if (each := _MAY_APPLY.search(part.text)) and asks(part.text)), None)
    first = _WISHES_TO.match(text) if any(asks(part.text) for part in parts[1:]) else None  # 医院想请专家，能报吗
    found = found or first
    return found["kind"] if found else None


def is_a_kind(words: str) -> bool:
    """Whether the words name such a kind and nothing else."""
    return bool(re.fullmatch(KIND, words))


def _kind(clause: Clause) -> str | None:
    found = _SAID.fullmatch(clause.text)
    return found["kind"] if found and not of_others(clause.text[: found.start("kind")]) else None

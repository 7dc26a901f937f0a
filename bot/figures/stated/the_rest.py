"""What the words beside a choice say of all the others (高企有，其他的都没有), or of when it was got (前年还不是，去年评上了)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.numbers.numerals import DIGITS
from bot.figures.stated.denied_lists import denied_after
from bot.figures.wording.collective import ALL, ANY, COUNTED, MEASURE, SO_MANY, TITLE
from bot.figures.wording.stance import Clause, asks, clause_at, clauses, is_not_yet
from bot.guide.model import Figure

_REST = rf"(?:其[他它余]|别的|剩下|剩余|余下|另外)(?:的|那|{SO_MANY}?{MEASURE})*{TITLE}?"
_ADVERBS = "(?:我们|公司|目前|现在|暂时|一[个样项]|也|都|全|更|就)*"
_END = r"(?:的|了|呀|啊|呢|吧|过|拿到|评上|[ ，。；！!])*"
_NOTHING = f"(?:{_REST}|(?:啥|什么|一[个样项])(?=也|都))"
_NO_REST = rf"[ ]*(?:但是?|不过|而|至于)?{_NOTHING}{_ADVERBS}(?:没有?|无|不是|不占|不沾|不具备){_END}"
# 除高企外啥都不是: what is left out of a denial is there.
_BUT_FOR = re.compile(r"除(?:了|去|开)?[ ]*(?:我们|是|有|一?个)*$")
_BESIDE = re.compile("(?:证书?|资质|称号|牌子)?(?:以外|之外|外(?![地省市面国资专部人贸来])|[ ]*(?=[，, ]))[，, ]*")
_AS_WELL = re.compile(
    "(?:我们|公司|另外|同时|[ ])*(?:(?:还|也|又)(?:有|是)|[^，。；哪什啥几]{2,12}[还也](?:有|是))(?![^，。；]*[哪什啥几吗么？?])"
)
_LEFT_OUT = re.compile(
    r"(?:除[^，。；]{2,24}|[^，。；]{2,24}(?:以外|之外|外))[，, ]*(?:我们|公司|就|也|[ ])*(?:啥|什么|别的|其他)*$"
)
_DENIES_ALL = re.compile("都不|别的|其[他它]")
_NONE_BESIDE = re.compile(_NO_REST)
_OF_THE_REST = re.compile(
    rf"[ ]*(?:但是?|不过|而|至于)?{_REST}{_ADVERBS}(?:没有?|有|不?是|无|不占|不具备|[齐全]){_END}"
)
_TOGETHER = re.compile(
    rf"[ ]*(?:我们?|咱们?|公司|单位|目前|现在|[这那]|[ ])*{COUNTED}(?:{ANY}|{ALL}|我们?|公司|[ ])*(?:没有?|有|不?是|无|不占|不具备|不沾|[齐全]){_END}"
)
_NOR_THE_REST = re.compile(
    rf"[，,；; ]{_NO_REST}$"
    r"|(?:这[几两三四五些]?|[，, ](?:眼下|目前|现在|如今|暂时|我们?|咱们?|是|就|可|真)*[一哪])[个样项种](?:资质|牌子|证书?)?(?:我们?|咱们?|公司|单位)*(?:[一哪][样个项种])?(?:也|都|全|统统)?(?:没有?|不占|不是|不具备|不沾)(?:的|了|呀|啊|呢|[ ，。！!])*$"
)
_GOT_IT = re.compile(
    "(?:[去今前]年|上个?月|最近|后来|现在|年[初底中末]|[上下]半年|总算|终于|这才|好歹|刚刚?|才|已经?|就|又|也|我们|公司|[ ])*(?:给)?(?:认定|评定?|拿|办|批|申|通过|获评|入选)(?:上|下来|到手|到|下)?了?[的呢啊呀 ，。；！!]*"
)


def is_of_the_rest(clause: str) -> bool:
    """Whether the clause says something of all the others alone, whatever those are of: 其他的都没有."""
    return bool(_OF_THE_REST.fullmatch(clause))


def takes_them_together(clause: str) -> bool:
    """Whether the clause says something of so many at once, which it counts and does not name: 五个都没有, 另外四样也没有."""
    return bool(_TOGETHER.fullmatch(clause) or _OF_THE_REST.fullmatch(clause))


def none_beside(text: str, clause: Clause) -> bool:
    """Whether the words after the clause deny all that it does not name: 除了规上，别的都没有; 就一个高企，其他没有."""
    return bool(_NONE_BESIDE.fullmatch(text, clause.end, _end_of_next(text, clause)))


def is_excepted(text: str, start: int, end: int) -> bool:
    """Whether all is denied but for what is named at ``text[start:end]``: 除高企外啥都不是; 高企之外，别的都没有."""
    behind = _BESIDE.match(text, end)
    left_out = _BUT_FOR.search(text[:start])
    if left_out and _AS_WELL.match(text, behind.end() if behind else end):  # 除了高企，还有规上 has both
        return True
    apart = behind and (left_out or behind[0].strip(" ，,"))
    return bool(behind and apart and _NONE_BESIDE.match(text, behind.end()))


def is_beside_an_exception(text: str, start: int, end: int) -> bool:
    """Whether the name at ``text[start:end]`` only denies all the rest (都不是), something being left out before it."""
    return bool(_DENIES_ALL.match(text[start:end]) and _LEFT_OUT.search(text[:start]))


def nor_the_rest(text: str, figure: Figure, named: Sequence[Mention]) -> bool:
    """Whether the text denies, beside a choice of the figure, all the others: 高企到期了，其他的也没有."""
    own = [name for name in named if name.figure == figure.id and name.choice]
    found = _NOR_THE_REST.search(text) if own and not asks(text) else None
    if not found or any(part.end == len(text) for part in denied_after(text, named)):
        return False
    ahead = text[clause_at(text, found.start()).start : found.start()]
    these = found[0].startswith("这") and any(
        ahead.endswith(text[name.start : name.end]) for name in own
    )  # 高企、规上这两样都没有 is of these alone
    counted = (DIGITS.get(each, 0) for each in found.group())
    return not these or max(counted) >= len(figure.choices)


def is_one_under_way(text: str, figure: Figure, named: Sequence[Mention]) -> bool:
    """Whether a choice of the figure is only being got, beside the others that are denied: 高企在办，别的没有."""
    own = [name for name in named if name.figure == figure.id and name.choice]
    return any(is_not_yet(clause_at(text, name.start).text) for name in own)


def was_got(text: str, name: Mention) -> bool:
    """Whether the words after the clause that names a choice say that it was got: 前年还不是高企，去年评上了."""
    clause = clause_at(text, name.start)
    return name.choice is not None and bool(_GOT_IT.fullmatch(text, clause.end, _end_of_next(text, clause)))


def _end_of_next(text: str, clause: Clause) -> int:
    return next((part.end for part in clauses(text) if part.start == clause.end), len(text))

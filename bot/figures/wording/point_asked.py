"""The one thing of which it is asked whether it has to be, may be or counts, in the asker's own words: 单独成立公司 of 要单独成立
公司吗, 楼是租来的 of 楼是租来的行吗."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import asks, clauses

# How it is asked: whether it has to be, whether it counts, whether it will do.
_MUST_BE = re.compile("必须|一定要|非得|才(?:行|可以|成)")
_MUST = re.compile(
    r"必须|必得|一定[要得是]|非[得要]|[要用]不[要用]|需不需要|有没有必要|是否需要|是不是(?:要|得|需)|才(?:行|能报|可以|成)"
    r"|有(?:没有|无)?[^，。？?]{0,10}(?:要求|限制|规定|门槛|讲究)(?:[吗么嘛不]|没有?|[?？])*$"
    r"|(?<![主重想只还都就将快])(?:得|要(?!紧)|须|需要)(?!了|到|多少)[^，。？?]*(?:[吗么嘛不]|没有?|[?？])[？?。 ]*$"
)
_COUNTS = re.compile(
    r"算不算|[作算]数[吗么不]|算(?:是|作)?[^，。？?]{0,8}[吗么不][？?。 ]*$|属不属于|属于[^，。？?]*[吗么不]"
)
_WILL_DO = re.compile(
    r"(?:行|成|中|可以|可|能)不(?:行|成|中|可以|可|能)|(?:[行成]|可以|要得|没问题|要紧|碍事|有影响|能行|能认|认)(?:[吗么嘛不]|没有?)?[？?。 ]*$"
    r"|(?:打不打|要不要)紧|能(?!不能|申?报|申请)[^，。？?报]{1,10}[吗么嘛不][？?。 ]*$"
)
_WAYS = {"may": _WILL_DO, "counts": _COUNTS, "must": _MUST}
_OPEN = re.compile(r"多少|(?<![这那])几(?![方家])|什么|啥|哪|谁|怎|咋|还是|为何|多[大长久高]")
_HOW_MANY_JOIN = re.compile("几[方家][^，。？?]{0,6}才")
# What stands around the thing and is none of it.
_AHEAD = re.compile(
    r"^(?:[\s，,。；;、：:]|请问|(?:想|就|我?是)?问一?下?|我(?:就|只)?(?:是)?(?:想)?问(?:的是)?|那么?|[这那]个?|个(?!人|体)|如果|要是(?!求)|但是?|不过|指南|文件|里面?|有没有|写没写|说没说|规定|要求|没有?说"
    r"|我们?(?:这边|单位|公司)?|咱们?|你们|他们|专项|项目|的(?![\u4e00-\u9fff]?士)|对(?!方|象|口|手)|也|都|还|就|是不是|是否|必须|必得|一定|非|得|要不要|用不用|需不需要|要|需要?|应该|有没有必要|可不可以|能不能|能|可以|算不算|是(?!非)|有(?!关|权|效|限|机))+"
)
_BEHIND = re.compile(
    r"(?:(?:方面|上)?的?(?:有没有|有无|有)(?:什么|啥)?(?:硬性|具体|特别)?的?(?:要求|限制|规定|门槛|讲究)|[\s，,。；;？?！!~]|[吗么嘛吧啊呀呢了]|(?<=[\u4e00-\u9fff])不|没有?$|(?:是不是|那|这样?|也|都|还|就|才|能|照样)?(?:行不行|成不成|中不中|可不可以|算不算(?:数)?|能不能|要不要紧|打不打紧|有没有影响|能?报|[行成中]|可以|算数?|要紧|有影响)|够不够|够|算)+$"
)
# Words for all conditions together, or for applying itself, that are no one thing.
_GENERAL = re.compile(
    r"^(?:符合|满足|达到|具备|够|有|的|申报|申请|报|条件|要求|资格|门槛|格|项目|专项|单位|企业|这些?|那些?|它|他|这样|那样|全部|所有|材料|资料|牵头|都|也|多|再|先|同时|一起|还|别的|其[他它余]的?|另外的?|更多的?|任何|[\s，,])*$|要求|条件|规定|标准|门槛"
)
_COUNTED_AS = re.compile("(?:属不属于|属于)|(?:到底|究竟|能|也|还)*算(?:不算)?(?:是|作)?")
_BACK = re.compile(
    r"^(?:那|这|[，, ])*(?:这样|那样|这种|这个|那个|这|那)?(?:[，, ]|的|子)*$"
)  # 这样也行: of what was said just before
_RULED = re.compile(
    r"有(?:没有|无)?(?!什么|啥|硬性|具体|特别)(?P<what>[^，。？?有]{2,10}?)(?:方面|上)?的?(?:要求|限制|规定|门槛|讲究)"
)
_EITHER = re.compile(r"(?P<verb>[要用]|需要|必须)不(?P=verb)|需不需要")
_LEAST = 2


@dataclass(frozen=True)
class PointAsked:
    """``words``: the asker's own for the thing; ``asks``: ``must``, ``counts`` or ``may``; ``start``, ``end``: the clause that asks."""

    words: str
    asks: str
    start: int
    end: int


def point_asked(text: str, named: Iterable[tuple[int, int]] = ()) -> PointAsked | None:
    """The thing of the last clause of ``text`` that asks so, places ``named`` (start, end) left out; None where none is."""
    plain, parts = blanked(text, named), list(clauses(text))
    for place in reversed(range(len(parts))):
        words = parts[place].text.rstrip("，,；; ")
        how = _how(words)
        if not how or not (asks(words) or how == "may" or _HOW_MANY_JOIN.search(words)):
            continue
        own = plain[parts[place].start : parts[place].end]
        before = plain[parts[place - 1].start : parts[place - 1].end] if place else ""
        thing = "" if _OPEN.search(words) else _thing(own, how) or _said_before(own, how, before)
        return PointAsked(thing, how, parts[place].start, parts[place].end) if thing else None
    return None


def _how(words: str) -> str:
    if _MUST_BE.search(words):
        return "must"
    return next((how for how, pattern in _WAYS.items() if pattern.search(words)), "")


def _thing(words: str, how: str) -> str:
    """The words in one piece, without those around them; of what is counted as something, what comes first."""
    ruled = _RULED.search(words)  # 规上企业有没有营收要求 is of the latter
    words = ruled["what"] if ruled else words
    words = _COUNTED_AS.split(words)[0] if how == "counts" else _EITHER.sub(_only, words)
    pieces = [_BEHIND.sub("", _AHEAD.sub("", each)).strip() for each in re.split(r"\s{2,}", words)]
    thing = max(pieces, key=len, default="")
    return thing if len(thing) >= _LEAST and not _GENERAL.match(thing) else ""


def _only(found: re.Match[str]) -> str:
    return found["verb"] or "需要"


def _said_before(own: str, how: str, before: str) -> str:
    """What stands in the clause before, where the one that asks only points back to it: …不是研究所，这样也行."""
    rest = _COUNTED_AS.split(own)[0] if how == "counts" else _BEHIND.sub("", own)
    points_back = how in ("may", "counts") and _BACK.match(rest) and not asks(before)
    return _thing(before, "may") if points_back else ""

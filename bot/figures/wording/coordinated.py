"""Things of which one word says the same without a 都, and things each with its own word and no comma between:
研发机构和科技人员有, 管理机构经费都有, 研发机构有科技人员够. Each is a clause of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.collective import ANY, THESE
from bot.figures.wording.joined import items
from bot.figures.wording.stance import Clause

_AND = "(?:以及|还有|[和、跟与及])"
_ADDS = "(?:[也都全均皆]|基本上?|已经?|目前|现在|[ ])*"
# What may be said of whatever one has to have.
_SAID = (
    f"{_ADDS}(?:[没木]有?(?:什么|啥|任何)?问题|不成问题|不是问题|不[缺愁够足]|不(?:稳定|健全|完善|具备|到位|满足|明确|齐全)|没有?|木有|无"
    "|有|具备|齐(?:全|备|了)?|健全|完[善备]|到位|落实|够用?|足够|充足|充裕|满足|稳定|明[晰确]|清[晰楚]|配[齐备]|建好|设好|过硬|良好)"
)
_END = r"[的了呢啊吧着 ，。；,;！!]*"
_BARE = rf"(?:(?!{_AND})[^，。；,;有没无不未已都全均在是够齐稳签建缺]){{2,10}}"
_OF_ALL = re.compile(rf"(?P<items>{_BARE}(?:{_AND}{_BARE})+)(?P<tail>{_SAID}{_END})")
_OF_BOTH = re.compile(rf"(?P<other>{_BARE})(?P<tail>[都全均皆]{_SAID}{_END})")  # behind a name
_OF_ONE = re.compile(rf"{_BARE}{_SAID}")
_OF_THE_NEXT = re.compile(rf"{_SAID}{_END}|{_END}")
_WHO_HAS = re.compile(
    "(?:我们?|咱们?|我[司校院所厂]|公司|单位|企业|学校|自己|目前|现在|已经?|也|还|都)+有?"
)  # no thing of its own
# 资质我们一个都没有: who has none, and of how many, is no second thing.
_NO_THING = re.compile(
    f"(?:我们?|咱们?|我[司校院所厂]|本?(?:公司|单位|企业|学校)|自己|目前|现在|暂时|{THESE}|{ANY}|[ ])+"
)
_PART_OF_IT = re.compile("[的里内]|方面|人数|数量|建设|专项")


def coordinated(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """The clauses that ``part`` joins, each at the place of its own words; ``part`` alone where it joins none.

    ``named``: names in the message, which are never cut.
    """
    inside = [name for name in named if part.holds(name.start) and not name.choice]
    return _of_all(part, inside) or _of_both(part, inside) or _each_its_own(part, inside) or (part,)


def _of_all(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """研发机构和科技人员有, 研发机构、人员齐备."""
    found = _OF_ALL.fullmatch(part.text)
    if not found:
        return ()
    joined = items(Clause(found["items"], part.start, part.start + found.end("items")), named)
    return tuple(Clause(each.text + found["tail"], each.start, each.end) for each in joined) if len(joined) > 1 else ()


def _of_both(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """管理机构经费都有: a name, and something else right behind it."""
    for name in named:
        end = name.end - part.start
        found = _OF_BOTH.fullmatch(part.text, end)
        if found and not (_PART_OF_IT.match(part.text, end) or _NO_THING.fullmatch(found["other"])):
            return Clause(part.text[:end] + found["tail"], part.start, name.end), Clause(
                part.text[end:], name.end, part.end
            )
    return ()


def _each_its_own(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """研发机构有科技人员够: something is said before a name, and something of it, be it by the name itself (人员够)."""
    for name in named:
        begin, end = name.start - part.start, name.end - part.start
        tells = _OF_ONE.fullmatch(part.text[begin:end]) or re.search(_SAID, part.text[end:])
        apart = _OF_ONE.fullmatch(part.text[:begin]) and not _WHO_HAS.fullmatch(part.text[:begin])
        if tells and apart and _OF_THE_NEXT.fullmatch(part.text, end):
            return Clause(part.text[:begin], part.start, name.start), Clause(part.text[begin:], name.start, part.end)
    return ()

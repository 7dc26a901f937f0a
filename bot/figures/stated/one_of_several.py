"""A partner of one of the kinds that a figure asks for, told beside those that one has not: 没跟高校合作，跟科研院所有."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, choice_name
from bot.figures.stated.partners import seeks_partners
from bot.figures.statement import Statement
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, clauses, is_not_yet, is_topic, is_unknown, is_unsure
from bot.guide.model import Guide

_HAD = "有|谈[成妥拢]|定(?:了|下来)|签了|合作(?:了|着)|联合了|[找拉请联]到?了|成了|建了"
_WITH_ONE = re.compile(
    rf"(?:跟|和|与|同)(?P<who>[^，。；]{{1,12}}?)(?:那边|这边|倒|却|也|还|是|都|已经?|的|之间)*(?:{_HAD})"
)
_HAS_ONE = re.compile(
    r"[ ]*(?:但是?|不过|只|就|倒是?|也|还|另外|我们|公司|[ ])*(?:(?:有|找了?|联合了?|拉了?|请了?)(?:一|两|几|[1-9])?[家个所]+|(?:拉|找|请|联合)(?:了|上了?|到了?|来了?))(?P<who>[^，。；]{1,12})"
)
_ONE_IS = re.compile(
    r"(?P<who>[^，。；]{2,12}?)(?:那边|这边|倒|却|也|还|是|都)*有(?:合作|联合|了|的|一|两|几|[1-9])*[家个所]?[的了呢啊 ，。；！!]*$"
)
_ONE_OF_THEM = re.compile("院所|院校")
_OURS = re.compile("自己|自有|本[单公企院所]|咱|下属|下设|内设|[我们]的")


def one_is_there(text: str, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """Yes to a figure that asks for partners of any of several kinds, of clauses that have one beside those that deny one."""
    parts = list(clauses(text))
    for figure in guide.figures:
        if not seeks_partners(figure):
            continue
        kinds = [name for name in named if name.choice and choice_name(guide, name) in figure.name]
        of_it = [name for name in named if name.figure == figure.id]
        if any(is_denial(part.text) and _speaks_of_one(part, [*kinds, *of_it]) for part in parts):
            had = (part for part in parts if _tells(part.text) and any(_is_had(part, name) for name in kinds))
            yield from (Statement(figure.id, True, part.start, part.end) for part in had)


def _speaks_of_one(clause: Clause, sought: Sequence[Mention]) -> bool:
    return bool(_ONE_OF_THEM.search(clause.text)) or any(clause.holds(name.start) for name in sought)


def _tells(clause: str) -> bool:
    open_ = any(says(clause) for says in (is_topic, is_unknown, is_unsure, is_not_yet, is_denial))
    return not (open_ or _OURS.search(clause))


def _is_had(clause: Clause, name: Mention) -> bool:
    """Whether the name of a kind is of what the clause has."""
    start = name.start - clause.start
    found = (pattern.search(clause.text) for pattern in (_WITH_ONE, _HAS_ONE, _ONE_IS))
    told = any(each is not None and each.start("who") <= start < each.end("who") for each in found)
    return clause.holds(name.start) and told

"""Partners named by an institution, or by the guide's own city, which tell where they are without the name of a region.

A name tells of a partner's region only where that is asked for, or in one list with a region: 和深圳大学、兰州大学一起做.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, cities
from bot.figures.stated.partners import PARTNER, asks_of_partners
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import clause_at
from bot.guide.model import Choice, Guide
from bot.guide.once import once

_BOTH = re.compile("[俩两]|都|一起")
_OURS = re.compile("我|咱|本[公单企]|自己")
_WORK = re.compile("注册|登记|运营|转化|推广|实施|落地|项目|生产|分公司|办事处")
_REST = "其他"


def institutions(text: str, named: Sequence[Mention], guide: Guide, asked: str | None) -> Iterator[Mention]:
    """Mentions of the regions of such partners, beside those that ``named`` holds."""
    yield from _beside_a_denied_part(text, named, guide, asked)
    for figure, choice, pattern in _patterns(guide):
        taken = [name for name in named if name.figure == figure]
        for found in pattern.finditer(text):
            clash = any(name.start < found.end() and found.start() < name.end for name in taken)
            if not clash and _is_a_partner(text, found, asked == figure, taken):
                yield Mention(figure, choice, found.start(), found.end())


def _beside_a_denied_part(text: str, named: Sequence[Mention], guide: Guide, asked: str | None) -> Iterator[Mention]:
    """上海的，不在张江: of a region whose name says in what it lies, that is told and the region itself denied."""
    figure = guide.figure[asked] if asked else None
    for name in named if figure and asks_of_partners(figure) else ():
        clause = clause_at(text, name.start)
        words = text[name.start : name.end]
        around = (
            [each.name.removesuffix(words) for each in figure.choices if each.name.endswith(words)] if figure else []
        )
        if name.figure == asked and around and denies(clause.text, name.start - clause.start, name.end - clause.start):
            spots = (found for found in re.finditer(around[0] or "(?!)", text) if found.end() != name.start)
            rest = (each.id for each in figure.choices if each.name.startswith(_REST)) if figure else iter(())
            yield from (Mention(name.figure, each, found.start(), found.end()) for each in rest for found in spots)


def _is_a_partner(text: str, found: re.Match[str], asked: bool, taken: Sequence[Mention]) -> bool:
    clause = clause_at(text, found.start())
    if _WORK.search(clause.text):
        return False
    if not asked:
        return bool(PARTNER.search(clause.text)) and any(name.choice and clause.holds(name.start) for name in taken)
    return not _OURS.search(clause.text) or bool(_BOTH.search(clause.text))


@once
def _patterns(guide: Guide) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Figure and choice (ids) and a pattern of the names that tell it."""
    rows = ((figure, each) for figure in guide.figures if asks_of_partners(figure) for each in figure.choices)
    told = ((figure.id, each.id, _names(each, guide)) for figure, each in rows)
    return tuple(
        (figure, choice, re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True))))
        for figure, choice, names in told
        if names
    )


def _names(choice: Choice, guide: Guide) -> tuple[str, ...]:
    """Whoever is in the guide's own city is elsewhere than the regions asked for."""
    return (*choice.institutions, *(cities(guide) if choice.name.startswith(_REST) else ()))

"""A part of a sum told by its share of the whole: 总投资1200万，自筹占八成 tells 960万."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.quantities import Quantity, tidy
from bot.figures.possible import PARTS
from bot.figures.reading import Reading, Readings
from bot.figures.values import Figures
from bot.figures.wording.stance import clause_at, is_topic

_AHEAD = re.compile(
    "(?:的?(?:钱|资金|经费|部分))?(?:大?约|差不多|将近|只|就|也|要|得|能|会|是|占|占到|占了|占总投资|占总投资的|出|出了|有|[ ])*"
)
_BEHIND = re.compile(
    "(?:的?(?:钱|资金|经费|部分|投资))?(?:都|全|要|是|由|靠|算|归|属于?|来自|由|我们|公司|企业|自己|[ ])*"
)
_MAY_BE = re.compile("(?:那|这|我们?|应该|估计|[ ])*八成")  # 八成是自筹: most likely it is


def parts_of_wholes(heard: Readings, known: Figures) -> tuple[Reading, ...]:
    """Readings of parts, each of which is told by its share of a whole that is told in ``heard`` or ``known``; the whole is in
    yuan and exact: of a range no part is told."""
    told = {**known, **{each.figure: each.value for each in heard.readings}}
    found: list[Reading] = []
    for share in heard.bare:
        if share.kind != "share" or not isinstance(share.value, Decimal) or not 0 < share.value < 1:
            continue
        for figure in _named_beside(share, heard):
            whole = next((told.get(whole) for whole, parts in PARTS.items() if figure in parts), None)
            if isinstance(whole, Decimal) and figure not in told:
                found.append(Reading(figure, tidy(scaled(share.value, whole)), share.start, share.end))
    return tuple(found)


def _named_beside(share: Quantity, heard: Readings) -> Iterator[str]:
    """The part (figure id) that is named right before the share, or right behind it."""
    clause = clause_at(heard.text, share.start)
    if is_topic(clause.text):
        return
    for name in _parts_named(heard.mentions):
        before = name.end <= share.start and _AHEAD.fullmatch(heard.text, name.end, share.start)
        behind = share.end <= name.start and _BEHIND.fullmatch(heard.text, share.end, name.start)
        may_be = behind and _MAY_BE.fullmatch(heard.text, clause.start, share.end)
        if clause.holds(name.start) and (before or behind) and not may_be:
            yield name.figure


def _parts_named(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    parts = {each for whole in PARTS.values() for each in whole}
    return (each for each in mentions if each.figure in parts and not each.choice)

"""Both amounts of one ratio told without their unit where the ratio is asked about, which needs none: 自筹900，财政300，比例够吗."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.figures.reading import Reading, UnitDoubt
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Figure, Guide

_OF_A_RATIO = re.compile(r"比例|几比几|[\d一二三四五六七八九]\s*[:：比]\s*[\d一二三四五六七八九]")


def as_a_ratio(doubts: list[UnitDoubt], text: str, guide: Guide) -> tuple[list[Reading], list[UnitDoubt]]:
    """The ratio in place of the ``doubts`` where the two are its amounts and it is asked about."""
    whole = _ratio_of(doubts, text, guide)
    return ([whole], []) if whole else ([], doubts)


def _ratio_of(doubts: Sequence[UnitDoubt], text: str, guide: Guide) -> Reading | None:
    """The ratio of the two numbers, nothing else being told in any; None where it is not what the text asks about."""
    numbers = {each.figure: each.number for each in doubts if isinstance(each.number, Decimal) and each.number > 0}
    figure = next((each for each in guide.figures if each.kind == "ratio" and {*each.amounts} == {*numbers}), None)
    if figure is None or len(doubts) != len(numbers) or not _is_asked_about(text):
        return None
    return Reading(figure.id, _divided(figure, numbers), 0, len(text))


def _divided(figure: Figure, numbers: dict[str, Decimal]) -> Decimal:
    above, below = figure.amounts
    return numbers[above] / numbers[below]


def _is_asked_about(text: str) -> bool:
    return bool(_OF_A_RATIO.search(text)) and any(asks(part.text) for part in clauses(text))

"""Which of several numbers of one figure count: those that hold now, and those in its own words beside wider ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.pairing.pair import Pair
from bot.figures.pairing.present import holding_now
from bot.figures.pairing.rates import is_yearly
from bot.guide.model import Figure, Guide

_OUTER = re.compile("^(?:项目|申请的|在职|年度)")


def one_a_figure(text: str, found: Sequence[Pair], guide: Guide) -> list[Pair]:
    """The pairs, of each figure those that hold now, and those in its own words beside wider ones (营业收入, 主营)."""
    kept: list[Pair] = []
    for pair in found:
        own = [each for each in found if each.figure == pair.figure]
        if pair.figure and not is_yearly(guide.figure[pair.figure]):
            own = holding_now(text, own)
        if not pair.figure or pair in _closest(text, own, guide.figure[pair.figure]):
            kept.append(pair)
    return kept


def _closest(text: str, own: Sequence[Pair], figure: Figure) -> Sequence[Pair]:
    """Those that are named as the figure begins (主营, of 主营业务收入), where others are not."""
    head = _OUTER.sub("", figure.name)[:2]
    close = [pair for pair in own if pair.name and text.startswith(head, pair.name.start)]
    return close if all(pair.name for pair in own) and close else own

"""Which of several amounts of one figure holds now: 原来500万，现在900万; 去年30个，今年34个; 100个，男60女40."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.naming import Pair
from bot.figures.wording.stance import ahead_of, clause_at

_NOW = re.compile(
    "现在|目前|如今|眼下|当前|现有|现|今年|实际|最终|最后|后来|最新|到头来|(?:还|只)?剩下?|还有|这次|这回|改[为成]"
)
_THEN = re.compile(
    r"原来|原先|原本|原有|原计划|原定|原|之前|以前|先前|此前|起初|最初|当初|本来|早先|一开始|开始|去年|前年|上年|上次|计划|预计|20[0-2]\d年?"
)
_SINCE_THEN = re.compile("原来|原先|原本|原有|原计划|原定|当初|起初|最初|本来|早先|一开始")

_TOLD_BEFORE = re.compile(rf"(?:{_SINCE_THEN.pattern}|之前|以前|先前|此前)[^，。；;]{{0,3}}(?:报|写|填|说|定|是|为)")


def holding_now(text: str, pairs: Sequence[Pair]) -> list[Pair]:
    """Those of ``pairs``, all of which may be of one figure, that say what is; all of them where nothing tells."""
    if len({pair.quantity.value for pair in pairs}) < 2:
        return [pair for pair in pairs if not _is_over(text, pair)]
    said = {pair.quantity.start: _ahead(text, pair) for pair in pairs}
    now = [pair for pair in pairs if _NOW.search(said[pair.quantity.start])]
    then = [pair for pair in pairs if pair not in now and _THEN.search(said[pair.quantity.start])]
    if now and len(now) + len(then) == len(pairs):
        return now
    since = [pair for pair in pairs if not _TOLD_BEFORE.search(said[pair.quantity.start])]
    if len({pair.quantity.value for pair in since}) == 1:  # 900万，之前报的是800万
        return since
    return _whole(pairs) or list(pairs)


def says_now(clause: str) -> bool:
    """Whether the clause begins by telling what has come of what was told before it."""
    return bool(_NOW.match(clause.lstrip()))


def tells_of_before(text: str, quantity: Quantity) -> bool:
    """Whether the words ahead of the quantity say that it held, or was told, before: 原先写的三百万."""
    return bool(
        _SINCE_THEN.search(ahead_of(text, quantity.start)) or _TOLD_BEFORE.search(ahead_of(text, quantity.start))
    )


def _ahead(text: str, pair: Pair) -> str:
    """The words before the quantity in its clause, from the quantity before it on."""
    start = pair.quantity.start
    ends = [each.end for each in quantities(text) if each.end <= start]
    return text[max([clause_at(text, start).start, *ends]) : start]


def _is_over(text: str, pair: Pair) -> bool:
    """Whether a single amount is told of another time beside what has changed since: 原来20个，走了2个."""
    others = [each for each in quantities(text) if each.start > pair.quantity.start]
    told = [each for each in quantities(text) if each.end <= pair.quantity.start and each.kind == pair.quantity.kind]
    ahead = _ahead(text, pair)
    return bool(others and _SINCE_THEN.search(ahead) or told and _TOLD_BEFORE.search(ahead))


def _whole(pairs: Sequence[Pair]) -> list[Pair]:
    """The first, where those behind it add up to it: 100个，男60女40."""
    values = [pair.quantity.value for pair in pairs]
    exact = [value for value in values if isinstance(value, Decimal)]
    if len(exact) < max(3, len(values)) or exact[0] != sum(exact[1:]):
        return []
    return [pairs[0]]

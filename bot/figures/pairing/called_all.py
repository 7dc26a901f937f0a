"""Counts or amounts of which the next clause says that all of them are of one figure: 甲部11个，乙部8个，都是搞研发的.

That tells their sum as a total would: each alone is but a part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.figures.mentions import mentions
from bot.figures.numbers.quantities import Quantity, quantities, tidy
from bot.figures.pairing.changes import sign_of
from bot.figures.pairing.pair import Pair
from bot.figures.pairing.wholes import OUTSIDERS, TOTAL
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, ahead_of, asks, clauses, supposes
from bot.guide.model import Guide

_ALL = re.compile(
    r"[ ]*(?:[这那](?:些|[几两三]?[样项笔块部边拨个])?(?:人|钱|部分)?|以上|上面(?:这些)?|合起来|加起来|[两三](?:[块项边笔个]|部分|个?部门))*"
    r"(?:[都均]|全部?(?!职)|统统|一律)(?:可以|能|要|也|还)?(?:是|算(?:作|成|是|进|到)?|属于?|归|当|作为|计入|在|为)?(?P<of>[^，。；\d]{2,12})$"
)
# Amounts of several years, or of what else comes after one another, are none of one whole.
_AT_TIMES = re.compile(r"年|月|季度|上半|下半|期|以前|后来|现在|目前|原来|去|明|最[多少高低]|其中|包括|里面|含")
_FEWEST = 2


def called_all(text: str, paired: Sequence[Pair], guide: Guide) -> list[Pair] | None:
    """The pairs with the sum of what the last clause calls all of one figure; None where none does."""
    parts = list(clauses(text))
    figure = _figure(text, parts[-1], guide) if len(parts) > 1 and not supposes(text) else None
    if figure is None:
        return None
    people = guide.figure[figure].kind == "people"
    said = [each for each in quantities(text) if each.kind in (("people", "bare") if people else ("money",))]
    of_others = any(pair.figure not in (None, figure) and _is_among(pair, said) for pair in paired)
    if of_others or not _are_parts(text, said, people=people):
        return None
    total = sum((each.value for each in said if isinstance(each.value, Decimal)), Decimal(0))
    start, end = said[0].start, said[-1].end
    whole = replace(said[-1], value=tidy(total), start=start, end=end, text=text[start:end])
    return [*(pair for pair in paired if not _is_among(pair, said)), Pair(whole, figure)]


def _figure(text: str, last: Clause, guide: Guide) -> str | None:
    """The number's figure (id) of which the clause says that all is: 都算自筹."""
    words = last.text.rstrip(" ，,。；;！!的了吧啊呀")
    found = _ALL.fullmatch(words)
    if not found or asks(last.text) or is_denial(last.text):
        return None
    named = {each.figure for each in mentions(text, guide) if last.holds(each.start) and not each.choice}
    named = {each for each in named if guide.figure[each].kind in ("people", "money")}
    return named.pop() if len(named) == 1 else None


def _are_parts(text: str, said: Sequence[Quantity], *, people: bool) -> bool:
    """Whether the amounts stand side by side, none of them a total, a change, a part of another, or of those from outside."""
    if len(said) < _FEWEST or not all(isinstance(each.value, Decimal) for each in said):
        return False
    words = [ahead_of(text, each.start) for each in said]
    apart = any(TOTAL.search(each) or _AT_TIMES.search(each) or sign_of(each) < 0 for each in words)
    return not apart and not (people and OUTSIDERS.search(text))


def _is_among(pair: Pair, said: Sequence[Quantity]) -> bool:
    return pair.quantity.start in {each.start for each in said}

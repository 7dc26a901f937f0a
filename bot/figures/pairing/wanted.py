"""Public money told by no more than 要, beside what one puts up oneself: 自筹400万，要150万."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.pair import Pair
from bot.figures.possible import PARTS
from bot.figures.whose import is_public
from bot.figures.wording.stance import asks, clause_at
from bot.guide.model import Guide

# 要投150万 is of the project, 要150万以上 of a rule.
_AHEAD = re.compile(
    r"(?:我们?|咱们?|还|再|就|只|也|才|另外|打算|准备|想|那|然后|[，, ])*(?:(?:向|跟|问)(?:上面?|你们|政府|财政|市里|局里))?(?:要|申请|争取)(?:个|到|[ ])*"
)
_BEHIND = re.compile("(?:元|块)?(?:的)?(?:支持|补助|资金|钱|财政)*[的了呢啊吧 ，,。；;！!]*$")


def with_what_is_wanted(paired: Sequence[Pair], text: str, guide: Guide) -> list[Pair]:
    """The pairs, an amount without a name that is only wanted being public money where one's own is told, and none of that."""
    public, own = _public(guide), _own(guide)
    told = {each.figure for each in paired}
    if public is None or public in told or not told & own:
        return list(paired)
    wanted = [each for each in paired if each.figure is None and is_wanted(text, each.quantity)]
    return [replace(each, figure=public) if len(wanted) == 1 and each in wanted else each for each in paired]


def wanted_of(text: str, said: Quantity, known: Sequence[str], guide: Guide) -> str | None:
    """The public money (id of its figure), where ``said`` is only wanted, and of what is ``known`` one's own money is a part."""
    public = _public(guide)
    return public if public not in known and {*known} & _own(guide) and is_wanted(text, said) else None


def is_wanted(text: str, said: Quantity) -> bool:
    """Whether the clause says no more of the amount than that one wants it."""
    clause = clause_at(text, said.start)
    ahead, behind = text[clause.start : said.start], text[said.end : clause.end]
    alone = _AHEAD.fullmatch(ahead) and _BEHIND.fullmatch(behind)
    return said.kind in ("money", "bare") and said.unit != "个" and bool(alone) and not asks(clause.text)


def _public(guide: Guide) -> str | None:
    return next((each for each in _parts() if is_public(guide.figure[each])), None)


def _own(guide: Guide) -> set[str]:
    return {each for each in _parts() if not is_public(guide.figure[each])}


def _parts() -> tuple[str, ...]:
    return tuple(part for parts in PARTS.values() for part in parts)

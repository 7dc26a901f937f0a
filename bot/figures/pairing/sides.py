"""On which side of its number a name stands: before it (自筹900万财政300万) or behind it (900万自筹300万财政).

A name between two numbers is the second's, unless it is tied to the first (1800万的销售额自筹640万), or from the first on
every number has its name behind it. A number of which that cannot be told has no name: 总共900万自筹300万财政.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.pair import Pair

Sides = tuple[Pair, Pair]  # a number with the nearest name before it, and with the nearest one behind it
_APART = re.compile(r"[ 、]|然后|另外|还有|以及|再就是|嗯|呃|那个|[吧呢哈嘛]")
_TIED = re.compile(r"(?:的(?!话)|(?:都|就|全)?(?:是|属于|算|来自))[年总本]?")
_ENDED = re.compile("的(?![拿掏出投筹凑有是大约钱部那])")
# Words that claim a number for something before any name comes: 项目要投900万自筹300万财政.
_CLAIMED = re.compile("[投花拿掏砸卖挣要得需弄搞凑筹请做]|[总一共合]共|合计|总的")


def sided(text: str, start: int, ways: Sequence[Sides]) -> list[Pair]:
    """The pairs of one clause, which begins at ``start`` of ``text``; ``ways`` holds its quantities, in order."""
    ways = [(before, _together(text, after)) for before, after in ways]
    ways = list(_untied(text, ways))
    turned = _turned(text, start, ways)
    found: list[Pair] = []
    for place, way in enumerate(ways):
        found.append(way[1] if place >= turned else _either(place, way, ways, found))
    return found


def _together(text: str, after: Pair) -> Pair:
    """The pair, without its name where something parts the two: 投600万吧然后自筹."""
    if after.name and _APART.search(text, after.quantity.end, after.name.start):
        return Pair(after.quantity, None)
    return after


def _untied(text: str, ways: Sequence[Sides]) -> Iterator[Sides]:
    """The ways, a name that is tied to the number before it taken from the one behind it."""
    for place, (before, after) in enumerate(ways):
        last = ways[place - 1][1] if place else None
        taken = last and before.name and last.name == before.name and _is_tied(text, last, before.quantity)
        yield Pair(before.quantity, None) if taken else before, after


def _is_tied(text: str, pair: Pair, follower: Quantity) -> bool:
    """Whether the name is tied to its number by a word that does not go on to the next one (900万是自筹的300万…)."""
    if not pair.name:
        return False
    tie = _TIED.fullmatch(text, pair.quantity.end, pair.name.start)
    return tie is not None and ("的" in tie.group() or bool(_ENDED.match(text, pair.name.end, follower.start)))


def _turned(text: str, start: int, ways: Sequence[Sides]) -> int:
    """The place of the number from which on all have their names behind them; behind the last, where none has."""
    turned = len(ways)
    for place in range(len(ways) - 1, -1, -1):
        before, after = ways[place]
        begin = ways[place - 1][0].quantity.end if place else start
        if not after.figure:
            break
        if not before.figure and not _CLAIMED.search(text, begin, before.quantity.start):
            turned = place
    return turned


def _either(place: int, way: Sides, ways: Sequence[Sides], found: Sequence[Pair]) -> Pair:
    """The number with the name before it, or with the nearer one behind it, which no other number may claim."""
    before, after = way
    if not after.figure or after.figure == before.figure or _is_claimed(place, ways):
        return before
    if not before.figure:
        return after
    if place and not found[-1].figure and found[-1].distance <= before.distance:
        return Pair(before.quantity, None)
    return min(before, after, key=lambda pair: pair.distance)


def _is_claimed(place: int, ways: Sequence[Sides]) -> bool:
    """Whether the words that name the number from behind name the next one as well, or the same figure as they do."""
    behind, follower = ways[place][1], ways[place + 1][0] if place + 1 < len(ways) else None
    if not (behind.name and follower and follower.name):
        return False
    return behind.figure == follower.figure or behind.name.start == follower.name.start

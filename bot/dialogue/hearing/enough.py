"""Whether a message asks, or fears the worst of it, if a number will do: 达标没, 够不够线, 没问题吧, 就怕不够."""

from __future__ import annotations

from bot.dialogue.words import DOUBTED, EITHER, OF_THE_NUMBER
from bot.figures.wording.stance import asks, clauses, leaves_itself_open

_TAG = ("吧", "不", "没", "吗", "么")


def asks_if_enough(text: str) -> bool:
    """Whether a clause does. 刚好800万 alone tells how much it is, and asks nothing."""
    return any(_puts_up(part.text) for part in clauses(text))


def _puts_up(clause: str) -> bool:
    if leaves_itself_open(clause):
        return False  # 够不够我也说不好
    questioned = asks(clause) or EITHER.search(clause) or clause.rstrip(" ~～。.!！，,；;？?").endswith(_TAG)
    return bool(DOUBTED.search(clause)) or bool(questioned and OF_THE_NUMBER.search(clause))

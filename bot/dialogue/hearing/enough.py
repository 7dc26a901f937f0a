"""Whether a message asks, or fears the worst of it, if a number will do: 达标没, 够不够线, 没问题吧, 就怕不够, 会不会太少."""

from __future__ import annotations

import re

from bot.dialogue.words import DOUBTED, EITHER, OF_THE_NUMBER
from bot.figures.wording.stance import asks, clauses, leaves_itself_open

_TAG = ("吧", "不", "没", "吗", "么")
# A clause that has no other words than those of being enough, whatever it makes of them: 要得不, 合不合要求, 差距大吗, 到线没.
_NOTHING_ELSE = re.compile(
    "(?=.*[够达满符合过线行成中可以得卡差悬险少低戏题沾])(?!.*(?:算上(?!线)|(?<!差)多少|得多少|几))"
    "[够达到满足符合格要求标准过线关行成中可以否能卡差距悬危险少低多大小远戏希望问题毛病踩压上沾着得去混勉强应该会太算是不没有吗么吧呢啊了的这那样个还就点意思在离都也说通嘛呀哈，,。；;？?！!~ ]{2,14}"
)


def asks_if_enough(text: str) -> bool:
    """Whether a clause does. 刚好800万 alone tells how much it is, and asks nothing."""
    return any(_puts_up(part.text) for part in clauses(text))


def _puts_up(clause: str) -> bool:
    if leaves_itself_open(clause):
        return False  # 够不够我也说不好
    questioned = _questions(clause)
    return bool(
        DOUBTED.search(clause) or questioned and (OF_THE_NUMBER.search(clause) or _NOTHING_ELSE.fullmatch(clause))
    )


def _questions(clause: str) -> bool:
    return bool(asks(clause) or EITHER.search(clause) or clause.rstrip(" ~～。.!！，,；;？?").endswith(_TAG))

"""Figures that hold only where each of several parts does (签订合同并且启动): a part that is denied, and one told alone."""

from __future__ import annotations

import re

from bot.figures.polarity import polarity
from bot.figures.stance import asks, clauses
from bot.guide.model import Figure

_TWO_PARTS = re.compile("并且|，配备")  # 合同签了并且启动, 平台条件，配备人员和设备
_TELLING = frozenset("签订合同启动平台人员设")  # 备 stands in 具备, too
# What is said for signing and for starting, and a word that may mean all that is to be provided.
_SIGNED = re.compile("盖了?好?章|签章")
_STARTED = re.compile("开[工干]|动工|动起来|开始(?:干|做|实施|了)|干起来|[做干]着|在[做干]|推进|实施|执行")
_ALL = "条件"


def is_compound(figure: Figure) -> bool:
    """Whether the figure holds only where each of several parts does (签订合同并且启动)."""
    parts = figure.kind == "yes_no" and re.search("及(?!以上)|并且|和", figure.name)
    return bool(parts) and "或" not in figure.name


def part_denied(text: str, figure: Figure) -> bool:
    """Whether a clause denies a part of a compound figure: 有管理机构，监督的还没有."""
    return is_compound(figure) and any(
        polarity(clause.text, figure) is False for clause in clauses(text) if not asks(clause.text)
    )


def is_half(text: str, figure: Figure) -> bool:
    """Whether the text speaks of one of two parts that both have to hold, and not of the other: 合同签了."""
    parts = _TWO_PARTS.split(figure.name, maxsplit=1)
    if len(parts) < 2:
        return False
    one, other = map(set, parts)
    said = set(_STARTED.sub("启动", _SIGNED.sub("签订", text)))
    if _ALL in parts[0] and _ALL in text and said & other & _TELLING:
        return False
    return bool(said & (one - other) & _TELLING) != bool(said & (other - one) & _TELLING)


def is_of_kinds(figure: Figure) -> bool:
    """Whether the figure holds as soon as one of several kinds is there: a laboratory or a centre."""
    return figure.kind == "yes_no" and ("（如" in figure.ask or "或" in figure.name)


def is_general(name: str, figure: Figure) -> bool:
    """Whether the name is of the figure as a whole, and not of one of its kinds."""
    return name in figure.name

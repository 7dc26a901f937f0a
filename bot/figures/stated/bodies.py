"""Whoever runs a platform from day to day, told alone where bodies that decide, advise and supervise are wanted as well: 有个运营部.

That is one half of what is asked for: the other is still to be told.
"""

from __future__ import annotations

import re

from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import asks, clauses, is_not_yet, is_unknown, supposes
from bot.guide.model import Figure

_RUNS = re.compile(
    "(?:运营|管理|综合|行政|日常|服务|中心|平台)(?:管理|服务|运营)?的?(?:部(?!分)|办公室|办(?!法|理|公)|处(?!理)|科(?!技|研)|团队|班子|小组|专员)|(?<!管理)办公室|专人(?:在|来|负责)*(?:管|盯|负责)"
)
_THERE = re.compile("有(?!关|限)|设[了有立]|成立了|建了|配了|就(?:一个|是)?(?=[^，。；]{0,4}(?:办|部))")
_MANAGING = "管理"
# Any of these tells of the other half, or of the whole.
_OTHERS = re.compile("决策|咨询|监督|监事|理事|董事|委员会|顾问|专家|管委会|学术委|领导小组|机构|齐全|都有|全有")


def is_of_bodies(figure: Figure) -> bool:
    """Whether the figure asks for a management and for bodies beside it."""
    return figure.kind == "yes_no" and "管理机构及" in figure.name


def runs_alone(text: str, figure: Figure) -> bool:
    """Whether of all that is asked for no more is told than who runs it: 有个运营部，专家顾问还没请."""
    if not (is_of_bodies(figure) and _RUNS.search(text)):
        return False
    told = [part.text for part in clauses(text) if not (is_denial(part.text) or is_not_yet(part.text))]
    return not any(_OTHERS.search(part) or any(name in part for name in figure.names) for part in told)


def managed(clause: str, figure: Figure, *, asked: bool) -> bool | None:
    """True where the clause tells that somebody runs it, in a word for managing where nothing was asked; None otherwise."""
    open_ = asks(clause) or supposes(clause) or is_unknown(clause) or is_not_yet(clause) or is_denial(clause)
    there = runs_alone(clause, figure) and _THERE.search(clause) and (asked or _MANAGING in clause)
    return True if there and not open_ else None

"""What a clause tells of a figure in words that neither name it nor answer by themselves: how things stand, told otherwise.

Each kind of figure has a room of its own for it: acts (compounds), running funds (funding), rights (rights), partners.
"""

from __future__ import annotations

import re

from bot.figures.stated.compounds import is_undone
from bot.figures.stated.funding import funded, is_of_funds
from bot.figures.stated.rights import held, is_of_use
from bot.figures.wording.polarity import is_alone, is_of_a_lower_level
from bot.guide.model import Figure

_ONLY = re.compile(r"(?:只|仅|就|才)(?:有|是|建了|批了)[^，。；]{0,12}(?:实验室|[研工技创]\S{0,6}中心|研发平台)")


def told_otherwise(clause: str, figure: Figure, *, before: str, asked: bool) -> bool | None:
    """Yes or no of the clause; ``before``: the clause before it, ``asked``: whether the figure was asked for."""
    if is_undone(clause, figure) or is_alone(clause, figure) or _is_lower(clause, figure, asked=asked):
        return False
    if is_of_funds(figure):
        return funded(clause, before=figure.name if asked else before)
    return held(clause, asked=asked) if is_of_use(figure) else None


def _is_lower(clause: str, figure: Figure, *, asked: bool) -> bool:
    """Whether no more is told to be there than a lower level of what is asked for: 只有市级的工程中心."""
    return (asked or bool(_ONLY.search(clause))) and is_of_a_lower_level(clause, figure.name)

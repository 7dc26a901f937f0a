"""What a clause tells of a figure in words that neither name it nor answer by themselves: how things stand, told otherwise.

Each kind of figure has a room of its own for it: acts (compounds), running funds (funding), rights (rights), partners.
"""

from __future__ import annotations

import re

from bot.figures.stated.bodies import managed
from bot.figures.stated.compounds import is_undone
from bot.figures.stated.funding import funded, is_of_funds
from bot.figures.stated.partners import works_with_none
from bot.figures.stated.rights import held, is_of_use
from bot.figures.stated.sufficing import of_staff, suffices
from bot.figures.wording.denial import is_denial, lapses
from bot.figures.wording.levels import is_granted_above
from bot.figures.wording.polarity import is_alone, is_of_a_lower_level
from bot.figures.wording.stance import asks
from bot.guide.model import Figure

# 办公室兼着, 综合部代管: done beside other work, where a body of its own is asked for.
_BESIDE_OTHER_WORK = re.compile(
    "(?:兼(?:着|管|任|做|顾|职)|代管|代着|捎带|顺带|兼)(?:着|了|管|的|呢|一?下|[ ，。；！!])*$"
)
# 去年被省厅摘牌了: a rank that was taken away; what bore it may be there yet.
_RANK, _LOST = "省级", re.compile("[取撤注吊摘收][消销牌回]")
_ONLY = re.compile(r"(?:只|仅|就|才)(?:有|是|建了|批了)[^，。；]{0,12}(?:实验室|[研工技创]\S{0,6}中心|研发平台)")


def told_otherwise(clause: str, figure: Figure, *, before: str, asked: bool) -> bool | None:
    """Yes or no of the clause; ``before``: the clause before it, ``asked``: whether the figure was asked for."""
    if is_undone(clause, figure) or is_alone(clause, figure) or works_with_none(clause, figure):
        return False
    if _is_lower(clause, figure, asked=asked):
        return False
    if asked and (told := _told_of(clause, figure)) is not None:
        return told
    if not asked and of_staff(clause, figure) and (enough := suffices(clause, figure)) is not None:
        return enough
    if (there := managed(clause, figure, asked=asked)) is not None:
        return there
    if is_of_funds(figure):
        return funded(clause, before=figure.name if asked else before, asked=asked)
    return held(clause, asked=asked) if is_of_use(figure) else None


def _told_of(clause: str, figure: Figure) -> bool | None:
    """Yes or no to what was asked, of how it is done, whether it comes off, or what came of it."""
    if (enough := suffices(clause, figure)) is not None:
        return enough
    if asks(clause):
        return None
    if "专门" in figure.name and _BESIDE_OTHER_WORK.search(clause) and not is_denial(clause):
        return False
    if _RANK in figure.name and not is_denial(clause) and (rank := is_granted_above(clause)) is not None:
        return rank
    return False if _RANK in figure.name and _LOST.search(clause) and lapses(clause) else None


def _is_lower(clause: str, figure: Figure, *, asked: bool) -> bool:
    """Whether no more is told to be there than a lower level of what is asked for: 只有市级的工程中心."""
    return (asked or bool(_ONLY.search(clause))) and is_of_a_lower_level(clause, figure.name)

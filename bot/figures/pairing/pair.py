"""A quantity of a message and the figure that it was said of."""

from __future__ import annotations

from dataclasses import dataclass

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity


@dataclass(frozen=True)
class Pair:
    """A quantity and the figure it was said of; None: no name says which. ``inverted``: said the other way round.

    ``name``: what named the figure, where it stands beside it.
    """

    quantity: Quantity
    figure: str | None
    inverted: bool = False
    distance: int = 0
    name: Mention | None = None

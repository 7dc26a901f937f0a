"""What one message says: a figure with its value, and everything that it says together."""

from __future__ import annotations

from dataclasses import dataclass

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.changes import Change
from bot.figures.values import Number, Value


@dataclass(frozen=True)
class Reading:
    """``text[start:end]`` says that ``figure`` is ``value``.

    ``not_yet``: a no that is under way (正在申请). ``reversed_doubt``: a ratio below 1, to be asked back. ``half``: a yes
    to some of the parts that all have to hold (合同签了).
    """

    figure: str
    value: Value
    start: int
    end: int
    not_yet: bool = False
    reversed_doubt: bool = False
    half: bool = False


@dataclass(frozen=True)
class UnitDoubt:
    """A number for a money figure without its unit: 800 is 元 or 万元. ``resolve_unit`` settles it."""

    figure: str
    number: Number
    text: str


@dataclass(frozen=True)
class Readings:
    """All that one message says.

    ``text``: the message. ``bare``: quantities that no name and no question claims. ``unknown``: figures of which it says 不知道.
    ``question``, ``correction``, ``hypothesis``: what kind of message it is, the readings apart; ``changes``: by how
    much a hypothesis changes what was said (再加200万). ``torn``: numbers of figures to which the message gives two.
    ``weighed``: figures of which a number is but put up for judgment (少于15人就不行吧). ``headings``: names in it that tell
    nothing of anybody (those of programs).
    """

    readings: tuple[Reading, ...] = ()
    bare: tuple[Quantity, ...] = ()
    unit_doubts: tuple[UnitDoubt, ...] = ()
    unknown: tuple[str, ...] = ()
    question: bool = False
    correction: bool = False
    hypothesis: bool = False
    changes: tuple[Change, ...] = ()
    mentions: tuple[Mention, ...] = ()
    text: str = ""
    torn: tuple[Reading, ...] = ()
    weighed: tuple[str, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()

    def value(self, figure: str) -> Value | None:
        """What the message says of the figure; None: nothing."""
        return next((reading.value for reading in self.readings if reading.figure == figure), None)

"""A number without a name beside the question for a figure: 总投资要多少？我们打算投650万 tells that figure of the asker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.figures_meant import with_threshold
from bot.dialogue.state import Conversation
from bot.dialogue.words import SELF
from bot.figures.mentions import NUMERIC, mentions
from bot.figures.numbers.quantities import asks_how_many, quantities
from bot.figures.pairing.naming import suits
from bot.figures.readings import Readings, readings
from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import Clause, asks, clauses
from bot.guide.model import Guide


def own_number(guide: Guide, conversation: Conversation, plain: Readings) -> Readings | None:
    """What ``plain``, read while nothing was asked, tells once its one number is of the figure that it asks for; None where
    it asks for none, or for several, or says whose number it is not."""
    if conversation.check or not (plain.question and plain.bare) or plain.hypothesis:
        return None
    counted = [each.start for each in quantities(plain.text) if not asks_how_many(each)]
    asking = [part for part in clauses(plain.text) if asks(part.text) and not _holds(part, counted)]
    figure = _asked_for(guide, plain.text, asking)
    if figure is None:  # 是不是得投800万啊，我们这个也就650万
        bare = [each.start for each in plain.bare]
        asking = [part for part in clauses(plain.text) if asks(part.text) and not _holds(part, bare)]
        figure = _whose_threshold(guide, asking)
    ours = [part for part in clauses(plain.text) if SELF.search(part.text) and _holds(part, counted)]
    said = [each for each in plain.bare if not asks_how_many(each)]
    if figure is None or len(ours) != 1 or len(said) != 1 or not suits(guide.figure[figure], said[0]):
        return None
    told = readings(blanked(plain.text, [(part.start, part.end) for part in asking]), guide, figure)
    own = tuple(each for each in told.readings if each.figure == figure)
    return replace(plain, readings=(*plain.readings, *own), bare=told.bare) if own else None


def _asked_for(guide: Guide, text: str, asking: Sequence[Clause]) -> str | None:
    """The one figure (id) in numbers that the clauses ask for."""
    numeric = (each for each in mentions(text, guide) if guide.figure[each.figure].kind in NUMERIC)
    named = {each.figure for each in numeric if any(part.holds(each.start) for part in asking)}
    return next(iter(named)) if len(named) == 1 else None


def _whose_threshold(guide: Guide, asking: Sequence[Clause]) -> str | None:
    """The one figure (id) whose threshold the clauses put up."""
    found = {figure for part in asking for figure in with_threshold(guide, part.text)}
    return next(iter(found)) if len(found) == 1 else None


def _holds(part: Clause, places: Sequence[int]) -> bool:
    return any(part.holds(place) for place in places)

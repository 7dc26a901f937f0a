"""A condition that is put up in a form of its own: two places, a kind of applicant, a title, a place beside one in hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answers.checks import WHO
from bot.dialogue.hearing.among_listed import among_applicants, of_a_title
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_a_place import of_ones_own, place_put_up, put_elsewhere
from bot.figures.values import Value


@dataclass(frozen=True)
class Condition:
    """``figures``: what is put up for judgment; ``told``: what the question tells of it; ``of_two``: that two things are told of
    which it is asked which counts, so that neither is kept as it stands."""

    figures: tuple[str, ...]
    told: dict[str, Value] = field(default_factory=dict)
    of_two: bool = False


def of_its_form(this: Message) -> Condition | None:
    """The condition that a message puts up so; None where it has none of these forms."""
    if own := of_ones_own(this):
        return Condition(own, of_two=True)
    if among_applicants(this):
        return Condition((WHO,))
    if (titled := of_a_title(this)) and not (this.conversation.check or this.numbers_told):
        return Condition(titled)
    if there := place_put_up(this):
        return Condition(tuple(there), there)
    elsewhere = put_elsewhere(this)
    return Condition(elsewhere) if elsewhere else None

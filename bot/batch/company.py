"""A record into the figures of one company, or the reason why it cannot be used."""

from __future__ import annotations

from decimal import Decimal

from bot.batch.records import ID
from bot.figures.given import GivenError, given
from bot.figures.possible import contradictions
from bot.figures.spelling import shown, sound
from bot.figures.values import Value
from bot.guide.model import Guide

LONGEST_ID = 200  # characters


class RecordError(ValueError):
    """A record that cannot be used; the message is Chinese and names the figure."""


def company_id(cells: dict[str, object]) -> str | int | None:
    """The ``id`` of a record: text, a whole number, or None where there is none. Raises RecordError otherwise."""
    given_id = cells.get(ID)
    if given_id is None:
        return None
    if isinstance(given_id, str) and len(given_id) <= LONGEST_ID and sound(given_id):
        return given_id
    if isinstance(given_id, Decimal) and given_id.as_tuple().exponent == 0 and given_id.adjusted() < LONGEST_ID:
        return int(given_id)
    raise RecordError(f"id 要是文字或整数，最长{LONGEST_ID}个字符")


def figures(guide: Guide, cells: dict[str, object]) -> dict[str, Value]:
    """The figures that a record gives; unknown ones are absent. Raises RecordError."""
    found = {}
    for key, cell in cells.items():
        if key != ID and (value := _value(guide, key, cell)) is not None:
            found[key] = value
    for conflict in contradictions(guide, found):
        raise RecordError(f"{conflict.reason}（{'、'.join(conflict.figures)}）")
    return found


def _value(guide: Guide, key: str, cell: object) -> Value | None:
    figure = guide.figure.get(key)
    if figure is None:
        raise RecordError(f"没有“{shown(key)}”这一项")
    try:
        return given(figure, cell)
    except GivenError as error:
        raise RecordError(f"{figure.name}（{key}）{error}") from error

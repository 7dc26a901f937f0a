"""Figures as JSON, and back: exact numbers, ``{"low", "high", "approximate"}`` for ranges, lists for several choices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.figures.values import Figures, Range, Value


def number_json(value: Decimal) -> int | float:
    """A JSON number: an integer where it is one. Figures hold at most 15 digits, which a float repeats exactly."""
    return int(value) if value == value.to_integral_value() else float(value)


def to_json(figures: Figures) -> dict[str, Any]:
    """Figures by id in the form of docs/contract.md; unknown ones are absent."""
    return {figure: _value_json(value) for figure, value in figures.items()}


def from_json(data: Mapping[str, Any]) -> dict[str, Value]:
    """What ``to_json`` gave."""
    return {figure: _value(value) for figure, value in data.items()}


def _value_json(value: Value) -> Any:
    if isinstance(value, Decimal):
        return number_json(value)
    if isinstance(value, Range):
        ends = {"low": value.low, "high": value.high}
        return {end: None if edge is None else number_json(edge) for end, edge in ends.items()} | {
            "approximate": value.approximate
        }
    return list(value) if isinstance(value, tuple) else value


def _value(data: Any) -> Value:
    if isinstance(data, bool | str):
        return data
    if isinstance(data, list):
        return tuple(data)
    if isinstance(data, dict):
        return Range(_edge(data["low"]), _edge(data["high"]), data["approximate"])
    return Decimal(str(data))


def _edge(data: int | float | None) -> Decimal | None:
    return None if data is None else Decimal(str(data))

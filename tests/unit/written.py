"""Values as the case files write them: 8000000, 7..9, ..9, ~7..9, [high_tech], true."""

from __future__ import annotations

from bot.figures.values import Range, Value


def shown(value: Value) -> object:
    """``value`` as it comes out of a case file."""
    if isinstance(value, Range):
        low, high = ("" if end is None else f"{end:f}" for end in (value.low, value.high))
        return f"{'~' if value.approximate else ''}{low}..{high}"
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str) else f"{value:f}"

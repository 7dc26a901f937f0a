"""One thing that a message states of the applicant, with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass

from bot.figures.values import Value


@dataclass(frozen=True)
class Statement:
    """``figure`` has this value, so the message says; ``not_yet``: it is under way, which is no."""

    figure: str
    value: Value
    start: int
    end: int
    not_yet: bool = False

"""The statuses of a requirement, and how they follow from intervals and from each other."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from bot.figures.interval import Interval, times

Status = Literal["met", "not_met", "unknown", "not_applicable", "open"]


def at_least(value: Interval, threshold: Decimal) -> Status:
    """Whether all, or none, of what ``value`` can be reaches ``threshold``, which is itself included."""
    if value.low >= threshold:
        return "met"
    return "not_met" if value.high is not None and value.high < threshold else "unknown"


def quotient_at_least(numerator: Interval, denominator: Interval, threshold: Decimal) -> Status:
    """Whether numerator / denominator reaches ``threshold``: multiplied crosswise, so that nothing is rounded."""
    if denominator.high is not None and numerator.low >= times(threshold, denominator.high):
        return "met"
    if numerator.high is None:
        return "unknown"
    below = numerator.high < times(threshold, denominator.low)
    # 0 divided by anything above 0 is 0, however small the denominator may be.
    return "not_met" if below or numerator.high == 0 < threshold and denominator.positive else "unknown"


def all_of(statuses: Iterable[Status]) -> Status:
    """One failure fails all; else what is unknown, then what is open, decides."""
    found = set(statuses)
    for status in ("not_met", "unknown", "open"):
        if status in found:
            return status
    return "met"


def alike(statuses: Iterable[Status]) -> Status:
    """The status that holds in every case that is still possible, else ``unknown``."""
    found = set(statuses)
    return found.pop() if len(found) == 1 else "unknown"

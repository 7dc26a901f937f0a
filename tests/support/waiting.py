"""Waiting for what a test looks at: as long as a slow machine takes, and no longer than it is there."""

from __future__ import annotations

import time
from collections.abc import Callable

ENOUGH = 300.0  # seconds; only a test that fails waits for so long
LOOK = 0.05


def until(condition: Callable[[], bool]) -> None:
    """Returns as soon as the condition holds. Raises AssertionError where it never does."""
    deadline = time.monotonic() + ENOUGH
    while not condition():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(LOOK)

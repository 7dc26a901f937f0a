"""What is worked out from a guide, or from a part of one, once: kept with it, gone with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Owner = TypeVar("Owner")
Result = TypeVar("Result")


def once(build: Callable[[Owner], Result]) -> Callable[[Owner], Result]:
    """``build`` called at most once for each immutable owner.

    The owner is a frozen dataclass, whose mappings keep it from being hashed: so the result is kept in its
    ``__dict__``, as ``functools.cached_property`` does.
    """
    key = f"{build.__module__}.{build.__qualname__}"

    @wraps(build)
    def kept(owner: Owner) -> Result:
        store = vars(owner)
        if key not in store:
            store[key] = build(owner)
        result: Result = store[key]
        return result

    return kept

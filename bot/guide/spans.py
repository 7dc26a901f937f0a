"""Where words stand in a text."""

from __future__ import annotations

import re


def occurrences(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every place where ``words`` stand in ``text``; empty words stand nowhere."""
    return tuple(found.span() for found in re.finditer(re.escape(words), text)) if words else ()

"""How a text from a file is compared with names, checked, and shown again in a message."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """``text`` as names are compared: full-width forms, case and outer spaces do not count."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def sound(text: str) -> bool:
    """Whether ``text`` can be written out again: no half characters and no NUL."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def shown(text: str) -> str:
    """``text`` shortened and made printable, to stand in a message."""
    head = text if len(text) <= 20 else text[:20] + "…"
    return "".join(letter if letter.isprintable() else "�" for letter in head)

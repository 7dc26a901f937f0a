"""The key of the hashes that stand for openids: from the settings, or made once and kept where only the bot reads it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from bot.settings import ROOT

KEY_FILE = ROOT / "var" / "identity.key"


def secret(given: str, path: Path = KEY_FILE) -> bytes:
    """``given``, or the key in ``path``, which is made where there is none yet. Raises OSError."""
    if given:
        return given.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        key = secrets.token_hex(32).encode()
        file.write(key)
    return key

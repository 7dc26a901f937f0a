"""Keys that the settings may give, and that are else made once and kept where only the bot reads them."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from bot.settings import ROOT, SHORTEST_SECRET, SettingsError

OF_VISITORS = ROOT / "var" / "web_secret"  # signs the tokens of the web page
OF_OPENIDS = ROOT / "var" / "identity.key"  # of the hashes that stand for openids


def key(given: str | None, file: Path) -> str:
    """The key that the settings give, or else the one in ``file``, made once. Raises SettingsError, OSError."""
    if given:
        return given
    with contextlib.suppress(FileExistsError):  # made before, here or by another process
        _make(file)
    kept = file.read_text(encoding="ascii").strip()
    if len(kept) < SHORTEST_SECRET:
        raise SettingsError(f"{file} 里的密钥不完整：删除这个文件再启动，会重新生成（已有的会话会失效）")
    return kept


def _make(file: Path) -> None:
    """Whole or not at all, and for the owner alone from its first moment."""
    if file.exists():
        raise FileExistsError
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    aside.touch(mode=0o600, exist_ok=False)
    try:
        aside.write_text(secrets.token_urlsafe(48), encoding="ascii")
        file.hardlink_to(aside)
    finally:
        aside.unlink()

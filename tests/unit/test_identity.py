"""The key of the hashes that stand for openids is made once and read by nobody else."""

from __future__ import annotations

import stat
from pathlib import Path

from bot.channels.keys import key


def test_a_key_that_is_given_is_used(tmp_path: Path) -> None:
    assert key("given", tmp_path / "key") == "given"
    assert not (tmp_path / "key").exists()


def test_a_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "var" / "key"
    made = key("", path)
    assert len(made) == 64
    assert key("", path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert key("", tmp_path / "other") != made

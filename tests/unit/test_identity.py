"""The key of the hashes that stand for openids is made once and read by nobody else."""

from __future__ import annotations

import stat
from pathlib import Path

from bot.channels.tencent import identity


def test_a_key_that_is_given_is_used(tmp_path: Path) -> None:
    assert identity.secret("given", tmp_path / "key") == b"given"
    assert not (tmp_path / "key").exists()


def test_a_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "var" / "key"
    made = identity.secret("", path)
    assert len(made) == 64
    assert identity.secret("", path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert identity.secret("", tmp_path / "other") != made

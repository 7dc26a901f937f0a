"""Settings: their names, their defaults, and the refusal of what cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings, SettingsError


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"PORT": "", "DATABASE_URL": "", "GUIDE": ""}) == Settings()


def test_each_setting_is_read() -> None:
    settings = Settings.from_environment(
        {
            "HOST": "0.0.0.0",
            "PORT": "0",
            "GUIDE": "knowledge/other.json",
            "DATABASE_URL": "postgres://user@host/db",
            "ACTION_ENDPOINT": "http://127.0.0.1:5055/webhook",
            "MODELS": "/somewhere",
            "LOG_LEVEL": "info",
        }
    )
    assert settings == Settings(
        host="0.0.0.0",
        port=0,
        guide=ROOT / "knowledge" / "other.json",
        database_url="postgresql://user@host/db",
        action_endpoint="http://127.0.0.1:5055/webhook",
        models=Path("/somewhere"),
        log_level="INFO",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "５００５"),
        ("PORT", "web"),
        ("DATABASE_URL", "data.db"),
        ("ACTION_ENDPOINT", "127.0.0.1:5055"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_environment({name: value})


def test_no_other_module_reads_the_environment() -> None:
    """bot.runtime.environment writes what TensorFlow and others read; nothing else touches it."""
    allowed = {ROOT / "bot" / "settings.py", ROOT / "bot" / "runtime" / "environment.py"}
    sources = {path for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py")} - allowed
    assert [path for path in sources if re.search(r"\benviron\b|\bgetenv\b", path.read_text(encoding="utf-8"))] == []

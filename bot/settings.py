"""What can be set from outside: the only reader of environment variables.

Every setting has a default with which the bot runs on one computer; a value that cannot be used is refused with
what was given and what is expected.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MESSAGE = 500  # characters; a longer one is not read but asked to be shortened
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(ValueError):
    """A setting that cannot be used; the message (Chinese) says which and what is expected."""


@dataclass(frozen=True)
class Settings:
    """The bot's settings; ``Settings.from_environment`` names the variables.

    Args:
        host, port: where the bot listens (``HOST``, ``PORT``; port 0 takes a free one).
        guide: the guide's file (``GUIDE``, relative to the project).
        database_url: SQLAlchemy URL of the bot's own tables and Rasa's tracker store (``DATABASE_URL``).
        action_endpoint: URL of a separate action server (``ACTION_ENDPOINT``); none: actions run inside the bot.
        models: folder of the trained model (``MODELS``).
        log_level: what the bot's own modules write to the log (``LOG_LEVEL``).
    """

    host: str = "127.0.0.1"
    port: int = 5005
    guide: Path = ROOT / "knowledge" / "guide_2022.json"
    database_url: str = f"sqlite:///{ROOT / 'var' / 'data.db'}"
    action_endpoint: str | None = None
    models: Path = ROOT / "models"
    log_level: str = "WARNING"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Settings from ``environ``; an empty value counts as not set. Raises SettingsError."""
        return cls(
            host=environ.get("HOST") or cls.host,
            port=_port(environ.get("PORT") or str(cls.port)),
            guide=_path(environ.get("GUIDE"), cls.guide),
            database_url=_database_url(environ.get("DATABASE_URL") or cls.database_url),
            action_endpoint=_action_endpoint(environ.get("ACTION_ENDPOINT")),
            models=_path(environ.get("MODELS"), cls.models),
            log_level=_log_level(environ.get("LOG_LEVEL") or cls.log_level),
        )


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    raise SettingsError(f"PORT={text!r} 不是端口号，请给 0 到 65535 之间的整数")


def _path(text: str | None, default: Path) -> Path:
    return ROOT / text if text else default


def _database_url(text: str) -> str:
    """Heroku-like ``postgres://`` is a name that SQLAlchemy 1.4 no longer takes."""
    if "://" not in text:
        raise SettingsError("DATABASE_URL 不是数据库地址，请给 sqlite:///文件 或 postgresql://用户:密码@主机/库")
    return text.replace("postgres://", "postgresql://", 1) if text.startswith("postgres://") else text


def _action_endpoint(text: str | None) -> str | None:
    if not text or text.startswith(("http://", "https://")):
        return text or None
    raise SettingsError(f"ACTION_ENDPOINT={text!r} 不是网址，请给 http://主机:5055/webhook 这样的地址")


def _log_level(text: str) -> str:
    if text.upper() in LOG_LEVELS:
        return text.upper()
    raise SettingsError(f"LOG_LEVEL={text!r} 无此级别，请用 {'、'.join(LOG_LEVELS)} 之一")

"""The database: one engine for each URL, and its tables brought up to date when the bot starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

MIGRATIONS = Path(__file__).parent / "migrations"
# WAL lets a reader go on beside a writer; with it, NORMAL loses at most the last moments when the power fails.
# secure_delete overwrites what is deleted: who asks to be forgotten is not to be found in the file either.
SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "secure_delete=ON",
)


@lru_cache(maxsize=8)
def engine(url: str) -> Engine:
    """The engine of this URL, the same one for everybody in the process. The folder of an SQLite file is made."""
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    return create_engine(url, pool_pre_ping=True)


def ready(url: str) -> Engine:
    """The engine with all migrations run."""
    bound = engine(url)
    migrate(bound)
    return bound


def migrate(bound: Engine) -> None:
    """Bring the bot's own tables up to date; Rasa's ``events`` table is not touched."""
    with bound.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def transaction(url: str) -> Iterator[Session]:
    """A session that is committed at the end and rolled back on an error."""
    with Session(engine(url)) as session, session.begin():
        yield session


def _sqlite_engine(url: str) -> Engine:
    path = make_url(url).database
    if not path or path == ":memory:":
        return create_engine(url)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    # connections are kept: opening one and setting it up costs more than most of its queries
    bound = create_engine(url, poolclass=QueuePool, connect_args={"check_same_thread": False})
    event.listen(bound, "connect", _set_pragmas)
    return bound


def _set_pragmas(connection: Any, record: Any) -> None:
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")

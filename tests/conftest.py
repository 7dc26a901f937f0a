"""Fixtures for all tests: the running bot, what it says, and the databases that it must work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings

import bot.runtime  # noqa: F401  before any test imports Rasa, as in the bot itself
from tests.support import postgres
from tests.support.bot import Client, server

# The same examples in every run: a change is judged by what it changes, and not by the luck of the draw.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def bot_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The real server, once for all tests; use a sender of your own."""
    with server(tmp_path_factory.mktemp("bot")) as client:
        yield client


@pytest.fixture(scope="session")
def say(bot_server: Client) -> Callable[[str, str], list[dict[str, Any]]]:
    """``say(sender, message)``: the messages of one turn."""
    return bot_server.say


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server, once for all tests."""
    # pytest closes its own folders to everybody else whenever one more run begins, also to the user that PostgreSQL runs as
    with TemporaryDirectory(prefix="postgres-") as folder, postgres.server(Path(folder)) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A test with this fixture runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('database') / 'data.db'}"
    return request.getfixturevalue("postgres_url")

"""The real bot as a process of its own, and a client that talks to it over REST."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bot.settings import ROOT
from tests.support import embedding

SECONDS_TO_START = 600  # with training
SECONDS_TO_STOP = 120
# A free port; and as many messages as a test sends in a minute.
OWN = {"HOST": "127.0.0.1", "PORT": "0", "VISITOR_RATE": "1000/minute", "ADDRESS_RATE": "100000/minute"}
OWN["WEB_ORIGINS"] = embedding.ORIGIN
LISTENS = re.compile(r"网页 (127\.0\.0\.1:\d+) 已可打开")
ANNOUNCED = re.compile(r"已启动.*?http://(127\.0\.0\.1:\d+)")


class Client:
    """Talks to the bot at ``url`` as any program does; ``database`` is the SQLite file that the bot writes."""

    def __init__(self, url: str, database: Path, process: subprocess.Popen[bytes]) -> None:
        self.url = url
        self.database = database
        self.process = process
        self.http = httpx.Client(base_url=url, timeout=120, trust_env=False)

    def say(self, sender: str, message: str) -> list[dict[str, Any]]:
        """The messages of one turn, as the REST channel gives them. Raises httpx.HTTPStatusError."""
        response = self.post({"sender": sender, "message": message})
        response.raise_for_status()
        return response.json()

    def turn(self, sender: str, message: str) -> tuple[str, dict[str, Any]]:
        """One turn: the texts joined, and the one custom payload. Raises ValueError where there is not exactly one."""
        messages = self.say(sender, message)
        (payload,) = [part["custom"] for part in messages if "custom" in part]
        return "\n".join(part["text"] for part in messages if "text" in part), payload

    def post(self, body: Any) -> httpx.Response:
        """Post ``body`` to the webhook: bytes as they are, anything else as JSON."""
        content = {"content": body} if isinstance(body, bytes) else {"json": body}
        return self.http.post("/webhooks/rest/webhook", **content)


class Process:
    """``python -m bot run`` with what it writes to standard error in ``log``."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.log, self.database = folder / "bot.log", folder / "data.db"
        environment = {**os.environ, **OWN, "DATABASE_URL": f"sqlite:///{self.database}"}
        with self.log.open("wb") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], cwd=ROOT, env={**environment, **settings}, stderr=stderr
            )

    def listening(self) -> Client:
        """A client as soon as pages are served. Raises RuntimeError with the log."""
        return self._client(LISTENS)

    def ready(self) -> Client:
        """A client as soon as questions are answered. Raises RuntimeError with the log."""
        return self._client(ANNOUNCED)

    def said(self) -> str:
        """The log so far."""
        return self.log.read_text(encoding="utf-8")

    def wait(self) -> int:
        """The exit status, once the bot has ended by itself."""
        return self._process.wait(timeout=SECONDS_TO_START)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Ends the process, which may have ended already."""
        if self._process.poll() is None:
            self._process.send_signal(how)
        self._process.wait(timeout=SECONDS_TO_STOP)

    def _client(self, line: re.Pattern[str]) -> Client:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self._process.poll() is None:
            if found := line.search(self.said()):
                return Client(f"http://{found[1]}", self.database, self._process)
            time.sleep(0.1)
        raise RuntimeError(f"The bot did not start:\n{self.said()}")


@contextmanager
def process(folder: Path, **settings: str) -> Iterator[Process]:
    """The bot on a free port with a database in ``folder``, not waited for; ended by its pid."""
    bot = Process(folder, settings)
    try:
        yield bot
    finally:
        bot.stop()


@contextmanager
def server(folder: Path, **settings: str) -> Iterator[Client]:
    """The bot, ready to answer."""
    with process(folder, **settings) as bot:
        client = bot.ready()
        yield client
        client.http.close()

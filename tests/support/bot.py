"""The real bot as a process of its own, and a client that talks to it over REST."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bot.settings import ROOT

SECONDS_TO_START = 600  # with training
SECONDS_TO_STOP = 30
ANNOUNCED = re.compile(r"已启动.*?(http://127\.0\.0\.1:\d+)")


class Client:
    """Talks to the bot at ``url`` as any program does; ``database`` is the SQLite file that the bot writes."""

    def __init__(self, url: str, database: Path) -> None:
        self.url = url
        self.database = database
        self.http = httpx.Client(base_url=url, timeout=60, trust_env=False)

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


@contextmanager
def server(folder: Path, **settings: str) -> Iterator[Client]:
    """``python -m bot run`` on a free port with a database in ``folder``; ended by its pid."""
    log, database = folder / "bot.log", folder / "data.db"
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": "0", "DATABASE_URL": f"sqlite:///{database}"}
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], cwd=ROOT, env={**environment, **settings}, stderr=stderr
        )
    try:
        client = Client(_url(process, log), database)
        yield client
        client.http.close()
    finally:
        process.terminate()
        process.wait(timeout=SECONDS_TO_STOP)


def _url(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that the bot announces when it has started. Raises RuntimeError with its log."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if found := ANNOUNCED.search(log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    raise RuntimeError(f"The bot did not start:\n{log.read_text(encoding='utf-8')}")

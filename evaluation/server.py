"""The bot as a process of its own on a free port, for as long as it is asked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.cases import HERE

ROOT = HERE.parent
SECONDS_TO_START = 600  # with training
SECONDS_TO_STOP = 30
ANNOUNCED = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def running() -> Iterator[str]:
    """Yields the bot's URL; its database is thrown away. Raises RuntimeError with the bot's log."""
    with TemporaryDirectory(prefix="evaluation-") as folder:
        log = Path(folder) / "bot.log"
        own = {"HOST": "127.0.0.1", "PORT": "0", "DATABASE_URL": f"sqlite:///{folder}/data.db"}
        with log.open("wb") as stderr:
            command = [sys.executable, "-m", "bot", "run"]
            process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own}, stderr=stderr)
        try:
            yield _url(process, log)
        finally:
            process.terminate()
            process.wait(timeout=SECONDS_TO_STOP)


def train() -> Path:
    """The model that belongs to the present sources, trained if need be. Raises CalledProcessError."""
    command = [sys.executable, "-m", "bot", "train"]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return Path(done.stdout.strip().splitlines()[-1])


def _url(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if found := ANNOUNCED.search(log.read_text(encoding="utf-8")):
            return found.group()
        time.sleep(0.1)
    raise RuntimeError(f"The bot did not start:\n{log.read_text(encoding='utf-8')}")

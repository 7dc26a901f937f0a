"""``python -m bot shell`` at a terminal of its own, typed into as a person does."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.settings import ROOT

ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[@-_]|\r")


class Shell:
    """``database`` is the SQLite file that the shell's bot writes; ``seen`` is what the terminal shows."""

    def __init__(self, terminal: int, database: Path) -> None:
        self.database = database
        self._terminal = terminal
        self._read = bytearray()
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def seen(self) -> str:
        """Everything shown so far, without colours."""
        return ANSI.sub("", self._read.decode(errors="replace"))

    def type(self, line: str) -> None:
        """A line and the enter key."""
        os.write(self._terminal, f"{line}\r".encode())

    def _watch(self) -> None:
        with suppress(OSError):  # the terminal is closed
            while part := os.read(self._terminal, 65536):
                self._read += part


@contextmanager
def shell(folder: Path) -> Iterator[Shell]:
    """The shell with a database in ``folder``; ended by its pid."""
    database = folder / "shell.db"
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "TERM": "dumb", "COLUMNS": "10000"}
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "shell"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    try:
        yield Shell(ours, database)
    finally:
        process.terminate()
        process.wait(timeout=120)
        os.close(ours)

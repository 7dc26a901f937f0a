"""A page of another origin that embeds the widget, served from a port of its own."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


PORT = _free_port()
ORIGIN = f"http://127.0.0.1:{PORT}"  # what the bots of the tests let embed
STRANGER = f"http://localhost:{PORT}"  # the same server under another name, which they do not


@dataclass(frozen=True)
class File:
    """What is served at a path."""

    kind: str
    text: str
    policy: str


@contextmanager
def site(files: Mapping[str, File]) -> Iterator[None]:
    """Serves ``files`` by their paths at ORIGIN."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = files.get(self.path)
            self.send_response(200 if file else 404)
            if file:
                self.send_header("Content-Type", f"{file.kind}; charset=utf-8")
                self.send_header("Content-Security-Policy", file.policy)
            self.end_headers()
            self.wfile.write(file.text.encode() if file else b"")

        def log_message(self, format: str, *arguments: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

"""A double of Tencent's programs: tokens that replace each other, messages of its own, a menu, and errors on demand."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

SECRET = "secret-of-tests"


class TencentApi:
    """What the double was told and what it is to answer.

    ``sent``: (openid, text) of each message taken; ``raw``: the bodies as they came; ``menus``: those published;
    ``calls``: how often each path was called; ``errors``: path -> codes that the next calls are answered with.
    """

    def __init__(self) -> None:
        self.url = ""
        self.sent: list[tuple[str, str]] = []
        self.raw: list[bytes] = []
        self.menus: list[dict[str, Any]] = []
        self.calls: Counter[str] = Counter()
        self.errors: defaultdict[str, deque[int]] = defaultdict(deque)
        self.expires_in = 7200
        self.delay = 0.0
        self.cut = False  # what is sent is taken, and the connection closed without a word
        self._tokens = 0
        self._good: set[str] = set()
        self._lock = threading.Lock()

    @property
    def tokens(self) -> set[str]:
        """The tokens that are good at present."""
        return set(self._good)

    def expire(self) -> None:
        """No token that was given out is good any more."""
        self._good.clear()

    def answer(self, path: str, query: dict[str, str], body: bytes) -> dict[str, Any]:
        """What Tencent answers, by its documentation."""
        time.sleep(self.delay)
        with self._lock:
            self.calls[path] += 1
            if self.errors[path]:
                code = self.errors[path].popleft()
                return {"errcode": code, "errmsg": f"refused, hint: [x] rid: y, ip 203.0.113.7 ({code})"}
            if path in ("/cgi-bin/token", "/cgi-bin/gettoken"):
                return self._token(query)
            if query.get("access_token") not in self._good:
                return {"errcode": 40001, "errmsg": "invalid credential, access_token is invalid or not latest"}
            return self._called(path, body)

    def _token(self, query: dict[str, str]) -> dict[str, Any]:
        if SECRET not in (query.get("secret"), query.get("corpsecret")):
            return {"errcode": 40001, "errmsg": "invalid appsecret"}
        self._tokens += 1
        token = f"token-{self._tokens}"
        self._good = {token}  # the one before is forgotten: whoever still uses it is refused
        return {"access_token": token, "expires_in": self.expires_in}

    def _called(self, path: str, body: bytes) -> dict[str, Any]:
        self.raw.append(body)
        asked = json.loads(body)
        if path in ("/cgi-bin/message/custom/send", "/cgi-bin/message/send"):
            text = asked["text"]["content"]
            if len(text.encode()) > 2048:
                return {"errcode": 45002, "errmsg": "content size out of limit"}
            self.sent.append((asked["touser"], text))
        elif path == "/cgi-bin/menu/create":
            self.menus.append(asked)
        else:
            return {"errcode": 40066, "errmsg": "invalid url"}
        return {"errcode": 0, "errmsg": "ok"}


@contextmanager
def tencent_api() -> Iterator[TencentApi]:
    """The double on a free port of 127.0.0.1."""
    double = TencentApi()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            address = urlsplit(self.path)
            content = json.dumps(double.answer(address.path, dict(parse_qsl(address.query)), body)).encode()
            if double.cut and self.command == "POST":
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")  # as Tencent does
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    double.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()

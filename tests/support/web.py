"""A visitor of the web page, as the widget is one."""

from __future__ import annotations

import json
import uuid
from typing import Any

import httpx

from tests.support.bot import Client


class Visitor:
    """Talks to the web channel of ``client``'s bot with a token of its own."""

    def __init__(self, client: Client, **headers: str) -> None:
        self.client = client
        self.headers = headers
        self.token: str = self.call("POST", "session").json()["token"]

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """One request with the token, unless ``headers`` have another."""
        token = getattr(self, "token", None)
        authorization = {"Authorization": f"Bearer {token}"} if token else {}
        sent = {**self.headers, **authorization, **headers}
        return self.client.http.request(method, f"/webhooks/web/{path}", json=body, headers=sent)

    def send(self, text: str, sent: str | None = None, **more: Any) -> httpx.Response:
        """Sends a message, with a new id unless ``sent`` is one."""
        return self.call("POST", "messages", {"id": sent or new_id(), "text": text, **more})

    def turn(self, text: str, sent: str | None = None) -> dict[str, Any]:
        """The reply to a message."""
        response = self.send(text, sent)
        response.raise_for_status()
        accepted, typing, reply, done = lines(response)
        assert [each["type"] for each in (accepted, typing, reply, done)] == ["accepted", "typing", "reply", "done"]
        return reply

    def history(self, after: int = 0) -> list[dict[str, Any]]:
        """The messages with a greater number."""
        return self.call("GET", f"messages?after={after}").json()["messages"]


def lines(response: httpx.Response) -> list[dict[str, Any]]:
    """The objects of a streamed answer."""
    return [json.loads(line) for line in response.text.splitlines()]


def new_id() -> str:
    """An id for a message."""
    return str(uuid.uuid4())

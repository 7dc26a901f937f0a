"""Requests that are not answered: one exception for them, and the JSON in which a visitor is told why."""

from __future__ import annotations

from dataclasses import dataclass

from sanic import Sanic, response
from sanic.response import HTTPResponse

SECONDS_TO_COME_BACK = 2


@dataclass
class Refused(Exception):
    """``words`` (Chinese) are for the visitor, ``code`` is for programs; ``wait``: seconds until it is worth another try."""

    status: int
    code: str
    words: str
    wait: int | None = None

    def response(self) -> HTTPResponse:
        """The refusal as docs/web.md has it."""
        body = {"error": self.words, "code": self.code}
        if self.wait is None:
            return response.json(body, status=self.status, ensure_ascii=False)
        headers = {"Retry-After": str(self.wait)}
        return response.json(body | {"retry_after": self.wait}, self.status, headers, ensure_ascii=False)


def is_ready(app: Sanic) -> bool:
    """Whether the bot can answer, or is still being trained or loaded."""
    return getattr(app.ctx, "agent", None) is not None


def refuse_while_starting(app: Sanic) -> None:
    """Raises Refused until the bot can answer."""
    if not is_ready(app):
        raise Refused(503, "starting", "助手正在启动，请稍等一会儿", wait=SECONDS_TO_COME_BACK)

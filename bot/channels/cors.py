"""Which pages may talk to the web channel: those of the bot itself, and those whose origin the settings name."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from sanic.request import Request
from sanic.response import BaseHTTPResponse

from bot.channels.refused import Refused

METHODS = "GET, POST, DELETE, OPTIONS"
HEADERS = "Authorization, Content-Type"
EXPOSED = "Retry-After"
SECONDS_OF_A_PREFLIGHT = "600"


def refuse_foreign(request: Request, allowed: Collection[str]) -> None:
    """Raises Refused for a page of another origin. A program that names none is no page, and needs a token all the same."""
    origin = request.headers.get("origin")
    if origin is not None and not _may_embed(request, origin, allowed):
        raise Refused(403, "origin", "这个网站没有获准使用申报助手")


def allow(request: Request, response: BaseHTTPResponse, allowed: Collection[str]) -> None:
    """Adds what a browser wants to see before it shows the answer to the page that asked."""
    response.headers["Vary"] = "Origin"
    origin = request.headers.get("origin")
    if origin is None or not _may_embed(request, origin, allowed):
        return
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = HEADERS
        response.headers["Access-Control-Max-Age"] = SECONDS_OF_A_PREFLIGHT


def _may_embed(request: Request, origin: str, allowed: Collection[str]) -> bool:
    """The scheme of the bot's own pages is not compared: a proxy in front may have taken the encryption away."""
    host = request.headers.get("host")
    return origin in allowed or (host is not None and urlsplit(origin).netloc == host)

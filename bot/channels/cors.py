"""Which pages may talk to the web channel: those of the bot itself, and those whose origin the settings name."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from sanic.request import Request

from bot.channels.refused import Refused

EXPOSED = "Retry-After"
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "600",
}


def refuse_foreign(request: Request, allowed: Collection[str]) -> None:
    """Raises Refused for a page of another origin. A program that names none is no page, and needs a token all the same."""
    origin = request.headers.get("origin")
    if origin is not None and not _may_embed(request, origin, allowed):
        raise Refused(403, "origin", "这个网站没有获准使用申报助手")


def headers(request: Request, allowed: Collection[str]) -> dict[str, str]:
    """What a browser wants to see before it shows the answer to the page that asked."""
    said = {"Vary": "Origin"}
    origin = request.headers.get("origin")
    if origin is not None and _may_embed(request, origin, allowed):
        said |= {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": EXPOSED}
        said |= PREFLIGHT if request.method == "OPTIONS" else {}
    return said


def _may_embed(request: Request, origin: str, allowed: Collection[str]) -> bool:
    """The scheme of the bot's own pages is not compared: a proxy in front may have taken the encryption away."""
    host = request.headers.get("host")
    return origin in allowed or (host is not None and urlsplit(origin).netloc == host)

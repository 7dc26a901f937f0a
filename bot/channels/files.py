"""Files for browsers: from memory, compressed where that is taken, asked for again each time but sent only when changed."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

TEXTS = ("text/", "application/json", "image/svg")
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
SHORTEST_TO_COMPRESS = 500  # bytes


@dataclass(frozen=True)
class Content:
    """The bytes of an answer, plain and compressed (None: not worth it), and their ``mark``."""

    plain: bytes
    compressed: bytes | None
    kind: str
    mark: str


def content(plain: bytes, kind: str) -> Content:
    """``plain`` made ready to be sent."""
    text = kind.startswith(TEXTS)
    worth = text and len(plain) >= SHORTEST_TO_COMPRESS
    packed = gzip.compress(plain, mtime=0) if worth else None
    return Content(plain, packed, f"{kind}; charset=utf-8" if text else kind, hashlib.sha256(plain).hexdigest()[:20])


def file(path: Path) -> Content:
    """The file as it is now. Raises OSError."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def below(folder: Path) -> dict[str, Path]:
    """The files in the folder by their relative address; nothing else can be asked for."""
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


@lru_cache(maxsize=256)
def _read(path: Path, changed: int) -> Content:
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return content(path.read_bytes(), kind)


def answer(request: Request, said: Content, headers: dict[str, str]) -> HTTPResponse:
    """The content, or 304 where the browser has it already."""
    packed = said.compressed is not None and "gzip" in request.headers.get("accept-encoding", "")
    mark = f'"{said.mark}-gz"' if packed else f'"{said.mark}"'
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", **headers, "ETag": mark}
    if mark in [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]:
        return response.empty(status=304, headers=headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
    return response.raw(said.compressed if packed else said.plain, headers=headers, content_type=said.kind)

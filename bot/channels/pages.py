"""What a browser is shown beside the conversation: the portal page, the widget's files, the guide, and reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sanic import Blueprint, response
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import service
from bot.channels import files, headers
from bot.channels.refused import is_ready

STATIC = Path(__file__).parent / "static"
PAGES = Path(__file__).parent / "pages"
# The widget is loaded by pages of any origin: its files are the same for everybody.
EMBEDDED = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": headers.REPORT,
    "Cross-Origin-Opener-Policy": "same-origin",
}
LONGEST_SEARCH = 100

_TEMPLATES = Environment(
    loader=FileSystemLoader(PAGES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=True
)


def blueprint() -> Blueprint:
    """All pages and files."""
    pages = Blueprint("pages")
    pages.add_route(_portal, "/", methods=["GET", "HEAD"])
    pages.add_route(_widget, "/widget.js", methods=["GET", "HEAD"])
    pages.add_route(_static, "/static/<name:path>", methods=["GET", "HEAD"])
    pages.add_route(_style, "/pages/<name:str>", methods=["GET", "HEAD"])
    pages.add_route(_guide, "/guide", methods=["GET", "HEAD"])
    pages.add_route(_report, "/report/<address:str>", methods=["GET", "HEAD"])
    return pages


async def _portal(request: Request) -> HTTPResponse:
    return files.answer(request, files.file(STATIC / "index.html"), {"Content-Security-Policy": headers.PORTAL})


async def _widget(request: Request) -> HTTPResponse:
    return _file(request, STATIC, "widget.js")


async def _static(request: Request, name: str) -> HTTPResponse:
    return _file(request, STATIC, name)


async def _style(request: Request, name: str) -> HTTPResponse:
    return _file(request, PAGES, name, suffix=".css")


def _file(request: Request, folder: Path, name: str, suffix: str = "") -> HTTPResponse:
    path = files.below(folder).get(name)
    if path is None or not name.endswith(suffix):
        raise NotFound
    return files.answer(request, files.file(path), EMBEDDED)


async def _guide(request: Request) -> HTTPResponse:
    asked = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    page = _page("guide.html", guide=service.guide_page(asked), asked=asked)
    return files.answer(request, page, {"Content-Security-Policy": headers.GUIDE})


async def _report(request: Request, address: str) -> HTTPResponse:
    if not is_ready(request.app):
        return _private(_page("starting.html"), 503)
    report = service.report(address)
    if report is None:
        return _private(_page("no_report.html"), 404)
    return _private(_page("report.html", report=report, promise=service.promise()), 200)


def _private(page: files.Content, status: int) -> HTTPResponse:
    """Neither kept by the browser nor compressed: what is compressed tells something of itself by its length."""
    return response.raw(page.plain, status, PRIVATE, page.kind)


def _page(template: str, **context: Any) -> files.Content:
    html = _TEMPLATES.get_template(template).render(root=service.root(), **context)
    return files.content(html.encode(), "text/html")

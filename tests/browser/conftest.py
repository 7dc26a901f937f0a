"""Fixtures of the browser tests: one Chromium for all, a fresh visitor for each test, and nothing from other hosts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.bot import Client
from tests.support.browser import Chat, chromium

SECONDS = 60  # only a test that fails waits for so long
expect.set_options(timeout=SECONDS * 1000)
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests of this package: while it is there an event loop runs, which others would trip over."""
    with chromium() as running:
        yield running


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """``visitor(**options)``: a browser profile of its own. Faults and foreign requests of its pages fail the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": DESKTOP, "locale": "zh-CN", "reduced_motion": "reduce", **options})
        context.set_default_timeout(SECONDS * 1000)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("request", lambda request: faults.extend(_foreign(request.url)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert faults == []


def _foreign(url: str) -> list[str]:
    address = urlsplit(url)
    return (
        [f"asked {url}"]
        if address.scheme in ("http", "https") and address.hostname not in ("127.0.0.1", "localhost")
        else []
    )


@pytest.fixture
def page(visitor: Callable[..., BrowserContext]) -> Page:
    """A page of a fresh visitor on a desktop."""
    return visitor().new_page()


@pytest.fixture
def chat(page: Page, bot_server: Client) -> Chat:
    """The portal page of a fresh visitor."""
    return opened(page, bot_server.url)


def opened(page: Page, url: str) -> Chat:
    """The chat of the page at ``url``."""
    page.goto(url)
    shown = Chat(page)
    shown.field.wait_for()
    return shown

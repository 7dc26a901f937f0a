"""A real Chromium, and the chat as a visitor sees and uses it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bot.settings import ROOT

# As root there is no sandbox; and nothing may be asked of other hosts, by the browser neither.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)
# What was sent is answered, and what is shown is what was answered.
IDLE = """() => {
    const chat = document.querySelector("guide-assistant");
    return chat && chat.conversation && chat.conversation.outbox.entries.length === 0;
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that bin/chromium finds or gets. Raises CalledProcessError where there is none to be had."""
    found = subprocess.run(["sh", "bin/chromium"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=list(ARGUMENTS))
        yield browser
        browser.close()


class Chat:
    """The widget on a page; every step waits until what it does has come to its end."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.host = page.locator("guide-assistant")
        self.field = self.host.get_by_role("textbox", name="您的问题")
        self.replies = self.host.get_by_role("group", name="可以直接点的回答")
        self.strip = self.host.get_by_role("region", name="核对进度")
        self.banner = self.host.locator(".banner")

    def idle(self) -> None:
        """Waits until nothing is on its way."""
        self.page.wait_for_function(IDLE)

    def send(self, text: str) -> None:
        """Types and sends, without waiting for the answer."""
        self.field.fill(text)
        self.field.press("Enter")

    def say(self, text: str) -> Locator:
        """Types, sends, and gives the answer."""
        self.send(text)
        self.idle()
        return self.last

    def tap(self, title: str) -> Locator:
        """Taps a reply that is offered, and gives the answer."""
        self.replies.get_by_role("button", name=title, exact=True).click()
        self.idle()
        return self.last

    @property
    def last(self) -> Locator:
        """The bot's last message."""
        return self.host.locator(".message.bot").last

    @property
    def verdict(self) -> Locator:
        """The last card of an assessment."""
        return self.host.locator(".verdict").last

    def said(self) -> list[str]:
        """What the visitor's messages say, in order."""
        return self.host.locator(".message.own > p:not(.sending)").all_inner_texts()

    def answers(self) -> int:
        """How many messages of the bot are shown."""
        return self.host.locator(".message.bot").count()

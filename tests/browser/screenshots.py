"""Writes docs/screenshots: each view of the page at the widths of a phone, a tablet and a desktop, light and dark.

python -m tests.browser.screenshots
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from bot.settings import ROOT
from tests.support import embedding
from tests.support.bot import server
from tests.support.browser import Chat, chromium
from tests.support.embedding import File

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {360: 740, 768: 900, 1440: 900}
BEGIN, KNOWN = "帮我查一下能不能申报重大专项", "工业企业，总投资700万，主营业务收入2800万，自筹400万，财政200万"
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "browser.yml").read_text(encoding="utf-8"))


@contextmanager
def view(browser: Browser, url: str, width: int, scheme: str = "light") -> Iterator[Chat]:
    """A fresh visitor's page."""
    size = {"width": width, "height": SIZES[width]}
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    yield Chat(page)
    context.close()


def save(chat: Chat, name: str) -> None:
    """The picture of what is shown."""
    chat.page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")


def answers(browser: Browser, url: str) -> None:
    """The portal page, an answer, and the source of it."""
    with view(browser, url, 1440) as chat:
        chat.field.wait_for()
        save(chat, "portal-1440")
        chat.say("申报重大专项要满足什么条件？").locator(".source").first.click()
        chat.host.locator("mark").wait_for()
        save(chat, "source-1440")
    with view(browser, url, 360, "dark") as chat:
        chat.say("申报重大专项要满足什么条件？")
        save(chat, "answer-360-dark")


def checks(browser: Browser, url: str) -> None:
    """A check under way, its summary, and the verdict."""
    with view(browser, url, 360) as chat:
        chat.say(BEGIN)
        chat.field.fill("九百五十万")
        chat.host.locator(".composer .preview").wait_for()
        save(chat, "question-360")
        chat.say("工业企业，总投资950万")
        chat.strip.get_by_role("button", name="已了解").click()
        chat.strip.get_by_role("button", name="改：项目总投资").click()
        save(chat, "summary-360")
    for width, scheme in ((360, "light"), (768, "dark")):
        with view(browser, url, width, scheme) as chat:
            chat.say(BEGIN)
            chat.say(KNOWN)
            chat.verdict.wait_for()
            save(chat, f"verdict-{width}" + ("-dark" if scheme == "dark" else ""))
    report = chat_report(browser, url)
    with view(browser, report, 768) as chat:
        save(chat, "report-768")


def chat_report(browser: Browser, url: str) -> str:
    """The address of a finished check's report."""
    with view(browser, url, 768) as chat:
        chat.say(BEGIN)
        chat.say(KNOWN)
        return chat.verdict.get_by_role("link", name="打开核对报告").get_attribute("href") or ""


def pages(browser: Browser, url: str) -> None:
    """The guide, and the widget on another site's page."""
    with view(browser, f"{url}/guide", 768) as chat:
        save(chat, "guide-768")
    html = CASES["foreign_page"].replace("BOT", url)
    files = {"/": File("text/html", html, ""), "/page.css": File("text/css", "", "")}
    with embedding.site(files), view(browser, embedding.ORIGIN, 1440) as chat:
        chat.page.get_by_role("button", name="申报问答").click()
        chat.say("农业专项归哪个科受理？")
        save(chat, "embedded-1440")


def main() -> None:
    """All pictures, of a bot of their own."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as client, chromium() as browser:
        for pictures in (answers, checks, pages):
            pictures(browser, client.url)


if __name__ == "__main__":
    import bot.runtime  # noqa: F401  before anything imports Rasa, as in the bot itself

    main()

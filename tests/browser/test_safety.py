"""Nothing that anybody says becomes markup; the widget lives on a strict foreign page and leaves it alone; its weight."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, Route, expect

from bot.settings import ROOT
from tests.browser.conftest import PHONE
from tests.support import embedding
from tests.support.bot import Client
from tests.support.browser import Chat
from tests.support.embedding import File

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "browser.yml").read_text(encoding="utf-8"))
STATIC = ROOT / "bot" / "channels" / "static"
HEAVIEST = 40_000  # bytes, compressed
# What only a string read as markup could have put there.
ALIEN = """() => document.querySelector("guide-assistant").shadowRoot
    .querySelectorAll("script, img, iframe, b[onmouseover], svg[onload], a[href^='javascript']").length"""
NOTE_VIOLATIONS = """window.forbidden = [];
    addEventListener("securitypolicyviolation", (event) => forbidden.push(event.violatedDirective));"""
MESSAGES = "**/webhooks/web/messages"


def harmless(chat: Chat) -> None:
    assert chat.page.evaluate(ALIEN) == 0
    assert chat.page.evaluate("window.struck === undefined")


def test_what_a_visitor_says_stays_text(chat: Chat) -> None:
    for text in CASES["markup"]:
        chat.say(text)
    assert chat.said() == CASES["markup"]
    harmless(chat)
    chat.page.reload()
    chat.idle()
    expect(chat.host.locator(".message.own")).to_have_count(len(CASES["markup"]))
    harmless(chat)


@pytest.mark.parametrize("payload", CASES["payloads"], ids=lambda payload: payload["kind"])
def test_what_a_bot_says_stays_text(chat: Chat, payload: dict[str, Any]) -> None:
    """Every string of every kind of payload is a hostile one."""
    for number, text in enumerate(CASES["markup"], 1):
        reply = {"type": "reply", "text": text, "payload": poisoned(payload, text), "at": text, "seq": 2 * number}
        answered(chat.page, [{"type": "accepted", "seq": 2 * number - 1}, reply, {"type": "done"}])
        chat.say("你好")
        expect(chat.host.locator(".message.bot")).to_have_count(number)
        for button in chat.last.locator(".figure:visible, .chip:visible").all()[:2]:
            button.click()
            chat.page.keyboard.press("Escape")
        harmless(chat)


def poisoned(value: Any, text: str) -> Any:
    """The value with ``text`` for every string but those that say what is what."""
    if isinstance(value, dict):
        return {key: each if key in CASES["kept"] else poisoned(each, text) for key, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each, text) for each in value]
    return text if isinstance(value, str) else value


def answered(page: Page, lines: list[dict[str, Any]]) -> None:
    """From now on every message gets these lines."""

    def answer(route: Route) -> None:
        route.fulfill(
            status=200, content_type="application/x-ndjson", body="".join(json.dumps(each) + "\n" for each in lines)
        )

    page.unroute(MESSAGES)
    page.route(MESSAGES, answer)


def test_errors_and_reasons_stay_text(chat: Chat) -> None:
    answer = chat.say("什么时候截止？")
    for text in CASES["markup"]:
        answer.get_by_role("button", name="没帮助").click()
        answer.get_by_role("textbox", name="哪里没帮上忙").fill(text)
        answer.get_by_role("button", name="提交").click()
        expect(answer.locator(".actions")).to_contain_text("已记下")
        refused(chat.page, text)
        chat.send("你好")
        expect(chat.host.locator(".sending").last).to_contain_text(text)
        harmless(chat)


def refused(page: Page, words: str) -> None:
    """From now on every message is refused with these words."""
    body = json.dumps({"error": words, "code": "request"})
    page.unroute(MESSAGES)
    page.route(MESSAGES, lambda route: route.fulfill(status=400, content_type="application/json", body=body))


# --- embedded ---


@pytest.fixture(scope="module")
def portal(bot_server: Client) -> Iterator[None]:
    """A page that embeds the widget, with loud styles and a policy that allows the bot and nothing else."""
    policy = (
        f"default-src 'none'; script-src {bot_server.url}; connect-src {bot_server.url}; style-src 'self'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    html = CASES["foreign_page"].replace("BOT", bot_server.url)
    style = CASES["foreign_style"]
    with embedding.site({"/": File("text/html", html, policy), "/page.css": File("text/css", style, policy)}):
        yield


@pytest.fixture
def foreign(visitor: Callable[..., BrowserContext], portal: None) -> Callable[..., Page]:
    """``foreign(origin, **options)``: that page, which notes what its policy forbids."""

    def make(origin: str = embedding.ORIGIN, **options: Any) -> Page:
        page = visitor(**options).new_page()
        page.add_init_script(NOTE_VIOLATIONS)
        page.goto(f"{origin}/")
        return page

    return make


def test_one_script_puts_the_chat_on_a_foreign_page_with_a_strict_policy(foreign: Callable[..., Page]) -> None:
    page = foreign()
    before = page.locator("h1").evaluate("element => [getComputedStyle(element).color, element.offsetTop]")
    launcher = page.get_by_role("button", name="申报问答")
    launcher.click()
    chat = Chat(page)
    answer = chat.say("申报重大专项要满足什么条件？")
    expect(answer.get_by_role("region", name="依据")).to_be_visible()
    assert page.evaluate("forbidden") == []
    assert page.locator("h1").evaluate("element => [getComputedStyle(element).color, element.offsetTop]") == before
    style = answer.locator("p").first.evaluate(
        "element => [getComputedStyle(element).fontSize, getComputedStyle(element).letterSpacing]"
    )
    assert style == ["16px", "normal"]
    page.keyboard.press("Escape")
    expect(launcher).to_be_focused()


def test_the_panel_leaves_the_page_usable_on_a_desktop(foreign: Callable[..., Page]) -> None:
    page = foreign()
    page.get_by_role("button", name="申报问答").click()
    page.get_by_role("button", name="搜索").click()
    expect(page.get_by_role("dialog", name="申报问答")).to_be_visible()


def test_on_a_phone_the_chat_takes_the_whole_screen(foreign: Callable[..., Page]) -> None:
    page = foreign(viewport=PHONE)
    page.get_by_role("button", name="申报问答").click()
    dialog = page.get_by_role("dialog", name="申报问答")
    assert dialog.bounding_box() == {"x": 0, "y": 0, **PHONE}
    assert dialog.evaluate("element => element.matches(':modal')")
    dialog.get_by_role("button", name="关闭").click()
    expect(dialog).to_be_hidden()


def test_a_tablets_keyboard_does_not_take_the_focus_away(foreign: Callable[..., Page]) -> None:
    page = foreign(viewport={"width": 1024, "height": 768})
    page.get_by_role("button", name="申报问答").click()
    chat = Chat(page)
    chat.field.fill("什么时候")
    for height in (400, 768):
        page.set_viewport_size({"width": 1024, "height": height})
        page.wait_for_function(
            "phone => document.querySelector('guide-assistant').dialog.matches(':modal') === phone", arg=height == 400
        )
        expect(chat.field).to_be_focused()
    expect(chat.field).to_have_value("什么时候")


def test_a_conversation_goes_on_after_a_reload_of_the_foreign_page(foreign: Callable[..., Page]) -> None:
    page = foreign()
    page.get_by_role("button", name="申报问答").click()
    chat = Chat(page)
    chat.say("什么时候截止？")
    page.reload()
    expect(chat.last).to_contain_text("指南未载明")


def test_a_page_that_may_not_embed_gets_no_answer(foreign: Callable[..., Page]) -> None:
    page = foreign(embedding.STRANGER)
    page.get_by_role("button", name="申报问答").click()
    expect(Chat(page).banner).to_contain_text("连接断开")


def test_colours_are_the_pages_to_set(foreign: Callable[..., Page]) -> None:
    page = foreign()
    page.locator("guide-assistant").evaluate(
        "element => element.style.setProperty('--assistant-accent', 'rgb(120, 0, 0)')"
    )
    button = page.get_by_role("button", name="申报问答")
    assert button.evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(120, 0, 0)"


# --- weight ---


def test_script_and_style_together_are_light(bot_server: Client) -> None:
    files = [path for path in STATIC.rglob("*") if path.suffix in (".js", ".css")]
    sent = {path: bot_server.http.get(f"/static/{path.relative_to(STATIC).as_posix()}") for path in files}
    assert all(
        response.headers["content-encoding"] == "gzip" for path, response in sent.items() if path.stat().st_size > 500
    )
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= HEAVIEST


def test_the_page_is_there_before_the_bot_is_asked(page: Page, bot_server: Client) -> None:
    page.route("**/webhooks/**", lambda route: None)  # never answered
    page.goto(bot_server.url)
    chat = Chat(page)
    expect(chat.host.get_by_role("region", name="开始")).to_be_visible()
    chat.send("什么时候截止？")
    assert chat.said() == ["什么时候截止？"]

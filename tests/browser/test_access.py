"""Everyone can use it: axe on every view, the keyboard alone, what a screen reader hears, zoom, motion, colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, opened
from tests.support.bot import Client
from tests.support.browser import Chat

RULES = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "dark": {"type": "rule", "values": ["color-contrast"]},  # nothing else is different
}
BEGIN = "帮我查一下能不能申报重大专项"
KNOWN = "工业企业，总投资700万，主营业务收入2800万，自筹400万，财政200万"
NARROW = {"width": 320, "height": 640}  # a window of 1280 pixels at 400 %
# What is wider than the window, or than the chat, and cannot be scrolled to by anything of its own.
OVERFLOWING = """() => {
    const root = document.querySelector("guide-assistant").shadowRoot;
    const wide = [...root.querySelectorAll("*")].filter((each) => !each.closest(".away, svg") && each.getBoundingClientRect().right > innerWidth + 1);
    return [...wide.map((each) => each.className), ...(document.documentElement.scrollWidth > innerWidth ? ["page"] : [])];
}"""


def faults(page: Page, scheme: str) -> list[str]:
    """What axe reports, each fault with its elements."""
    found = Axe().run(page, options={"runOnly": RULES[scheme]}).response["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


def finished(chat: Chat) -> None:
    """A check to its verdict."""
    chat.say(BEGIN)
    chat.say(KNOWN)
    while chat.strip.is_visible():
        chat.replies.get_by_role("button").first.click()
        chat.idle()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_reports_nothing_on_any_view(
    visitor: Callable[..., BrowserContext], bot_server: Client, scheme: str
) -> None:
    context = visitor(color_scheme=scheme)
    chat = opened(context.new_page(), bot_server.url)
    seen = {"welcome": faults(chat.page, scheme)}
    answer = chat.say("申报重大专项要满足什么条件？")
    seen["answer"] = faults(chat.page, scheme)
    answer.locator(".source").first.click()
    expect(chat.host.locator("mark")).to_be_visible()
    seen["source"] = faults(chat.page, scheme)
    chat.page.keyboard.press("Escape")
    answer.get_by_role("button", name="没帮助").click()
    chat.say(BEGIN)
    chat.field.fill("900")
    expect(chat.host.locator(".composer .preview")).to_be_visible()
    seen["question, preview and feedback"] = faults(chat.page, scheme)
    chat.say("工业企业，总投资900万")
    chat.strip.get_by_role("button", name="已了解").click()
    chat.strip.get_by_role("button", name="改：项目总投资").click()
    seen["summary and editor"] = faults(chat.page, scheme)
    finished(chat)
    seen["verdict"] = faults(chat.page, scheme)
    chat.say("我们公司能申报哪些项目")
    chat.say("结果呢")
    chat.field.fill("好" * 501)
    seen["verdicts and a long text"] = faults(chat.page, scheme)
    chat.host.get_by_role("button", name="删除我的信息").click()
    seen["question"] = faults(chat.page, scheme)
    chat.page.keyboard.press("Escape")
    chat.page.context.set_offline(True)
    chat.field.fill("你好")
    chat.field.press("Enter")
    expect(chat.banner).to_contain_text("连接断开")
    seen["offline"] = faults(chat.page, scheme)
    assert {view: found for view, found in seen.items() if found} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_reports_nothing_on_the_guide_and_the_report(
    visitor: Callable[..., BrowserContext], bot_server: Client, scheme: str
) -> None:
    context = visitor(color_scheme=scheme)
    chat = opened(context.new_page(), bot_server.url)
    finished(chat)
    report = chat.verdict.get_by_role("link", name="打开核对报告").get_attribute("href") or ""
    seen = {}
    for address in (
        report,
        f"{bot_server.url}/guide",
        f"{bot_server.url}/guide?q=总投资",
        f"{bot_server.url}/report/none",
    ):
        chat.page.goto(address)
        seen[address] = faults(chat.page, scheme)
    assert {view: found for view, found in seen.items() if found} == {}


def test_a_check_can_be_done_with_the_keyboard_alone(chat: Chat) -> None:
    keyboard = chat.page.keyboard
    chat.page.locator("body").press("Tab")
    reach(chat.page, "textarea")
    keyboard.type("申报重大专项要满足什么条件？")
    keyboard.press("Enter")
    chat.idle()
    reach(chat.page, ".source", back=True)
    keyboard.press("Enter")
    expect(chat.host.locator("mark")).to_be_visible()
    for _ in range(4):
        keyboard.press("Tab")
        assert focused(chat.page).startswith((".sheet", "outside")), "the page behind the drawer was reached"
    keyboard.press("Escape")
    reach(chat.page, "textarea")
    keyboard.type("帮我查一下能不能申报重大专项")
    keyboard.press("Enter")
    chat.idle()
    reach(chat.page, ".replies .choice", back=True)
    keyboard.press("Enter")
    chat.idle()
    expect(chat.field).to_be_focused()
    keyboard.type("工业企业，总投资700万")
    keyboard.press("Enter")
    chat.idle()
    reach(chat.page, ".figure", back=True)
    keyboard.press("Enter")
    keyboard.press("Escape")
    assert focused(chat.page).startswith(".figure")


def reach(page: Page, selector: str, *, back: bool = False) -> None:
    """Tabs until an element of the chat that matches has the focus."""
    for _ in range(60):
        if page.evaluate(
            "selector => document.querySelector('guide-assistant').shadowRoot.activeElement?.matches(selector) ?? false",
            selector,
        ):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{selector} cannot be reached with the keyboard")


def focused(page: Page) -> str:
    """Where the focus is: in the sheet, on an element of a class, or outside the chat."""
    return page.evaluate(
        """() => { const element = document.querySelector("guide-assistant").shadowRoot.activeElement;
                   return !element ? "outside" : element.closest(".sheet") ? ".sheet" : "." + element.className; }"""
    )


def test_a_reply_is_spoken_once_and_typing_is_not(chat: Chat) -> None:
    spoken = chat.host.locator(".chat > [role=status]")
    chat.page.evaluate(
        """() => { window.heard = [];
            const region = document.querySelector("guide-assistant").shadowRoot.querySelector(".chat > [role=status]");
            new MutationObserver(() => heard.push(region.textContent)).observe(region, {childList: true, characterData: true}); }"""
    )
    chat.say("什么时候截止？")
    expect(spoken).to_contain_text("指南未载明")
    assert chat.page.evaluate("heard.length") == 1
    expect(chat.host.get_by_role("log", name="对话")).to_have_attribute("aria-live", "off")
    finished(chat)
    expect(spoken).to_contain_text("不符合")


@pytest.mark.parametrize("size", [NARROW, PHONE], ids=["320", "360"])
def test_nothing_runs_out_of_a_narrow_window(
    visitor: Callable[..., BrowserContext], bot_server: Client, size: dict[str, int]
) -> None:
    chat = opened(visitor(viewport=size).new_page(), bot_server.url)
    assert chat.page.evaluate(OVERFLOWING) == []
    chat.say("申报重大专项要满足什么条件？")
    finished(chat)
    assert chat.page.evaluate(OVERFLOWING) == []
    chat.say("我们公司能申报哪些项目")
    chat.strip.get_by_role("button", name="已了解").click()
    assert chat.page.evaluate(OVERFLOWING) == []
    expect(chat.field).to_be_in_viewport()
    expect(chat.host.get_by_role("button", name="发送")).to_be_in_viewport()


def test_nothing_moves_for_those_who_want_it_still(chat: Chat) -> None:
    chat.page.emulate_media(reduced_motion="reduce")
    moving = "() => document.querySelector('guide-assistant').shadowRoot.getAnimations().length"
    chat.say("申报重大专项要满足什么条件？").locator(".source").first.click()
    assert chat.page.evaluate(moving) == 0


def test_states_can_be_told_apart_in_forced_colours(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    chat = opened(visitor(forced_colors="active").new_page(), bot_server.url)
    finished(chat)
    for name in (".state", ".track", ".choice, .button"):
        border = chat.verdict.locator(name).first.evaluate("element => getComputedStyle(element).borderTopWidth")
        assert border != "0px"

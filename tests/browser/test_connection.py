"""The server starts late, is killed and comes back, refuses or fails: nothing is lost, nothing is doubled, all is said."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import opened
from tests.support.bot import Client, process
from tests.support.browser import Chat

MESSAGES = "**/webhooks/web/messages"
BEGIN = "帮我查一下能不能申报重大专项"
MILLISECONDS_TO_START = 600_000  # with training


def test_a_late_start_and_a_death_in_the_middle_lose_and_double_nothing(tmp_path: Path, page: Page) -> None:
    with process(tmp_path) as bot:
        url = bot.listening().url
        chat = opened(page, url)
        expect(chat.banner).to_contain_text("正在启动")
        chat.send(BEGIN)
        expect(chat.host.locator(".message.own")).to_contain_text("等待发出")
        expect(chat.host.locator(".message.bot")).to_have_count(1, timeout=MILLISECONDS_TO_START)
        expect(chat.banner).to_be_hidden()
        bot.stop(signal.SIGKILL)
        chat.send("总投资900万")
        expect(chat.banner).to_contain_text("连接断开")
    with process(tmp_path, PORT=str(urlsplit(url).port)):
        expect(chat.host.locator(".message.bot")).to_have_count(2, timeout=MILLISECONDS_TO_START)
        expect(chat.banner).to_be_hidden()
        assert chat.said() == [BEGIN, "总投资900万"]
        expect(chat.strip).to_contain_text("已答 1")


def test_a_connection_cut_in_the_middle_of_a_turn_asks_for_the_same_turn_again(chat: Chat) -> None:
    sent: list[str] = []

    def cut(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or "")["id"])
        if len(sent) > 1:
            route.continue_()
            return
        route.fetch()  # the server works the turn, the page hears its beginning only
        route.fulfill(
            status=200, content_type="application/x-ndjson", body='{"type": "accepted", "seq": 1}\n{"type": "ty'
        )

    chat.page.route(MESSAGES, cut)
    chat.say("什么时候截止？")
    assert len(set(sent)) == 1 and len(sent) == 2
    assert (chat.said(), chat.answers()) == (["什么时候截止？"], 1)


def test_a_failed_turn_is_offered_to_be_sent_again(chat: Chat) -> None:
    failing = [True]

    def fail(route: Route) -> None:
        if failing:
            body = json.dumps({"error": "出了点问题，请再试一次", "code": "failed"})
            route.fulfill(status=500, content_type="application/json", body=body)
        else:
            route.continue_()

    chat.page.route(MESSAGES, fail)
    chat.send("什么时候截止？")
    message = chat.host.locator(".message.own")
    expect(message).to_contain_text("出了点问题")
    failing.clear()
    message.get_by_role("button", name="重发").click()
    chat.idle()
    assert (chat.said(), chat.answers()) == (["什么时候截止？"], 1)
    expect(message).not_to_contain_text("出了点问题")


def test_too_many_messages_are_said_so_and_sent_later(chat: Chat) -> None:
    refusing = [True]

    def slow_down(route: Route) -> None:
        if not refusing:
            route.continue_()
            return
        body = json.dumps({"error": "消息太多了，请稍等 1 秒再发。", "code": "rate", "retry_after": 1})
        route.fulfill(status=429, content_type="application/json", body=body)

    chat.page.route(MESSAGES, slow_down)
    chat.send("什么时候截止？")
    expect(chat.banner).to_contain_text("消息太多了")
    refusing.clear()
    chat.idle()
    expect(chat.last).to_contain_text("指南未载明")
    expect(chat.banner).to_be_hidden()


def test_messages_written_offline_go_in_their_order(chat: Chat) -> None:
    chat.say("你好")
    chat.page.context.set_offline(True)
    for text in ("什么时候截止？", "农业专项归哪个科？"):
        chat.send(text)
    expect(chat.banner).to_contain_text("连接断开")
    chat.page.context.set_offline(False)
    chat.idle()
    assert chat.said() == ["你好", "什么时候截止？", "农业专项归哪个科？"]
    expect(chat.last).to_contain_text("农村科")


def test_a_token_that_is_no_good_any_more_is_replaced_without_a_word(chat: Chat) -> None:
    chat.say("你好")
    chat.page.evaluate(
        """() => { const storage = document.querySelector("guide-assistant").conversation.storage;
                   storage.set("session", {...storage.get("session"), token: "expired"}); }"""
    )
    chat.say("什么时候截止？")
    expect(chat.last).to_contain_text("指南未载明")


def test_without_storage_the_chat_still_works(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    page = visitor().new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})")
    chat = opened(page, bot_server.url)
    chat.say("什么时候截止？")
    expect(chat.last).to_contain_text("指南未载明")

"""Asking and being answered: sources, history, tabs, and what can be done with a message."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from bot.settings import LONGEST_MESSAGE
from tests.browser.conftest import opened
from tests.support.bot import Client
from tests.support.browser import Chat

ASKED = "申报重大专项要满足什么条件？"


def test_an_answer_cites_and_a_chip_opens_the_sentence_in_its_context(chat: Chat) -> None:
    answer = chat.say(ASKED)
    sources = answer.get_by_role("region", name="依据")
    expect(sources.get_by_role("button")).not_to_have_count(0)
    expect(answer).not_to_contain_text("依据：")
    source = sources.get_by_role("button").first
    clause, quote = source.locator(".tag").inner_text(), source.locator("q").text_content()
    source.click()
    drawer = chat.host.get_by_role("dialog", name=f"指南原文 {clause}")
    expect(drawer.locator("mark")).to_have_text(quote or "")
    expect(drawer.locator("mark")).to_be_in_viewport()
    assert len(drawer.locator(".clause.wanted").inner_text()) > len(quote or "")
    chat.page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(source).to_be_focused()


def test_a_clause_in_the_text_is_a_chip(chat: Chat) -> None:
    chip = chat.say(ASKED).locator("li .chip").first
    clause = chip.inner_text()
    chip.click()
    expect(chat.host.get_by_role("dialog", name=f"指南原文 {clause}").locator(".wanted .tag")).to_have_text(clause)


def test_a_message_is_shown_at_once_and_a_reload_shows_all_again(chat: Chat) -> None:
    chat.say(ASKED)
    chat.send("要准备哪些材料？")
    expect(chat.host.locator(".message.own").last).to_contain_text("要准备哪些材料？")
    chat.page.reload()  # in the middle
    chat.idle()
    expect(chat.host.locator(".message.bot")).to_have_count(2)
    assert chat.said() == [ASKED, "要准备哪些材料？"]


def test_a_second_tab_shows_the_same_and_follows(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    context = visitor()
    one, other = (opened(context.new_page(), bot_server.url) for _ in range(2))
    one.say("什么时候截止？")
    expect(other.host.locator(".message.bot")).to_have_count(1)
    other.say("农业专项归哪个科？")
    expect(one.host.locator(".message.bot")).to_have_count(2)
    assert one.said() == other.said() == ["什么时候截止？", "农业专项归哪个科？"]


def test_two_visitors_do_not_see_each_other(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    one, other = (opened(visitor().new_page(), bot_server.url) for _ in range(2))
    one.say("我们研发人员有三十七人")
    other.say("你好")
    other.page.reload()
    expect(other.host.locator(".message.bot")).to_have_count(1)
    assert other.said() == ["你好"]
    assert "三十七" not in other.page.locator("guide-assistant").inner_text()


def test_replies_are_buttons(chat: Chat) -> None:
    chat.say("今天天气怎么样")
    title = chat.replies.get_by_role("button").first.inner_text()
    chat.tap(title)
    assert chat.said()[-1] == title


def test_the_length_is_counted_and_a_long_text_is_kept(chat: Chat) -> None:
    chat.field.fill("好" * LONGEST_MESSAGE)
    expect(chat.host.locator(".count")).to_have_text(f"{LONGEST_MESSAGE}/{LONGEST_MESSAGE}")
    chat.send("好" * (LONGEST_MESSAGE + 1))
    expect(chat.host.locator(".count")).to_contain_text("多了 1 字")
    expect(chat.host.get_by_role("button", name="发送")).to_be_disabled()
    assert (len(chat.field.input_value()), chat.said()) == (LONGEST_MESSAGE + 1, [])


def test_enter_does_not_send_while_a_word_is_being_chosen(chat: Chat) -> None:
    chat.field.fill("zhongda")
    chat.field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    chat.field.press("Shift+Enter")
    assert chat.field.input_value() == "zhongda\n"
    assert chat.said() == []


def test_an_unsent_text_outlives_a_reload(chat: Chat) -> None:
    chat.field.fill("我们想申报")
    chat.page.reload()
    expect(chat.field).to_have_value("我们想申报")


def test_an_answer_is_copied_whole(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    context = visitor(permissions=["clipboard-read", "clipboard-write"])
    chat = opened(context.new_page(), bot_server.url)
    chat.say(ASKED).get_by_role("button", name="复制这条回答").click()
    expect(chat.last.locator(".actions")).to_contain_text("已复制")
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert "依据" in copied and "“" in copied


def test_thumbs_are_kept_with_a_reason(chat: Chat, bot_server: Client) -> None:
    answer = chat.say("什么时候截止？")
    with chat.page.expect_response(re.compile("feedback")) as up:
        answer.get_by_role("button", name="有帮助").click()
    assert up.value.status == 204
    answer.get_by_role("button", name="没帮助").click()
    with chat.page.expect_response(re.compile("feedback")) as down:
        answer.get_by_role("form", name="哪里没帮上忙").get_by_role("button", name="看不懂").click()
    assert (down.value.status, down.value.request.post_data_json["reason"]) == (204, "看不懂")
    expect(answer.get_by_role("button", name="没帮助")).to_have_attribute("aria-pressed", "true")


def test_a_new_conversation_begins_empty_and_the_former_can_be_seen(chat: Chat) -> None:
    chat.say("什么时候截止？")
    chat.host.get_by_role("button", name="新对话").click()
    chat.idle()
    expect(chat.host.locator(".message.own")).to_have_count(0)
    chat.page.reload()
    expect(chat.host.locator(".message.bot")).to_have_count(1)
    chat.host.get_by_role("button", name="查看之前的对话").click()
    assert chat.said()[0] == "什么时候截止？"


def test_erasing_asks_first_and_leaves_nothing(chat: Chat) -> None:
    chat.say("我们公司总投资900万，能申报重大专项吗")
    erase = chat.host.get_by_role("button", name="删除我的信息")
    erase.click()
    question = chat.host.get_by_role("alertdialog", name="删除我的信息？")
    question.get_by_role("button", name="不了").click()
    expect(erase).to_be_focused()
    assert chat.answers() == 1
    erase.click()
    question.get_by_role("button", name="删除", exact=True).click()
    expect(chat.banner).to_contain_text("已经删除")
    expect(chat.host.locator(".message")).to_have_count(0)
    assert stored(chat.page) == []
    chat.page.reload()
    expect(chat.host.get_by_role("region", name="开始")).to_be_visible()


def test_erasing_by_words_empties_every_tab(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    context = visitor()
    one, other = (opened(context.new_page(), bot_server.url) for _ in range(2))
    one.say("我们研发人员有三十七人")
    expect(other.host.locator(".message.own")).to_have_count(1)
    one.say("删除我的信息")
    expect(other.host.locator(".message")).to_have_count(0)
    expect(one.host.locator(".message")).to_have_count(1)
    one.say("你好")
    one.page.reload()
    expect(one.host.locator(".message.bot")).to_have_count(1)
    assert one.said() == ["你好"]


def stored(page: Page) -> list[str]:
    """What of the visitor this browser still keeps."""
    kept = page.evaluate("Object.entries(localStorage)")
    return [key for key, value in kept if not key.endswith(("draft", "outbox")) or value not in ('""', "[]")]

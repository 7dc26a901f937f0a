"""In a hurry and on a telephone: what is asked stays in sight, whatever takes room; nothing is enlarged by a tap."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import PHONE, opened
from tests.support.bot import Client
from tests.support.browser import Chat

BEGIN = "我们公司能申报哪些项目"
KEYBOARD = 320  # pixels that it takes
TWO_FRAMES = (
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"  # all that follows is done
)
SMALLEST_UNZOOMED = 16  # pixels; a field of smaller text makes a telephone enlarge the page


@pytest.fixture
def phone(visitor: Callable[..., BrowserContext], bot_server: Client) -> Chat:
    """The portal page on a telephone."""
    return opened(visitor(viewport=PHONE, has_touch=True, is_mobile=True).new_page(), bot_server.url)


def asked_in_sight(chat: Chat) -> None:
    expect(chat.last.locator(".asked").last).to_be_in_viewport(ratio=1)


def test_the_question_is_in_sight_when_its_buttons_come(phone: Chat) -> None:
    phone.say("申报重大专项要满足什么条件？")
    phone.say(BEGIN)
    expect(phone.replies).to_be_visible()
    asked_in_sight(phone)
    phone.replies.get_by_role("button").first.tap()
    phone.idle()
    asked_in_sight(phone)


def test_the_question_stays_in_sight_when_the_keyboard_comes(phone: Chat) -> None:
    phone.say(BEGIN)
    asked_in_sight(phone)
    phone.page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"] - KEYBOARD})
    asked_in_sight(phone)
    expect(phone.field).to_be_in_viewport(ratio=1)
    phone.say("工业企业，总投资900万")
    asked_in_sight(phone)
    phone.page.set_viewport_size(PHONE)
    asked_in_sight(phone)


def test_who_reads_further_up_is_left_there_when_the_keyboard_comes(phone: Chat) -> None:
    phone.say("申报重大专项要满足什么条件？")
    phone.say(BEGIN)
    thread = phone.host.get_by_role("log", name="对话")
    thread.evaluate(f"element => {{ element.scrollTop = 0; return {TWO_FRAMES}; }}")
    phone.page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"] - KEYBOARD})
    assert thread.evaluate(f"element => {TWO_FRAMES}.then(() => element.scrollTop)") == 0


def test_a_tap_into_a_field_does_not_enlarge_the_page(phone: Chat) -> None:
    phone.say("申报重大专项要满足什么条件？").get_by_role("button", name="没帮助").tap()
    phone.say(BEGIN)
    phone.say("工业企业，总投资900万")
    phone.strip.get_by_role("button", name="已了解").tap()
    phone.strip.get_by_role("button", name="改：项目总投资").tap()
    fields = phone.host.locator("input[type=text], textarea")
    expect(fields).to_have_count(3)
    sizes = fields.evaluate_all("fields => fields.map((field) => parseFloat(getComputedStyle(field).fontSize))")
    assert min(sizes) >= SMALLEST_UNZOOMED


def test_a_figure_is_corrected_by_the_keyboards_own_key(phone: Chat) -> None:
    phone.say(BEGIN)
    phone.say("工业企业，总投资900万")
    phone.strip.get_by_role("button", name="已了解").tap()
    phone.strip.get_by_role("button", name="改：项目总投资").tap()
    field = phone.strip.get_by_role("textbox", name="项目总投资")
    field.fill("七百万")
    field.press("Enter")
    phone.idle()
    assert phone.said()[-1] == "不对，项目总投资：七百万"
    asked_in_sight(phone)


def test_the_keyboard_stays_after_a_tap_on_send(phone: Chat) -> None:
    phone.field.tap()
    phone.field.fill(BEGIN)
    phone.host.get_by_role("button", name="发送").tap()
    phone.idle()
    expect(phone.field).to_be_focused()
    assert phone.said() == [BEGIN]

"""A check from its first question to its report: progress, figures to tap and correct, previews, the verdict as a card."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import BrowserContext, Locator, expect
from pypdf import PdfReader

from bot.guide.load import load
from bot.settings import ROOT
from tests.browser.conftest import opened
from tests.support.bot import Client
from tests.support.browser import Chat

BEGIN = "帮我查一下能不能申报重大专项"
KNOWN = "工业企业，总投资700万，主营业务收入2800万，自筹400万，财政200万"
GUIDE = load(ROOT / "knowledge" / "guide_2022.json")


def checked(chat: Chat, said: str = KNOWN) -> Locator:
    """The card of a check that fails by a number."""
    chat.say(BEGIN)
    chat.say(said)
    while chat.strip.is_visible():
        chat.replies.get_by_role("button").first.click()
        chat.idle()
    return chat.verdict


def figure(place: Locator, name: str) -> Locator:
    return place.get_by_role("button", name=f"改：{name}，")


def test_a_whole_check_with_a_correction_by_tapping(chat: Chat) -> None:
    chat.say(BEGIN)
    expect(chat.strip).to_contain_text("已答 0，最多还有")
    chat.say("工业企业，总投资900万")
    expect(chat.strip).to_contain_text("已了解 3 项")
    chat.strip.get_by_role("button", name="已了解 3 项").click()
    figure(chat.strip, "项目总投资").click()
    editor = chat.strip.get_by_role("form", name="改项目总投资")
    editor.get_by_role("textbox").fill("七百万")
    expect(editor.get_by_role("status")).to_have_text("理解为 700万元")
    editor.get_by_role("button", name="保存").click()
    chat.idle()
    expect(chat.verdict).to_contain_text("不符合")
    expect(figure(chat.verdict, "项目总投资")).to_contain_text("700万元")
    expect(chat.strip).to_be_hidden()
    figure(chat.verdict, "项目总投资").click()
    chat.verdict.get_by_role("textbox").fill("八百万")
    chat.verdict.get_by_role("textbox").press("Enter")
    chat.idle()
    expect(chat.strip).to_contain_text("最多还有")


def test_a_choice_is_corrected_by_tapping(chat: Chat) -> None:
    card = checked(chat)
    figure(card, "申报单位类型").click()
    card.get_by_role("form").get_by_role("button", name="高等院校").click()
    chat.idle()
    expect(figure(chat.verdict, "申报单位类型")).to_contain_text("高等院校")


def test_an_editor_can_be_left_and_gives_the_focus_back(chat: Chat) -> None:
    card = checked(chat)
    figure(card, "项目总投资").click()
    chat.page.keyboard.press("Escape")
    expect(figure(card, "项目总投资")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "shown"), [("八百万", "理解为 800万元"), ("0.08亿", "理解为 800万元"), ("两千多万", "理解为")]
)
def test_an_amount_is_previewed_before_it_is_sent(chat: Chat, typed: str, shown: str) -> None:
    chat.say(BEGIN)
    chat.field.fill(typed)
    expect(chat.host.locator(".composer .preview")).to_contain_text(shown)
    assert chat.said() == [BEGIN]


def test_a_bare_amount_is_given_its_unit_by_a_tap(chat: Chat) -> None:
    chat.say(BEGIN)
    chat.field.fill("900")
    chat.host.locator(".composer").get_by_role("button", name="万元", exact=True).click()
    expect(chat.field).to_have_value("900万元")
    expect(chat.host.locator(".composer .preview")).to_contain_text("理解为 900万元")


def test_a_question_in_the_middle_leaves_the_check_where_it_is(chat: Chat) -> None:
    chat.say(BEGIN)
    chat.say("工业企业，总投资900万")
    offered = chat.replies.get_by_role("button").all_inner_texts()
    asked = chat.last.locator(".asked").inner_text()
    chat.say("为什么要问这个")
    expect(chat.last.locator(".again .asked")).to_have_text(asked)
    assert chat.replies.get_by_role("button").all_inner_texts() == offered
    expect(chat.strip).to_be_visible()


def test_the_card_says_all_of_the_verdict(chat: Chat) -> None:
    card = checked(chat)
    program = GUIDE.program["major-project"]
    expect(card.locator(".program > h4")).to_contain_text(program.name)
    expect(card.locator(".program > h4 .state")).to_have_text("不符合")
    rows = card.locator(".requirements > li")
    expect(rows).to_have_count(len(program.requirements))
    for row in rows.all():
        expect(row.locator("svg").first).to_be_attached()
        assert row.locator(".status").inner_text() in ("符合", "不符合", "还不知道")
        expect(row.locator(".chip")).to_have_count(1)
    investment = rows.filter(has_text="项目总投资")
    expect(investment.locator(".own")).to_have_text("您 700万元")
    expect(investment.locator(".missing")).to_have_text("还差 100万元")
    expect(investment.locator(".limit")).to_have_text("门槛 800万元")
    expect(card.locator(".facts")).to_contain_text("高新科")
    expect(card).to_contain_text("不代表立项或获批")
    expect(card.locator(".receipt")).to_have_text(re.compile(r"^\w{4}-\w{4}$"))


def test_the_bar_stands_where_the_numbers_say(chat: Chat) -> None:
    row = checked(chat).locator(".requirements > li").filter(has_text="项目总投资")
    fill, mark, track = (row.locator(each).bounding_box() for each in (".fill", ".mark", ".track"))
    assert fill and mark and track
    assert fill["width"] / (mark["x"] - track["x"]) == pytest.approx(700 / 800, abs=0.02)


def test_what_would_turn_it_and_the_materials_are_shown(chat: Chat) -> None:
    card = checked(
        chat,
        "工业企业，总投资700万，主营业务收入3800万，自筹600万，财政200万，有研发机构，科技人员够用",
    )
    expect(card.locator(".turning")).to_contain_text("项目总投资达到800万元，结果就是“符合”")
    figure(card, "项目总投资").click()
    card.get_by_role("textbox").fill("800万")
    card.get_by_role("textbox").press("Enter")
    chat.idle()
    expect(chat.verdict.locator(".state").first).to_have_text("符合")
    boxes = chat.verdict.get_by_role("checkbox")
    expect(boxes).not_to_have_count(0)
    boxes.first.check()
    chat.page.reload()
    expect(chat.verdict.get_by_role("checkbox").first).to_be_checked()


def test_of_many_programs_each_has_its_state(chat: Chat) -> None:
    chat.say("我们公司能申报哪些项目")
    chat.say("结果呢")
    states = chat.verdict.locator(".program > summary .state")
    expect(states).to_have_count(len(GUIDE.programs))
    chat.verdict.locator(".program > summary").last.click()
    expect(chat.verdict.locator(".program").last.locator(".requirements")).to_be_visible()
    expect(chat.last.locator(".again .asked")).to_be_visible()


def test_what_if_says_that_nothing_was_changed(chat: Chat) -> None:
    checked(chat)
    chat.say("如果总投资提高到800万呢")
    expect(chat.verdict).to_contain_text("假如")
    expect(chat.verdict.get_by_role("button", name="改：")).to_have_count(0)


def test_the_report_prints_with_code_clauses_and_promise(
    visitor: Callable[..., BrowserContext], bot_server: Client
) -> None:
    context = visitor()
    chat = opened(context.new_page(), bot_server.url)
    card = checked(chat)
    code = card.locator(".receipt").inner_text()
    with context.expect_page() as opening:
        card.get_by_role("link", name="打开核对报告").click()
    report = opening.value
    report.wait_for_load_state()
    document = PdfReader(BytesIO(report.pdf(format="A4", print_background=True)))
    flat = squeezed("".join(page.extract_text() for page in document.pages))
    for part in (code, "不代表立项或获批", GUIDE.title, "项目总投资至少要800万元，还差 100万元"):
        assert squeezed(part) in flat
    wanted = GUIDE.program["major-project"].requirements[0].clause
    assert squeezed(GUIDE.clause[wanted].text) in flat
    assert [round(float(edge)) for edge in document.pages[0].mediabox[2:]] == pytest.approx([595, 842], abs=2)


def squeezed(text: str) -> str:
    """Without spaces, and with one code for each letter: fonts draw radicals and letters with the same glyph."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_report_dies_with_the_visitors_data(visitor: Callable[..., BrowserContext], bot_server: Client) -> None:
    chat = opened(visitor().new_page(), bot_server.url)
    address = checked(chat).get_by_role("link", name="打开核对报告").get_attribute("href") or ""
    assert bot_server.http.get(address).status_code == 200
    chat.say("删除我的信息")
    assert bot_server.http.get(address).status_code == 404

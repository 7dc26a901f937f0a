"""Live callbacks, made by wechatpy, against the running bot: every mode, and everything that is refused."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.channels.conftest import TencentBot
from tests.support.bot import server
from tests.support.tencent import Platform, wecom

MESSAGES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "tencent" / "messages.yml").read_text(encoding="utf-8")
)
MODES = ("plain", "compatible", "encrypted", "wecom")
QUESTION = "重大专项归哪个科受理？"


@pytest.fixture(params=MODES)
def platform(request: pytest.FixtureRequest, tencent_bot: TencentBot) -> Platform:
    """公众号 in each mode, and 企业微信."""
    if request.param == "wecom":
        return tencent_bot.wecom
    return replace(tencent_bot.wechat, mode=request.param)


def _worked(bot: TencentBot) -> tuple[int, ...]:
    """How much the database holds of messages, of numbers used, and of what Rasa keeps."""
    with closing(sqlite3.connect(f"file:{bot.client.database}?mode=ro", uri=True)) as database:
        return tuple(
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("deliveries", "nonces", "events")
        )


def _refused(bot: TencentBot, response: httpx.Response, *statuses: int) -> None:
    assert response.status_code in (statuses or (403,))
    assert list(response.json()) == ["error"]
    assert not re.search(r"Traceback|\.py|Error\b", response.text)


# --- what is right ---


def test_the_address_is_verified(platform: Platform) -> None:
    response = platform.verify("1616140317555161061")
    assert (response.status_code, response.text) == (200, "1616140317555161061")
    assert response.headers["content-type"].startswith("text/plain")


def test_a_question_is_answered_with_clause_and_quote(platform: Platform, tencent_bot: TencentBot) -> None:
    response = platform.post(platform.body(f"ask-{platform.mode}", Content=QUESTION))
    said = platform.read(response)
    expected, payload = tencent_bot.client.turn(f"ask-{platform.name}-{platform.mode}", QUESTION)
    assert said == expected
    for citation in payload["citations"]:
        assert f"【{citation['clause']}】“{citation['quote']}”" in said
    encrypted = "<Encrypt>" in response.text
    assert encrypted == (platform.mode != "plain")
    assert ("高新科" in response.text) != encrypted


@pytest.mark.parametrize("case", MESSAGES["read"], ids=lambda case: str((case["kind"], case["fields"])))
def test_each_kind_of_message_is_answered_or_acknowledged(platform: Platform, case: dict[str, Any]) -> None:
    said = platform.read(platform.post(platform.body("kinds", case["kind"], **case["fields"])))
    assert (said is not None) == bool(case.get("text") or case.get("notice"))
    if case.get("notice") not in (None, "subscribe"):
        assert "文字" in said


def test_in_compatible_mode_both_halves_may_say_the_same(tencent_bot: TencentBot) -> None:
    """What stands outside is not signed: whatever it says beside, the encrypted half is what was said."""
    platform = replace(tencent_bot.wechat, mode="compatible")
    query, content = platform.request(platform.body("both-halves", Content=QUESTION))
    name = f"<ToUserName><![CDATA[{platform.account}]]></ToUserName>".encode()
    doubled = content.replace(b"<Encrypt>", name + b"<Encrypt>").replace(QUESTION.encode(), "你好".encode())
    said = platform.read(platform.http.post(platform.address(query), content=doubled))
    assert said == tencent_bot.client.turn("both-halves", QUESTION)[0]


def test_who_follows_is_told_what_the_bot_can_do(platform: Platform) -> None:
    said = platform.event("follower", "subscribe", "")
    assert all(word in said for word in ("查指南", "查条件", "删除我的信息"))


def test_what_is_said_is_heard(platform: Platform) -> None:
    user, text = f"hears-{platform.mode}", "我们公司能申报哪些项目"
    asked = platform.say(user, text)
    assert platform.read(platform.post(platform.body(f"{user}-voice", "voice", Recognition=text))) == asked
    assert platform.event(f"{user}-menu", "CLICK", text) == asked


def test_a_check_goes_by_numbers(platform: Platform, tencent_bot: TencentBot) -> None:
    user, text = f"numbers-{platform.mode}", "我们公司能申报哪些项目"
    asked = platform.say(user, text)
    _, payload = tencent_bot.client.turn(f"{user}-{platform.name}", text)
    for number, choice in enumerate(payload["choices"], 1):
        assert f"\n{number}、{choice['title']}\n" in asked
    expected, _ = tencent_bot.client.turn(f"{user}-{platform.name}", payload["choices"][1]["payload"])
    assert platform.say(user, "2").splitlines()[0] == expected.splitlines()[0]


def test_nothing_looks_like_markup(platform: Platform) -> None:
    for text in (
        "你好",
        "有哪些专项",
        "重大专项的申报要求是什么",
        "今天天气怎么样",
        "你能做什么",
        "重大专项和兰白专项有什么区别",
    ):
        said = platform.say("markup", text) or ""
        while said.endswith("接着看）"):
            said = platform.say("markup", "更多") or ""
        assert not re.search(r"\*\*|__|^#|^[-*] |^\d+\. |\]\(|<[a-z/]|&[a-z]+;|`", said, re.MULTILINE), said


def test_a_reply_fits_and_the_rest_comes_with_more(platform: Platform, tencent_bot: TencentBot) -> None:
    text = "所有专项的申报要求分别是什么，请全部列出来"
    whole, _ = tencent_bot.client.turn(f"long-{platform.name}-{platform.mode}", text)
    page, pages = platform.say("long", text), []
    while page and "回复“更多”" in page:
        assert len(page.encode()) <= 2048
        pages.append(page.rsplit("\n", 1)[0])
        page = platform.say("long", "更多")
    pages.append(page)
    assert re.sub(r"\s", "", "".join(pages)) in re.sub(r"\s", "", whole) or len(pages) == 1


def test_a_repeat_gets_the_same_answer_and_is_not_worked_again(platform: Platform, tencent_bot: TencentBot) -> None:
    body = platform.body("repeat", Content="你好")
    first = platform.read(platform.post(body))
    events = _worked(tencent_bot)[2]
    assert [platform.read(platform.post(body)) for _ in range(2)] == [first, first]
    assert _worked(tencent_bot)[2] == events


def test_senders_of_other_channels_are_not_to_be_had_over_rest(tencent_bot: TencentBot) -> None:
    for sender in ("wechat-1", "wecom-0123456789"):
        assert tencent_bot.client.post({"sender": sender, "message": "你好"}).status_code == 400


def test_who_is_forgotten_is_not_in_the_file_either(platform: Platform, tencent_bot: TencentBot) -> None:
    openid, word = f"openid-of-{platform.name}-{platform.mode}", f"Wombat{platform.name}{platform.mode}"
    platform.say(openid, "我们公司能申报哪些项目")
    platform.say(openid, f"我们公司叫 {word}")
    assert word.encode() in _content(tencent_bot.client.database)
    assert "已经删除" in platform.say(openid, "删除我的信息")
    assert platform.say("somebody-else", "你好")
    held = _content(tencent_bot.client.database)
    assert word.encode() not in held
    assert openid.encode() not in held


def _content(database: Path) -> bytes:
    """Every byte of the database file, after what is written ahead has been put into it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))


# --- what is refused ---


def _forgeries(platform: Platform) -> Iterator[tuple[str, dict[str, str], bytes]]:
    body = platform.body("forger", Content="forged")
    query, content = platform.request(body)
    key = "msg_signature" if "msg_signature" in query else "signature"
    yield "no signature", {name: value for name, value in query.items() if "signature" not in name}, content
    yield "another signature", query | {key: "0" * 40}, content
    yield "capitals", query | {key: query[key].upper()}, content
    yield "not even text", query | {key: "签名"}, content
    yield "empty", query | {key: ""}, content
    yield "another nonce", query | {"nonce": query["nonce"] + "1"}, content
    yield "no nonce", {name: value for name, value in query.items() if name != "nonce"}, content
    yield "another time", query | {"timestamp": str(int(query["timestamp"]) + 1)}, content
    yield "no number", query | {"timestamp": "now"}, content
    for seconds in (-400, 400, -(10**9)):
        yield f"{seconds} s", *platform.request(body, timestamp=int(time.time()) + seconds)
    yield "another token", *replace(platform, token="another").request(body)
    if platform.mode != "plain" or platform.name == "wecom":
        other_key = "Z" * 20 + platform.aes_key[20:]
        yield "another key", *replace(platform, aes_key=other_key).request(body)
        yield "another account", *replace(platform, app_id="wx0000000000000000").request(body)
        yield "swapped", query | {"msg_signature": platform.sign(query["timestamp"], query["nonce"])}, content
        yield "changed", query, content.replace(b"<Encrypt><![CDATA[", b"<Encrypt><![CDATA[AAAA")
        yield "not encrypted", query, body.encode()


def test_what_is_forged_is_refused_without_work(platform: Platform, tencent_bot: TencentBot) -> None:
    before = _worked(tencent_bot)
    for name, query, content in _forgeries(platform):
        response = platform.http.post(platform.address(query), content=content)
        assert response.status_code == 403, name
        _refused(tencent_bot, response)
    assert _worked(tencent_bot) == before


def test_the_signature_of_one_mode_does_not_do_for_another(tencent_bot: TencentBot) -> None:
    plain = replace(tencent_bot.wechat, mode="plain")
    query, content = tencent_bot.wechat.request(plain.body("mixed", Content="你好"))
    mixed = [
        query | {"signature": query["msg_signature"]},
        {name: value for name, value in query.items() if name != "msg_signature"},
        {name: value for name, value in query.items() if name not in ("msg_signature", "encrypt_type")},
    ]
    before = _worked(tencent_bot)
    for changed in mixed:
        _refused(tencent_bot, plain.http.post(plain.address(changed), content=content))
    assert _worked(tencent_bot) == before


def test_a_replay_is_refused(platform: Platform, tencent_bot: TencentBot) -> None:
    query, content = platform.request(platform.body("replay", Content="你好"))
    assert platform.read(platform.http.post(platform.address(query), content=content))
    before = _worked(tencent_bot)
    _refused(tencent_bot, platform.http.post(platform.address(query), content=content))
    other = platform.request(platform.body("replay", Content="不知道"), nonce=query["nonce"])
    _refused(tencent_bot, platform.http.post(platform.address(other[0]), content=other[1]))
    assert _worked(tencent_bot) == before


def test_a_replayed_verification_is_refused(platform: Platform, tencent_bot: TencentBot) -> None:
    response = platform.verify()
    assert response.status_code == 200
    _refused(tencent_bot, platform.http.get(str(response.request.url)))


@pytest.mark.parametrize(
    "change", [{"signature": "0" * 40, "msg_signature": "0" * 40}, {"timestamp": "1409659589"}, {"echostr": ""}]
)
def test_a_forged_verification_is_refused(platform: Platform, tencent_bot: TencentBot, change: dict[str, str]) -> None:
    _refused(tencent_bot, platform.verify(**change))


def _bad_bodies() -> Iterator[Any]:
    for word, bodies in MESSAGES["refused"].items():
        for body in bodies:
            yield pytest.param(body.encode(), id=f"{word}: {body[:40]!r}")
    bomb = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 12)
    )
    yield pytest.param(f"{bomb}]><xml><Content>&a11;</Content></xml>".encode(), id="a billion laughs")
    yield pytest.param("<xml><Content>重大</Content></xml>".encode("gbk"), id="gbk")
    yield pytest.param("<xml><Content>重大</Content></xml>".encode("utf-16"), id="utf-16")


@pytest.mark.parametrize("body", _bad_bodies())
def test_a_bad_body_is_refused_also_when_it_is_signed(tencent_bot: TencentBot, body: bytes) -> None:
    plain = replace(tencent_bot.wechat, mode="plain")
    query, _ = plain.request(plain.body("bad", Content="你好"))
    before = _worked(tencent_bot)
    _refused(tencent_bot, plain.http.post(plain.address(query), content=body), 400)
    for sealing in (tencent_bot.wechat, tencent_bot.wecom):
        outer, _ = sealing.request("<xml/>")
        _refused(tencent_bot, sealing.http.post(sealing.address(outer), content=body), 400, 403)
        try:
            inside = sealing.post(body.decode())
        except UnicodeDecodeError:
            continue
        _refused(tencent_bot, inside, 400)
    assert _worked(tencent_bot) == before


@pytest.mark.parametrize("size", [64 * 1024 + 1, 1_000_000, 1_048_576])
@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_body_is_refused_before_it_is_read(tencent_bot: TencentBot, size: int, chunked: bool) -> None:
    platform = tencent_bot.wecom
    query, _ = platform.request("<xml/>")

    def parts() -> Iterator[bytes]:
        for start in range(0, size, 4096):
            yield b"x" * min(4096, size - start)

    before = _worked(tencent_bot)
    with httpx.Client(trust_env=False, timeout=120) as http:
        response = http.post(platform.address(query), content=parts() if chunked else b"x" * size)
    assert response.status_code == 413
    assert list(json.loads(response.text)) == ["error"]
    assert _worked(tencent_bot) == before


def test_a_wrong_method_is_refused(tencent_bot: TencentBot) -> None:
    for platform in (tencent_bot.wechat, tencent_bot.wecom):
        assert platform.http.put(platform.address({})).status_code == 405


def test_the_log_holds_no_trace_and_nothing_private(tencent_bot: TencentBot) -> None:
    tencent_bot.wechat.say("private-openid", "我们公司的总投资是1234567元")
    log = (tencent_bot.client.database.parent / "bot.log").read_text(encoding="utf-8")
    assert not re.search(r"Traceback|private-openid|1234567|forged|token-\d", log)


# --- switched off ---


def test_a_channel_that_lacks_a_setting_says_so_and_stays_off(tmp_path: Path) -> None:
    environment = Platform("").environment | wecom("").environment
    del environment["WECHAT_TOKEN"]
    with server(tmp_path, **environment) as client:
        here = Platform(client.url)
        assert here.verify().status_code == 404
        assert here.post(here.body("off", Content="你好")).status_code == 404
        there = wecom(client.url)
        assert there.verify().status_code == 200
        log = (tmp_path / "bot.log").read_text(encoding="utf-8")
    assert "公众号未开通：没有设置 WECHAT_TOKEN" in log
    assert "企业微信未开通" not in log

"""Tencent's programs are called as its documentation asks, its errors are understood, and tokens are shared."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml
from sqlalchemy import delete, update

from bot.channels.tencent import errors, setup
from bot.channels.tencent import push as pushing
from bot.channels.tencent.api import Api, WeComApi
from bot.channels.tencent.desk import Push
from bot.channels.tencent.errors import ApiError, Unreachable
from bot.channels.tencent.push import Pusher
from bot.cli import main
from bot.settings import WECHAT, WECOM, Account
from bot.store import database
from bot.store.models import AccessToken
from tests.support.tencent_api import SECRET, TencentApi, tencent_api

TOKEN, SEND = "/cgi-bin/token", "/cgi-bin/message/custom/send"
WECOM_TOKEN, WECOM_SEND = "/cgi-bin/gettoken", "/cgi-bin/message/send"


@pytest.fixture
def tencent() -> Iterator[TencentApi]:
    """Tencent's double."""
    with tencent_api() as double:
        yield double


@pytest.fixture
def url(database_url: str) -> str:
    """A database without tokens."""
    database.ready(database_url)
    with database.transaction(database_url) as session:
        session.execute(delete(AccessToken))
    return database_url


def account(tencent: TencentApi, base: Account = WECHAT, **changes: Any) -> Account:
    given = {"app_id": "wx1", "secret": SECRET, "agent_id": "1000002", "push": True, "api": tencent.url}
    return replace(base, **(given | changes))


def wechat(tencent: TencentApi, url: str, **changes: Any) -> Api:
    return Api(account(tencent, **changes), url)


def test_a_message_is_sent_as_it_is(tencent: TencentApi, url: str) -> None:
    asyncio.run(wechat(tencent, url).send("oABC", "总投资≥800万 “高新科”", False))
    assert tencent.sent == [("oABC", "总投资≥800万 “高新科”")]
    assert "高新科".encode() in tencent.raw[0]  # as it stands: Tencent shows \\u escapes to the reader


def test_a_message_of_wecom_goes_to_its_application(tencent: TencentApi, url: str) -> None:
    api = WeComApi(account(tencent, WECOM), url)
    asyncio.run(api.send("zhangsan", "你好", False))
    asyncio.run(api.send("zhangsan", "你好", True))
    first, second = (json.loads(body) for body in tencent.raw)
    assert first == {"touser": "zhangsan", "msgtype": "text", "agentid": 1000002, "text": {"content": "你好"}}
    assert second == first | {"enable_duplicate_check": 1, "duplicate_check_interval": 1800}
    assert tencent.calls[WECOM_TOKEN] == 1


def test_many_workers_fetch_one_token(tencent: TencentApi, url: str) -> None:
    tencent.delay = 0.1

    async def all_at_once() -> None:
        await asyncio.gather(*(wechat(tencent, url).send(f"o{number}", "你好", False) for number in range(12)))

    asyncio.run(all_at_once())
    assert len(tencent.sent) == 12
    assert tencent.calls[TOKEN] == 1


def test_a_token_is_renewed_ahead_of_time_and_used_meanwhile(tencent: TencentApi, url: str) -> None:
    asyncio.run(wechat(tencent, url).send("o", "一", False))
    _age(url, expires=time.time() + 200)
    asyncio.run(wechat(tencent, url).send("o", "二", False))
    assert tencent.calls[TOKEN] == 2
    _age(url, expires=time.time() + 200, renewing=time.time() + 5)  # another worker is at it
    asyncio.run(wechat(tencent, url).send("o", "三", False))
    assert tencent.calls[TOKEN] == 2
    assert [text for _, text in tencent.sent] == ["一", "二", "三"]


def test_a_lock_that_was_left_behind_opens(tencent: TencentApi, url: str) -> None:
    with database.transaction(url) as session:
        session.add(AccessToken(account="wechat:wx1:1000002", renewing=time.time() - 1))
    asyncio.run(wechat(tencent, url).send("o", "一", False))
    assert tencent.calls[TOKEN] == 1


@pytest.mark.parametrize("code", [40001, 40014, 42001])
def test_a_stale_token_is_exchanged_and_the_call_made_again(tencent: TencentApi, url: str, code: int) -> None:
    asyncio.run(wechat(tencent, url).send("o", "一", False))
    tencent.errors[SEND].append(code)
    asyncio.run(wechat(tencent, url).send("o", "二", False))
    assert [text for _, text in tencent.sent] == ["一", "二"]
    assert tencent.calls[TOKEN] == 2


def test_a_token_taken_away_by_another_program_is_fetched_once(tencent: TencentApi, url: str) -> None:
    asyncio.run(wechat(tencent, url).send("o", "一", False))
    tencent.expire()

    async def all_at_once() -> None:
        await asyncio.gather(*(wechat(tencent, url).send(f"o{number}", "二", False) for number in range(8)))

    asyncio.run(all_at_once())
    assert len(tencent.sent) == 9
    assert tencent.calls[TOKEN] == 2


def test_a_code_that_stays_is_an_error(tencent: TencentApi, url: str) -> None:
    tencent.errors[SEND].extend([40001, 40001])
    with pytest.raises(ApiError) as refused:
        asyncio.run(wechat(tencent, url).send("o", "一", False))
    assert refused.value.code == 40001
    assert tencent.sent == []


@pytest.mark.parametrize(
    ("code", "went", "pauses"),
    [
        (45015, Push(sent=False), False),  # 48 hours are over
        (45047, Push(sent=False), False),  # too many without an answer
        (40003, Push(sent=False), False),  # no such openid
        (40164, Push(sent=False), True),  # this address is not on the list
        (48001, Push(sent=False), True),  # an account without the interface
        (-1, Push(sent=False, again=True), False),  # busy
        (45009, Push(sent=False, again=True), False),  # too often
    ],
)
def test_what_a_refusal_means(
    tencent: TencentApi, url: str, code: int, went: Push, pauses: bool, caplog: pytest.LogCaptureFixture
) -> None:
    tencent.errors[SEND].append(code)
    pusher = Pusher(wechat(tencent, url))
    with caplog.at_level(logging.INFO):
        assert asyncio.run(pusher.send("oABCDEF", "我们公司的总投资", False)) == went
    assert pusher.may() is not pauses
    assert str(code) in caplog.text
    for private in ("oABCDEF", "总投资", "token-", SECRET):
        assert private not in caplog.text


def test_an_address_that_is_not_on_the_list_is_said_with_the_token(
    tencent: TencentApi, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    tencent.errors[TOKEN].append(40164)
    pusher = Pusher(wechat(tencent, url))
    assert asyncio.run(pusher.send("o", "一", False)) == Push(sent=False)
    assert "白名单" in caplog.text
    assert "203.0.113.7" in caplog.text
    assert not pusher.may()
    asyncio.run(Pusher(wechat(tencent, url)).send("o", "二", False))  # the lock was opened again
    assert tencent.sent == [("o", "二")]


def test_after_a_pause_pushing_goes_on(tencent: TencentApi, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pushing, "PAUSE", 0.0)
    tencent.errors[SEND].append(48001)
    pusher = Pusher(wechat(tencent, url))
    asyncio.run(pusher.send("o", "一", False))
    assert pusher.may()


def test_what_may_not_be_pushed_is_not(tencent: TencentApi, url: str) -> None:
    assert not Pusher(wechat(tencent, url, push=False)).may()


@pytest.mark.parametrize("api", ["http://127.0.0.1:9", "http://tencent.invalid"])
def test_tencent_out_of_reach_is_tried_again(
    tencent: TencentApi, url: str, api: str, caplog: pytest.LogCaptureFixture
) -> None:
    pusher = Pusher(wechat(tencent, url, api=api))
    assert asyncio.run(pusher.send("o", "一", False)) == Push(sent=False, again=True)
    assert SECRET not in caplog.text


def test_of_a_message_that_was_not_confirmed_it_is_said_that_it_may_have_arrived(tencent: TencentApi, url: str) -> None:
    tencent.cut = True
    pusher = Pusher(wechat(tencent, url))
    assert asyncio.run(pusher.send("o", "一", False)) == Push(sent=False, again=True, unsure=True)
    assert tencent.sent == [("o", "一")]


def test_an_answer_that_is_no_answer_is_tried_again(tencent: TencentApi, url: str) -> None:
    tencent.answer = lambda path, query, body: ["not", "an", "object"]
    with pytest.raises(Unreachable):
        asyncio.run(wechat(tencent, url).tokens.get())


def test_every_code_with_advice_has_its_treatment() -> None:
    treated = errors.STALE_TOKEN | errors.BUSY | errors.NOT_NOW | errors.ACCOUNT
    assert set(errors.ADVICE) <= treated
    assert len(treated) == sum(map(len, (errors.STALE_TOKEN, errors.BUSY, errors.NOT_NOW, errors.ACCOUNT)))


# --- the commands ---


@pytest.fixture
def configured(tencent: TencentApi, url: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the variables of both platforms, with changes."""

    def configure(**changes: str) -> None:
        key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
        both = {"TOKEN": "t", "AES_KEY": key, "API": tencent.url}
        values = {f"{prefix}_{name}": value for prefix in ("WECHAT", "WECOM") for name, value in both.items()}
        values |= {"WECHAT_APP_ID": "wx1", "WECHAT_APP_SECRET": SECRET}
        values |= {"WECOM_CORP_ID": "ww1", "WECOM_SECRET": SECRET, "WECOM_AGENT_ID": "1000002", "DATABASE_URL": url}
        for name, value in (values | changes).items():
            monkeypatch.setenv(name, value)

    return configure


@pytest.mark.parametrize("platform", ["wechat", "wecom"])
def test_the_menu_is_published(
    tencent: TencentApi, configured: Callable[..., None], platform: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configured()
    assert main([platform, "menu", "push"]) == 0
    assert tencent.menus == [yaml.safe_load(setup.MENU.read_text(encoding="utf-8"))]
    assert "菜单已发布" in capsys.readouterr().out


def test_the_menu_is_one_that_tencent_takes() -> None:
    buttons = setup.menu()["button"]
    assert [button["name"] for button in buttons] == ["查条件", "我能报哪些", "找科室"]
    assert all(len(button["name"].encode()) <= 16 and len(button["key"].encode()) <= 128 for button in buttons)


@pytest.mark.parametrize("platform", ["wechat", "wecom"])
def test_a_right_configuration_is_said_to_be_right(
    tencent: TencentApi, configured: Callable[..., None], platform: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configured()
    assert main([platform, "check"]) == 0
    assert "没有发现问题" in capsys.readouterr().out
    assert sum(tencent.calls.values()) == 1


@pytest.mark.parametrize(
    ("platform", "changes", "said"),
    [
        ("wechat", {"WECHAT_TOKEN": ""}, "WECHAT_TOKEN"),
        ("wechat", {"WECHAT_AES_KEY": ""}, "WECHAT_AES_KEY"),
        ("wechat", {"WECHAT_APP_ID": ""}, "WECHAT_APP_ID"),
        ("wechat", {"WECHAT_AES_KEY": "short"}, "WECHAT_AES_KEY"),
        ("wechat", {"WECHAT_APP_SECRET": ""}, "WECHAT_APP_SECRET"),
        ("wechat", {"WECHAT_APP_SECRET": "wrong"}, "AppSecret"),
        ("wechat", {"WECHAT_APP_SECRET": "", "WECHAT_PUSH": "yes"}, "WECHAT_PUSH"),
        ("wechat", {"WECHAT_API": "http://127.0.0.1:9"}, "连不上"),
        ("wecom", {"WECOM_CORP_ID": ""}, "WECOM_CORP_ID"),
        ("wecom", {"WECOM_AGENT_ID": ""}, "WECOM_AGENT_ID"),
        ("wecom", {"WECOM_AGENT_ID": "app"}, "WECOM_AGENT_ID"),
        ("wecom", {"WECOM_SECRET": "wrong"}, "40001"),
    ],
)
def test_what_is_wrong_is_said(
    configured: Callable[..., None],
    platform: str,
    changes: dict[str, str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    configured(**changes)
    assert main([platform, "check"]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert SECRET not in told


def test_an_address_to_put_on_the_list_is_said(
    tencent: TencentApi, configured: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    configured()
    tencent.errors[TOKEN].append(40164)
    assert main(["wechat", "check"]) == 1
    told = capsys.readouterr().err
    assert "白名单" in told
    assert "203.0.113.7" in told


def test_a_menu_that_is_refused_is_said(
    tencent: TencentApi, configured: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    configured()
    tencent.errors["/cgi-bin/menu/create"].append(48001)
    assert main(["wechat", "menu", "push"]) == 1
    assert "48001" in capsys.readouterr().err


def _age(url: str, **values: float) -> None:
    with database.transaction(url) as session:
        session.execute(update(AccessToken).values(**values))

"""Under load and with faults: a slow bot, everything repeated and out of order, a server killed in the middle."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import httpx
import pytest

from tests.channels.conftest import settings
from tests.support.bot import Client, server
from tests.support.slow_actions import slow_actions
from tests.support.tencent import Platform, wecom
from tests.support.tencent_api import SECRET, TencentApi, tencent_api
from tests.support.waiting import until

USERS = 200
REPEATS = 3
SLOW = 7.0  # seconds a turn takes; Tencent waits for 5
ENOUGH = 300.0
FIRST, SECOND = "重大专项归哪个科受理？", "兰白科技创新专项的申报要求是什么"


def _query(client: Client, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(client.database, timeout=ENOUGH)) as database, database:
        return database.execute(sql).fetchall()


def _pushing(api: TencentApi, **changes: str) -> dict[str, str]:
    return settings(api, WECHAT_PUSH="yes", WECHAT_APP_SECRET=SECRET, **changes)


async def _deliver(platform: Platform, bodies: list[str]) -> list[httpx.Response]:
    """All at once, each callback signed for itself; one that is cut off is sent again, as Tencent does, twice at most."""
    limits = httpx.Limits(max_connections=len(bodies), max_keepalive_connections=0)  # none is closed under a message
    async with httpx.AsyncClient(limits=limits, timeout=ENOUGH, trust_env=False) as http:

        async def post(body: str, more: int = 2) -> httpx.Response:
            query, content = platform.request(body)
            try:
                return await http.post(platform.address(query), content=content)
            except httpx.TransportError:  # more at once than the system lets wait
                if not more:
                    raise
                return await post(body, more - 1)

        return await asyncio.gather(*map(post, bodies))


def _all_given(client: Client) -> bool:
    return _query(client, "SELECT count(*) FROM deliveries WHERE state != 'given'") == [(0,)]


@pytest.mark.parametrize("account", [Platform, wecom])
def test_many_users_at_once_and_a_slow_bot(account: Callable[[str], Platform], tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'data.db'}"
    with (
        tencent_api() as api,
        slow_actions(SLOW, database) as actions,
        server(tmp_path, **_pushing(api, ACTION_ENDPOINT=actions)) as client,
    ):
        platform = account(client.url)
        messages = [(f"user{number}", FIRST) for number in range(USERS)]
        messages += [(f"user{number}", SECOND) for number in range(0, USERS, 20)]
        sent = [(user, platform.body(user, Content=text)) for user, text in messages] * REPEATS
        random.Random(6).shuffle(sent)
        responses = asyncio.run(_deliver(platform, [body for _, body in sent]))
        until(lambda: _all_given(client))
        assert {response.status_code for response in responses} == {200}
        told = _told(api, [(user, platform.read(each)) for (user, _), each in zip(sent, responses, strict=True)])
        beginnings = [client.turn("alone", text)[0].splitlines()[0] for text in (FIRST, SECOND)]
        for number in range(USERS):
            said = "\n\n".join(told[f"user{number}"])
            assert [said.count(each) for each in beginnings] == [1, 0 if number % 20 else 1]
        heard = _query(client, "SELECT sender_id, data FROM events WHERE type_name = 'user' AND sender_id != 'alone'")
        texts = defaultdict(list)
        for sender, data in heard:
            texts[sender].append(json.loads(str(data))["text"])
        orders = Counter(map(tuple, texts.values()))
        assert orders == {(FIRST,): USERS - USERS // 20, (FIRST, SECOND): USERS // 20}
        assert Counter(_query(client, "SELECT state FROM deliveries")) == {("given",): len(messages)}


def _told(api: TencentApi, given: list[tuple[str, str | None]]) -> dict[str, list[str]]:
    """What each user was told: pushes, and what came in a callback, where a repeat is given the same words once more.

    On a machine that is slow enough a repeat comes in when the answer is there, and is given it.
    """
    told = defaultdict(list)
    for user, text in [*api.sent, *dict.fromkeys(each for each in given if each[1])]:
        told[user].append(str(text))
    return told


def test_a_server_killed_in_the_middle_loses_and_doubles_nothing(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'data.db'}"
    users = [f"user{number}" for number in range(12)]
    with tencent_api() as api:
        with (
            slow_actions(ENOUGH, database) as actions,
            server(tmp_path, **_pushing(api, ACTION_ENDPOINT=actions)) as client,
        ):
            platform = Platform(client.url)
            bodies = [platform.body(user, Content=FIRST) for user in users]
            later = [platform.body(user, Content=SECOND) for user in users]
            asyncio.run(_killed(platform, bodies + later, client))
            assert set(_query(client, "SELECT state FROM deliveries")) == {("new",), ("working",)}
        assert api.sent == []
        with server(tmp_path, **_pushing(api)) as client:
            platform = Platform(client.url)
            repeated = [platform.read(response) for response in asyncio.run(_deliver(platform, bodies * 2))]
            until(lambda: _all_given(client))
            told = _told(api, list(zip(users * 2, repeated, strict=True)))
            beginnings = [client.turn("alone", text)[0].splitlines()[0] for text in (FIRST, SECOND)]
            for user in users:
                said = "\n\n".join(told[user])
                assert [said.count(each) for each in beginnings] == [1, 1]
            turns = _query(
                client,
                "SELECT sender_id, count(*) FROM events WHERE type_name = 'user' AND sender_id != 'alone'"
                " GROUP BY sender_id",
            )
            assert [count for _, count in turns] == [2] * len(users)


async def _killed(platform: Platform, bodies: list[str], client: Client) -> None:
    """Sends the messages and kills the bot as soon as it has them all and works on the first."""

    async def post(http: httpx.AsyncClient, body: str) -> None:
        query, content = platform.request(body)
        with suppress(httpx.TransportError):  # cut off; or answered with "success", where the machine is slow
            await http.post(platform.address(query), content=content)

    async with httpx.AsyncClient(timeout=ENOUGH, trust_env=False) as http:
        sending = [asyncio.create_task(post(http, body)) for body in bodies]
        while _query(client, "SELECT count(*), sum(state = 'working') > 0 FROM deliveries") != [(len(bodies), 1)]:
            await asyncio.sleep(0.05)
        client.process.kill()
        await asyncio.gather(*sending)


@pytest.mark.parametrize("pushes", [True, False])
def test_killed_between_work_and_answer_the_turn_is_not_taken_twice(tmp_path: Path, pushes: bool) -> None:
    """A check moves on with every turn: worked twice, it would skip a question."""
    with tencent_api() as api:
        changes = _pushing(api) if pushes else settings(api)
        with server(tmp_path, **changes) as client:
            platform = Platform(client.url)
            platform.say("user", "我们公司能申报哪些项目")
            body = platform.body("user", Content="不知道")
            told = platform.read(platform.post(body))
            client.process.kill()
            client.process.wait()
            _query(
                client,
                "UPDATE deliveries SET state = 'working', owner = 'gone', lease = 0, text = '不知道', answer = NULL,"
                " reply = NULL, finished = NULL, recipient = 'user', choices = NULL"
                " WHERE id = (SELECT max(id) FROM deliveries)",
            )
        with server(tmp_path, **changes) as client:
            platform = Platform(client.url)
            again = platform.read(platform.post(body))
            assert again == told or [("user", told)] == api.sent
            assert _query(client, "SELECT count(*) FROM events WHERE type_name = 'user'") == [(2,)]
            assert Counter(_query(client, "SELECT state FROM deliveries")) == {("given",): 2}

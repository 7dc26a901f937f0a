"""Under load and with faults: a slow bot, everything repeated and out of order, a server killed in the middle."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.channels.conftest import settings
from tests.support.bot import Client, server
from tests.support.slow_actions import slow_actions
from tests.support.tencent import Platform, wecom
from tests.support.tencent_api import SECRET, TencentApi, tencent_api

USERS = 200
REPEATS = 3
SLOW = 7.0  # seconds a turn takes; Tencent waits for 5
ENOUGH = 120.0
FIRST, SECOND = "重大专项归哪个科受理？", "兰白科技创新专项的申报要求是什么"


def _query(client: Client, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(client.database)) as database, database:
        return database.execute(sql).fetchall()


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + ENOUGH
    while not condition():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.1)


def _pushing(api: TencentApi, **changes: str) -> dict[str, str]:
    return settings(api, WECHAT_PUSH="yes", WECHAT_APP_SECRET=SECRET, **changes)


async def _deliver(platform: Platform, bodies: list[str]) -> list[httpx.Response]:
    """All at once, each callback signed for itself."""
    limits = httpx.Limits(max_connections=len(bodies))
    async with httpx.AsyncClient(limits=limits, timeout=ENOUGH, trust_env=False) as http:

        async def post(body: str) -> httpx.Response:
            query, content = platform.request(body)
            return await http.post(platform.address(query), content=content)

        return await asyncio.gather(*map(post, bodies))


@pytest.mark.parametrize(("name", "users"), [("wechat", USERS), ("wecom", USERS // 10)])
def test_many_users_at_once_and_a_slow_bot(name: str, users: int, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'data.db'}"
    with (
        tencent_api() as api,
        slow_actions(SLOW, database) as actions,
        server(tmp_path, **_pushing(api, ACTION_ENDPOINT=actions)) as client,
    ):
        platform = Platform(client.url) if name == "wechat" else wecom(client.url)
        messages = [(f"user{number}", FIRST) for number in range(users)]
        messages += [(f"user{number}", SECOND) for number in range(0, users, 20)]
        bodies = [platform.body(user, Content=text) for user, text in messages] * REPEATS
        random.Random(6).shuffle(bodies)
        responses = asyncio.run(_deliver(platform, bodies))
        _until(lambda: len(api.sent) >= len(messages))
        time.sleep(2)  # whatever would be sent twice is sent by now
        assert {response.status_code for response in responses} == {200}
        given = [platform.read(response) for response in responses]
        assert set(given) == {None}
        told = defaultdict(list)
        for user, text in api.sent:
            told[user].append(text)
        expected, _ = client.turn("alone", FIRST)
        order = {number: [FIRST] + ([SECOND] if number % 20 == 0 else []) for number in range(users)}
        plain = {FIRST: "高新科", SECOND: "兰白"}
        for number, texts in order.items():
            assert len(told[f"user{number}"]) == len(texts)
            for text, said in zip(texts, told[f"user{number}"], strict=True):
                assert plain[text] in said
        assert told["user1"] == [expected]
        turns = _query(client, "SELECT count(*) FROM events WHERE type_name = 'user' AND sender_id LIKE 'we%-%'")
        assert turns == [(len(messages),)]
        assert Counter(_query(client, "SELECT state FROM deliveries")) == {("given",): len(messages)}


def test_a_server_killed_in_the_middle_loses_and_doubles_nothing(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'data.db'}"
    users = [f"user{number}" for number in range(12)]
    with tencent_api() as api:
        with (
            slow_actions(SLOW, database) as actions,
            server(tmp_path, **_pushing(api, ACTION_ENDPOINT=actions)) as client,
        ):
            platform = Platform(client.url)
            bodies = [platform.body(user, Content=FIRST) for user in users]
            later = [platform.body(user, Content=SECOND) for user in users]
            sending = asyncio.run(_killed(platform, bodies + later, client))
            assert sending == {"cut off"}
        assert api.sent == []
        with server(tmp_path, **_pushing(api)) as client:
            platform = Platform(client.url)
            repeated = [platform.read(response) for response in asyncio.run(_deliver(platform, bodies * 2))]
            _until(lambda: _query(client, "SELECT count(*) FROM deliveries WHERE state != 'given'") == [(0,)])
            answers = Counter(said for said in repeated if said)
            assert len(api.sent) + sum(answers.values()) // 2 >= len(users)
            told = Counter(user for user, _ in api.sent)
            assert all(count <= 2 for count in told.values())
            turns = _query(client, "SELECT sender_id, count(*) FROM events WHERE type_name = 'user' GROUP BY sender_id")
            assert sorted(count for _, count in turns) == [2] * len(users)


async def _killed(platform: Platform, bodies: list[str], client: Client) -> set[str]:
    """Sends the messages, kills the bot while it works on them, and says what became of the connections."""

    async def post(http: httpx.AsyncClient, body: str) -> str:
        query, content = platform.request(body)
        try:
            await http.post(platform.address(query), content=content)
        except httpx.TransportError:
            return "cut off"
        return "answered"

    async with httpx.AsyncClient(timeout=ENOUGH, trust_env=False) as http:
        sending = [asyncio.create_task(post(http, body)) for body in bodies]
        while _query(client, "SELECT count(*) FROM deliveries") != [(len(bodies),)]:
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
        client.process.kill()
        return set(await asyncio.gather(*sending))


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

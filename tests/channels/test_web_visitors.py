"""Visitors of the web page: nobody reads or writes another's conversation, and an erased one leaves nothing."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import jwt
import pytest

from bot.channels.keys import OF_VISITORS, key
from bot.channels.visitors import AUDIENCE, SECONDS_OF_A_VISITOR, Identity, Token
from bot.settings import Settings
from bot.store import database, handoffs, repository, visitors
from bot.store.models import OF_ONE_CONVERSATION, Base
from bot.visits import SECONDS_FOR_AN_OLDER_TOKEN
from tests.support.bot import Client, server
from tests.support.waiting import until
from tests.support.web import Visitor, lines, new_id

BEGIN, TOLD = "帮我查一查重大专项的条件", "工业类，总投资791.37万"
KEY = key(Settings.from_environment().web_secret, OF_VISITORS)
ADDRESSES = [
    ("POST", "messages", {"id": "7" * 32, "text": "你好"}),
    ("GET", "messages", None),
    ("POST", "preview", {"figure": "track", "text": "工业"}),
    ("POST", "feedback", {"seq": 1, "verdict": "up"}),
    ("DELETE", "visitor", None),
]


NOT_GOOD = (
    "nothing",
    "no scheme",
    "another scheme",
    "words",
    "expired",
    "unsigned",
    "without signature",
    "another key",
    "another body",
    "never seen here",
)


def sender_of(visitor: Visitor) -> str:
    """Rasa's name of the visitor: of those who know the key alone."""
    return Identity(KEY).sender(Identity(KEY).read(visitor.token))


def execute(client: Client, statement: str, *values: object) -> int:
    with closing(sqlite3.connect(client.database, timeout=10)) as connection, connection:
        return connection.execute(statement, values).rowcount


# --- tokens ---


def _forged(visitor: Visitor) -> dict[str, str]:
    now, real = int(time.time()), visitor.token
    claims = jwt.decode(real, KEY, ["HS256"], audience=AUDIENCE)
    head, body, signature = real.split(".")
    another = Identity(KEY).signed(Token("f" * 32, now))
    return {
        "nothing": "",
        "no scheme": real,
        "another scheme": f"Basic {real}",
        "words": "Bearer hello",
        "expired": "Bearer " + jwt.encode(claims | {"iat": now - 9, "exp": now - 1}, KEY, "HS256"),
        "unsigned": "Bearer " + jwt.encode(claims, None, "none"),
        "without signature": f"Bearer {head}.{body}.",
        "another key": "Bearer " + jwt.encode(claims, "x" * 40, "HS256"),
        "another body": f"Bearer {head}.{another.split('.')[1]}.{signature}",
        "never seen here": f"Bearer {another}",
    }


@pytest.mark.parametrize("kind", NOT_GOOD)
def test_a_token_that_is_not_good_opens_nothing(bot_server: Client, kind: str) -> None:
    visitor = Visitor(bot_server)
    visitor.turn("你好")
    forged = _forged(visitor)[kind]
    for method, path, body in [*ADDRESSES, ("POST", "session", None)]:
        response = visitor.call(method, path, body, Authorization=forged)
        assert (response.status_code, response.json()["code"]) == (401, "session"), (path, response.text)
    assert len(visitor.history()) == 2


def test_without_a_token_there_is_no_conversation(bot_server: Client) -> None:
    for method, path, body in ADDRESSES:
        response = bot_server.http.request(method, f"/webhooks/web/{path}", json=body)
        assert (response.status_code, response.json()["code"]) == (401, "session")


def test_a_session_is_a_token_and_no_cookie(bot_server: Client) -> None:
    response = bot_server.http.post("/webhooks/web/session")
    assert response.json().keys() == {"token", "expires_in", "refresh_in", "limit"}
    assert "set-cookie" not in response.headers
    assert response.headers["cache-control"] == "no-store"


def test_a_newer_token_goes_on_with_the_conversation(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn(BEGIN)
    visitor.token = visitor.call("POST", "session").json()["token"]
    assert len(visitor.history()) == 2


def test_a_newer_token_in_use_retires_the_older_ones_after_a_while(bot_server: Client) -> None:
    visitor, now = Visitor(bot_server), int(time.time())
    execute(bot_server, "UPDATE visitors SET token_since = ? WHERE conversation = ?", now - 5000, sender_of(visitor))
    holder = Identity(KEY).read(visitor.token).visitor
    older, newer = (Identity(KEY).signed(Token(holder, made)) for made in (now - 5000, now - 10))

    def status(token: str) -> int:
        return visitor.call("GET", "messages", Authorization=f"Bearer {token}").status_code

    assert [status(older), status(newer), status(older)] == [200, 200, 200]
    past = now - SECONDS_FOR_AN_OLDER_TOKEN - 1
    execute(bot_server, "UPDATE visitors SET used_since = ? WHERE conversation = ?", past, sender_of(visitor))
    assert [status(older), status(newer)] == [401, 200]
    refused = visitor.call("POST", "session", Authorization=f"Bearer {older}")
    assert refused.status_code == 401


# --- two visitors ---


def test_one_visitor_sees_nothing_of_another(bot_server: Client) -> None:
    owner, stranger = Visitor(bot_server), Visitor(bot_server)
    owner.turn(BEGIN)
    told = owner.turn(TOLD)["payload"]
    assert stranger.history() == []
    assert stranger.turn(told["receipt"])["payload"]["kind"] == "fallback"
    assert stranger.turn("现在怎么样")["payload"]["figures"] == {}
    assert {each["text"] for each in owner.history()} >= {BEGIN, TOLD}


def test_one_visitor_cannot_take_anothers_message_for_its_own(bot_server: Client) -> None:
    owner, stranger, sent = Visitor(bot_server), Visitor(bot_server), new_id()
    owner.turn(BEGIN)
    secret = owner.turn(TOLD, sent)
    replayed = stranger.turn(TOLD, sent)
    assert replayed["payload"].get("receipt") != secret["payload"]["receipt"]
    assert len(owner.history()) == 4


def test_a_sender_cannot_be_chosen(bot_server: Client) -> None:
    owner, stranger = Visitor(bot_server), Visitor(bot_server)
    owner.turn(BEGIN)
    body = {"id": new_id(), "text": TOLD, "sender": sender_of(owner), "sender_id": sender_of(owner), "metadata": {}}
    stranger.call("POST", f"messages?sender={sender_of(owner)}", body)
    assert len(owner.history()) == 2


@pytest.mark.parametrize("stream", ["", "?stream=true"])
def test_the_rest_channel_leaves_other_channels_alone(bot_server: Client, stream: str) -> None:
    visitor = Visitor(bot_server)
    visitor.turn(BEGIN)
    for sender in (
        sender_of(visitor),
        sender_of(visitor).upper(),
        f" {sender_of(visitor)}",
        "web-",
        "wechat-1",
        "wecom-1",
    ):
        body = {"sender": sender, "message": "现在怎么样"}
        response = bot_server.http.post(f"/webhooks/rest/webhook{stream}", json=body)
        assert (response.status_code, "sender" in response.json()["error"]) == (400, True)
    assert len(visitor.history()) == 2


# --- erasure ---


def checked(client: Client, name: str) -> tuple[Visitor, dict[str, Any]]:
    """A visitor of whom something stands in every table."""
    visitor = Visitor(client)
    visitor.turn(f"{name} 今天天气怎么样")  # not understood: kept for the office
    visitor.turn(BEGIN)
    told = visitor.turn(TOLD)
    visitor.call("POST", "feedback", {"seq": told["seq"], "verdict": "down", "reason": f"{name} 没看懂"})
    visitor.turn(f"我们公司叫 {name}，自筹137万")
    return visitor, told["payload"]


def traces(client: Client, *words: str) -> set[str]:
    """The tables in which one of the words is found."""
    with closing(sqlite3.connect(client.database, timeout=10)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert set(tables) >= {*Base.metadata.tables, "events"}
        return {
            table
            for table in tables
            for row in connection.execute(f'SELECT * FROM "{table}"')
            if any(word in str(cell) for word in words for cell in row)
        }


def content(database: Path) -> bytes:
    """The database's file with all that was written ahead of it."""
    with closing(sqlite3.connect(database, timeout=10)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    return database.read_bytes()


@pytest.mark.parametrize("how", ["said", "deleted"])
def test_an_erased_visitor_is_in_no_table_and_not_in_the_file(bot_server: Client, how: str) -> None:
    name, other = f"Zebrafink{how}", f"Wombat{how}"
    visitor, told = checked(bot_server, name)
    kept, others = checked(bot_server, other)
    sender, report = sender_of(visitor), told["report"].rpartition("/")[2]
    everywhere = {*(table.__tablename__ for table in OF_ONE_CONVERSATION), "events"}
    assert traces(bot_server, sender, name) == everywhere
    if how == "said":
        reply = visitor.turn("删除我的信息")
        assert (reply["payload"]["topic"], reply["seq"]) == ("forget", None)
    else:
        assert visitor.call("DELETE", "visitor").status_code == 204
    assert traces(bot_server, sender, name, told["receipt"], report) == set()
    for word in (sender, name, told["receipt"], report):
        assert word.encode() not in content(bot_server.database)
    assert traces(bot_server, sender_of(kept), other) == everywhere
    assert bot_server.http.get(f"/report/{report}").status_code == 404
    assert bot_server.http.get(f"/report/{others['report'].rpartition('/')[2]}").status_code == 200


@pytest.mark.parametrize("how", ["said", "deleted"])
def test_every_token_of_an_erased_visitor_is_dead(bot_server: Client, how: str) -> None:
    visitor = Visitor(bot_server)
    holder = Identity(KEY).read(visitor.token)
    tokens = [visitor.token, Identity(KEY).signed(Token(holder.visitor, holder.made_at - 50))]
    tokens.append(visitor.call("POST", "session").json()["token"])
    visitor.turn(BEGIN)
    if how == "said":
        visitor.turn("删除我的信息")
    else:
        visitor.call("DELETE", "visitor")
    for token in tokens:
        for method, path, body in [*ADDRESSES, ("POST", "session", None)]:
            assert visitor.call(method, path, body, Authorization=f"Bearer {token}").status_code == 401
    assert traces(bot_server, sender_of(visitor)) == set()


def test_the_end_of_a_turn_does_not_bring_an_erased_visitor_back(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn(BEGIN)
    authorization = {"Authorization": f"Bearer {visitor.token}"}
    message = {"id": new_id(), "text": TOLD}
    with bot_server.http.stream("POST", "/webhooks/web/messages", json=message, headers=authorization) as response:
        stream = response.iter_lines()
        assert "accepted" in next(stream)
        assert visitor.call("DELETE", "visitor").status_code == 204
        list(stream)
    assert traces(bot_server, sender_of(visitor)) == set()


def test_a_message_that_waits_for_its_turn_finds_an_erased_visitor_gone(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn("删除我的信息")
    response = visitor.send("你好")
    assert response.status_code == 401
    assert lines(response)[0]["code"] == "session"


# --- who does not come back ---


def test_whoever_can_come_back_no_more_is_erased_and_nobody_else(tmp_path: Path) -> None:
    """A token that is still good, or one that it may have been exchanged for, keeps its visitor."""
    url = f"sqlite:///{tmp_path / 'data.db'}"
    database.ready(url)
    oldest = int(time.time()) - SECONDS_OF_A_VISITOR
    with database.transaction(url) as session:
        for sender, since in (("web-gone", oldest - 60), ("web-kept", oldest + 3600)):
            visitors.add_visitor(session, sender, since)
            visitors.add_message(session, conversation=sender, sent="1", role="visitor", text="总投资900万")
            repository.add_assessment(
                session, conversation=sender, guide="g", programs=[], figures={}, result=[], receipt=sender
            )
            handoffs.open_for(session, sender, sender, {"figures": {}}, time.time() + 600)
    with server(tmp_path) as client:
        until(lambda: not traces(client, "web-gone"))
        assert traces(client, "web-kept") == {"visitors", "messages", "assessments", "handoffs"}

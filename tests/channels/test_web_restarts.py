"""The web channel while the bot starts, and across a death in the middle of a turn."""

from __future__ import annotations

import signal
import socket
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from tests.support.bot import Client, process, server
from tests.support.tencent import Platform, wecom
from tests.support.web import Visitor, new_id

BEGIN, TOLD = "帮我查一查重大专项的条件", "工业类，总投资900万"


@contextmanager
def silent() -> Iterator[socket.socket]:
    """A server on a free port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


def at(listener: socket.socket) -> str:
    return f"127.0.0.1:{listener.getsockname()[1]}"


# --- starting ---


def test_pages_are_there_while_the_bot_is_starting_and_the_rest_says_so(tmp_path: Path) -> None:
    with silent() as database, process(tmp_path, DATABASE_URL=f"postgresql://a@{at(database)}/b") as bot:
        http = bot.listening().http
        connection, _ = database.accept()  # the bot waits for its database, as long as this test wants
        assert http.get("/webhooks/web/status").json() == {"ready": False}
        for path in ("/", "/guide", "/guide?q=总投资", "/static/index.html", "/pages/guide.css"):
            assert http.get(path).status_code == 200
        for method, path in [
            ("POST", "/webhooks/web/session"),
            ("POST", "/webhooks/web/messages"),
            ("GET", "/webhooks/web/messages"),
            ("POST", "/webhooks/web/preview"),
            ("POST", "/webhooks/web/feedback"),
            ("DELETE", "/webhooks/web/visitor"),
            ("POST", "/webhooks/rest/webhook"),
        ]:
            response = http.request(method, path, json={"sender": "a", "message": "你好"})
            assert (response.status_code, response.json()["code"]) == (503, "starting")
            assert int(response.headers["retry-after"]) > 0
        assert http.get("/webhooks/rest/").status_code == 503
        report = http.get("/report/anything")
        assert (report.status_code, report.headers["cache-control"]) == (503, "no-store")
        assert "已启动" not in bot.said()
        connection.close()
        assert bot.wait() == 1  # the database has gone, and with it the server
        assert "OperationalError" in bot.said()


def test_a_training_that_fails_ends_the_bot_and_says_why(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, where a folder is needed", encoding="ascii")
    with process(tmp_path, MODELS=str(taken)) as bot:
        assert bot.wait() == 1
        assert str(taken) in bot.said()
        assert "没有模型，不能启动" in bot.said()
        assert "已启动" not in bot.said()


@pytest.mark.parametrize("account", [Platform, wecom])
def test_a_callback_is_put_off_while_the_bot_is_starting(account: Callable[[str], Platform], tmp_path: Path) -> None:
    settings = account("").environment
    with silent() as database, process(tmp_path, DATABASE_URL=f"postgresql://a@{at(database)}/b", **settings) as bot:
        platform = account(bot.listening().url)
        connection, _ = database.accept()
        for response in (platform.verify(), platform.post(platform.body("a", Content="你好"))):
            assert (response.status_code, response.json()["code"]) == (503, "starting")
        assert platform.verify(timestamp="1").status_code == 403
        assert "A request to" not in bot.said()
        connection.close()


# --- killed ---


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visitor, str]]:
    """A visitor whose bot was killed while it worked on the message with this id, and started again."""
    folder, sent = tmp_path_factory.mktemp("killed"), new_id()
    with silent() as actions, process(folder, ACTION_ENDPOINT=f"http://{at(actions)}/webhook") as bot:
        visitor = Visitor(bot.ready())
        with ThreadPoolExecutor(1) as pool:
            sending = pool.submit(visitor.send, BEGIN, sent)
            connection, _ = actions.accept()  # the turn has come to its action, and waits
            bot.stop(signal.SIGKILL)
            connection.close()
            with pytest.raises(httpx.TransportError):
                sending.result()
    with server(folder) as client:
        visitor.client = client
        yield visitor, sent


def test_after_a_death_in_the_middle_a_repeat_is_answered_once(killed: tuple[Visitor, str]) -> None:
    visitor, sent = killed
    assert [(each["id"], each["role"]) for each in visitor.history()] == [(sent, "visitor")]
    reply = visitor.turn(BEGIN, sent)
    assert (reply["payload"]["kind"], reply["payload"]["answered"]) == ("question", 0)
    assert visitor.turn(BEGIN, sent) == reply
    assert [(each["id"], each["role"]) for each in visitor.history()] == [(sent, "visitor"), (sent, "bot")]
    assert heard(visitor.client, sent) == 1
    goes_on = visitor.turn(TOLD)["payload"]
    assert (goes_on["kind"], goes_on["answered"]) == ("question", 1)


def test_whenever_it_dies_a_message_is_answered_once(tmp_path: Path) -> None:
    """Killed as soon as the message is accepted: the turn may have been worked, kept, or neither."""
    sent = new_id()
    with process(tmp_path) as bot:
        visitor = Visitor(bot.ready())
        visitor.turn(BEGIN)
        body = {"id": sent, "text": TOLD}
        authorization = {"Authorization": f"Bearer {visitor.token}"}
        url = "/webhooks/web/messages"
        with visitor.client.http.stream("POST", url, json=body, headers=authorization) as stream:
            assert "accepted" in next(stream.iter_lines())
            bot.stop(signal.SIGKILL)
    with server(tmp_path) as client:
        visitor.client = client
        reply = visitor.turn(TOLD, sent)
        assert reply["payload"]["answered"] == 1
        assert visitor.turn(TOLD, sent) == reply
        assert heard(client, sent) == 1
        assert len(visitor.history()) == 4
        assert visitor.call("DELETE", "visitor").status_code == 204


def heard(client: Client, sent: str) -> int:
    """How often Rasa heard the message."""
    with closing(sqlite3.connect(client.database)) as connection:
        query = "SELECT count(*) FROM events WHERE type_name = 'user' AND data LIKE ?"
        return connection.execute(query, [f'%"message_id": "{sent}"%']).fetchone()[0]

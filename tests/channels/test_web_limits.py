"""Which pages may embed the bot, and how much one visitor and one address may ask for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count

import httpx
import pytest

from tests.support.bot import Client, server
from tests.support.web import Visitor, lines, new_id

OFFICE, FOREIGN = "https://kjj.example", "https://evil.example"
OF_A_VISITOR, OF_AN_ADDRESS = 4, 60
ADDRESSES = count(1)
PATHS = ["session", "messages", "preview", "guide", "feedback", "visitor"]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A bot behind a proxy that is trusted, so that a test can come from any address."""
    settings = {
        "WEB_ORIGINS": f"{OFFICE},http://localhost:8000",
        "VISITOR_RATE": f"{OF_A_VISITOR}/day",
        "ADDRESS_RATE": f"{OF_AN_ADDRESS}/day",
        "TRUSTED_PROXIES": "127.0.0.1",
    }
    with server(tmp_path_factory.mktemp("guarded"), **settings) as client:
        yield client


@pytest.fixture
def address() -> dict[str, str]:
    """Headers of an address of this test's own."""
    return {"X-Forwarded-For": f"198.51.100.{next(ADDRESSES)}"}


# --- origins ---


@pytest.mark.parametrize("path", PATHS)
def test_an_origin_of_the_settings_may_ask(guarded: Client, address: dict[str, str], path: str) -> None:
    headers = {"Origin": OFFICE, "Access-Control-Request-Method": "POST", **address}
    response = guarded.http.options(f"/webhooks/web/{path}", headers=headers)
    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == OFFICE
    assert response.headers["access-control-allow-headers"] == "Authorization, Content-Type"
    assert set(response.headers["access-control-allow-methods"].split(", ")) >= {"GET", "POST", "DELETE"}
    assert response.headers["vary"] == "Origin"
    assert "access-control-allow-credentials" not in response.headers


@pytest.mark.parametrize(
    "origin", [FOREIGN, "null", f"{OFFICE}.evil.example", "http://kjj.example", "https://KJJ.example:8443"]
)
def test_another_origin_may_not(guarded: Client, address: dict[str, str], origin: str) -> None:
    headers = {"Origin": origin, **address}
    for method, path in [*(("OPTIONS", path) for path in PATHS), ("POST", "session"), ("GET", "guide")]:
        response = guarded.http.request(method, f"/webhooks/web/{path}", headers=headers)
        assert (response.status_code, response.json()["code"]) == (403, "origin")
        assert "access-control-allow-origin" not in response.headers
        assert response.headers["vary"] == "Origin"


def test_a_foreign_page_writes_nothing_even_with_a_token(guarded: Client, address: dict[str, str]) -> None:
    visitor = Visitor(guarded, **address)
    refused = visitor.call("POST", "messages", {"id": new_id(), "text": "你好"}, Origin=FOREIGN)
    assert refused.status_code == 403
    assert visitor.call("DELETE", "visitor", Origin=FOREIGN).status_code == 403
    assert visitor.history() == []


def test_streams_and_refusals_can_be_read_by_the_page_that_asked(guarded: Client, address: dict[str, str]) -> None:
    visitor = Visitor(guarded, Origin=OFFICE, **address)
    answers = [visitor.send("你好"), visitor.send(""), visitor.call("GET", "messages", Authorization="Bearer x")]
    assert [each.status_code for each in answers] == [200, 400, 401]
    assert {each.headers["access-control-allow-origin"] for each in answers} == {OFFICE}
    assert lines(answers[0])[-1] == {"type": "done"}


def test_errors_that_nobody_foresaw_can_be_read_too(guarded: Client, address: dict[str, str]) -> None:
    visitor = Visitor(guarded, Origin=OFFICE, **address)
    reply = visitor.turn("你好")
    with renamed(guarded, "feedback"):
        failed = visitor.call("POST", "feedback", {"seq": reply["seq"], "verdict": "up"})
    large = visitor.call("POST", "messages", {"id": new_id(), "text": "好" * 1_000_000})
    assert [each.status_code for each in (failed, large)] == [500, 413]
    assert {each.headers["access-control-allow-origin"] for each in (failed, large)} == {OFFICE}
    foreign = visitor.call("POST", "messages", {"id": new_id(), "text": "好" * 1_000_000}, Origin=FOREIGN)
    assert "access-control-allow-origin" not in foreign.headers


@contextmanager
def renamed(client: Client, table: str) -> Iterator[None]:
    """The bot's database without this table, as long as it lasts."""
    for names in ((table, "away"), ("away", table)):
        with closing(sqlite3.connect(client.database, timeout=30)) as connection, connection:
            connection.execute(f"ALTER TABLE {names[0]} RENAME TO {names[1]}")
        if names[1] == "away":
            yield


def test_the_bots_own_pages_need_no_setting(bot_server: Client) -> None:
    assert Visitor(bot_server, Origin=bot_server.url).turn("你好")
    foreign = bot_server.http.post("/webhooks/web/session", headers={"Origin": OFFICE})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "origin")


def test_any_page_may_load_the_widgets_files(guarded: Client) -> None:
    response = guarded.http.get("/widget.js", headers={"Origin": FOREIGN})
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"


# --- rates ---


def test_a_visitor_who_sends_too_much_is_told_when_to_go_on(guarded: Client, address: dict[str, str]) -> None:
    visitor = Visitor(guarded, **address)
    answers = [visitor.send("你好") for _ in range(OF_A_VISITOR + 2)]
    assert [each.status_code for each in answers] == [200] * OF_A_VISITOR + [429] * 2
    refused = answers[-1]
    assert refused.json()["code"] == "rate"
    assert 0 < refused.json()["retry_after"] <= 24 * 3600
    assert refused.headers["retry-after"] == str(refused.json()["retry_after"])
    assert str(refused.json()["retry_after"]) in refused.json()["error"]
    assert len(visitor.history()) == 2 * OF_A_VISITOR  # what was refused was not kept
    assert Visitor(guarded, **address).send("你好").status_code == 200


def test_a_newer_token_is_no_new_visitor(guarded: Client, address: dict[str, str]) -> None:
    visitor = Visitor(guarded, **address)
    for _ in range(OF_A_VISITOR):
        visitor.send("你好")
    visitor.token = visitor.call("POST", "session").json()["token"]
    assert visitor.send("你好").status_code == 429


def test_an_address_that_asks_too_much_is_refused_and_no_other(guarded: Client, address: dict[str, str]) -> None:
    def session(**headers: str) -> httpx.Response:
        return guarded.http.post("/webhooks/web/session", headers=headers)

    statuses = [session(**address).status_code for _ in range(OF_AN_ADDRESS + 1)]
    assert statuses == [200] * OF_AN_ADDRESS + [429]
    assert session(**{"X-Forwarded-For": "203.0.113.5"}).status_code == 200
    forged = {"X-Forwarded-For": f"203.0.113.77, {address['X-Forwarded-For']}"}  # the proxy adds whom it saw at the end
    assert session(**forged).status_code == 429
    assert guarded.http.get("/webhooks/web/status", headers=address).status_code == 200

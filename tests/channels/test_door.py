"""The door: what no client sends gets a 400, what a person could send does no harm."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.channels import door, pages
from bot.runtime.agent import BotAgent
from bot.settings import LONGEST_MESSAGE
from tests.support.bot import Client

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "door.yml").read_text(encoding="utf-8"))
KINDS = {"answer", "silent", "question", "assessment", "talk", "fallback"}


def _bad_requests() -> Iterator[Any]:
    for word, bodies in CASES["bad_requests"].items():
        for body in bodies:
            yield pytest.param(body.encode("utf-8", "surrogatepass"), word, id=f"{word}: {body!r}")


@pytest.mark.parametrize(("body", "word"), _bad_requests())
def test_what_is_no_message_gets_a_400_that_says_why(bot_server: Client, body: bytes, word: str) -> None:
    response = bot_server.post(body)
    assert response.status_code == 400
    assert list(response.json()) == ["error"]
    assert word in response.json()["error"]


def test_a_sender_is_not_too_long(bot_server: Client) -> None:
    longest = "a" * door.LONGEST_SENDER
    assert bot_server.post({"sender": longest, "message": "你好"}).status_code == 200
    assert bot_server.post({"sender": longest + "a", "message": "你好"}).status_code == 400


def test_deep_json_is_a_bad_request(bot_server: Client) -> None:
    assert bot_server.post(b"[" * 500_000).status_code == 400


def test_a_huge_request_is_refused(bot_server: Client) -> None:
    response = bot_server.post(b" " * 1_000_001)
    assert (response.status_code, list(response.json())) == (413, ["error"])


@pytest.mark.parametrize(("text", "read"), CASES["harmless"])
def test_a_text_is_made_harmless(text: str, read: str) -> None:
    assert door.admit(text) == read


@pytest.mark.parametrize("half", ["\ud800", "重大\udfff专项"])
def test_half_characters_are_left_out(half: str) -> None:
    harmless = door.harmless(half)
    assert harmless.encode() == half.encode("utf-8", "ignore")


@pytest.mark.parametrize("text", CASES["empty"])
def test_an_empty_text_is_answered(bot_server: Client, text: str) -> None:
    words, payload = bot_server.turn("door-empty", text)
    assert words
    assert payload["kind"] == "fallback"


def test_the_longest_text_is_read() -> None:
    assert door.admit("好" * LONGEST_MESSAGE) == "好" * LONGEST_MESSAGE
    assert door.admit("好" * LONGEST_MESSAGE + "好") is door.Refusal.TOO_LONG


@pytest.mark.parametrize("text", ["9" * 50_000, "好" * 501, "/" * 900_000], ids=["digits", "words", "slashes"])
def test_a_long_text_is_asked_to_be_shorter(bot_server: Client, text: str) -> None:
    words, payload = bot_server.turn("door-long", text)
    assert str(LONGEST_MESSAGE) in words
    assert payload["kind"] == "fallback"
    assert {"title", "payload"} == {key for suggestion in payload["suggestions"] for key in suggestion}


def test_a_refused_text_reaches_no_model() -> None:
    agent = object.__new__(BotAgent)  # without model, database or anything else that could be asked
    agent._decline = lambda refusal: [{"text": refusal.value}, {"custom": {"kind": "fallback"}}]
    channel = CollectingOutputChannel()
    asyncio.run(agent.handle_message(UserMessage("9" * 50_000, channel, "a")))
    assert [message.get("text") or message["custom"]["kind"] for message in channel.messages] == [
        "too_long",
        "fallback",
    ]


@pytest.mark.parametrize("command", ["greet", "stop", "restart", "session_start", "forget", 'ask_section{"a": "b"}'])
def test_a_command_is_plain_text(bot_server: Client, command: str) -> None:
    """With its slash, Rasa would take it for the intent of that name."""
    with_slash = bot_server.turn(f"door-slash-{command}", f"/{command}")
    assert with_slash == bot_server.turn(f"door-plain-{command}", command)
    assert with_slash[1]["kind"] in KINDS


def test_strange_characters_are_answered(bot_server: Client) -> None:
    body = json.dumps({"sender": "door-strange", "message": "你好\ud800\u0000\u202e"}).encode()
    assert bot_server.post(body).json()[0]["text"]


def test_two_messages_of_one_sender_at_once_are_both_answered(bot_server: Client) -> None:
    with ThreadPoolExecutor(4) as pool:
        turns = list(pool.map(lambda _: bot_server.turn("door-twice", "你好"), range(8)))
    assert {payload["kind"] for _, payload in turns} <= KINDS


def test_metadata_and_channel_are_not_taken_from_a_request(bot_server: Client) -> None:
    request = {"sender": "door-meta", "message": "你好", "metadata": {"a": 1}, "input_channel": {"a": [1]}}
    assert bot_server.post(request).status_code == 200


def test_the_stream_of_rasa_s_rest_channel_works(bot_server: Client) -> None:
    body = {"sender": "door-stream", "message": "你好"}
    response = bot_server.http.post("/webhooks/rest/webhook?stream=true", json=body)
    messages = [json.loads(line) for line in response.text.splitlines()]
    assert sum("custom" in message for message in messages) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/version",
        "/status",
        "/domain",
        "/conversations/a/tracker",
        "/model/parse",
        "/socket.io/",
        "/static/../rest.py",
        "/static/%2e%2e/rest.py",
        "/static/none.js",
    ],
)
def test_nothing_else_is_served(bot_server: Client, path: str) -> None:
    response = bot_server.http.get(path)
    assert (response.status_code, list(response.json())) == (404, ["error"])


def test_a_wrong_method_is_an_error_without_a_stack_trace(bot_server: Client) -> None:
    response = bot_server.http.get("/webhooks/rest/webhook")
    assert (response.status_code, list(response.json())) == (405, ["error"])


def test_the_page_and_its_files_are_served(bot_server: Client) -> None:
    page = bot_server.http.get("/").text
    assert 'lang="zh-CN"' in page
    for path in re.findall(r'(?:src|href)="(/[^"]+)"', page):
        assert bot_server.http.get(path).status_code == 200


def test_the_page_asks_no_other_host_and_puts_no_markup() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in pages.STATIC.rglob("*") if path.is_file())
    sources = sources.replace("http://www.w3.org/2000/svg", "")  # a name, which nobody asks
    assert re.findall(r"(?:https?:)?//[a-z]|innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", sources) == []

"""One assistant: the same dialogue gives the same payloads and verdicts in every channel.

A driver takes a dialogue and gives (text, payload) of each turn, the payload as the bot's own conversation holds it. A new
channel is one more driver in ``DRIVERS``.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.channels.conftest import TencentBot
from tests.support.shell import Shell, shell
from tests.support.tencent import Platform
from tests.support.waiting import until
from tests.support.web import Visitor

DIALOGUES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "same_everywhere.yml").read_text(encoding="utf-8"))
OWN = ("receipt", "report")  # a sender's own, and therefore another one in each channel
Turns = list[tuple[str, dict[str, Any]]]
Driver = Callable[[pytest.FixtureRequest, list[str]], Turns]


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """The shell, once for all dialogues."""
    with shell(tmp_path_factory.mktemp("shell")) as running:
        until(lambda: "Your input" in running.seen)
        yield running


def rest(request: pytest.FixtureRequest, dialogue: list[str]) -> Turns:
    """The REST channel."""
    client, sender = request.getfixturevalue("tencent_bot").client, f"same-{uuid.uuid4().hex}"
    return [client.turn(sender, text) for text in dialogue]


def web(request: pytest.FixtureRequest, dialogue: list[str]) -> Turns:
    """The page's own channel."""
    visitor = Visitor(request.getfixturevalue("tencent_bot").client)
    replies = [visitor.turn(text) for text in dialogue]
    return [(reply["text"], reply["payload"]) for reply in replies]


def wechat(request: pytest.FixtureRequest, dialogue: list[str]) -> Turns:
    """公众号, encrypted."""
    bot: TencentBot = request.getfixturevalue("tencent_bot")
    return _by_xml(bot, bot.wechat, dialogue)


def wecom(request: pytest.FixtureRequest, dialogue: list[str]) -> Turns:
    """企业微信."""
    bot: TencentBot = request.getfixturevalue("tencent_bot")
    return _by_xml(bot, bot.wecom, dialogue)


def at_the_terminal(request: pytest.FixtureRequest, dialogue: list[str]) -> Turns:
    """rasa shell; after 删除我的信息 the same sender goes on with nothing, so that dialogues do not mix."""
    running: Shell = request.getfixturevalue("terminal")
    turns = [_typed(running, text) for text in dialogue]
    erased = running.seen.count("已经删除")
    running.type("删除我的信息")
    until(lambda: running.seen.count("已经删除") > erased)
    assert '"kind"' not in running.seen
    return turns


def _typed(running: Shell, text: str) -> tuple[str, dict[str, Any]]:
    before = _last_payload(running.database)[0]
    running.type(text)
    until(lambda: _last_payload(running.database)[0] > before)
    _, said, payload = _last_payload(running.database)
    until(lambda: all(line in running.seen for line in said.splitlines()))
    return said, payload


DRIVERS: dict[str, Driver] = {"web": web, "wechat": wechat, "wecom": wecom, "shell": at_the_terminal}


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue[0])
@pytest.mark.parametrize("name", DRIVERS)
def test_a_dialogue_is_the_same_everywhere(request: pytest.FixtureRequest, name: str, dialogue: list[str]) -> None:
    expected, found = rest(request, dialogue), DRIVERS[name](request, dialogue)
    for text, (_, wanted), (said, payload) in zip(dialogue, expected, found, strict=True):
        assert said, text
        assert _shared(payload) == _shared(wanted), text
    assert any(payload["kind"] in ("question", "answer") for _, payload in found)


def _by_xml(bot: TencentBot, platform: Platform, dialogue: list[str]) -> Turns:
    openid = f"same-{uuid.uuid4().hex}"
    turns = []
    for text in dialogue:
        said = platform.say(openid, text)
        turns.append((said, _last_payload(bot.client.database)[2]))
    return turns


def _shared(payload: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in payload.items() if key not in OWN}


def _last_payload(database: Path) -> tuple[int, str, dict[str, Any]]:
    """The number, the text and the payload of the last thing that the bot said to anyone."""
    with closing(sqlite3.connect(database, timeout=60)) as connection:
        row = connection.execute(
            "SELECT id, data FROM events WHERE type_name = 'bot' ORDER BY id DESC LIMIT 1"
        ).fetchone()
    if row is None:
        return 0, "", {}
    event = json.loads(row[1])
    return row[0], event["text"], event["data"]["custom"]

"""Actions in process answer and refuse as an action server does over HTTP."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

from bot.runtime.actions import InProcessActions, endpoint

PACKAGE = """
from rasa_sdk import Action
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection

class Good(Action):
    def name(self): return "action_test_good"
    async def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text=tracker.sender_id)
        return [SlotSet("seen", True)]

class Refusing(Action):
    def name(self): return "action_test_refusing"
    def run(self, dispatcher, tracker, domain):
        raise ActionExecutionRejection(self.name(), "not now")
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with one action that works and one that refuses."""
    name = "actions_of_a_test"
    (tmp_path / f"{name}.py").write_text(PACKAGE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


def _run(name: str, package: str) -> list[Any]:
    tracker = DialogueStateTracker.from_events("someone", [])
    action = RemoteAction(name, InProcessActions(package))
    nlg = TemplatedNaturalLanguageGenerator({})
    return asyncio.run(action.run(CollectingOutputChannel(), nlg, tracker, Domain.empty()))


def test_an_action_runs_with_the_tracker_and_gives_words_and_events(package: str) -> None:
    uttered, slot = _run("action_test_good", package)
    assert isinstance(uttered, BotUttered)
    assert uttered.text == "someone"
    assert slot == SlotSet("seen", True)


def test_a_refusal_reaches_rasa_as_one(package: str) -> None:
    with pytest.raises(ActionExecutionRejection, match="not now"):
        _run("action_test_refusing", package)


def test_a_missing_action_is_an_error(package: str) -> None:
    with pytest.raises(RasaException, match="action_test_missing"):
        _run("action_test_missing", package)


def test_an_action_server_stays_possible() -> None:
    server = endpoint("http://127.0.0.1:5055/webhook")
    assert type(server) is EndpointConfig
    assert server.url == "http://127.0.0.1:5055/webhook"
    assert isinstance(endpoint(None), InProcessActions)


def test_the_answer_is_json(package: str) -> None:
    call = {"next_action": "action_test_good", "sender_id": "a", "tracker": {"sender_id": "a", "slots": {}}}
    assert json.loads(json.dumps(asyncio.run(InProcessActions(package).request(json=call))))["responses"]

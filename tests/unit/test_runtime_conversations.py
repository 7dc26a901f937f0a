"""Conversations are stored, erased on demand, and cost the same however long they are."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.runtime import agent
from bot.runtime.tracker import ConversationStore
from bot.store import database

DOMAIN = Domain.from_dict(
    {
        "slots": {
            name: {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}
            for name in ("memory", "untouched")
        },
        "forms": {"a_form": {"required_slots": ["memory"]}},
        "session_config": {"session_expiration_time": 0, "carry_over_slots_to_new_session": True},
    }
)
OPENING: list[Event] = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def _turn(number: int) -> list[Event]:
    return [UserUttered(f"{number}"), SlotSet("memory", {"turn": number}), ActionExecuted("action_listen")]


def _talk(sender: str, turns: int) -> DialogueStateTracker:
    events = [*OPENING, ActiveLoop("a_form"), *(event for number in range(turns) for event in _turn(number))]
    return DialogueStateTracker.from_events(sender, events, DOMAIN.slots)


@pytest.fixture
def store(database_url: str) -> ConversationStore:
    """An empty store on each kind of database."""
    store = ConversationStore(domain=DOMAIN, engine=database.engine(database_url))
    for sender in ("a", "b"):
        store.forget(sender)
    return store


def _kept(store: ConversationStore, sender: str) -> list[Event]:
    tracker = asyncio.run(store.retrieve(sender))
    return list(tracker.events) if tracker else []


def test_a_conversation_comes_back(store: ConversationStore) -> None:
    asyncio.run(store.save(_talk("a", 2)))
    tracker = asyncio.run(store.retrieve("a"))
    tracker.update_with_events(_turn(2), DOMAIN)
    asyncio.run(store.save(tracker))
    again = asyncio.run(store.retrieve("a"))
    assert list(again.events) == list(tracker.events)
    assert again.get_slot("memory") == {"turn": 2}


def test_restarted_erases_this_conversation_and_no_other(store: ConversationStore) -> None:
    for sender in ("a", "b"):
        asyncio.run(store.save(_talk(sender, 2)))
    tracker = asyncio.run(store.retrieve("a"))
    tracker.update_with_events([Restarted(), *OPENING], DOMAIN)
    asyncio.run(store.save(tracker))
    assert _kept(store, "a") == OPENING[1:]
    assert len(_kept(store, "b")) == len(_talk("b", 2).events) - 1


def _answered(number: int) -> list[Event]:
    said = BotUttered(f"answer {number}", {"custom": {"kind": "talk", "number": number}})
    return [UserUttered(f"{number}", message_id=f"message-{number}"), said, ActionExecuted("action_listen")]


def test_what_was_said_to_a_message_is_found_by_its_id(store: ConversationStore) -> None:
    events = [*OPENING, *(event for number in range(4) for event in _answered(number))]
    asyncio.run(store.save(DialogueStateTracker.from_events("a", events, DOMAIN.slots)))
    for number in range(4):
        (said,) = store.told("a", f"message-{number}")
        assert said == {"text": f"answer {number}", "custom": {"kind": "talk", "number": number}}
    assert store.told("a", "message-4") == []
    assert store.told("b", "message-1") == []


def _processor() -> agent.BotProcessor:
    processor = object.__new__(agent.BotProcessor)  # without a model, which nothing here asks
    processor.domain = DOMAIN
    return processor


def test_a_long_session_is_renewed_with_slots_and_form(store: ConversationStore) -> None:
    tracker = _talk("a", agent.LONGEST_SESSION)
    asyncio.run(_processor()._update_tracker_session(tracker, CollectingOutputChannel()))
    asyncio.run(store.save(tracker))
    again = asyncio.run(store.retrieve("a"))
    assert len(again.events) < 10
    assert again.get_slot("memory") == {"turn": agent.LONGEST_SESSION - 1}
    assert again.active_loop_name == "a_form"
    assert [event for event in again.events if isinstance(event, SlotSet)] == [
        SlotSet("memory", {"turn": agent.LONGEST_SESSION - 1})
    ]


def test_a_short_session_goes_on() -> None:
    tracker = _talk("a", 3)
    before = list(tracker.events)
    asyncio.run(_processor()._update_tracker_session(tracker, CollectingOutputChannel()))
    assert list(tracker.events) == before

"""The two ways in which a turn reaches the service: outside a check, and inside its form."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot import service

MEMORY = "conversation"
FORM = "check_form"
REPLY = "reply"  # the form's one slot: it asks for whatever the eligibility core wants to know next


class ActionTurn(Action):
    """A message outside a check: a question, talk, or figures that begin a check."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_turn"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the reply; where it begins a check, the form is switched on and waits."""
        outcome = _converse(dispatcher, tracker)
        if outcome.forgotten:
            return [Restarted()]  # the tracker store erases what came before it
        begun: list[EventType] = []
        if outcome.active:
            begun = [ActiveLoop(FORM), SlotSet("requested_slot", REPLY), FollowupAction("action_listen")]
        return [SlotSet(MEMORY, outcome.memory), *begun]


class ValidateCheckForm(Action):
    """A message inside a check, and the one that begins it: Rasa's form runs this before it asks on."""

    def name(self) -> str:
        """As Rasa derives it from the form's name."""
        return "validate_check_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the reply, which asks the next question itself; the form ends with the check."""
        outcome = _converse(dispatcher, tracker)
        if outcome.forgotten:
            return [ActiveLoop(None), Restarted()]
        wanted = REPLY if outcome.active else None
        return [SlotSet(MEMORY, outcome.memory), SlotSet("requested_slot", wanted)]


def _converse(dispatcher: CollectingDispatcher, tracker: Tracker) -> service.Outcome:
    outcome = service.converse(tracker.sender_id, tracker.get_slot(MEMORY), tracker.latest_message)
    dispatcher.utter_message(text=outcome.text, json_message=outcome.payload)
    return outcome

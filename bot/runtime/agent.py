"""Rasa's agent with what every channel shares: harmless text, one turn at a time, conversations of flat cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine

from bot.channels import door
from bot.channels.turns import Repeat
from bot.runtime import actions, patches
from bot.runtime.locks import ImmediateLockStore
from bot.runtime.tracker import ConversationStore

# Events, of some five turns. A turn reads and replays those since the last session start: kept to so few, the turn
# after the 300th costs what the fifth costs.
LONGEST_SESSION = 40

Decline = Callable[[door.Refusal], Sequence[dict[str, Any]]]


class BotProcessor(MessageProcessor):
    """Starts a new session when the running one has grown long, and carries over where the conversation stands.

    ``conversations`` is the tracker store itself: Rasa wraps it into one that knows less.
    """

    def __init__(self, *args: Any, conversations: ConversationStore, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._conversations = conversations

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """One turn; a message that came before is answered with what was replied then, if the conversation holds it."""
        told = self._conversations.told(message.sender_id, message.message_id) if isinstance(message, Repeat) else []
        for reply in told:
            await message.output_channel.send_response(message.sender_id, reply)
        return None if told else await super().handle_message(message)

    async def _update_tracker_session(
        self, tracker: DialogueStateTracker, output_channel: OutputChannel, metadata: dict[str, Any] | None = None
    ) -> None:
        await super()._update_tracker_session(tracker, output_channel, metadata)
        if len(tracker.events) > LONGEST_SESSION:
            tracker.update_with_events(standing(tracker), self.domain)


def standing(tracker: DialogueStateTracker) -> list[Event]:
    """The events that open a session in which slots and the running form are as they are now.

    Rasa's own ``action_session_start`` would repeat each slot's whole history and drop the form.
    """
    slots = [SlotSet(name, slot.value) for name, slot in tracker.slots.items() if slot.value != slot.initial_value]
    loop = [ActiveLoop(tracker.active_loop_name)] if tracker.active_loop_name else []
    start = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    return [*start, *slots, *loop, ActionExecuted(ACTION_LISTEN_NAME)]


class BotAgent(Agent):
    """An agent whose messages have passed the door, whichever channel carried them.

    ``decline`` words the answer to a message that is not looked at: the messages of one whole turn.
    """

    def __init__(self, *args: Any, decline: Decline, conversations: ConversationStore, **kwargs: Any) -> None:
        super().__init__(*args, tracker_store=conversations, **kwargs)
        self._decline, self._conversations = decline, conversations

    def told(self, sender_id: str, message_id: str) -> list[dict[str, Any]]:
        """What was replied to this message, if its turn was ended; else nothing."""
        return self._conversations.told(sender_id, message_id)

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """Load the model as Rasa does, but into our processor, whose class Rasa gives no way to name."""
        self.processor = BotProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
            conversations=self._conversations,
        )
        self.domain = self.tracker_store.domain = self.processor.domain
        self.nlg.responses = self.domain.responses
        self._set_fingerprint(fingerprint)

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """One turn: a refused text is answered without a model, everything else goes its way as plain text."""
        text = door.admit(message.text or "")
        if isinstance(text, door.Refusal):
            for reply in self._decline(text):
                await message.output_channel.send_response(message.sender_id, reply)
            return None
        message.text = text
        return await super().handle_message(message)


def load(model: Path, engine: Engine, action_endpoint: str | None, decline: Decline) -> BotAgent:
    """The bot with its model, its conversations on ``engine`` and its actions in process or at ``action_endpoint``."""
    patches.apply()
    agent = BotAgent(
        domain=Domain.empty(),
        conversations=ConversationStore(engine=engine),
        lock_store=ImmediateLockStore(),
        action_endpoint=actions.endpoint(action_endpoint),
        decline=decline,
    )
    agent.load_model(model)
    return agent

"""Each message of a visitor worked once, however often it is sent, whoever hangs up, and wherever the server dies.

The message is kept before it is worked and the reply after. A turn that died between is worked again: Rasa keeps a turn
at its end and as a whole. One that died after that is not: see ``Repeat``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot import visits

OnMessage = Callable[[UserMessage], Awaitable[Any]]


class Repeat(UserMessage):
    """A message that came before: the conversation may already hold the answer to its ``message_id``."""


class Silent(RuntimeError):
    """A turn without a word: an action failed, which Rasa has logged."""


class Turns:
    """One turn at a time for each visitor, in the order of arrival."""

    def __init__(self, on_message: OnMessage, channel: str) -> None:
        self._on_message, self._channel = on_message, channel
        self._running: set[asyncio.Future[visits.Told]] = set()  # which the event loop holds but weakly
        # weak: a lock lives as long as someone holds it or waits for it
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def reply(self, sender: str, sent: str, text: str, accepted: visits.Accepted) -> visits.Told:
        """The reply to a message, worked out now unless it was before. Raises visits.Gone, Silent.

        It is worked to its end also where nobody waits for it any more.
        """
        task = asyncio.ensure_future(self._reply(sender, sent, text, accepted))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def erase(self, sender: str) -> None:
        """Erases the visitor once no turn is at work; turns that wait find it gone."""
        async with self._lock(sender):
            visits.erase(sender)

    def _lock(self, sender: str) -> asyncio.Lock:
        return self._locks.setdefault(sender, asyncio.Lock())

    async def _reply(self, sender: str, sent: str, text: str, accepted: visits.Accepted) -> visits.Told:
        async with self._lock(sender):
            told = visits.reply_to(sender, sent)
            if told:
                return told
            collector = CollectingOutputChannel()
            kind = Repeat if accepted.repeat else UserMessage
            await self._on_message(kind(text, collector, sender, input_channel=self._channel, message_id=sent))
            if not collector.messages:
                raise Silent
            return visits.tell(sender, sent, *_together(collector.messages))


def _together(messages: list[dict[str, Any]]) -> tuple[str, dict[str, Any] | None]:
    """The messages of a turn as one: all its text, and its payload."""
    texts = [message["text"] for message in messages if message.get("text")]
    payloads = [message["custom"] for message in messages if message.get("custom")]
    return "\n".join(texts), payloads[0] if payloads else None

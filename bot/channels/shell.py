"""The terminal: what staff see in ``rasa shell`` is the bot's whole text, without the data that is for programs."""

from __future__ import annotations

from asyncio import Queue
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import QueueOutputChannel

from bot.channels.rest import RestChannel


class TextQueue(QueueOutputChannel):
    """Hands on texts and drops custom messages: they repeat the text for programs."""

    async def send_custom_json(self, recipient_id: str, json_message: Any, **kwargs: Any) -> None:
        """Nothing to show."""


class ShellChannel(RestChannel):
    """The address that ``rasa shell`` posts to and reads its stream from."""

    @classmethod
    def name(cls) -> str:
        """Rasa's name for the terminal, by which domain responses can tell it apart."""
        return "cmdline"

    def url_prefix(self) -> str:
        """Rasa's shell posts to the REST address."""
        return "rest"

    @staticmethod
    async def on_message_wrapper(
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
        text: str,
        queue: Queue[Any],
        sender_id: str,
        input_channel: str,
        metadata: dict[str, Any] | None,
    ) -> None:
        """One turn into the stream; the end is said even when the turn fails, or the shell would wait for ever."""
        message = UserMessage(text, TextQueue(queue), sender_id, input_channel=input_channel, metadata=metadata)
        try:
            await on_new_message(message)
        finally:
            await queue.put("DONE")

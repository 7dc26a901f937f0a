"""Rasa's REST channel behind the door, for trusted programs."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from rasa.utils.endpoints import bool_arg
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse, ResponseStream

from bot.channels import door
from bot.channels.refused import Refused, is_ready, refuse_while_starting

logger = logging.getLogger(__name__)

OnMessage = Callable[[UserMessage], Awaitable[Any]]


class RestChannel(RestInput):
    """``POST /webhooks/rest/webhook`` as Rasa has it, with a 400 for what is no message and a 500 where a turn fails.

    Metadata and the name of the channel are never taken from the request: both reach the tracker unchecked.
    """

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """Health at ``/webhooks/rest/``, messages at ``/webhooks/rest/webhook``."""
        webhook = Blueprint(f"{self.name()}_webhook")

        @webhook.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            ready = is_ready(request.app)
            return response.json({"status": "ok" if ready else "starting"}, status=200 if ready else 503)

        @webhook.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse | ResponseStream:
            try:
                refuse_while_starting(request.app)
                incoming = door.read(request.body)
            except Refused as refused:
                return refused.response()
            except door.BadRequest as error:
                return response.json({"error": str(error)}, status=400)
            if bool_arg(request, "stream", default=False):
                return self._stream(on_new_message, incoming)
            return await self._answer(on_new_message, incoming)

        return webhook

    def _stream(self, on_new_message: OnMessage, incoming: door.Incoming) -> ResponseStream:
        stream = self.stream_response(on_new_message, incoming.text, incoming.sender, self.name(), None)
        return response.stream(stream, content_type="text/event-stream")

    async def _answer(self, on_new_message: OnMessage, incoming: door.Incoming) -> HTTPResponse:
        collector = CollectingOutputChannel()
        message = UserMessage(incoming.text, collector, incoming.sender, input_channel=self.name())
        try:
            await on_new_message(message)
        except Exception:
            logger.exception("A turn failed.")  # without the text, which is the applicant's
            return _failed()
        # an action that failed is logged by Rasa and leaves a turn without a word
        return response.json(collector.messages) if collector.messages else _failed()


def _failed() -> HTTPResponse:
    return response.json({"error": "出了点问题，请再试一次 · the turn failed, please try again"}, status=500)

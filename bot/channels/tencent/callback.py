"""Tencent's callbacks over HTTP: verification by GET, messages by POST, every bad one refused before any work."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import sys
import time
from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from wechatpy.replies import TextReply

from bot.channels import keys
from bot.channels.refused import Refused, is_ready, refuse_while_starting
from bot.channels.rest import OnMessage
from bot.channels.tencent import envelope, fitting, message, notices, xml
from bot.channels.tencent.api import Api
from bot.channels.tencent.desk import Desk, Done, Job, Replayed
from bot.channels.tencent.envelope import Crypto, Forged, Query
from bot.channels.tencent.message import BadMessage, Message
from bot.channels.tencent.push import Pusher
from bot.settings import Account, Settings

logger = logging.getLogger(__name__)

WINDOW = 300.0  # seconds that a callback's timestamp may differ from our clock
MOST_BYTES = 64 * 1024
UNTIL_READY = 0.2  # seconds between two looks
NOTHING = "success"  # what Tencent takes for: received, say nothing


class TooLarge(ValueError):
    """A body that no message of Tencent's has."""


class WholeTexts(CollectingOutputChannel):
    """The messages of one turn, a text in one piece: Rasa's own channel cuts it at blank lines."""

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Keep the text."""
        await self._persist_message(self._message(recipient_id, text=text.strip()))


class TencentChannel(InputChannel):
    """What both platforms have in common; one that lacks a setting serves no address.

    ``title`` is what people call the platform, ``crypto`` wechatpy's class for it, ``api`` its programs.
    """

    title: ClassVar[str]
    crypto: ClassVar[Callable[[str, str, str], Crypto]]
    api: ClassVar[type[Api]]

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TencentChannel:
        """From the settings; what is missing there is said, and the channel stays off."""
        settings = Settings.from_environment()
        account: Account = getattr(settings, cls.name())
        if account.missing:
            print(f"{cls.title}未开通：没有设置 {'、'.join(account.missing)}", file=sys.stderr)
        return cls(account, settings)

    def __init__(self, account: Account, settings: Settings) -> None:
        self.account = account
        self._off = bool(account.missing)
        if self._off:
            return
        self._secret = keys.key(settings.identity_secret, keys.OF_OPENIDS).encode()
        self._crypto = type(self).crypto(account.token, account.aes_key, account.app_id)
        pusher = Pusher(self.api(account, settings.database_url))
        self._desk = Desk(self.name(), settings.database_url, self._turn, pusher.send, pusher.may, WINDOW)

    @abstractmethod
    def _verified(self, query: Query, echo: str) -> str:
        """What a verification is answered with. Raises Forged."""

    @abstractmethod
    def _opened(self, query: Query, args: Any, fields: dict[str, str]) -> tuple[dict[str, str], bool]:
        """The message's fields, and whether they came encrypted. Raises Forged, BadXml."""

    # --- over HTTP ---

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """``GET`` and ``POST /webhooks/NAME/webhook``, and the task that looks after open messages."""
        webhook = Blueprint(f"{self.name()}_webhook")
        if self._off:
            return webhook
        self._on_new_message = on_new_message

        # functions, since Sanic marks handlers with attributes of its own, which methods do not take
        @webhook.get("/webhook", name="verify")
        async def verify(request: Request) -> HTTPResponse:
            return self._verify(request)

        @webhook.post("/webhook", name="receive", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            return await self._receive(request)

        webhook.listener("after_server_start")(self._start)
        webhook.listener("before_server_stop")(self._stop)
        return webhook

    def _verify(self, request: Request) -> HTTPResponse:
        try:
            query, echo = Query.read(request.args), request.args.get("echostr", "")
            envelope.check_time(query, time.time(), WINDOW)
            if not echo:
                raise Forged("echostr")
            said = self._verified(query, echo)
            refuse_while_starting(request.app)
        except Forged:
            return _refused(403)
        except Refused as refused:
            return refused.response()
        key = hashlib.sha256(echo.encode()).hexdigest()
        return response.text(said) if self._desk.fresh(query.nonce, key) else _refused(403)

    async def _receive(self, request: Request) -> HTTPResponse:
        arrived = time.time()
        try:
            query = Query.read(request.args)
            envelope.check_time(query, arrived, WINDOW)
            outer = xml.fields(await _body(request))
            fields, encrypted = self._opened(query, request.args, outer)
            incoming = message.read(fields)
            refuse_while_starting(request.app)  # Tencent asks again
        except Forged:
            return _refused(403)
        except Refused as refused:
            return refused.response()
        except TooLarge:
            return _refused(413)
        except (xml.BadXml, BadMessage) as error:
            return response.json({"error": str(error)}, status=400)
        return await self._answered(query, incoming, encrypted, arrived)

    async def _answered(self, query: Query, incoming: Message, encrypted: bool, arrived: float) -> HTTPResponse:
        answer = notices.notice(incoming.notice) if incoming.notice else None
        arrival = incoming.arrival(self._secret, self.name(), answer)
        if not incoming.known:
            logger.warning("A message of a kind that is not known was acknowledged.")
        if not (incoming.text or incoming.notice):
            return response.text(NOTHING) if self._desk.fresh(query.nonce, arrival.key) else _refused(403)
        try:
            said = await self._desk.answer(arrival, query.nonce, arrived)
        except Replayed:
            return _refused(403)
        return self._replied(said, query, incoming, encrypted) if said else response.text(NOTHING)

    def _replied(self, said: str, query: Query, incoming: Message, encrypted: bool) -> HTTPResponse:
        text = TextReply(source=incoming.account, target=incoming.openid, content=said).render()
        body = envelope.sealed(self._crypto, text, query) if encrypted else text
        return response.text(body, content_type="application/xml; charset=utf-8")

    # --- turns ---

    async def _turn(self, job: Job) -> Done:
        """The message's turn; where the bot ended between turn and answer, the answer that its conversation holds."""
        before = self._app.ctx.agent.told(job.conversation, job.key) if job.begun else []
        messages = before or await self._converse(job)
        texts = [each["text"] for each in messages if each.get("text")]
        payload: dict[str, Any] = next((each["custom"] for each in messages if each.get("custom")), {})
        if not texts:
            return Done(notices.failed())
        said = fitting.words("\n\n".join(texts), payload)
        return Done(said, fitting.choices(payload), erased=payload.get("topic") == "forget")

    async def _converse(self, job: Job) -> list[dict[str, Any]]:
        collector = WholeTexts()
        said = UserMessage(job.text, collector, job.conversation, input_channel=self.name(), message_id=job.key)
        await self._on_new_message(said)
        return collector.messages

    async def _start(self, app: Sanic, loop: Any) -> None:
        self._app = app
        self._sweeping = loop.create_task(self._look_after())

    async def _look_after(self) -> None:
        """What the last run left open is taken up as soon as there is a bot to do it."""
        while not is_ready(self._app):
            await asyncio.sleep(UNTIL_READY)
        await self._desk.sweep()

    async def _stop(self, app: Sanic, loop: Any) -> None:
        self._sweeping.cancel()
        await self._desk.close()


async def _body(request: Request) -> bytes:
    """The body, read no further than a message of Tencent's goes. Raises TooLarge."""
    stated = request.headers.get("content-length", "0")
    if not stated.isdigit() or int(stated) > MOST_BYTES:
        raise TooLarge
    read, stream = bytearray(), request.stream
    while stream is not None and (part := await stream.read()) is not None:
        read += part
        if len(read) > MOST_BYTES:
            raise TooLarge
    return bytes(read)


def _refused(status: int) -> HTTPResponse:
    words = {403: "签名不对或已经用过 · bad or used signature", 413: "请求太大 · the request is too large"}
    return response.json({"error": words[status]}, status=status)

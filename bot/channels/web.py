"""The web page's own channel: streamed replies, history, preview, feedback and erasure, as docs/web.md describes them."""

from __future__ import annotations

import asyncio
import json
import logging
import time
import uuid
from collections.abc import Callable, Coroutine
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from bot import service, visits
from bot.channels import cors, door, keys
from bot.channels.rates import Rates
from bot.channels.refused import Refused, is_ready, refuse_while_starting
from bot.channels.turns import OnMessage, Turns
from bot.channels.visitors import SECONDS_OF_A_TOKEN, SECONDS_OF_A_VISITOR, SECONDS_TO_REFRESH, Forged, Identity, Token
from bot.settings import LONGEST_MESSAGE, Settings

LONGEST_TITLE = 100
LONGEST_REASON = 200
PURGE = 3600.0  # seconds
UNTIL_READY = 1.0  # between two looks
NDJSON = "application/x-ndjson; charset=utf-8"
# A proxy that gathers an answer before it passes it on would hold back what is streamed.
STREAMED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
SESSION = Refused(401, "session", "会话已失效，请重新开始")
FAILED = {"type": "error", "code": "failed", "error": "出了点问题，请再试一次"}

logger = logging.getLogger(__name__)

Handler = Callable[[Request], Coroutine[Any, Any, HTTPResponse | None]]


class WebChannel(InputChannel):
    """``/webhooks/web/…``."""

    def __init__(self, settings: Settings) -> None:
        self._origins = settings.web_origins
        self._identity = Identity(keys.key(settings.web_secret, keys.OF_VISITORS))
        self._rates = Rates(settings)

    @classmethod
    def name(cls) -> str:
        """The last part of its address."""
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebChannel:
        """The channel as the settings want it; credentials.yml has nothing to say about it."""
        return cls(Settings.from_environment())

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """All addresses of the channel."""
        self._turns = Turns(on_new_message, self.name())
        web = Blueprint("web_webhook")
        web.middleware("response")(self._may_be_read)
        web.listener("after_server_start")(self._start)
        web.listener("before_server_stop")(self._stop)
        web.add_route(self._status(), "/status", methods=["GET"])
        for method, path, handler in (
            ("POST", "/session", self._session),
            ("POST", "/messages", self._receive),
            ("GET", "/messages", self._history),
            ("POST", "/preview", self._preview),
            ("GET", "/guide", self._guide),
            ("POST", "/feedback", self._feedback),
            ("DELETE", "/visitor", self._erase),
        ):
            web.add_route(self._guarded(handler), path, methods=[method], name=handler.__name__)
        for path in ("session", "messages", "preview", "guide", "feedback", "visitor"):
            web.add_route(self._guarded(self._preflight), f"/{path}", methods=["OPTIONS"], name=f"preflight_{path}")
        return web

    def _guarded(self, handler: Handler) -> Handler:
        """What holds for every address but the status; a refusal is said in the visitor's words."""

        async def answer(request: Request) -> HTTPResponse | None:
            try:
                cors.refuse_foreign(request, self._origins)
                if request.method != "OPTIONS":
                    self._rates.count_address(request)
                    refuse_while_starting(request.app)
                answered = await handler(request)
            except Refused as refused:
                answered = refused.response()
            return answered  # None: it was streamed

        return answer

    async def _may_be_read(self, request: Request, answered: BaseHTTPResponse) -> None:
        """By the page that asked, where its origin may: whatever is answered, also an error that nobody foresaw."""
        answered.headers.update(cors.headers(request, self._origins))

    # --- what nobody asks for ---

    async def _start(self, app: Sanic, loop: Any) -> None:
        self._purging = loop.create_task(self._purge(app))

    async def _stop(self, app: Sanic, loop: Any) -> None:
        self._purging.cancel()

    async def _purge(self, app: Sanic) -> None:
        """For as long as the bot runs: whoever can come back no more is erased."""
        while True:
            try:
                if is_ready(app):
                    visits.purge(time.time() - SECONDS_OF_A_VISITOR)
            except SQLAlchemyError:
                logger.exception("Visitors who are gone could not be erased; it is tried again.")
            await asyncio.sleep(PURGE if is_ready(app) else UNTIL_READY)

    # --- addresses ---

    def _status(self) -> Handler:
        async def status(request: Request) -> HTTPResponse:
            return _json({"ready": is_ready(request.app)})

        return status

    async def _preflight(self, request: Request) -> HTTPResponse:
        return response.empty()

    async def _session(self, request: Request) -> HTTPResponse:
        if "authorization" in request.headers:
            token = self._identity.renewed(self._token(request))
        else:
            token = self._identity.new()
            visits.arrive(self._identity.sender(token), token.made_at)
        return _json(
            {
                "token": self._identity.signed(token),
                "expires_in": SECONDS_OF_A_TOKEN,
                "refresh_in": SECONDS_TO_REFRESH,
                "limit": LONGEST_MESSAGE,
            }
        )

    async def _receive(self, request: Request) -> None:
        sender = self._sender(request)
        body = _body(request)
        sent, text, title = _uuid(body.get("id")), _text(body.get("text")), _words(body, "title", LONGEST_TITLE)
        self._rates.count_visitor(sender)
        try:
            accepted = visits.accept(sender, sent, text, title)
        except visits.Conflict as conflict:
            raise Refused(409, "conflict", "这条消息的编号已经用过，请重新发送") from conflict
        except visits.Gone as gone:
            raise SESSION from gone
        await self._stream(request, sender, sent, text, accepted)

    async def _stream(self, request: Request, sender: str, sent: str, text: str, accepted: visits.Accepted) -> None:
        stream = await request.respond(content_type=NDJSON, headers=STREAMED)
        await stream.send(_line({"type": "accepted", "seq": accepted.number}))
        await stream.send(_line({"type": "typing"}))
        await stream.send(_line(*await self._outcome(sender, sent, text, accepted)))

    async def _outcome(self, sender: str, sent: str, text: str, accepted: visits.Accepted) -> list[dict[str, Any]]:
        """The last lines of the stream, as objects."""
        try:
            told = await self._turns.reply(sender, sent, text, accepted)
        except visits.Gone:
            return [{"type": "error", "code": SESSION.code, "error": SESSION.words}]
        except Exception:
            logger.exception("A turn failed.")  # without the text, which is the applicant's
            return [FAILED]
        reply = {"type": "reply", "seq": told.number, "text": told.text, "payload": told.payload, "at": told.at}
        return [reply, {"type": "done"}]

    async def _history(self, request: Request) -> HTTPResponse:
        after = request.args.get("after", "0")
        if not (after.isascii() and after.isdigit()):
            raise _bad("after 应是数字 · after is not a number")
        messages, more = visits.history(self._sender(request), int(after[:18]))
        return _json({"messages": messages} | ({"more": True} if more else {}))

    async def _preview(self, request: Request) -> HTTPResponse:
        self._sender(request)
        body = _body(request)
        figure = body.get("figure")
        found = service.preview(figure, _text(body.get("text"))) if isinstance(figure, str) else None
        if found is None:
            raise Refused(404, "missing", "没有这一项 · no such figure")
        return _json(found)

    async def _guide(self, request: Request) -> HTTPResponse:
        return _json(service.published())

    async def _feedback(self, request: Request) -> HTTPResponse:
        sender = self._sender(request)
        body = _body(request)
        number, verdict = body.get("seq"), body.get("verdict")
        if not isinstance(number, int) or isinstance(number, bool) or verdict not in ("up", "down"):
            raise _bad("seq 应是整数，verdict 应是 up 或 down · seq or verdict cannot be used")
        if not visits.judge(sender, number, str(verdict), _words(body, "reason", LONGEST_REASON)):
            raise Refused(404, "missing", "没有这条回答 · no such reply")
        return response.empty()

    async def _erase(self, request: Request) -> HTTPResponse:
        await self._turns.erase(self._sender(request))
        return response.empty()

    # --- who asks ---

    def _token(self, request: Request) -> Token:
        """The good token of a request. Raises Refused."""
        scheme, _, signed = request.headers.get("authorization", "").partition(" ")
        try:
            token = self._identity.read(signed.strip())
        except Forged as error:
            raise SESSION from error
        if scheme.lower() != "bearer" or not visits.welcome(self._identity.sender(token), token.made_at):
            raise SESSION
        return token

    def _sender(self, request: Request) -> str:
        return self._identity.sender(self._token(request))


# --- what a request holds ---


def _bad(words: str) -> Refused:
    return Refused(400, "request", words)


def _body(request: Request) -> dict[str, Any]:
    try:
        return door.json_object(request.body)
    except door.BadRequest as error:
        raise _bad(str(error)) from error


def _uuid(value: object) -> str:
    try:
        return str(uuid.UUID(value if isinstance(value, str) else ""))
    except ValueError as error:
        raise _bad("id 应是 UUID · id is not a UUID") from error


def _text(value: object) -> str:
    """A visitor's words, harmless. Raises Refused for none, and for more than are read."""
    if not isinstance(value, str):
        raise _bad("缺少 text，或它不是字符串 · text is missing or not a string")
    admitted = door.admit(value)
    if admitted is door.Refusal.TOO_LONG:
        raise Refused(400, "too_long", f"这条消息太长，请缩短到 {LONGEST_MESSAGE} 个字以内")
    if isinstance(admitted, door.Refusal):
        raise Refused(400, "empty", "请写点什么再发送")
    return admitted


def _words(body: dict[str, Any], name: str, most: int) -> str | None:
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > most:
        raise _bad(f"{name} 应是不超过 {most} 个字的文字 · {name} is no text or too long")
    return door.harmless(value) or None


# --- what is answered ---


def _json(body: Any) -> HTTPResponse:
    return response.json(body, headers={"Cache-Control": "no-store"}, ensure_ascii=False)


def _line(*objects: Any) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)

"""Serving: one process that holds the model, the actions, the channels and the page."""

from __future__ import annotations

import logging
import socket
import sys
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable, Coroutine
from typing import Any

from rasa.core.channels.channel import InputChannel, register
from rasa.core.run import create_http_input_channels
from sanic import Sanic, response
from sanic.exceptions import NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.engine import Engine

from bot.channels import rest
from bot.runtime import agent, model
from bot.runtime.environment import configure_logging
from bot.settings import ROOT, Settings
from bot.store import database

CREDENTIALS = ROOT / "credentials.yml"
MOST_BYTES_OF_A_REQUEST = 1_000_000
SECONDS_TO_FINISH_A_TURN = 5.0
ERRORS: dict[type[Exception], str] = {
    NotFound: "没有这个地址 · not found",
    PayloadTooLarge: "请求太大 · the request is too large",
}

logger = logging.getLogger(__name__)


class PortInUse(RuntimeError):
    """The port is taken; the message (Chinese) says what to do."""


def run(settings: Settings, decline: agent.Decline) -> None:
    """Train if need be and serve until interrupted. Raises PortInUse, TrainingError, SQLAlchemyError."""
    start = time.monotonic()
    listener = listen(settings)
    configure_logging(settings.log_level)
    trained = model.ensure(settings)
    app = application(create_http_input_channels(None, str(CREDENTIALS)))
    engine = database.ready(settings.database_url)
    app.ctx.agent = agent.load(trained, engine, settings.action_endpoint, decline)
    host, port = listener.getsockname()[:2]
    app.register_listener(_announce(f"http://{host}:{port}", start), "after_server_start")
    serve(app, listener, engine)


def listen(settings: Settings) -> socket.socket:
    """The port, taken before the work of starting is done. Raises PortInUse."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen()  # only then is the port taken; whoever asks already waits for the answer
    except OSError as error:
        listener.close()
        raise PortInUse(
            f"无法使用 {settings.host}:{settings.port}（{error.strerror}）。"
            "可能已有程序占用该端口：请先结束它，或换一个端口，例如 PORT=5006 make run"
        ) from error
    return listener


def application(channels: list[InputChannel]) -> Sanic:
    """The web application: the channels below /webhooks/, the page at /; Rasa's own HTTP API is not part of it."""
    app = Sanic("bot", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MOST_BYTES_OF_A_REQUEST
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SECONDS_TO_FINISH_A_TURN
    app.config.ACCESS_LOG = False
    register(channels, app, route="/webhooks/")
    app.blueprint(rest.page())
    app.error_handler.add(Exception, _error)
    return app


def serve(app: Sanic, listener: socket.socket, engine: Engine) -> None:
    """Answer until SIGINT or SIGTERM."""
    try:
        app.run(sock=listener, workers=1, motd=False, access_log=False)
    finally:
        engine.dispose()


def _announce(url: str, start: float) -> Callable[[Sanic, AbstractEventLoop], Coroutine[Any, Any, None]]:
    async def announce(app: Sanic, loop: AbstractEventLoop) -> None:
        seconds = time.monotonic() - start
        print(f"已启动（{seconds:.0f} 秒）：在浏览器打开 {url} 即可提问，按 Ctrl-C 结束。", file=sys.stderr, flush=True)

    return announce


def _error(request: Request, error: Exception) -> HTTPResponse:
    """Every error as JSON, without a stack trace; what is our fault goes to the log."""
    status = error.status_code if isinstance(error, SanicException) else 500
    if status >= 500:
        logger.error("A request to %s failed.", request.path, exc_info=error)
    message = ERRORS.get(type(error), "出了点问题 · the request failed" if status >= 500 else "请求有误 · bad request")
    return response.json({"error": message}, status=status)

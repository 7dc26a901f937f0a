"""Serving: one process that holds the model, the actions, the channels and the page, and answers from its first second."""

from __future__ import annotations

import asyncio
import atexit
import logging
import socket
import sys
import time
from asyncio import AbstractEventLoop
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel, register
from rasa.core.run import create_http_input_channels
from sanic import Sanic, response
from sanic.exceptions import NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import headers, pages
from bot.runtime import agent, environment, model
from bot.runtime.environment import configure_logging
from bot.settings import ROOT, Settings
from bot.store import database

CREDENTIALS = ROOT / "credentials.yml"
WAITING = 1024  # connections that came all at once; beyond it the system drops them, and some are cut off unanswered
MOST_BYTES_OF_A_REQUEST = 1_000_000
SECONDS_TO_FINISH_A_TURN = 5.0
ERRORS: dict[type[Exception], str] = {
    NotFound: "没有这个地址 · not found",
    PayloadTooLarge: "请求太大 · the request is too large",
}

logger = logging.getLogger(__name__)

Then = Callable[[], Awaitable[None]]


class PortInUse(RuntimeError):
    """The port is taken; the message (Chinese) says what to do."""


def run(settings: Settings, decline: agent.Decline) -> None:
    """Serve until interrupted; train if need be meanwhile. Raises PortInUse, TrainingError, SQLAlchemyError."""
    start = time.monotonic()
    listener = listen(settings)
    configure_logging(settings.log_level)
    host, port = listener.getsockname()[:2]
    settings = environment.settle_port(settings, port)
    app = application(create_http_input_channels(None, str(CREDENTIALS)))

    async def announce() -> None:
        seconds = time.monotonic() - start
        url = f"http://{host}:{port}"
        print(f"已启动（{seconds:.0f} 秒）：在浏览器打开 {url} 即可提问，按 Ctrl-C 结束。", file=sys.stderr, flush=True)

    print(f"网页 {host}:{port} 已可打开，助手还在准备…", file=sys.stderr, flush=True)
    serve(app, listener, partial(bring_up, settings=settings, decline=decline), announce)


def listen(settings: Settings) -> socket.socket:
    """The port, taken before the work of starting is done. Raises PortInUse."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(WAITING)  # only then is the port taken; whoever asks already waits for the answer
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
    app.blueprint(pages.blueprint())
    app.register_middleware(headers.settle, "response")
    app.error_handler.add(Exception, _error)
    return app


def serve(
    app: Sanic, listener: socket.socket, load: Callable[[], Coroutine[Any, Any, agent.BotAgent]], then: Then
) -> None:
    """Answer until SIGINT or SIGTERM: with refusals until ``load`` has the agent; then do what is ``then`` to do.

    Raises what ``load`` or ``then`` raised, which ends the server.
    """
    tasks: list[asyncio.Task[None]] = []

    async def get_ready() -> None:
        app.ctx.agent = await load()
        await then()

    async def start(running: Sanic, loop: AbstractEventLoop) -> None:
        tasks.append(loop.create_task(get_ready()))
        tasks[0].add_done_callback(lambda task: app.stop() if _failed(task) else None)

    async def give_up(running: Sanic, loop: AbstractEventLoop) -> None:
        tasks[0].cancel()

    app.ctx.agent = None
    app.register_listener(start, "after_server_start")
    app.register_listener(give_up, "before_server_stop")
    app.run(sock=listener, workers=1, motd=False, access_log=False, backlog=WAITING)
    for task in filter(_failed, tasks):
        task.result()


def _failed(task: asyncio.Task[None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is not None


async def bring_up(settings: Settings, decline: agent.Decline) -> agent.BotAgent:
    """The agent, beside a server that goes on answering. Raises TrainingError, SQLAlchemyError."""
    trained = await model.ensure_aside(settings)
    return await asyncio.get_running_loop().run_in_executor(None, _loaded, settings, trained, decline)


def _loaded(settings: Settings, trained: Path, decline: agent.Decline) -> agent.BotAgent:
    engine = database.ready(settings.database_url)
    atexit.register(engine.dispose)  # closing the last connection tidies SQLite's files up
    return agent.load(trained, engine, settings.action_endpoint, decline)


def _error(request: Request, error: Exception) -> HTTPResponse:
    """Every error as JSON, without a stack trace; what is our fault goes to the log."""
    status = error.status_code if isinstance(error, SanicException) else 500
    if status >= 500:
        # not the path, which may be the secret address of a report
        logger.error("A request to %s failed.", request.uri_template, exc_info=error)
    message = ERRORS.get(type(error), "出了点问题 · the request failed" if status >= 500 else "请求有误 · bad request")
    return response.json({"error": message}, status=status)

"""``rasa shell`` on the bot itself: the same model, database and actions, with Rasa's own prompt."""

from __future__ import annotations

import uuid
from asyncio import AbstractEventLoop
from dataclasses import replace

from rasa.core.channels import console
from sanic import Sanic

from bot.channels.shell import ShellChannel
from bot.runtime import agent, model, server
from bot.runtime.environment import configure_logging
from bot.settings import Settings
from bot.store import database


def run(settings: Settings, decline: agent.Decline) -> None:
    """Talk in the terminal until /stop or Ctrl-C. Raises TrainingError, SQLAlchemyError."""
    listener = server.listen(replace(settings, host="127.0.0.1", port=0))
    configure_logging(settings.log_level)
    trained = model.ensure(settings)
    app = server.application([ShellChannel()])
    engine = database.ready(settings.database_url)
    app.ctx.agent = agent.load(trained, engine, settings.action_endpoint, decline)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"

    async def start(running: Sanic, loop: AbstractEventLoop) -> None:
        running.add_task(_talk(running, url))

    app.register_listener(start, "after_server_start")
    server.serve(app, listener, engine)


async def _talk(app: Sanic, url: str) -> None:
    """Rasa's prompt until the user leaves it, which ends the program."""
    try:
        await console.record_messages(server_url=url, sender_id=f"shell-{uuid.uuid4().hex}")
    finally:
        app.stop()

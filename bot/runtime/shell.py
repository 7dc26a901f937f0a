"""``rasa shell`` on the bot itself: the same model, database and actions, with Rasa's own prompt."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial

from rasa.core.channels import console
from sanic import Sanic

from bot.channels.shell import ShellChannel
from bot.runtime import agent, server
from bot.runtime.environment import configure_logging
from bot.settings import Settings


def run(settings: Settings, decline: agent.Decline) -> None:
    """Talk in the terminal until /stop or Ctrl-C. Raises TrainingError, SQLAlchemyError."""
    listener = server.listen(replace(settings, host="127.0.0.1", port=0))
    configure_logging(settings.log_level)
    app = server.application([ShellChannel()])
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"

    async def talk() -> None:
        await _talk(app, url)

    server.serve(app, listener, partial(server.bring_up, settings, decline), talk)


async def _talk(app: Sanic, url: str) -> None:
    """Rasa's prompt until the user leaves it, which ends the program."""
    try:
        await console.record_messages(server_url=url, sender_id=f"shell-{uuid.uuid4().hex}")
    finally:
        app.stop()

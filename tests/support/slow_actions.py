"""An action server that takes its time: ``python -m tests.support.slow_actions SECONDS`` prints its port and serves.

It runs the bot's own actions, as ``rasa run actions`` does, after waiting. Many calls wait side by side.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from bot.settings import ROOT


@contextmanager
def slow_actions(seconds: float, database_url: str) -> Iterator[str]:
    """The server as a process of its own; yields its address, ends it by its pid."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.slow_actions", str(seconds)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database_url},
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/webhook"
    finally:
        process.terminate()
        process.wait(timeout=120)


def _application(seconds: float) -> web.Application:
    from rasa_sdk.executor import ActionExecutor

    import bot.runtime  # noqa: F401  settles the environment before Rasa is imported

    executor = ActionExecutor()
    executor.register_package("actions")

    async def run(request: web.Request) -> web.Response:
        call = await request.json()
        await asyncio.sleep(seconds)
        return web.json_response(await executor.run(call))

    application = web.Application(client_max_size=10**8)
    application.router.add_post("/webhook", run)
    return application


async def _serve(seconds: float) -> None:
    runner = web.AppRunner(_application(seconds))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1])))

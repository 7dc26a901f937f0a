"""What understanding costs: ``python -m benchmarks.cost [QUESTIONS]``.

Trains the model anew into a folder of its own, then parses questions of the development set on one thread. Processor time
says what the work costs whatever else runs; wall time says what was waited for on this machine, in this run.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import bot.runtime  # noqa: F401 - before Rasa: sets what its libraries read once
from bot import service
from bot.runtime import agent, model
from bot.runtime.environment import configure_logging
from bot.settings import Settings
from bot.store import database
from evaluation.cases import HERE, load_cases, load_truth
from evaluation.run import GUIDE

QUESTIONS = 220


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Prints the wall and the processor time of what runs inside, children included."""
    wall, before = time.perf_counter(), os.times()
    yield
    after = os.times()
    spent = sum(after[:4]) - sum(before[:4])
    print(f"{what}: {time.perf_counter() - wall:.0f} s, {spent:.0f} s of processor time")


async def parsed(archive: Path, database_url: str, texts: list[str]) -> list[float]:
    """Milliseconds of processor time that each text's parse took."""
    loaded = agent.load(archive, database.ready(database_url), None, service.decline)
    await loaded.parse_message("预热")
    costs = []
    for text in texts:
        started = time.process_time()
        await loaded.parse_message(text)
        costs.append(1000 * (time.process_time() - started))
    return costs


def main(arguments: list[str]) -> None:
    """Prints the table of docs/understanding.md, section Cost."""
    configure_logging("WARNING")  # else Rasa writes a line for each question
    settings = Settings.from_environment()
    cases = load_cases(HERE / "dev.yml", load_truth(GUIDE).names)
    wanted = int(arguments[0]) if arguments else QUESTIONS
    texts = [case.turns[-1] for case in cases[:: max(1, len(cases) // wanted)]][:wanted]
    with TemporaryDirectory() as folder:
        with timed("training"):
            archive = model.ensure(replace(settings, models=Path(folder)))
        print(f"model: {archive.stat().st_size / 1e6:.1f} MB")
        costs = asyncio.run(parsed(archive, f"sqlite:///{folder}/cost.db", texts))
    cuts = quantiles(costs, n=20)
    print(f"parse, {len(costs)} questions: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms of processor time")


if __name__ == "__main__":
    main(sys.argv[1:])

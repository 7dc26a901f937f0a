"""How sure the intent is, and whether it is right: what the reliability curve is drawn from. Parses with the model itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.cases import OUT_OF_SCOPE, Case

BINS = 10
# Topics that more than one intent, or one of another name, asks for; any other topic's intent is ask_TOPIC.
INTENTS = {
    "check": ("check", "inform"),
    "figures": ("check", "inform"),
    "talk": ("greet", "thanks", "bye", "who", "help", "stop", "forget", "start_over"),
    **dict.fromkeys(OUT_OF_SCOPE, ("out_of_scope",)),
}


@dataclass(frozen=True)
class Guess:
    """The best intent's confidence, and whether it is one that the case allows."""

    confidence: float
    right: bool


@dataclass(frozen=True)
class Bin:
    """The guesses of one tenth of the scale: their mean confidence, the share that is right, and how many they are."""

    confidence: float
    right: float
    count: int


def guesses(model: Path, cases: Iterable[Case]) -> list[Guess]:
    """One guess for each case of a single turn and a single question: what depends on no earlier turn."""
    from bot.runtime import environment

    environment.settle()  # Rasa takes seconds to import, and is loud: only a full evaluation waits for it
    from rasa.core.agent import Agent

    environment.configure_logging("WARNING")
    agent = Agent.load(model_path=str(model))
    plain = [case for case in cases if len(case.turns) == 1 and case.style != "two"]

    async def parse() -> list[Guess]:
        return [_guess(case, (await agent.parse_message(case.turns[0]))["intent"]) for case in plain]

    return asyncio.run(parse())


def allowed(case: Case) -> set[str]:
    topics = (case.topic, *case.expect.topic)
    return {intent for topic in topics for intent in INTENTS.get(topic, (f"ask_{topic}",))}


def reliability(found: Iterable[Guess]) -> list[Bin]:
    """The bins that hold any guess, the least sure first."""
    bins: dict[int, list[Guess]] = {}
    for guess in found:
        bins.setdefault(min(int(guess.confidence * BINS), BINS - 1), []).append(guess)
    return [_bin(bins[key]) for key in sorted(bins)]


def calibration_error(bins: list[Bin]) -> float:
    """The expected distance between confidence and share right, 0 to 1."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.confidence - one.right) for one in bins) / total if total else 0.0


def _guess(case: Case, intent: dict[str, object]) -> Guess:
    return Guess(float(str(intent["confidence"])), intent["name"] in allowed(case))


def _bin(found: list[Guess]) -> Bin:
    count = len(found)
    return Bin(sum(one.confidence for one in found) / count, sum(one.right for one in found) / count, count)

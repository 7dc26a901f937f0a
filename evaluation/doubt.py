"""How often the likeliest intent is right by its probability and its lead: what the thresholds of doubt are chosen from."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.cases import HERE, Case, load_cases, load_truth

GUIDE = HERE.parent / "knowledge" / "guide_2022.txt"
STEPS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Row = tuple[float, float, bool]  # probability of the best intent, its lead over the second, whether it is right


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.doubt", description=__doc__)
    parser.add_argument("model", type=Path, help="a trained model: models/….tar.gz")
    parser.add_argument("--cases", type=Path, default=HERE / "dev.yml", help="a file of cases")
    options = parser.parse_args(arguments)
    cases = [each for each in load_cases(options.cases, load_truth(GUIDE).names) if len(each.turns) == 1]
    rows = asyncio.run(_rows(options.model, [each for each in cases if each.expect.topic]))
    print("\n".join([*table("probability", rows, 0), "", *table("lead", rows, 1)]))
    return 0


async def _rows(model: Path, cases: Sequence[Case]) -> list[Row]:
    import bot.runtime  # noqa: F401, I001  settles the environment before Rasa is imported
    from rasa.core.agent import Agent

    with contextlib.redirect_stdout(io.StringIO()):  # Rasa prints every message that it parses
        agent = Agent.load(str(model))
        return [_row(case, await agent.parse_message(case.turns[0])) for case in cases]


def _row(case: Case, parsed: dict[str, object]) -> Row:
    ranking: Sequence[dict[str, float]] = parsed["intent_ranking"]  # type: ignore[assignment]
    best, second = ranking[0], ranking[1]
    right = str(best["name"]).removeprefix("ask_") in case.expect.topic
    return best["confidence"], best["confidence"] - second["confidence"], right


def table(title: str, rows: Sequence[Row], column: int) -> Iterator[str]:
    """Right answers by steps of one of the two numbers."""
    yield f"| {title} | questions | right | right % |"
    yield "| --- | --- | --- | --- |"
    for low, high in zip(STEPS, STEPS[1:], strict=False):
        inside = [row[2] for row in rows if low <= row[column] < high]
        if inside:
            share = 100 * sum(inside) / len(inside)
            yield f"| {low:.1f} to {min(high, 1):.1f} | {len(inside)} | {sum(inside)} | {share:.0f} |"


if __name__ == "__main__":
    sys.exit(main())

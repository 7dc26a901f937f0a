"""The whole evaluation: every held-out question of the running bot, its tables and pictures, and the summary that is kept."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx

from evaluation import summary
from evaluation.cases import HERE, OUT_OF_SCOPE, Case, Truth, load_cases, load_truth
from evaluation.confidence import Bin, calibration_error, guesses, reliability
from evaluation.noise import NOISES, noisy
from evaluation.pictures import Pair, draw_confusion, draw_reliability
from evaluation.report import Result, as_data, failures, text, total
from evaluation.run import GUIDE, ask_all
from evaluation.score import RIGHT
from evaluation.server import running, train
from evaluation.technologies import load_businesses

RESULTS = HERE / "results"
SEED = 2022


def main(arguments: list[str] | None = None) -> int:
    options = parse(arguments)
    try:
        model = train()
        with nullcontext(options.url) if options.url else running() as url:
            evaluate(url, model, options)
    except (OSError, ValueError, RuntimeError, subprocess.CalledProcessError, httpx.TransportError) as error:
        print(f"The evaluation cannot run: {error}", file=sys.stderr)
        return 2
    return 0


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.evaluate", description=__doc__)
    parser.add_argument("--url", help="where the bot listens; without it one is started on a free port")
    parser.add_argument("--noise", action="store_true", help="ask the test again under every noise")
    parser.add_argument("--failures", action="store_true", help="list every case that is not right")
    parser.add_argument("--seed", type=int, default=SEED, help="of the noise")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the summary and the pictures go")
    return parser.parse_args(arguments)


def evaluate(url: str, model: Path, options: argparse.Namespace) -> None:
    """Asks, prints, draws and saves; see ``main`` for what may be raised."""
    truth = load_truth(GUIDE)
    sets = load_sets(truth)
    results = {name: ask_set(url, name, cases, truth, options.failures) for name, cases in sets.items()}
    losses = noise_losses(url, sets["test"], results["test"], truth, options) if options.noise else {}
    bins = draw(model, results["test"], sets["test"], options.results)
    data: dict[str, Any] = {
        "configuration": summary.configuration(model, options.seed),
        **{name: as_data(found) for name, found in results.items()},
        "noise": losses,
        "calibration": {"error": round(calibration_error(bins), 3), "bins": [_rounded(one) for one in bins]},
    }
    (options.results / "summary.json").write_text(
        json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    (options.results / "summary.md").write_text(summary.markdown(data), encoding="utf-8")


def load_sets(truth: Truth) -> dict[str, list[Case]]:
    """Every held-out set by name."""
    questions = {name: load_cases(HERE / f"{name}.yml", truth.names) for name in ("dev", "test")}
    return {**questions, "technologies": load_businesses(truth.names)}


def ask_set(url: str, name: str, cases: list[Case], truth: Truth, list_failures: bool) -> list[Result]:
    results = list(ask_all(url, cases, truth))
    print(f"\n=== {name}", text(results), failures(results) if list_failures else "", sep="\n", flush=True)
    return results


def noise_losses(
    url: str, cases: list[Case], plain: list[Result], truth: Truth, options: argparse.Namespace
) -> dict[str, dict[str, float]]:
    """By noise: the share right in percent, the points lost against the plain questions, and the wrong facts."""
    found: dict[str, dict[str, float]] = {}
    for noise in NOISES:
        row = total(ask_all(url, [noisy(case, noise, options.seed) for case in cases], truth))
        lost = total(plain).percent - row.percent
        found[noise] = {"right": round(row.percent, 1), "lost": round(lost, 1), "wrong_facts": row.wrong_facts}
        print(
            f"noise {noise}: {row.percent:.1f} % right, {lost:.1f} points lost, {row.wrong_facts} wrong facts",
            flush=True,
        )
    return found


def draw(model: Path, results: list[Result], cases: list[Case], folder: Path) -> list[Bin]:
    """Both pictures; the bins of the reliability curve."""
    bins = reliability(guesses(model, cases))
    draw_confusion(map(confusion, results), folder / "confusion.png")
    draw_reliability(bins, folder / "reliability.png")
    return bins


def confusion(result: Result) -> Pair:
    """The topic asked and that of the answer, the same where the answer is right; any refusal of what is out of scope is right."""
    asked, reply = result.case.topic, result.reply
    refused = asked in OUT_OF_SCOPE and reply.kind == "fallback"
    if result.score.outcome == RIGHT or refused:
        return asked, asked
    answered = reply.topic if reply.kind in ("answer", "silent") else reply.kind
    return asked, f"{answered}, wrong" if answered == asked else answered


def _rounded(one: Bin) -> dict[str, float]:
    return {key: round(value, 3) for key, value in asdict(one).items()}


if __name__ == "__main__":
    sys.exit(main())

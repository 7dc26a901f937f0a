"""Asks the running bot every held-out question over REST and prints how many it got right, missed, or got wrong."""

from __future__ import annotations

import argparse
import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from evaluation.cases import HERE, OUT_OF_SCOPE, Case, Truth, load_cases, load_truth
from evaluation.score import MISS, RIGHT, WRONG_FACT, Reply, Score, score

GUIDE = HERE.parent / "knowledge" / "guide_2022.txt"
CONCURRENCY = 2
TIMEOUT_SECONDS = 30.0


@dataclass(frozen=True)
class Result:
    case: Case
    reply: Reply
    score: Score
    seconds: float


def main(arguments: list[str] | None = None) -> int:
    options = parse(arguments)
    try:
        truth = load_truth(GUIDE)
        cases = load_cases(options.cases, truth.names)
        results = list(ask_all(options.url, cases, truth))
    except (OSError, ValueError, httpx.TransportError) as error:
        print(f"The evaluation cannot run: {error}", file=sys.stderr)
        return 2
    print_report(results)
    if options.failures:
        print_failures(results)
    return 0


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.run", description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:5005", help="where the bot listens")
    parser.add_argument("--cases", type=Path, default=HERE / "dev.yml", help="a file of cases")
    parser.add_argument("--failures", action="store_true", help="list every case that is not right")
    return parser.parse_args(arguments)


def ask_all(url: str, cases: list[Case], truth: Truth) -> Iterator[Result]:
    """The results in the order of the cases, a few conversations at a time."""

    def judge(case: Case) -> Result:
        reply, seconds = converse(client, case)
        return Result(case, reply, score(case, reply, truth), seconds)

    with httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS) as client, ThreadPoolExecutor(CONCURRENCY) as pool:
        client.get("/")
        for number, result in enumerate(pool.map(judge, cases), start=1):
            show_progress(number, len(cases))
            yield result


def converse(client: httpx.Client, case: Case) -> tuple[Reply, float]:
    """Says every turn as one new applicant; the reply to the last, and how long it took."""
    sender = f"evaluation-{uuid.uuid4().hex}"
    reply, started = Reply(""), time.perf_counter()
    for say in case.turns:
        started = time.perf_counter()
        reply = ask(client, sender, say)
    return reply, time.perf_counter() - started


def ask(client: httpx.Client, sender: str, say: str) -> Reply:
    try:
        response = client.post("/webhooks/rest/webhook", json={"sender": sender, "message": say})
        return read_reply(response.json()) if response.is_success else Reply(f"(HTTP {response.status_code})")
    except (httpx.HTTPError, ValueError) as error:
        return Reply(f"(no reply: {type(error).__name__})")


def read_reply(messages: list[dict[str, Any]]) -> Reply:
    texts = [message["text"] for message in messages if message.get("text")]
    payloads = [message["custom"] for message in messages if message.get("custom")]
    return Reply("\n".join(texts), tuple(payloads))


def show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def print_report(results: list[Result]) -> None:
    print_table("topic", results, lambda case: [case.topic])
    print_table("program", results, lambda case: case.programs or ["(none)"])
    print_table("voice", results, lambda case: [case.voice])
    print_table("style", results, lambda case: [case.style, *(["multi-turn"] if len(case.turns) > 1 else [])])
    print_table("all", results, lambda case: ["total"])
    print_rates(results)


def print_table(title: str, results: list[Result], keys: Callable[[Case], Iterable[str]]) -> None:
    groups: dict[str, list[str]] = defaultdict(list)
    for result in results:
        for key in keys(result.case):
            groups[key].append(result.score.outcome)
    print(f"\n{title:<28}{'cases':>7}{'right':>7}{'miss':>7}{'wrong fact':>12}{'right %':>9}")
    for key, outcomes in groups.items():
        counts = [outcomes.count(outcome) for outcome in (RIGHT, MISS, WRONG_FACT)]
        share = 100 * counts[0] / len(outcomes)
        print(f"{key:<28}{len(outcomes):>7}{counts[0]:>7}{counts[1]:>7}{counts[2]:>12}{share:>9.1f}")


def print_rates(results: list[Result]) -> None:
    outside = [result for result in results if result.case.topic in OUT_OF_SCOPE]
    inside = [result for result in results if "fallback" not in result.case.expect.kind]
    print()
    print_rate("out of scope, answered from the guide", outside, lambda one: one.reply.kind in ("answer", "assessment"))
    print_rate("in scope, refused", inside, lambda one: one.reply.kind == "fallback")
    if results:
        print(f"last turn, median: {1000 * median(result.seconds for result in results):.0f} ms")


def print_rate(title: str, results: list[Result], holds: Callable[[Result], bool]) -> None:
    if results:
        count = sum(map(holds, results))
        print(f"{title}: {count} of {len(results)} ({100 * count / len(results):.1f} %)")


def print_failures(results: list[Result]) -> None:
    failures = [result for result in results if result.score.outcome != RIGHT]
    for result in sorted(failures, key=lambda one: one.score.outcome != WRONG_FACT):
        case, reply, expect = result.case, result.reply, result.case.expect
        print(f"\n{result.score.outcome.upper()}  {case.id} ({case.voice})  {' >> '.join(case.turns)}")
        print(f"  expected {'/'.join(expect.kind)} of {'/'.join(expect.topic) or 'any topic'}")
        print(f"  got      {reply.kind} of {reply.topic}: {' '.join(reply.text.split())[:100]}")
        print(f"  because  {'; '.join(result.score.reasons)}")


if __name__ == "__main__":
    sys.exit(main())

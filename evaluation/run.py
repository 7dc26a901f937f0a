"""Asks the running bot every held-out question over REST and prints how many it got right, missed, or got wrong."""

from __future__ import annotations

import argparse
import sys
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from evaluation.cases import HERE, Case, Truth, load_cases, load_truth
from evaluation.report import Result, failures, text
from evaluation.score import Reply, score

GUIDE = HERE.parent / "knowledge" / "guide_2022.txt"
CONCURRENCY = 2
TIMEOUT_SECONDS = 30.0


def main(arguments: list[str] | None = None) -> int:
    options = parse(arguments)
    try:
        truth = load_truth(GUIDE)
        cases = load_cases(options.cases, truth.names)
        results = list(ask_all(options.url, cases, truth))
    except (OSError, ValueError, httpx.TransportError) as error:
        print(f"The evaluation cannot run: {error}", file=sys.stderr)
        return 2
    print(text(results))
    if options.failures:
        print(failures(results))
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


if __name__ == "__main__":
    sys.exit(main())

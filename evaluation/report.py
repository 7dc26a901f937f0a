"""What a run came to: tables by topic, program, voice and style, rates, failures; as text and as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from evaluation.cases import OUT_OF_SCOPE, Case
from evaluation.score import MISS, RIGHT, WRONG_FACT, Reply, Score

GUIDES_ANSWERS = ("answer", "assessment")
GROUPS: dict[str, Callable[[Case], Iterable[str]]] = {
    "topic": lambda case: [case.topic],
    "program": lambda case: case.programs or ["(none)"],
    "voice": lambda case: [case.voice],
    "style": lambda case: [case.style, *(["multi-turn"] if len(case.turns) > 1 else [])],
    "all": lambda case: ["total"],
}


@dataclass(frozen=True)
class Result:
    case: Case
    reply: Reply
    score: Score
    seconds: float


@dataclass(frozen=True)
class Row:
    """One group of cases and how many of them came out how."""

    key: str
    cases: int
    right: int
    misses: int
    wrong_facts: int

    @property
    def percent(self) -> float:
        return 100 * self.right / self.cases


@dataclass(frozen=True)
class Rate:
    """Of ``total`` cases, ``count``."""

    title: str
    count: int
    total: int

    @property
    def percent(self) -> float:
        return 100 * self.count / self.total


def rows(results: Iterable[Result], keys: Callable[[Case], Iterable[str]]) -> list[Row]:
    """The groups in the order of the cases."""
    groups: dict[str, list[str]] = defaultdict(list)
    for result in results:
        for key in keys(result.case):
            groups[key].append(result.score.outcome)
    return [Row(key, len(found), *map(found.count, (RIGHT, MISS, WRONG_FACT))) for key, found in groups.items()]


def total(results: Iterable[Result]) -> Row:
    return rows(results, GROUPS["all"])[0]


def rates(results: list[Result]) -> list[Rate]:
    """What the share that is right does not show; only the rates that have any case."""
    outside = [one for one in results if one.case.topic in OUT_OF_SCOPE]
    inside = [one for one in results if "fallback" not in one.case.expect.kind]
    unfit = [one for one in results if one.case.expect.no_match]
    found = [
        _rate("out of scope, answered from the guide", outside, lambda one: one.reply.kind in GUIDES_ANSWERS),
        _rate("in scope, refused", inside, lambda one: one.reply.kind == "fallback"),
        _rate(
            "fits nothing, a match found", unfit, lambda one: one.reply.kind == "answer" and bool(one.reply.programs)
        ),
    ]
    return [one for one in found if one.total]


def text(results: list[Result]) -> str:
    """Every table, and the rates."""
    lines = []
    for title, keys in GROUPS.items():
        lines += ["", f"{title:<28}{'cases':>7}{'right':>7}{'miss':>7}{'wrong fact':>12}{'right %':>9}"]
        lines += [
            f"{row.key:<28}{row.cases:>7}{row.right:>7}{row.misses:>7}{row.wrong_facts:>12}{row.percent:>9.1f}"
            for row in rows(results, keys)
        ]
    lines += ["", *(f"{one.title}: {one.count} of {one.total} ({one.percent:.1f} %)" for one in rates(results))]
    return "\n".join([*lines, f"last turn, median: {_milliseconds(results):.0f} ms"])


def failures(results: Iterable[Result]) -> str:
    """Every case that is not right, wrong facts first."""
    wrong = [result for result in results if result.score.outcome != RIGHT]
    return "\n".join(map(_failure, sorted(wrong, key=lambda one: one.score.outcome != WRONG_FACT)))


def as_data(results: list[Result]) -> dict[str, object]:
    """The same as plain data, for the saved summary."""
    return {
        **{title: {row.key: _row(row) for row in rows(results, keys)} for title, keys in GROUPS.items()},
        "rates": {one.title: {"count": one.count, "of": one.total} for one in rates(results)},
        "last_turn_median_ms": round(_milliseconds(results)),
    }


def _row(row: Row) -> dict[str, int]:
    return {"cases": row.cases, "right": row.right, "misses": row.misses, "wrong_facts": row.wrong_facts}


def _rate(title: str, results: list[Result], holds: Callable[[Result], bool]) -> Rate:
    return Rate(title, sum(map(holds, results)), len(results))


def _milliseconds(results: list[Result]) -> float:
    return 1000 * median(one.seconds for one in results) if results else 0.0


def _failure(result: Result) -> str:
    case, reply, expect = result.case, result.reply, result.case.expect
    return (
        f"\n{result.score.outcome.upper()}  {case.id} ({case.voice})  {' >> '.join(case.turns)}"
        f"\n  expected {'/'.join(expect.kind)} of {'/'.join(expect.topic) or 'any topic'}"
        f"\n  got      {reply.kind} of {reply.topic}: {' '.join(reply.text.split())[:100]}"
        f"\n  because  {'; '.join(result.score.reasons)}"
    )

"""Businesses in their owners' words, as cases: naming any program that fits is right, and none where none does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.cases import HERE, Case, Expect, find_faults, read_case, read_yaml

FILE = HERE / "technologies.yml"
FITS, NONE = "fits", "none"
NAMED = Expect(kind=("answer",), topic=("technology", "directions", "program"))
NO_MATCH = Expect(kind=("answer", "silent", "question", "fallback"), no_match=True)


def load_businesses(programs: Iterable[str], path: Path = FILE) -> list[Case]:
    """Every business, asked about with one of the file's asks in turn; raises ValueError that lists all faults."""
    content = read_yaml(path)
    asks = content["asks"]
    raw = [_raw(item, asks[number % len(asks)]) for number, item in enumerate(content["businesses"])]
    if faults := [f"{path.name}: {fault}" for fault in find_faults(raw, frozenset(programs))]:
        raise ValueError("\n".join(faults))
    return [read_case(item) for item in raw]


def _raw(item: dict[str, Any], ask: str) -> dict[str, Any]:
    fits = bool(item["programs"])
    expect = NAMED if fits else NO_MATCH
    return {
        "id": item["id"],
        "voice": "owner",
        "topic": "technology",
        "style": FITS if fits else NONE,
        "programs": item["programs"],
        "turns": [{"say": item["say"] + ask}],
        "expect": {"kind": list(expect.kind), "topic": list(expect.topic), "no_match": expect.no_match},
    }

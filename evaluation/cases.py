"""The held-out cases as data: read from YAML, every fault in them reported at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
VOICES = ("owner", "university", "accountant", "cooperative", "bureau")
KINDS = ("answer", "silent", "question", "assessment", "talk", "fallback")
SILENT_TOPICS = ("deadline", "amount", "submission", "contact", "quota", "review", "other")
OUT_OF_SCOPE = ("out-near", "out-far")


@dataclass(frozen=True)
class Expect:
    """What is right for the last turn; what is empty is not examined."""

    kind: tuple[str, ...]
    topic: tuple[str, ...] = ()
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    all_programs: bool = False
    no_match: bool = False
    not_programs: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    verdict: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One conversation; only its last turn is judged."""

    id: str
    voice: str
    topic: str
    programs: tuple[str, ...]
    turns: tuple[str, ...]
    expect: Expect
    style: str = "plain"


@dataclass(frozen=True)
class Truth:
    """What the score knows of the guide: its text, and each program's name and possible sections."""

    guide: str
    names: dict[str, str]
    sections: dict[str, frozenset[str]]


def read_yaml(path: Path) -> Any:
    """What the file holds, read by libyaml where it is there: the development set takes a quarter of the time."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def load_truth(guide: Path, path: Path = HERE / "truth.yml") -> Truth:
    programs = read_yaml(path)["programs"]
    return Truth(
        guide=guide.read_bytes().decode("utf-8"),
        names={key: value["name"] for key, value in programs.items()},
        sections={key: frozenset(value["sections"]) for key, value in programs.items()},
    )


def load_cases(path: Path, programs: Iterable[str]) -> list[Case]:
    """Every case of a file; raises ValueError that lists all faults."""
    raw = read_yaml(path)
    faults = [f"{path.name}: {fault}" for fault in find_faults(raw, frozenset(programs))]
    if faults:
        raise ValueError("\n".join(faults))
    return [read_case(item) for item in raw]


def read_case(item: dict[str, Any]) -> Case:
    turns = tuple(turn["say"] for turn in item["turns"])
    rest = {key: item[key] for key in ("id", "voice", "topic", "style") if key in item}
    return Case(**rest, programs=tuple(item["programs"]), turns=turns, expect=read_expect(item["expect"]))


def read_expect(item: dict[str, Any]) -> Expect:
    fixed: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in item.items()}
    fixed["must"] = tuple((one,) if isinstance(one, str) else tuple(one) for one in item.get("must", ()))
    return Expect(**fixed)


def find_faults(raw: list[dict[str, Any]], programs: frozenset[str]) -> Iterator[str]:
    for key, count in Counter(item["id"] for item in raw).items():
        if count > 1:
            yield f"{key}: the id stands {count} times"
    for key, count in Counter(tuple(turn["say"] for turn in item["turns"]) for item in raw).items():
        if count > 1:
            yield f"{' / '.join(key)}: asked {count} times"
    for item in raw:
        yield from (f"{item['id']}: {fault}" for fault in case_faults(item, programs))


def case_faults(item: dict[str, Any], programs: frozenset[str]) -> Iterator[str]:
    expect = item["expect"]
    named = {*item["programs"], *expect.get("not_programs", ()), *expect.get("verdict", {})}
    if item["voice"] not in VOICES:
        yield f"unknown voice {item['voice']}"
    if unknown := named - programs:
        yield f"unknown programs {sorted(unknown)}"
    if unknown := set(expect["kind"]) - set(KINDS):
        yield f"unknown kinds {sorted(unknown)}"
    if unknown := set(expect) - set(Expect.__dataclass_fields__):
        yield f"unknown expectations {sorted(unknown)}"
    if not all(isinstance(turn["say"], str) and turn["say"].strip() for turn in item["turns"]):
        yield "an empty turn"

"""Conversations as data: what is said, what must be understood, and in what way a turn differs from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.dialogue.contract import faults

FOLDER = Path(__file__).parents[1] / "cases" / "dialogues"
GUIDE = yaml.safe_load((Path(__file__).parents[2] / "knowledge" / "guide_2022.json").read_text(encoding="utf-8"))
ASK = {figure["id"]: figure["ask"] for figure in GUIDE["figures"]}
Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """One turn: what was expected of it, its text, its payload, and the text that asked the last open question."""

    expect: Mapping[str, Any]
    text: str
    payload: Payload
    open_text: str
    open_figure: str | None


def scenarios() -> list[dict[str, Any]]:
    """Every scenario of every file. Raises ValueError for an id that stands twice and for a key that means nothing."""
    files = sorted(path for path in FOLDER.glob("*.yml") if path.name != "known_failures.yml")
    rows = [row for path in files for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    ids = [row["id"] for row in rows]
    keys = {key for row in rows for turn in row["turns"] for key in turn} - CHECKS.keys() - {"say", "repeat"}
    if keys or len(ids) != len(set(ids)):
        raise ValueError(
            f"unknown keys {sorted(keys)}; ids twice: {sorted({one for one in ids if ids.count(one) > 1})}"
        )
    return rows


def known_failures() -> dict[str, str]:
    """Ids of the conversations and of the questions of topics.yml that the bot is known to get wrong, with the reason."""
    rows = yaml.safe_load((FOLDER / "known_failures.yml").read_text(encoding="utf-8")) or []
    return {row["id"]: row["why"] for row in rows}


def differences(turn: Callable[[str], tuple[str, Payload]], scenario: Mapping[str, Any]) -> list[str]:
    """Plays the scenario; every way in which the bot's turns differ from what is expected."""
    found: list[str] = []
    open_text, open_figure = "", None
    for expect in scenario["turns"]:
        text, payload = turn(expect["say"] * expect.get("repeat", 1))
        said = Said(expect, text, payload, open_text, open_figure)
        found += [f"{expect['say'][:40]}: {fault}" for fault in (*faults(text, dict(payload)), *_differences(said))]
        if payload.get("kind") == "question":
            open_figure = payload["figure"]
            open_text = text[text.index(ASK[open_figure]) :]
    return found


def _differences(said: Said) -> Iterator[str]:
    for key, check in CHECKS.items():
        if key in said.expect and (fault := check(said, said.expect[key])):
            yield f"{key}: expected {said.expect[key]!r}, {fault}"


def _field(name: str) -> Callable[[Said, Any], str]:
    """The payload's field has this value, or one of these."""

    def check(said: Said, wanted: Any) -> str:
        got = said.payload.get(name)
        return "" if got in (wanted if isinstance(wanted, list) else [wanted]) else f"got {got!r}"

    return check


def _members(name: str) -> Callable[[Said, Any], str]:
    """The payload's list holds these and nothing else."""

    def check(said: Said, wanted: Any) -> str:
        got = said.payload.get(name)
        return "" if got is not None and set(got) == set(wanted) else f"got {got!r}"

    return check


def _of_programs(name: str) -> Callable[[Said, Any], str]:
    """These programs have this in the assessment."""

    def check(said: Said, wanted: Mapping[str, Any]) -> str:
        got = {each["id"]: each[name] for each in said.payload.get("programs", ()) if isinstance(each, dict)}
        return "" if all(program in got and got[program] == wanted[program] for program in wanted) else f"got {got!r}"

    return check


def _values(name: str) -> Callable[[Said, Any], str]:
    """These figures have these values; null: they are absent."""

    def check(said: Said, wanted: Mapping[str, Any] | None) -> str:
        got = said.payload.get(name)
        if wanted is None or got is None:
            return "" if wanted is None and got is None else f"got {got!r}"
        return "" if all(got.get(figure) == value for figure, value in wanted.items()) else f"got {got!r}"

    return check


def _gap(said: Said, wanted: Mapping[str, Any]) -> str:
    programs = said.payload.get("programs", ())
    got = [(each["id"], one.get("gap")) for each in programs for one in each["requirements"]]
    return "" if all((program, gap) in got for program, gap in wanted.items()) else f"got {got!r}"


def _clauses(said: Said, wanted: list[str]) -> str:
    got = {each["clause"] for each in said.payload.get("citations", ())}
    return "" if got >= set(wanted) else f"got {sorted(got)}"


def _choices(said: Said, wanted: list[str]) -> str:
    got = [each["title"] for each in said.payload.get("choices", ())]
    return "" if got == wanted else f"got {got}"


def _text(said: Said, wanted: list[str]) -> str:
    return "" if all(words in said.text for words in wanted) else f"got {said.text!r}"


def _no_text(said: Said, wanted: list[str]) -> str:
    return f"got {said.text!r}" if any(words in said.text for words in wanted) else ""


def _asks_again(said: Said, wanted: bool) -> str:
    right = said.payload.get("figure") == said.open_figure and said.text.endswith(said.open_text)
    return "" if right == wanted else f"got figure {said.payload.get('figure')!r} and {said.text[-60:]!r}"


def _not(name: str) -> Callable[[Said, Any], str]:
    """The payload's field has any value but this."""
    return lambda said, wanted: f"got {wanted!r}" if said.payload.get(name) == wanted else ""


def _reason(said: Said, wanted: bool) -> str:
    got = said.payload.get("reason")
    return "" if bool(got) == wanted else f"got {got!r}"


def _turning(said: Said, wanted: list[Any]) -> str:
    got = said.payload.get("turning", [])
    return "" if all(one in got for one in wanted) else f"got {got!r}"


CHECKS: Mapping[str, Callable[[Said, Any], str]] = {
    "kind": _field("kind"),
    "topic": _field("topic"),
    "figure": _field("figure"),
    "not_figure": _not("figure"),
    "not_topic": _not("topic"),
    "complete": _field("complete"),
    "answered": _field("answered"),
    "at_most_remaining": _field("at_most_remaining"),
    "programs": _members("programs"),
    "sections": _members("sections"),
    "verdict": _of_programs("verdict"),
    "section": _of_programs("section"),
    "figures": _values("figures"),
    "hypothesis": _values("hypothesis"),
    "gap": _gap,
    "clauses": _clauses,
    "choices": _choices,
    "reason": _reason,
    "turning": _turning,
    "text": _text,
    "no_text": _no_text,
    "asks_again": _asks_again,
}

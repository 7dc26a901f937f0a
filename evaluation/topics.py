"""Asks the running bot about every program and every topic, and writes the table of questions: docs/questions.md."""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import yaml

from evaluation.cases import HERE
from evaluation.run import TIMEOUT_SECONDS, show_progress

ROOT = HERE.parent
GUIDE = ROOT / "knowledge" / "guide_2022.json"
TOPICS = ROOT / "tests" / "cases" / "topics.yml"
TABLE = ROOT / "docs" / "questions.md"
Turn = Callable[[str, str], tuple[str, dict[str, Any]]]

HEAD = """# 每个专项、每类问题，一问一答

对每个专项和 `contract.md` 里的每个 `topic` 各问一句，经 REST 接口提问；下面是回答的 `kind` 和所引的条款（`silent`：指南没有写，列出可以咨询的科室）。
本页由 `python -m evaluation.topics` 向运行中的机器人提问后写成，测试保证它与机器人的回答一致。
"""


@dataclass(frozen=True)
class Question:
    """One question about ``program``; ``clauses`` are all that its answer cites, else ``sections`` are whom to ask."""

    topic: str
    program: str
    say: str
    kind: str
    programs: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its name in reports."""
        return f"{self.topic} {self.program}"


@dataclass(frozen=True)
class Asked:
    """A question, and the text and payload that answered it."""

    question: Question
    text: str
    payload: dict[str, Any]

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that are cited, each once, in the order of the answer."""
        return tuple(dict.fromkeys(one["clause"] for one in self.payload.get("citations", ())))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.topics", description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:5005", help="where the bot listens")
    options = parser.parse_args(arguments)
    questions = load_questions()
    try:
        with httpx.Client(base_url=options.url, timeout=TIMEOUT_SECONDS) as client:
            asked = []
            for number, one in enumerate(ask_all(over(client), questions), start=1):
                show_progress(number, len(questions))
                asked.append(one)
    except (httpx.HTTPError, ValueError) as error:
        print(f"The bot at {options.url} cannot be asked: {error}", file=sys.stderr)
        return 2
    TABLE.write_text(table(asked), encoding="utf-8")
    return 0


def load_questions(topics: Path = TOPICS, guide: Path = GUIDE) -> list[Question]:
    """Every question with what is expected, topic by topic; raises ValueError where a program is left out."""
    programs = json.loads(guide.read_text(encoding="utf-8"))["programs"]
    rows = yaml.safe_load(topics.read_text(encoding="utf-8"))
    return [_question(topic, row, program, programs) for topic, row in rows.items() for program in programs]


def _question(topic: str, row: dict[str, Any], program: dict[str, Any], programs: list[dict[str, Any]]) -> Question:
    own = program["id"]
    answer, silent = row.get("answer", {}), row.get("silent", {})
    if (own in answer) == (own in silent):
        raise ValueError(f"{topic}: {own} must stand either under answer or under silent")
    words = {word: choices[own] for word, choices in row.get("words", {}).items()}
    about = row.get("programs", {})
    return Question(
        topic=topic,
        program=own,
        say=row["ask"].format(name=program["name"], alias=program["aliases"][0], **words),
        kind="answer" if own in answer else "silent",
        programs=tuple(each["id"] for each in programs) if about == "all" else tuple(about.get(own, [own])),
        clauses=tuple(answer.get(own, ())),
        sections=tuple(silent.get(own, ())),
    )


def over(client: httpx.Client) -> Turn:
    """Turns over REST: the joined texts, and the one payload."""

    def turn(sender: str, say: str) -> tuple[str, dict[str, Any]]:
        response = client.post("/webhooks/rest/webhook", json={"sender": sender, "message": say})
        messages = response.raise_for_status().json()
        (payload,) = [message["custom"] for message in messages if "custom" in message]
        return "\n".join(message["text"] for message in messages if "text" in message), payload

    return turn


def ask_all(turn: Turn, questions: Iterable[Question]) -> Iterator[Asked]:
    """Every question, each by a new applicant."""
    for question in questions:
        yield Asked(question, *turn(f"topics-{uuid.uuid4().hex}", question.say))


def table(asked: Iterable[Asked]) -> str:
    """The page: a table for each topic."""
    programs = json.loads(GUIDE.read_text(encoding="utf-8"))["programs"]
    names = {program["id"]: program["name"] for program in programs}
    by_topic: dict[str, list[Asked]] = {}
    for one in asked:
        by_topic.setdefault(one.question.topic, []).append(one)
    return "\n".join([HEAD, *(_section(topic, rows, names) for topic, rows in by_topic.items())])


def _section(topic: str, rows: Iterable[Asked], names: dict[str, str]) -> str:
    lines = [f"## {topic}", "", "| 专项 | 问 | kind | 条款或科室 |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *(_row(one, names[one.question.program]) for one in rows), ""])


def _row(asked: Asked, name: str) -> str:
    where = asked.clauses or asked.payload.get("sections", ())
    return f"| {name} | {asked.question.say} | {asked.payload['kind']} | {'、'.join(where)} |"


if __name__ == "__main__":
    sys.exit(main())

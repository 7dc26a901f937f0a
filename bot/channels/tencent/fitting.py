"""A turn's words as WeChat shows them: plain text of at most 2,048 bytes, choices by number, a finished check in short."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from bot.answers.reply import render

MOST_BYTES = 2048
MORE = "更多"
TO_BE_CONTINUED = "\n（还有，回复“更多”接着看）"
AS_NUMBERS = "（回复数字即可）"

_ITEM = re.compile(r"^(\d{1,2})\. ", re.MULTILINE)  # Markdown's lists, and too like a choice
_SENTENCE_END = re.compile(r"[。！？；!?;…]+[”’）」』】\")]*|\n")
_ASKS_FOR_MORE = re.compile(r"[“\"]?(?:更多(?:内容)?|下一页)[”\"]?[。.!！~]?")
_FETCHES = re.compile(r"(?:任意字?|查看|看看|看|继续|好的?|嗯嗯?|收到|结果|ok)[。.!！~]?", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:选|第)?(\d{1,2}(?:[、，,和 ]+\d{1,2})*)[个项号.、。)）]?")
# What XML 1.0 cannot hold.
_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(text: str, payload: Mapping[str, Any]) -> str:
    """The turn as text: its choices numbered, or a finished check in short where it has a report to read."""
    if payload.get("kind") == "assessment" and payload.get("complete") and payload.get("report"):
        return render("assessment_brief", payload=payload)
    return numbered(_ITEM.sub(r"（\1）", text), choices(payload))


def choices(payload: Mapping[str, Any]) -> list[dict[str, str]]:
    """What the turn offers to choose from: answers to its question, or suggestions.

    While a question waits, suggestions have no numbers: a number is then an answer, which may be a figure.
    """
    waiting = payload.get("question")  # asked again after an answer
    answers = payload.get("choices") or (waiting or {}).get("choices")
    return list(answers or (() if waiting else payload.get("suggestions") or ()))


def numbered(text: str, offered: Sequence[Mapping[str, str]]) -> str:
    """``text`` with its row of choices (甲 / 乙) as numbered lines."""
    if not offered:
        return text
    lines = "\n".join(f"{number}、{choice['title']}" for number, choice in enumerate(offered, 1))
    row = " / ".join(choice["title"] for choice in offered)
    before, found, after = text.rpartition(row)
    if not found:
        return f"{text}\n{lines}\n{AS_NUMBERS}"
    return f"{before}\n{lines}\n{AS_NUMBERS}{after}"


def chosen(text: str, offered: Sequence[Mapping[str, str]]) -> str:
    """What a number, or several, stands for while choices are offered; any other text as it is."""
    found = _NUMBERS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    numbers = [int(number) for number in re.findall(r"\d+", found[1])] if found else []
    if not numbers or any(not 1 <= number <= len(offered) for number in numbers):
        return text
    return "、".join(offered[number - 1]["payload"] for number in dict.fromkeys(numbers))


def asks_for_more(text: str) -> bool:
    """Whether the rest of an answer is wanted."""
    return bool(_ASKS_FOR_MORE.fullmatch(text.strip()))


def only_asks(text: str) -> bool:
    """Whether a message says nothing but that an answer is waited for: 回复任意字查看."""
    said = text.strip()
    return len(said) <= 1 or bool(_FETCHES.fullmatch(said)) or asks_for_more(said)


def fit(text: str) -> tuple[str, str]:
    """``text`` as one message, and the rest of it; cut after a sentence wherever one ends."""
    text = _UNPRINTABLE.sub("", text).replace("]]>", "]]＞").strip()
    if len(text.encode()) <= MOST_BYTES:
        return text, ""
    room = MOST_BYTES - len(TO_BE_CONTINUED.encode())
    head = text.encode()[:room].decode(errors="ignore")
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, len(head) + 1) if found.end() <= len(head)]
    cut = ends[-1] if ends else len(head)
    return text[:cut].rstrip() + TO_BE_CONTINUED, text[cut:].lstrip()

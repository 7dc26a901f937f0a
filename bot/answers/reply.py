"""What one turn says: the text for people and the one payload that programs read (docs/contract.md, One turn)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.figures.values import Figures
from bot.guide.model import Quote

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # a file that is exchanged under a running bot would meet the code of before
    autoescape=False,  # plain text for chats; what shows it inserts it as text, never as HTML
)

_HEADING, _QUOTATION = "依据：", re.compile("【[^】]+】“.*”")  # as templates/quotes.txt writes them
CITING = ("answer", "silent")  # kinds of replies that say what stands in the guide


@dataclass(frozen=True)
class Reply:
    """``text``: the whole answer in Chinese. ``payload``: one object with a ``kind``.

    ``closing``: the end of the text that cites nothing: the verdict of a check, or the question that is still open.
    ``reckoned``: figures that only the question tells or takes for granted, and by which the text reckons.
    ``joined``: the topics of several answers that were put together, the payload's among them.
    ``echoed``: words of the asker that the text repeats between quotation marks, and that state nothing.
    """

    text: str
    payload: dict[str, Any] = field(default_factory=dict)
    closing: str = ""
    reckoned: Figures = field(default_factory=dict)
    joined: tuple[str, ...] = ()
    echoed: str = ""

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that are answered, or said to be left out."""
        return self.joined or (str(self.payload.get("topic", "")),)


def render(template: str, **context: Any) -> str:
    """The template's text without stray blank lines. A name that the template lacks raises UndefinedError."""
    lines = _TEMPLATES.get_template(f"{template}.txt").render(**context).splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip())


def answer(topic: str, programs: Iterable[str], quotes: Iterable[Quote], text: str) -> Reply:
    """An answer that the guide gives; its text ends with the quotes it rests on."""
    cited = distinct(quotes)
    payload = {
        "kind": "answer",
        "topic": topic,
        "programs": list(programs),
        "citations": [{"clause": quote.clause, "quote": quote.quote} for quote in cited],
    }
    return Reply(text + "\n" + render("quotes", quotes=cited), payload)


def distinct(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Each quote once, in order; one that stands inside another of the same clause says nothing more."""
    found = tuple(dict.fromkeys(quotes))
    return tuple(
        one
        for one in found
        if not any(one != other and one.clause == other.clause and one.quote in other.quote for other in found)
    )


def silent(topic: str, programs: Iterable[str], sections: Iterable[str], text: str) -> Reply:
    """The guide does not say; ``sections`` are whom to ask."""
    payload = {"kind": "silent", "topic": topic, "programs": list(programs), "sections": list(sections)}
    return Reply(text, payload)


def together(replies: Sequence[Reply]) -> Reply:
    """Several answers as one turn: all their text, and one payload that holds what each of them rests on."""
    if len(replies) == 1:
        return replies[0]
    leading = next((reply for reply in replies if reply.payload["kind"] == "answer"), replies[0])
    merged = dict(leading.payload)
    for key in merged.keys() & {"programs", "citations", "sections"}:
        rows = [row for reply in replies for row in reply.payload.get(key, [])]
        merged[key] = [row for place, row in enumerate(rows) if row not in rows[:place]]
    reckoned = {figure: value for reply in replies for figure, value in reply.reckoned.items()}
    topics = tuple(dict.fromkeys(topic for reply in replies for topic in reply.topics))
    text = "\n\n".join(_without_repeated(list(dict.fromkeys(reply.text for reply in replies))))
    echoed = next((reply.echoed for reply in replies if reply.echoed), "")
    return Reply(text, merged, reckoned=reckoned, joined=topics, echoed=echoed)


def _without_repeated(texts: Sequence[str]) -> Iterator[str]:
    """The texts, but for the quotations of one that stand in another before it, and for a heading that is left with none."""
    said: set[str] = set()
    for text in texts:
        lines = text.split("\n")
        kept = [line for line in lines if not (line in said and _QUOTATION.fullmatch(line))]
        said |= {*lines}
        left = (
            line
            for line, after in zip(kept, [*kept[1:], ""], strict=True)
            if line != _HEADING or len(kept) == len(lines) or _QUOTATION.fullmatch(after)
        )
        yield "\n".join(left)


def preceded_by(reply: Reply, words: str) -> Reply:
    """``reply`` with ``words`` ahead of its text; its payload stays."""
    return replace(reply, text=f"{words}\n{reply.text}")


def followed_by(reply: Reply, words: str) -> Reply:
    """``reply`` to a question with ``words`` behind it that cite nothing; as it is where a question ends it, or no words are."""
    if not words or reply.payload["kind"] not in CITING or "question" in reply.payload:
        return reply
    behind = f"\n\n{words}"
    return replace(reply, text=reply.text + behind, closing=reply.closing + behind)


def talk(topic: str, **context: Any) -> Reply:
    """Greetings, thanks and other talk: the template talk_TOPIC."""
    return Reply(render(f"talk_{topic}", **context), {"kind": "talk", "topic": topic})


def button(title: str, payload: str | None = None) -> dict[str, str]:
    """A choice to tap; what it sends is plain text that anyone could type."""
    return {"title": title, "payload": payload or title}

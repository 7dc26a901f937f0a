"""The use cases of the web page beside a turn: who visits, what was said, what was thought of it, and its erasure."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot import handoff, receipts
from bot.nlu.anonymous import anonymized
from bot.settings import Settings
from bot.store import database, repository, visitors
from bot.store.models import Message, now

MOST_MESSAGES = 200  # at a time
LARGEST_NUMBER = 2**31 - 1  # of a row
SECONDS_FOR_AN_OLDER_TOKEN = 600  # a second tab may still hold it


class Conflict(ValueError):
    """The id stands for another text already."""


class Gone(LookupError):
    """The visitor was erased."""


@dataclass(frozen=True)
class Accepted:
    """A visitor's message that is kept: its ``number``, and whether it is a ``repeat`` of one that was kept before."""

    number: int
    repeat: bool


@dataclass(frozen=True)
class Told:
    """A reply as it was, or is to be, told. ``number`` is None where nothing of it is kept."""

    number: int | None
    text: str
    payload: dict[str, Any] | None
    at: str


# --- who visits ---


def arrive(sender: str, made_at: int) -> None:
    """A new visitor, with a token made at ``made_at`` (seconds since 1970)."""
    with _transaction() as session:
        visitors.add_visitor(session, sender, made_at)


def welcome(sender: str, made_at: int) -> bool:
    """Whether a token of ``sender`` made at ``made_at`` is good: neither erased nor replaced for long.

    The first use of a newer token is noted: it is what replaces the older ones.
    """
    moment = int(time.time())
    with _transaction() as session:
        visitor = visitors.find_visitor(session, sender)
        if visitor is None:
            return False
        if made_at > visitor.token_since:
            visitor.token_since, visitor.used_since = made_at, moment
        return bool(made_at == visitor.token_since or moment <= visitor.used_since + SECONDS_FOR_AN_OLDER_TOKEN)


# --- what was said ---


def accept(sender: str, sent: str, text: str, title: str | None) -> Accepted:
    """Keeps a message before it is worked. Raises Conflict, and Gone where the visitor was erased meanwhile."""
    with _transaction() as session:
        _present(session, sender)
        kept = visitors.find_message(session, sender, sent, "visitor")
        if kept is None:
            row = visitors.add_message(session, conversation=sender, sent=sent, role="visitor", text=text, title=title)
            return Accepted(row.id, repeat=False)
        if kept.text != text:
            raise Conflict
        return Accepted(kept.id, repeat=True)


def reply_to(sender: str, sent: str) -> Told | None:
    """The reply that was given to a message; None: not yet. Raises Gone."""
    with _transaction() as session:
        _present(session, sender)
        row = visitors.find_message(session, sender, sent, "bot")
        return _told(row) if row else None


def tell(sender: str, sent: str, text: str, payload: dict[str, Any] | None) -> Told:
    """Keeps the reply to a message, unless the turn has erased the visitor: then what the turn left is erased, too."""
    with _transaction() as session:
        if visitors.find_visitor(session, sender) is None:
            repository.erase(session, sender)
            return Told(None, text, payload, _written(now()))
        row = visitors.add_message(session, conversation=sender, sent=sent, role="bot", text=text, payload=payload)
        return _told(row)


def history(sender: str, after: int) -> tuple[list[dict[str, Any]], bool]:
    """The messages with a number above ``after`` as docs/web.md has them, and whether there are more."""
    with _transaction() as session:
        rows = visitors.messages_after(session, sender, min(after, LARGEST_NUMBER), MOST_MESSAGES + 1)
        return [_message(row) for row in rows[:MOST_MESSAGES]], len(rows) > MOST_MESSAGES


def judge(sender: str, number: int, verdict: str, reason: str | None) -> bool:
    """Keeps what the visitor thinks of a reply, "up" or "down"; False where it is no reply of this conversation."""
    with _transaction() as session:
        if number > LARGEST_NUMBER or not visitors.is_reply(session, sender, number):
            return False
        if verdict == "down" and not repository.is_disliked(session, sender, str(number)):
            _keep_question(session, sender, number)
        repository.add_feedback(session, conversation=sender, message=str(number), verdict=verdict, reason=reason)
        return True


def _keep_question(session: Session, sender: str, number: int) -> None:
    """Puts what was answered badly among the unanswered questions, where a fallback's question stands already."""
    found = visitors.asked_before(session, sender, number)
    if found and (found[0].payload or {}).get("kind") != "fallback":
        guide = receipts.edition(Settings.from_environment().guide).guide
        repository.add_unanswered(session, text=anonymized(guide, found[1].text), conversation=sender)


def erase(sender: str) -> None:
    """Deletes everything that is kept of the visitor, in whose conversation no turn is at work."""
    with _transaction() as session:
        repository.erase(session, sender)


def purge(seen_until: float) -> int:
    """Deletes visitors whose newest token in use was made before then (seconds since 1970), and codes that ran out.

    How many visitors. What they took to another channel lives on there.
    """
    with _transaction() as session:
        handoff.purge(session)
        gone = visitors.not_seen_since(session, seen_until)
        for sender in gone:
            repository.erase_alone(session, sender)
        return len(gone)


# --- helpers ---


def _transaction() -> Any:
    return database.transaction(Settings.from_environment().database_url)


def _present(session: Session, sender: str) -> None:
    if visitors.find_visitor(session, sender) is None:
        raise Gone


def _told(row: Message) -> Told:
    return Told(row.id, row.text, row.payload, _written(row.created_at))


def _message(row: Message) -> dict[str, Any]:
    said = {"seq": row.id, "id": row.sent, "role": row.role, "text": row.text, "at": _written(row.created_at)}
    extra = {"title": row.title, "payload": row.payload}
    return said | {name: value for name, value in extra.items() if value is not None}


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds") + "Z"

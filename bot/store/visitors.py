"""What is done with visitors and their messages, one small function each; the caller opens the session and commits."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.models import Message, Visitor

Role = Literal["visitor", "bot"]


def add_visitor(session: Session, conversation: str, at: int) -> None:
    """A new visitor, whose first token is made ``at`` (seconds since 1970)."""
    session.add(Visitor(conversation=conversation, token_since=at, used_since=at))


def not_seen_since(session: Session, seen_until: float) -> list[str]:
    """The conversations of visitors whose newest token in use was made before that (seconds since 1970)."""
    return list(session.scalars(select(Visitor.conversation).where(Visitor.token_since < seen_until)))


def find_visitor(session: Session, conversation: str) -> Visitor | None:
    """The visitor; None where there never was one, or it was erased."""
    found: Visitor | None = session.get(Visitor, conversation)
    return found


def add_message(
    session: Session,
    *,
    conversation: str,
    sent: str,
    role: Role,
    text: str,
    title: str | None = None,
    payload: dict[str, Any] | None = None,
) -> Message:
    """Keep a message, or the reply to it; the row has its number at once. Raises IntegrityError for a second one."""
    row = Message(conversation=conversation, sent=sent, role=role, text=text, title=title, payload=payload)
    session.add(row)
    session.flush()
    return row


def find_message(session: Session, conversation: str, sent: str, role: Role) -> Message | None:
    """The visitor's message with this id, or the reply to it."""
    query = select(Message).where(Message.conversation == conversation, Message.sent == sent, Message.role == role)
    found: Message | None = session.scalars(query).one_or_none()
    return found


def is_reply(session: Session, conversation: str, number: int) -> bool:
    """Whether the message with this number is a reply in the conversation."""
    query = select(Message.id).where(Message.conversation == conversation, Message.id == number, Message.role == "bot")
    return session.scalars(query).one_or_none() is not None


def asked_before(session: Session, conversation: str, number: int) -> tuple[Message, Message] | None:
    """The reply with this number and what the visitor had written; None where either is missing."""
    reply: Message | None = session.get(Message, number)
    if reply is None or reply.conversation != conversation or reply.role != "bot":
        return None
    asked = find_message(session, conversation, reply.sent, "visitor")
    return (reply, asked) if asked else None


def messages_after(session: Session, conversation: str, number: int, most: int) -> list[Message]:
    """The conversation's messages with a greater number, oldest first."""
    query = select(Message).where(Message.conversation == conversation, Message.id > number)
    return list(session.scalars(query.order_by(Message.id).limit(most)))

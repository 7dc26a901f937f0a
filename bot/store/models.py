"""The bot's own tables. Rasa keeps its ``events`` table itself, in the same database."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Float,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import declarative_base

Base: Any = declarative_base()  # SQLAlchemy 1.4 has no types


def now() -> datetime:
    """The moment in UTC, without a zone: SQLite keeps none."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


class Assessment(Base):
    """One check as it was told to the applicant; ``receipt`` is the code by which it can be shown again.

    ``guide`` is the version of the guide: its id and its file's digest (bot/receipts.py). ``report`` is the last part of
    the report's address, which nobody can guess.
    """

    __tablename__ = "assessments"

    id = Column(Integer, primary_key=True)
    receipt = Column(String(64), unique=True)
    report = Column(String(64), unique=True)
    conversation = Column(String(255), nullable=False, index=True)
    guide = Column(String(255), nullable=False)
    programs = Column(JSON, nullable=False)
    figures = Column(JSON, nullable=False)
    result = Column(JSON, nullable=False)
    created_at = Column(DateTime, nullable=False, default=now)


class Feedback(Base):
    """What a reader thought of one answer: ``up`` or ``down``."""

    __tablename__ = "feedback"
    __table_args__ = (CheckConstraint("verdict IN ('up', 'down')", name="feedback_verdict"),)

    id = Column(Integer, primary_key=True)
    conversation = Column(String(255), nullable=False, index=True)
    message = Column(String(255), nullable=False)
    verdict = Column(String(4), nullable=False)
    reason = Column(Text)
    created_at = Column(DateTime, nullable=False, default=now)


class Unanswered(Base):
    """A question that was not answered, cleaned of figures and names by whoever adds it.

    Its conversation is kept only so that the question can be erased with it.
    """

    __tablename__ = "unanswered"

    id = Column(Integer, primary_key=True)
    text = Column(Text, nullable=False)
    conversation = Column(String(255), index=True)
    intent = Column(String(255))
    confidence = Column(Float)
    created_at = Column(DateTime, nullable=False, default=now)
    exported = Column(Boolean, nullable=False, default=False, server_default=false())


class Visitor(Base):
    """A visitor of the web page whose tokens are good; erased, they are good no more.

    ``token_since`` is the moment (seconds since 1970) at which the newest token in use was made, ``used_since`` when it was
    used first: the older ones retire after that.
    """

    __tablename__ = "visitors"

    conversation = Column(String(255), primary_key=True)
    token_since = Column(Integer, nullable=False)
    used_since = Column(Integer, nullable=False)
    created_at = Column(DateTime, nullable=False, default=now)


class Message(Base):
    """What a visitor wrote, or what was replied to it: ``sent`` is the client's id of the visitor's message, in both rows.

    ``title`` is what stood on the button that sent the text.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation", "sent", "role", name="messages_once"),
        CheckConstraint("role IN ('visitor', 'bot')", name="messages_role"),
    )

    id = Column(Integer, primary_key=True)
    conversation = Column(String(255), nullable=False, index=True)
    sent = Column(String(36), nullable=False)
    role = Column(String(7), nullable=False)
    text = Column(Text, nullable=False)
    title = Column(Text)
    payload = Column(JSON(none_as_null=True))
    created_at = Column(DateTime, nullable=False, default=now)


OF_ONE_CONVERSATION = (Assessment, Feedback, Unanswered, Message, Visitor)
"""Tables whose rows belong to somebody, by ``conversation``."""

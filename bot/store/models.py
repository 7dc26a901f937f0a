"""The bot's own tables. Rasa keeps its ``events`` table itself, in the same database."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Float,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
    true,
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


class Delivery(Base):
    """One message from WeChat, by its ``key``: worked once, answered once (docs/adr/0010-deliveries.md).

    ``state``: ``new``, ``working`` (by ``owner``, until ``lease``), ``done`` (answered, not yet given), ``pushing``, ``given``.
    Times are seconds since 1970. ``recipient`` is the openid, kept until the answer is given; ``text`` until it is worked.
    ``answer`` is all there is to say, ``reply`` what was given of it in the callback, ``rest`` what 更多 brings.
    ``choices`` are what a number stands for after this turn; none (SQL NULL): this was no turn.
    """

    __tablename__ = "deliveries"
    __table_args__ = (Index("ix_deliveries_state_channel", "state", "channel"),)

    id = Column(Integer, primary_key=True)
    key = Column(String(64), nullable=False, unique=True)
    channel = Column(String(16), nullable=False)
    conversation = Column(String(255), index=True)
    recipient = Column(String(255))
    created = Column(BigInteger, nullable=False)
    sequence = Column(BigInteger, nullable=False)
    text = Column(Text)
    state = Column(String(8), nullable=False)
    owner = Column(String(32))
    lease = Column(Float, nullable=False, default=0.0)
    waiting_until = Column(Float, nullable=False)
    received = Column(Float, nullable=False, index=True)
    finished = Column(Float)
    answer = Column(Text)
    choices = Column(JSON(none_as_null=True))
    reply = Column(Text)
    rest = Column(Text)
    pushable = Column(Boolean, nullable=False, default=True, server_default=true())
    attempts = Column(Integer, nullable=False, default=0, server_default="0")
    erased = Column(Boolean, nullable=False, default=False, server_default=false())


class Nonce(Base):
    """A number used once that a signed callback came with, and the key of the message that it brought."""

    __tablename__ = "nonces"

    channel = Column(String(16), primary_key=True)
    nonce = Column(String(128), primary_key=True)
    key = Column(String(64), nullable=False)
    taken = Column(Float, nullable=False, index=True)


class AccessToken(Base):
    """Tencent's access token of one account, shared by all workers; ``renewing`` is until when one of them renews it."""

    __tablename__ = "access_tokens"

    account = Column(String(255), primary_key=True)
    token = Column(Text, nullable=False, default="")
    expires = Column(Float, nullable=False, default=0.0)
    renewing = Column(Float, nullable=False, default=0.0)


class Handoff(Base):
    """A conversation on its way to another channel; of its code only a digest is kept. ``taker`` is where it arrived."""

    __tablename__ = "handoffs"

    id = Column(Integer, primary_key=True)
    digest = Column(String(64), nullable=False, unique=True)
    conversation = Column(String(255), nullable=False, index=True)
    memory = Column(JSON, nullable=False)
    expires = Column(Float, nullable=False, index=True)
    taker = Column(String(255), index=True)


class HandoffGuess(Base):
    """A code that was none: too many of them, and no code is looked at for a while."""

    __tablename__ = "handoff_guesses"

    id = Column(Integer, primary_key=True)
    conversation = Column(String(255), nullable=False, index=True)
    made = Column(Float, nullable=False, index=True)


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

"""What is done with the tables, one small function each; the caller opens the session and commits."""

from __future__ import annotations

from typing import Any

from sqlalchemy import column, delete, inspect, select, table, update
from sqlalchemy.orm import Session

from bot.store import deliveries, handoffs
from bot.store.models import OF_ONE_CONVERSATION, Assessment, Feedback, Unanswered

# Rasa's own table, of which only this much is known here.
EVENTS = table("events", column("sender_id"))


def add_assessment(
    session: Session,
    *,
    conversation: str,
    guide: str,
    programs: list[str],
    figures: dict[str, Any],
    result: dict[str, Any] | list[Any],
    receipt: str | None = None,
    report: str | None = None,
) -> Assessment:
    """Keep a check; ``figures`` and ``result`` as JSON values, as the ``assessment`` payload has them."""
    row = Assessment(
        conversation=conversation,
        guide=guide,
        programs=programs,
        figures=figures,
        result=result,
        receipt=receipt,
        report=report,
    )
    session.add(row)
    return row


def find_assessment(session: Session, receipt: str, conversation: str | None = None) -> Assessment | None:
    """The check with this receipt; with ``conversation``, only where it is of that conversation."""
    query = select(Assessment).where(Assessment.receipt == receipt)
    if conversation is not None:
        query = query.where(Assessment.conversation == conversation)
    found: Assessment | None = session.scalars(query).one_or_none()
    return found


def find_report(session: Session, address: str) -> Assessment | None:
    """The check whose report has this address."""
    found: Assessment | None = session.scalars(select(Assessment).where(Assessment.report == address)).one_or_none()
    return found


def add_feedback(
    session: Session, *, conversation: str, message: str, verdict: str, reason: str | None = None
) -> Feedback:
    """Keep what a reader thought of ``message``, "up" or "down", in place of what was thought of it before."""
    session.execute(delete(Feedback).where(Feedback.conversation == conversation, Feedback.message == message))
    row = Feedback(conversation=conversation, message=message, verdict=verdict, reason=reason)
    session.add(row)
    return row


def is_disliked(session: Session, conversation: str, message: str) -> bool:
    """Whether the last that was thought of ``message`` is "down"."""
    query = select(Feedback.id).where(Feedback.conversation == conversation, Feedback.message == message)
    return session.scalars(query.where(Feedback.verdict == "down")).first() is not None


def add_unanswered(
    session: Session,
    *,
    text: str,
    conversation: str | None = None,
    intent: str | None = None,
    confidence: float | None = None,
) -> Unanswered:
    """Keep a question that was not answered; ``text`` is already without figures and names."""
    row = Unanswered(text=text, conversation=conversation, intent=intent, confidence=confidence)
    session.add(row)
    return row


def list_unanswered(session: Session, *, exported: bool = False) -> list[Unanswered]:
    """The unanswered questions that were, or were not yet, exported; oldest first."""
    query = select(Unanswered).where(Unanswered.exported.is_(exported)).order_by(Unanswered.id)
    return list(session.scalars(query))


def move(session: Session, conversation: str, to: str) -> None:
    """The checks of one conversation, with receipts and reports, are another's from now on: the same applicant elsewhere.

    What was said, and what was thought of it, stays where it was said, and goes with ``erase``.
    """
    session.execute(update(Assessment).where(Assessment.conversation == conversation).values(conversation=to))


def erase(session: Session, conversation: str) -> None:
    """Delete all of an applicant: the conversation, those that it was joined with by a code, and what Rasa keeps of them."""
    for each in handoffs.joined(session, conversation):
        erase_alone(session, each)


def erase_alone(session: Session, conversation: str) -> None:
    """Delete one conversation and what Rasa keeps of it; those that it was joined with stay."""
    forget(session, conversation)
    forget_events(session, conversation)


def forget(session: Session, conversation: str) -> int:
    """Delete what is kept of a conversation, and say how many rows that were. Its events are Rasa's: see runtime."""
    deleted = sum(
        session.execute(delete(owned).where(owned.conversation == conversation)).rowcount
        for owned in OF_ONE_CONVERSATION
    )
    return deleted + handoffs.forget(session, conversation) + deliveries.forget(session, conversation)


def forget_events(session: Session, conversation: str) -> None:
    """Delete what Rasa keeps of a conversation, where it keeps it here."""
    if inspect(session.connection()).has_table(EVENTS.name):
        session.execute(delete(EVENTS).where(EVENTS.c.sender_id == conversation))

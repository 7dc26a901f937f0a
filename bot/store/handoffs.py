"""Conversations on their way to another channel, and the guesses at their codes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.store.models import Handoff, HandoffGuess

FORGOTTEN = ""  # stands for a taker that is not known any more


def open_for(session: Session, conversation: str, digest: str, memory: dict[str, Any], expires: float) -> None:
    """Keep what may be taken over by whoever has the code; an earlier code of this conversation is good no more."""
    session.execute(delete(Handoff).where(Handoff.conversation == conversation, Handoff.taker.is_(None)))
    session.add(Handoff(digest=digest, conversation=conversation, memory=memory, expires=expires))


def find(session: Session, digest: str) -> Handoff | None:
    """The handoff with this code, whatever has become of it."""
    row: Handoff | None = session.scalars(select(Handoff).where(Handoff.digest == digest)).one_or_none()
    return row


def take(session: Session, row: Handoff, taker: str) -> bool:
    """Whether this taker is the one: a code is good for one, for whom it may be asked again."""
    first = update(Handoff).where(Handoff.id == row.id, Handoff.taker.is_(None)).values(taker=taker)
    if session.execute(first).rowcount == 1:
        return True
    session.refresh(row)
    return bool(row.taker == taker)


def joined(session: Session, conversation: str) -> set[str]:
    """The conversation and all that it came from or went to: those of one applicant, who used the codes."""
    known: set[str] = set()
    new = {conversation}
    while new:
        known |= new
        ends = or_(Handoff.conversation.in_(new), Handoff.taker.in_(new))
        rows = session.execute(select(Handoff.conversation, Handoff.taker).where(Handoff.taker.is_not(None), ends))
        new = {end for row in rows for end in row if end != FORGOTTEN} - known
    return known


def add_guess(session: Session, conversation: str, now: float) -> None:
    """A code that was none."""
    session.add(HandoffGuess(conversation=conversation, made=now))


def guesses(session: Session, since: float, conversation: str | None = None) -> int:
    """How many codes that were none came since then, from this conversation or from all."""
    query = select(func.count(HandoffGuess.id)).where(HandoffGuess.made >= since)
    if conversation is not None:
        query = query.where(HandoffGuess.conversation == conversation)
    return int(session.scalar(query) or 0)


def purge(session: Session, now: float, guesses_until: float) -> None:
    """Deletes codes that nobody used in time, and guesses that count no more.

    Of a conversation that was taken up elsewhere only that is kept, for when somebody writes where it began.
    """
    over = Handoff.expires < now
    session.execute(delete(Handoff).where(over, Handoff.taker.is_(None)))
    session.execute(update(Handoff).where(over).values(memory={}))
    session.execute(delete(HandoffGuess).where(HandoffGuess.made < guesses_until))


def forget(session: Session, conversation: str) -> int:
    """Deletes what this conversation left or brought along, and says how many rows that were."""
    arrived = update(Handoff).where(Handoff.taker == conversation).values(memory={}, taker=FORGOTTEN)
    left = delete(Handoff).where(Handoff.conversation == conversation)
    guesses = delete(HandoffGuess).where(HandoffGuess.conversation == conversation)
    return sum(int(session.execute(each).rowcount) for each in (arrived, left, guesses))

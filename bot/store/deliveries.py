"""What is done with the messages of WeChat: taken in once, worked once and in order, given once.

Each function is one step inside the caller's transaction. Where two workers may want the same message, the step is one
UPDATE with the state that it expects, so that only one of them succeeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.store.models import Delivery, Nonce

UNFINISHED = ("new", "working", "pushing")
KEPT = 72 * 3600.0  # seconds; Tencent lets an answer be sent for 48 hours
IN_ORDER = (Delivery.created, Delivery.sequence, Delivery.id)


@dataclass(frozen=True)
class Arrival:
    """A message as it came in: who, what, and how long the connection that brought it waits.

    ``answer``: what is said to it without a turn of the dialogue.
    """

    key: str
    conversation: str
    recipient: str
    created: int
    sequence: int
    text: str
    answer: str | None = None


def take_nonce(session: Session, channel: str, nonce: str, key: str, now: float) -> bool:
    """Whether this number was not used before; one that was may come again with its own message while that is open."""
    found: Any = session.get(Nonce, (channel, nonce))
    if found is None:
        try:
            with session.begin_nested():
                session.add(Nonce(channel=channel, nonce=nonce, key=key, taken=now))
        except IntegrityError:  # another worker was faster
            return False
        return True
    if found.key != key:
        return False
    state = session.scalars(select(Delivery.state).where(Delivery.key == key)).one_or_none()
    return state is not None and state != "given"


def receive(session: Session, channel: str, arrival: Arrival, waiting_until: float, now: float) -> Delivery:
    """The row of this message: a new one, or for a repeat the one that is there, with someone waiting for longer."""
    found = _waited_for(session, arrival.key, waiting_until)
    if found is not None:
        return found
    row = Delivery(
        key=arrival.key,
        channel=channel,
        conversation=arrival.conversation,
        recipient=arrival.recipient,
        created=arrival.created,
        sequence=arrival.sequence,
        text=arrival.text if arrival.answer is None else None,
        answer=arrival.answer,
        state="new" if arrival.answer is None else "done",
        waiting_until=waiting_until,
        received=now,
        finished=None if arrival.answer is None else now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:  # another worker was faster
        found = _waited_for(session, arrival.key, waiting_until)
        assert found is not None
        return found
    return row


def _waited_for(session: Session, key: str, waiting_until: float) -> Delivery | None:
    row: Delivery | None = session.scalars(select(Delivery).where(Delivery.key == key)).one_or_none()
    if row is not None and row.state != "given":
        row.waiting_until = max(row.waiting_until, waiting_until)
    return row


def claim(session: Session, conversation: str, owner: str, now: float, lease: float) -> tuple[Delivery, bool] | None:
    """The conversation's first unfinished message, now this owner's until ``lease``; None: it is another's, or none.

    With it, whether somebody began to work it before.
    """
    first = _first(session, conversation, UNFINISHED)
    if first is None or first.state == "pushing":
        return None
    begun = first.state == "working"
    free = or_(Delivery.state == "new", and_(Delivery.state == "working", Delivery.lease < now))
    changed = update(Delivery).where(Delivery.id == first.id, free).values(state="working", owner=owner, lease=lease)
    if not _one(session, changed):
        return None
    session.refresh(first)
    return first, begun


def unfinished(session: Session, conversation: str) -> bool:
    """Whether a message of the conversation is still to be worked, or being pushed."""
    return _first(session, conversation, UNFINISHED) is not None


def renew(session: Session, owner: str, lease: float) -> None:
    """The owner is alive and still at work."""
    session.execute(update(Delivery).where(Delivery.owner == owner, Delivery.state == "working").values(lease=lease))


def finish(
    session: Session,
    row_id: int,
    owner: str,
    *,
    answer: str,
    choices: Sequence[Any] | None,
    erased: bool,
    now: float,
) -> bool:
    """Keeps the answer; False where the row is no longer this owner's. The message's text is not needed any more."""
    mine = (Delivery.id == row_id, Delivery.owner == owner, Delivery.state == "working")
    done = {"state": "done", "answer": answer, "text": None, "finished": now, "erased": erased}
    offered = {} if choices is None else {"choices": list(choices)}
    return _one(session, update(Delivery).where(*mine).values(**done, **offered))


def give(session: Session, row_id: int) -> list[Delivery]:
    """The answers that go out with this message's: its own after those that were kept, in order; they count as given.

    Empty where its own is not ready, or was given before.
    """
    own = session.get(Delivery, row_id)
    if own is None or own.state != "done":
        return []
    kept = select(Delivery).where(Delivery.conversation == own.conversation, Delivery.state == "done")
    rows = list(session.scalars(kept.order_by(*IN_ORDER)))
    until = next(place for place, row in enumerate(rows) if row.id == own.id)
    return [row for row in rows[: until + 1] if _given(session, row, "done")]


def begin_push(session: Session, conversation: str, now: float, lease: float) -> Delivery | None:
    """The conversation's first answer for which nobody waits any more, claimed for pushing; None: there is none."""
    late = select(Delivery).where(Delivery.conversation == conversation, *_late(now)).order_by(*IN_ORDER).limit(1)
    row: Delivery | None = session.scalars(late).one_or_none()
    if row is None:
        return None
    changed = update(Delivery).where(Delivery.id == row.id, Delivery.state == row.state, Delivery.lease < now)
    if not _one(session, changed.values(state="pushing", lease=lease, attempts=Delivery.attempts + 1)):
        return None
    session.refresh(row)
    return row


def end_push(session: Session, row_id: int, *, sent: bool, again_at: float | None, rest: str) -> None:
    """What became of a push: given, or kept until ``again_at`` (None: for the sender's next message)."""
    row = session.get(Delivery, row_id)
    if row is None or row.state != "pushing":
        return
    if sent:
        _given(session, row, "pushing")
        row.rest = rest or None
        return
    row.state, row.lease, row.pushable = "done", again_at or 0.0, again_at is not None


def state(session: Session, row_id: int) -> str:
    """How far a message is; ``given`` where its row is gone."""
    return session.scalars(select(Delivery.state).where(Delivery.id == row_id)).one_or_none() or "given"


def standing(session: Session, row_id: int) -> tuple[str, str | None]:
    """How far a message is, and what its sender was given in the callback."""
    row = session.execute(select(Delivery.state, Delivery.reply).where(Delivery.id == row_id)).one_or_none()
    return (row.state, row.reply) if row else ("given", None)


def kept(session: Session, row_id: int, conversation: str, now: float) -> bool:
    """Whether answers to other messages of this conversation came too late and wait for being given."""
    late = or_(Delivery.finished >= Delivery.waiting_until, Delivery.waiting_until < now)
    others = select(Delivery.id).where(
        Delivery.conversation == conversation, Delivery.state == "done", Delivery.id != row_id, late
    )
    return session.scalars(others.limit(1)).one_or_none() is not None


def unread(session: Session, conversation: str) -> Delivery | None:
    """The answer that was given last, where a part of it was not."""
    query = select(Delivery).where(Delivery.conversation == conversation, Delivery.state == "given")
    last: Delivery | None = session.scalars(
        query.order_by(Delivery.finished.desc(), Delivery.id.desc()).limit(1)
    ).first()
    return last if last is not None and last.rest else None


def offered(session: Session, conversation: str) -> list[Any]:
    """The choices that the last turn ended with."""
    turns = select(Delivery.choices).where(Delivery.conversation == conversation, Delivery.choices.is_not(None))
    return session.scalars(turns.order_by(Delivery.finished.desc(), Delivery.id.desc()).limit(1)).first() or []


def waiting(session: Session, channel: str, now: float, pushes: bool) -> list[str]:
    """Conversations for which something is to be done that nobody does: after a restart, or when a worker died."""
    left = or_(
        and_(Delivery.state == "new", Delivery.received < now - 2),
        and_(Delivery.state == "working", Delivery.lease < now),
    )
    todo = or_(left, and_(*_late(now))) if pushes else left
    query = select(Delivery.conversation).where(Delivery.channel == channel, Delivery.state != "given", todo)
    return list(session.scalars(query.distinct()))


def forget(session: Session, conversation: str) -> int:
    """Leaves nothing of the conversation's answered messages but their keys, by which a repeat is told.

    A message that is still being worked is the one that asked for it; it goes the same way when it is answered.
    """
    answered = (Delivery.conversation == conversation, Delivery.state.in_(("done", "given")))
    return int(
        session.execute(update(Delivery).where(*answered).values(state="given", reply=None, **_NOTHING)).rowcount
    )


def purge(session: Session, now: float, nonces_until: float) -> None:
    """Deletes what has been kept for long enough."""
    session.execute(delete(Delivery).where(Delivery.received < now - KEPT))
    session.execute(delete(Nonce).where(Nonce.taken < nonces_until))


_NOTHING: dict[str, Any] = {
    "conversation": None,
    "recipient": None,
    "text": None,
    "answer": None,
    "rest": None,
    "choices": None,
}


def _late(now: float) -> tuple[Any, ...]:
    """Done after the last connection gave up, or left lying there; or pushed by someone who then died."""
    nobody_waits = and_(Delivery.waiting_until <= now, Delivery.finished >= Delivery.waiting_until)
    left_lying = Delivery.waiting_until < now - 1
    ready = and_(Delivery.state == "done", Delivery.pushable, or_(nobody_waits, left_lying))
    return (or_(ready, Delivery.state == "pushing"), Delivery.lease < now)


def _first(session: Session, conversation: str, states: Sequence[str]) -> Delivery | None:
    query = select(Delivery).where(Delivery.conversation == conversation, Delivery.state.in_(states))
    row: Delivery | None = session.scalars(query.order_by(*IN_ORDER).limit(1)).one_or_none()
    return row


def _given(session: Session, row: Delivery, state: str) -> bool:
    """Marks a row as given; False where another worker has given it."""
    if not _one(session, update(Delivery).where(Delivery.id == row.id, Delivery.state == state).values(state="given")):
        return False
    row.recipient = None
    if row.erased:
        row.conversation = None
    return True


def _one(session: Session, statement: Any) -> bool:
    options = {"synchronize_session": False}
    return bool(session.execute(statement, execution_options=options).rowcount == 1)

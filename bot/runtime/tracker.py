"""Rasa's tracker store on the bot's own database engine, and conversations that can be erased.

A ``Restarted`` event is how an action erases a conversation: nothing of it from before the event stays stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import dropwhile, takewhile
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Restarted, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import Index
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Query, Session, sessionmaker

from bot.settings import Settings
from bot.store import database

Stored = SQLTrackerStore.SQLEvent
# A conversation's last events are found from its end, however many there are before them.
LAST_EVENTS = Index("ix_events_sender_id_id", Stored.sender_id, Stored.id)


class ConversationStore(SQLTrackerStore):
    """Rasa's ``events`` table on ``engine``; named in endpoints.yml, it opens the engine of ``DATABASE_URL``.

    Rasa's own constructor builds an engine of its own, without WAL, and is therefore passed over.
    """

    def __init__(self, domain: Domain | None = None, engine: Engine | None = None, **kwargs: Any) -> None:
        kwargs.pop("host", None)
        self.engine = engine or database.engine(Settings.from_environment().database_url)
        self.Base.metadata.create_all(self.engine)
        LAST_EVENTS.create(self.engine, checkfirst=True)  # where the table was there before
        self.sessionmaker = sessionmaker(bind=self.engine)
        TrackerStore.__init__(self, domain, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the new events; after ``Restarted``, forget the rows and keep only what followed it."""
        events = list(tracker.events)
        restarts = [index for index, event in enumerate(events) if isinstance(event, Restarted)]
        if restarts:
            self.forget(tracker.sender_id)
            tracker = tracker.init_copy()
            tracker.events.extend(events[restarts[-1] + 1 :])
        await super().save(tracker)

    def _event_query(self, session: Session, sender_id: str, fetch_events_from_all_sessions: bool) -> Query:
        """The events of the conversation, or of its last session, in order.

        Rasa compares timestamps, for which the database looks at every event of the conversation, twice a turn.
        """
        events = session.query(Stored).filter(Stored.sender_id == sender_id)
        if fetch_events_from_all_sessions:
            return events.order_by(Stored.id)
        starts = events.filter(Stored.type_name == SessionStarted.type_name)
        start = starts.order_by(Stored.id.desc()).with_entities(Stored.id).limit(1).scalar()
        return events.filter(Stored.id >= (start or 0)).order_by(Stored.id)

    def told(self, sender_id: str, message_id: str) -> list[dict[str, Any]]:
        """What was replied to the message, as a channel sends it; empty where it was not heard, or nothing was said.

        Reads the whole conversation.
        """
        with self.session_scope() as session:
            rows = self._event_query(session, sender_id, fetch_events_from_all_sessions=True)
            events = [json.loads(row.data) for row in rows]
        return _replies(events, message_id)

    def forget(self, sender_id: str) -> None:
        """Delete every stored event of the conversation."""
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter_by(sender_id=sender_id).delete()
            session.commit()


def _replies(events: Iterable[dict[str, Any]], message_id: str) -> list[dict[str, Any]]:
    heard = [event for event in events if event["event"] in (UserUttered.type_name, BotUttered.type_name)]
    since = [*dropwhile(lambda event: event.get("message_id") != message_id, heard)]
    return [_as_sent(event) for event in takewhile(lambda event: event["event"] == BotUttered.type_name, since[1:])]


def _as_sent(event: dict[str, Any]) -> dict[str, Any]:
    data = {name: value for name, value in (event.get("data") or {}).items() if value is not None}
    return {"text": event["text"]} | data if event.get("text") else data

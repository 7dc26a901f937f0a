"""The bot's own tables, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.store import database, repository, visitors
from bot.store.models import OF_ONE_CONVERSATION, Assessment, Base, Feedback


@pytest.fixture
def url(database_url: str) -> Iterator[str]:
    """A database without tables, brought up to date."""
    engine = database.engine(database_url)
    _drop_all_tables(engine)
    database.ready(database_url)
    yield database_url
    engine.dispose()


def _drop_all_tables(engine: object) -> None:
    with engine.begin() as connection:
        for table in inspect(connection).get_table_names():
            connection.execute(text(f'DROP TABLE "{table}"'))


def test_migrations_give_the_tables_of_the_models(url: str) -> None:
    with database.engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_a_second_start_changes_nothing(url: str) -> None:
    with database.transaction(url) as session:
        repository.add_unanswered(session, text="谁来受理")
    database.ready(url)
    with Session(database.engine(url)) as session:
        assert [row.text for row in repository.list_unanswered(session)] == ["谁来受理"]


def test_an_assessment_comes_back_as_it_was(url: str) -> None:
    figures = {"total_investment": {"low": "27000000", "high": None, "approximate": True}, "qualifications": []}
    with database.transaction(url) as session:
        repository.add_assessment(
            session,
            conversation="a",
            guide="guide",
            programs=["major-project"],
            figures=figures,
            result={"programs": []},
            receipt="K7",
        )
    with Session(database.engine(url)) as session:
        row = session.scalars(select(Assessment)).one()
    assert (row.conversation, row.guide, row.programs, row.receipt) == ("a", "guide", ["major-project"], "K7")
    assert (row.figures, row.result) == (figures, {"programs": []})
    assert row.created_at is not None


def test_forget_deletes_what_is_of_one_conversation_only(url: str) -> None:
    with database.transaction(url) as session:
        for conversation in ("a", "b"):
            repository.add_feedback(session, conversation=conversation, message="1", verdict="up")
            repository.add_unanswered(session, conversation=conversation, text="谁来受理")
            repository.add_assessment(
                session, conversation=conversation, guide="guide", programs=[], figures={}, result={}
            )
            visitors.add_visitor(session, conversation, at=1)
            visitors.add_message(session, conversation=conversation, sent="1", role="visitor", text="谁来受理")
    with database.transaction(url) as session:
        assert repository.forget(session, "a") == 5
    with Session(database.engine(url)) as session:
        for table in OF_ONE_CONVERSATION:
            assert [row.conversation for row in session.scalars(select(table))] == ["b"]


def test_every_table_with_a_conversation_is_of_one(url: str) -> None:
    owned = {table.name for table in Base.metadata.tables.values() if "conversation" in table.columns}
    forgotten_apart = {"deliveries", "handoffs", "handoff_guesses"}  # test_handoff.py, test_tencent_delivery.py
    assert owned - forgotten_apart == {table.__tablename__ for table in OF_ONE_CONVERSATION}


def test_a_message_has_one_row_and_one_reply(url: str) -> None:
    said = {"conversation": "a", "sent": "1", "text": "谁来受理"}
    with database.transaction(url) as session:
        visitors.add_message(session, **said, role="visitor")
        reply = visitors.add_message(session, **said, role="bot", payload={"kind": "talk"})
        assert [row.id for row in visitors.messages_after(session, "a", 0, 9)] == [reply.id - 1, reply.id]
        assert visitors.find_message(session, "a", "1", "bot").payload == {"kind": "talk"}
        assert visitors.is_reply(session, "a", reply.id)
        assert not visitors.is_reply(session, "b", reply.id)
    for role in ("visitor", "bot"):
        with pytest.raises(IntegrityError), database.transaction(url) as session:
            visitors.add_message(session, **said, role=role)


def test_what_is_thought_of_a_reply_is_what_was_thought_last(url: str) -> None:
    with database.transaction(url) as session:
        for verdict in ("up", "down"):
            repository.add_feedback(session, conversation="a", message="1", verdict=verdict)
        repository.add_feedback(session, conversation="a", message="2", verdict="up")
    with Session(database.engine(url)) as session:
        kept = [(row.message, row.verdict) for row in session.scalars(select(Feedback).order_by(Feedback.id))]
    assert kept == [("1", "down"), ("2", "up")]


def test_a_verdict_is_up_or_down(url: str) -> None:
    with pytest.raises(IntegrityError), database.transaction(url) as session:
        repository.add_feedback(session, conversation="a", message="1", verdict="fine")


def test_an_error_leaves_nothing_behind(url: str) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction(url) as session:
        repository.add_unanswered(session, text="谁来受理")
        session.flush()
        raise ZeroDivisionError
    with Session(database.engine(url)) as session:
        assert repository.list_unanswered(session) == []


def test_unanswered_are_listed_until_exported(url: str) -> None:
    with database.transaction(url) as session:
        first = repository.add_unanswered(session, text="一", intent="ask_text", confidence=0.3)
        repository.add_unanswered(session, text="二")
        session.flush()
        first.exported = True
    with Session(database.engine(url)) as session:
        assert [row.text for row in repository.list_unanswered(session)] == ["二"]
        assert [(row.text, row.intent) for row in repository.list_unanswered(session, exported=True)] == [
            ("一", "ask_text")
        ]


def test_sqlite_writes_ahead(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("database") / "new"
    engine = database.ready(f"sqlite:///{folder}/data.db")
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 1
    engine.dispose()

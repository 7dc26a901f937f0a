"""The bot's own tables, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.store import database, repository
from bot.store.models import Assessment, Base, Feedback


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
    with database.transaction(url) as session:
        assert repository.forget(session, "a") == 3
    with Session(database.engine(url)) as session:
        assert [row.conversation for row in session.scalars(select(Assessment))] == ["b"]
        assert [row.conversation for row in session.scalars(select(Feedback))] == ["b"]
        assert [row.conversation for row in repository.list_unanswered(session)] == ["b"]


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

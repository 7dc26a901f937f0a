"""What Alembic runs: migrations on the connection it is handed, or on DATABASE_URL from its command line."""

from __future__ import annotations

from typing import Any

from alembic import context

from bot.settings import Settings
from bot.store import database
from bot.store.models import Base


def ours(name: str | None, kind: str, parents: Any) -> bool:
    """Whether a table is the bot's own; Rasa's ``events`` is not."""
    return kind != "table" or name in Base.metadata.tables


def run(connection: Any) -> None:
    """Run the migrations on ``connection``."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=ours,
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with database.engine(Settings.from_environment().database_url).begin() as connection:
        run(connection)

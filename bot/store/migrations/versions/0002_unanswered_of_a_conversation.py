"""Unanswered questions know their conversation, so that they can be erased with it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of the questions that are there nobody knows any more whose they are."""
    op.add_column("unanswered", sa.Column("conversation", sa.String(255)))
    op.create_index("ix_unanswered_conversation", "unanswered", ["conversation"])


def downgrade() -> None:
    """Drop the column."""
    op.drop_index("ix_unanswered_conversation", "unanswered")
    with op.batch_alter_table("unanswered") as table:
        table.drop_column("conversation")

"""Visitors of the web page, their messages, and the addresses of reports."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables and the column; checks that are there have no report until they are finished again."""
    op.create_table(
        "visitors",
        sa.Column("conversation", sa.String(255), primary_key=True),
        sa.Column("token_since", sa.Integer, nullable=False),
        sa.Column("used_since", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation", sa.String(255), nullable=False, index=True),
        sa.Column("sent", sa.String(36), nullable=False),
        sa.Column("role", sa.String(7), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("payload", sa.JSON),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("conversation", "sent", "role", name="messages_once"),
        sa.CheckConstraint("role IN ('visitor', 'bot')", name="messages_role"),
    )
    with op.batch_alter_table("assessments") as table:
        table.add_column(sa.Column("report", sa.String(64)))
        table.create_unique_constraint("assessments_report", ["report"])


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("assessments") as table:
        table.drop_constraint("assessments_report", type_="unique")
        table.drop_column("report")
    op.drop_table("messages")
    op.drop_table("visitors")

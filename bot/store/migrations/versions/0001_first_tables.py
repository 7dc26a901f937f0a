"""Assessments, feedback and unanswered questions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("receipt", sa.String(64), unique=True),
        sa.Column("conversation", sa.String(255), nullable=False, index=True),
        sa.Column("guide", sa.String(255), nullable=False),
        sa.Column("programs", sa.JSON, nullable=False),
        sa.Column("figures", sa.JSON, nullable=False),
        sa.Column("result", sa.JSON, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation", sa.String(255), nullable=False, index=True),
        sa.Column("message", sa.String(255), nullable=False),
        sa.Column("verdict", sa.String(4), nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.CheckConstraint("verdict IN ('up', 'down')", name="feedback_verdict"),
    )
    op.create_table(
        "unanswered",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("intent", sa.String(255)),
        sa.Column("confidence", sa.Float),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("exported", sa.Boolean, nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("unanswered", "feedback", "assessments"):
        op.drop_table(table)

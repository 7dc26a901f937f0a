"""Messages from WeChat, the numbers they were signed with, access tokens, and conversations that change channels."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _deliveries()
    op.create_table(
        "nonces",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("nonce", sa.String(128), primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("taken", sa.Float, nullable=False, index=True),
    )
    op.create_table(
        "access_tokens",
        sa.Column("account", sa.String(255), primary_key=True),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("expires", sa.Float, nullable=False),
        sa.Column("renewing", sa.Float, nullable=False),
    )
    op.create_table(
        "handoffs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("conversation", sa.String(255), nullable=False, index=True),
        sa.Column("memory", sa.JSON, nullable=False),
        sa.Column("expires", sa.Float, nullable=False, index=True),
        sa.Column("taker", sa.String(255), index=True),
    )
    op.create_table(
        "handoff_guesses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation", sa.String(255), nullable=False, index=True),
        sa.Column("made", sa.Float, nullable=False, index=True),
    )


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("conversation", sa.String(255), index=True),
        sa.Column("recipient", sa.String(255)),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("owner", sa.String(32)),
        sa.Column("lease", sa.Float, nullable=False),
        sa.Column("waiting_until", sa.Float, nullable=False),
        sa.Column("received", sa.Float, nullable=False, index=True),
        sa.Column("finished", sa.Float),
        sa.Column("answer", sa.Text),
        sa.Column("choices", sa.JSON),
        sa.Column("reply", sa.Text),
        sa.Column("rest", sa.Text),
        sa.Column("pushable", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("erased", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_deliveries_state_channel", "deliveries", ["state", "channel"])


def downgrade() -> None:
    """Drop the tables."""
    for table in ("handoff_guesses", "handoffs", "access_tokens", "nonces", "deliveries"):
        op.drop_table(table)

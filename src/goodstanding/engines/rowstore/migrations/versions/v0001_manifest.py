"""The first schema: accounts and their tree, intakes, current files, closed months, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _accounts()
    op.create_table(
        "intake",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("file_name",)),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("taken_at_ms", "read", "accepted", "duplicate", "rejected")
        ),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("mends", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_intake"),
    )
    op.create_table(
        "partition",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("first_ms", sa.BigInteger()),
        sa.Column("last_ms", sa.BigInteger()),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("kind", "day", name="pk_partition"),
    )
    _closings()


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_account"),
        sa.UniqueConstraint("id", name="uq_account_id"),
    )
    op.create_table(
        "account_snapshot",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("as_of_ms", sa.BigInteger(), nullable=False),
        sa.Column("master", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.key"], name="fk_account_snapshot_account_account"),
        sa.ForeignKeyConstraint(["master"], ["account.key"], name="fk_account_snapshot_master_account"),
        sa.PrimaryKeyConstraint("account", "as_of_ms", name="pk_account_snapshot"),
    )


def _closings() -> None:
    op.create_table(
        "closing",
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("closed_at_ms", sa.BigInteger(), nullable=False),
        sa.Column("inputs_sha256", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text()),
        sa.PrimaryKeyConstraint("month", "sequence", name="pk_closing"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )

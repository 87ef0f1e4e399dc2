"""The second schema: cases, the audit log and its checkpoints, documents, contacts, errands."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# nobody may change the log or a document, not even by mistake; whoever does it by force is found by `audit verify`
KEPT = ("audit_entry", "checkpoint", "document")


def upgrade() -> None:
    """Make the tables, and let nobody change what is only ever added to."""
    _cases()
    _log()
    for table in KEPT:
        for statement in _refusing(table, op.get_bind().dialect.name):
            op.execute(statement)


def _text(name: str, length: int) -> "sa.Column[str]":
    return sa.Column(name, sa.String(length), nullable=False)


def _cases() -> None:
    op.create_table(
        "case_file",
        *(_text(name, length) for name, length in (("id", 64), ("finding", 64), ("account", 255), ("state", 32))),
        sa.Column("opened_ms", sa.BigInteger(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_file"),
        sa.UniqueConstraint("finding", name="uq_case_file_finding"),
    )
    op.create_table(
        "contact",
        _text("account", 255),
        sa.Column("address", sa.Text(), nullable=False),
        *(_text(name, length) for name, length in (("zone", 64), ("language", 16))),
        sa.PrimaryKeyConstraint("account", name="pk_contact"),
    )
    op.create_table(
        "errand",
        *(_text(name, length) for name, length in (("id", 128), ("case", 64), ("errand", 16), ("document", 64), ("action", 128))),
        sa.Column("due_ms", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.BigInteger()) for name in ("leased_ms", "done_ms", "given_up_ms")),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name="fk_errand_case_case_file"),
        sa.PrimaryKeyConstraint("id", name="pk_errand"),
    )


def _log() -> None:
    op.create_table(
        "audit_entry",
        *(sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=False) for name in ("sequence", "at_ms")),
        _text("actor_kind", 16),
        sa.Column("actor", sa.Text(), nullable=False),
        *(_text(name, length) for name, length in (("kind", 64), ("subject", 255))),
        sa.Column("step", sa.Integer()),
        _text("kept", 64),
        sa.Column("facts", sa.Text(), nullable=False),
        *(_text(name, 64) for name in ("previous", "hash")),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit_entry"),
    )
    op.create_index("ix_audit_entry_subject", "audit_entry", ["subject"])
    op.create_table(
        "checkpoint",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        _text("root", 64),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("size", name="pk_checkpoint"),
    )
    op.create_table(
        "document",
        *(_text(name, 64) for name in ("sha256", "media_type")),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_document"),
    )


def _refusing(table: str, dialect: str) -> list[str]:
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            for verb in ("UPDATE", "DELETE")
        ]
    refuse = f"$$ BEGIN RAISE EXCEPTION '{table} is only ever added to'; END $$"
    return [
        f"CREATE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS {refuse}",
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION refuse_{table}()",
    ]

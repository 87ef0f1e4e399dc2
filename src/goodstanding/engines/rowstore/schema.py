"""Which tables do the manifest and the case store have?"""

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

# names for every kind of constraint, so that a migration can name what it changes on any database
METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ACCOUNT: Final = Table(
    "account",
    METADATA,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("id", String(255), nullable=False, unique=True),
)

ACCOUNT_SNAPSHOT: Final = Table(
    "account_snapshot",
    METADATA,
    Column("account", Integer, ForeignKey("account.key"), primary_key=True),
    Column("as_of_ms", BigInteger, primary_key=True),
    Column("master", Integer, ForeignKey("account.key"), nullable=False),
    Column("name", Text, nullable=False),
    Column("status", Text, nullable=False),
)

INTAKE: Final = Table(
    "intake",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("source", String(64), nullable=False),
    Column("options", Text, nullable=False),
    Column("taken_at_ms", BigInteger, nullable=False),
    Column("read", BigInteger, nullable=False),
    Column("accepted", BigInteger, nullable=False),
    Column("duplicate", BigInteger, nullable=False),
    Column("rejected", BigInteger, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("mends", Integer),
)

PARTITION: Final = Table(
    "partition",
    METADATA,
    Column("kind", String(32), primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("first_ms", BigInteger),
    Column("last_ms", BigInteger),
    Column("sha256", String(64), nullable=False),
)

CLOSING: Final = Table(
    "closing",
    METADATA,
    Column("month", String(7), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("edition", String(64), nullable=False),
    Column("closed_at_ms", BigInteger, nullable=False),
    Column("inputs_sha256", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("document", Text, nullable=False),
    Column("changes", Text),
)

SETTING: Final = Table(
    "setting",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

CASE: Final = Table(
    "case_file",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("finding", String(64), nullable=False, unique=True),
    Column("account", String(255), nullable=False),
    Column("state", String(32), nullable=False),
    Column("opened_ms", BigInteger, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

AUDIT: Final = Table(
    "audit_entry",
    METADATA,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("actor_kind", String(16), nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("subject", String(255), nullable=False),
    Column("step", Integer),
    Column("kept", String(64), nullable=False),
    Column("facts", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_audit_entry_subject", "subject"),
)

CHECKPOINT: Final = Table(
    "checkpoint",
    METADATA,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("root", String(64), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)

DOCUMENT: Final = Table(
    "document",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

CONTACT: Final = Table(
    "contact",
    METADATA,
    Column("account", String(255), primary_key=True),
    Column("address", Text, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("language", String(16), nullable=False),
)

ERRAND: Final = Table(
    "errand",
    METADATA,
    Column("id", String(128), primary_key=True),
    Column("case", String(64), ForeignKey("case_file.id"), nullable=False),
    Column("errand", String(16), nullable=False),
    Column("document", String(64), nullable=False),
    Column("action", String(128), nullable=False),
    Column("due_ms", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("leased_ms", BigInteger),
    Column("done_ms", BigInteger),
    Column("given_up_ms", BigInteger),
    Column("last_error", Text, nullable=False),
)

"""Which tables does the manifest have?"""

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, Table, Text

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

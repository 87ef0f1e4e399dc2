"""How is the row store opened, and brought to the schema this program knows?"""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, inspect, make_url, text

from goodstanding.errors import WorkspaceError

MIGRATIONS: Final = Path(__file__).with_name("migrations")
NEWEST: Final = "0002"
BUSY_MS: Final = 10_000
# the advisory lock that writers take on a server; any number will do, so long as it is this one
WRITERS: Final = 20_160_201


def open_engine(path: Path) -> Engine:
    """Open an SQLite file in WAL mode; every transaction that writes begins by taking the write lock."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # transactions begin where this program says so, not where the driver guesses
        connection.isolation_level = None
        # a text that was tampered with may be no text any more; it is read, so that it can be told from what was written
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {BUSY_MS}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


def open_server(url: str) -> Engine:
    """Open a PostgreSQL database by its URL (postgresql://...); transactions that write take one lock, so that the log is one."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")

    return engine


def bring_up_to_date(engine: Engine) -> None:
    """Apply the migrations that are missing; WorkspaceError when the file is newer than this program."""
    version = _version(engine)
    if version == NEWEST:
        return
    if version is not None and version > NEWEST:
        message = f"this workspace has schema {version}, and this program knows {NEWEST}; use a newer goodstanding"
        raise WorkspaceError(message)
    from alembic import command  # noqa: PLC0415 - slow to import, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

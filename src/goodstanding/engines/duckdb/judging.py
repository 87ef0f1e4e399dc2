"""Which rows of a file are accepted, and why are the others not?

Leaves two tables in the connection: `judged` (accepted rows, in the order of the file) and `refused`
(the text of each other row, and its reason). read = rows in both, before duplicates are looked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

import duckdb

from goodstanding.engines.duckdb.connect import declare_zone
from goodstanding.engines.duckdb.reading import LINE_BREAKS_ONLY, Raw, damaged, quoted, raw_of, read_text
from goodstanding.engines.duckdb.shapes import SHAPES, Shape
from goodstanding.periods import offset_spans
from goodstanding.progress import Progress
from goodstanding.records.reasons import NOTES, REASONS
from goodstanding.records.sources.catalogue import text_of
from goodstanding.records.take import Take

CSV_FAULTS: Final = {
    "MISSING COLUMNS": "columns-missing",
    "TOO MANY COLUMNS": "columns-too-many",
    "UNQUOTED VALUE": "quote-unclosed",
    "INVALID ENCODING": "not-utf-8",
    "LINE SIZE OVER MAXIMUM": "line-too-long",
}
# the worst fault of a line names it
FAULT_ORDER: Final = ("INVALID ENCODING", "UNQUOTED VALUE", "LINE SIZE OVER MAXIMUM")
PARQUET: Final = b"PAR1"
GZIP: Final = b"\x1f\x8b"
BARE: Final = "replace({}.line, '\"', '')"
OPTION: Final = re.compile(r"option\('([a-z-]+)'\)")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a file's rows came to, before duplicates are looked for."""

    shape: Shape
    read: int
    reasons: dict[str, int]
    notes: dict[str, int]
    separator: str
    headers: tuple[str, ...]


def judge(connection: duckdb.DuckDBPyConnection, take: Take, scratch: Path, progress: Progress) -> Judgement:
    """Read and judge one file; SourceUnreadable when it cannot be read at all."""
    shape = SHAPES[take.source.yields]
    raw = raw_of(take.file, take.source, scratch)
    declare_zone(connection, offset_spans(take.zone) if take.zone else None)
    progress.stage(f"reading {take.file.name}", rows=raw.about_rows, done=lambda: connection.query_progress() / 100)
    try:
        connection.execute(f"CREATE OR REPLACE TEMP VIEW raw AS {raw.relation}")
        connection.execute(_judging(take, shape, raw))
        _set_faults_aside(connection)
    except duckdb.Error as error:
        raise damaged(take.file, error) from error
    _keep_refused(connection, take, raw)
    reasons = _counted(connection, "SELECT reason, COUNT(*) FROM refused GROUP BY reason ORDER BY reason")
    connection.execute("DELETE FROM judged WHERE reason IS NOT NULL")
    noted = "SELECT CAST(note AS VARCHAR), COUNT(*) FROM judged WHERE note IS NOT NULL GROUP BY ALL ORDER BY ALL"
    notes = _counted(connection, noted)
    accepted = connection.execute("SELECT COUNT(*) FROM judged").fetchall()[0][0]
    return Judgement(shape, accepted + sum(reasons.values()), reasons, notes, raw.separator, raw.headers)


def _judging(take: Take, shape: Shape, raw: Raw) -> str:
    text = OPTION.sub(lambda found: _option(take, found[1]), text_of(take.source))
    columns = ", ".join(
        f"TRY_CAST({shape.made.get(name, name)} AS {'VARCHAR' if name == 'account' else kind}) AS {name}"
        for name, kind in shape.columns.items()
    )
    reason = "CASE WHEN reason IS NOT NULL AND NOT json_valid(whole) THEN 'not-json' ELSE reason END" if raw.is_json else "reason"
    return (
        f"CREATE OR REPLACE TABLE judged AS SELECT {columns}, CAST({reason} AS {_one_of(REASONS)}) AS reason, "
        f"CAST(note AS {_one_of(NOTES)}) AS note, CASE WHEN reason IS NOT NULL THEN {_whole_text(raw)} END AS line FROM ({text})"
    )


def _one_of(codes: Iterable[str]) -> str:
    """Return the SQL type of a column that holds nothing but these codes: a byte a row, where text takes sixteen."""
    return f"ENUM({', '.join(quoted(code) for code in codes)})"


def _option(take: Take, name: str) -> str:
    value = take.options.get(name) if name != "now" or take.now_ms is None else str(take.now_ms)
    return "CAST(NULL AS VARCHAR)" if value is None else quoted(value)


def _whole_text(raw: Raw) -> str:
    if raw.is_json or raw.is_text:
        return "whole"
    special = quoted(f'["\n\r{raw.separator}]')
    cells = (f'whole."c{at}"' for at in range(len(raw.headers)))
    written = (
        f"CASE WHEN regexp_matches({cell}, {special}) "
        f"""THEN '"' || replace({cell}, '"', '""') || '"' ELSE COALESCE({cell}, '') END"""
        for cell in cells
    )
    return f"concat_ws({quoted(raw.separator)}, {', '.join(written)})"


def _set_faults_aside(connection: duckdb.DuckDBPyConnection) -> None:
    """Move the lines that are no rows at all to `refused`."""
    connection.execute("CREATE OR REPLACE TEMP TABLE refused (line VARCHAR, reason VARCHAR)")
    tables = connection.execute("SELECT COUNT(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'").fetchall()
    if not tables[0][0]:
        return
    worst = " ".join(f"WHEN '{fault}' THEN {rank}" for rank, fault in enumerate(FAULT_ORDER))
    codes = " ".join(f"WHEN '{fault}' THEN '{code}'" for fault, code in CSV_FAULTS.items())
    connection.execute(
        f"""INSERT INTO refused
            SELECT ANY_VALUE(csv_line), ARG_MIN(CASE CAST(error_type AS VARCHAR) {codes} ELSE 'row-unreadable' END,
                (CASE CAST(error_type AS VARCHAR) {worst} ELSE 9 END) * 100000 + column_idx)
            FROM reject_errors GROUP BY line"""
    )
    connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")


def _keep_refused(connection: duckdb.DuckDBPyConnection, take: Take, raw: Raw) -> None:
    """Move rejected rows to `refused`, each with its line as it stands in the file."""
    rejected = connection.execute("SELECT COUNT(*) FROM judged WHERE reason IS NOT NULL").fetchall()[0][0]
    if not rejected:
        return
    is_quoted = not raw.is_json and bool(raw.headers) and _may_be_quoted(take.file)
    if not (is_quoted and _find_own_lines(connection, take)):
        connection.execute("INSERT INTO refused SELECT line, reason FROM judged WHERE reason IS NOT NULL")
        return
    connection.execute(
        f"""INSERT INTO refused SELECT COALESCE(o.line, j.line), j.reason
            FROM judged AS j LEFT JOIN own_lines AS o ON o.bare = {BARE.format("j")} WHERE j.reason IS NOT NULL"""
    )
    connection.execute("DROP TABLE own_lines")


def _find_own_lines(connection: duckdb.DuckDBPyConnection, take: Take) -> bool:
    """Look for the lines of rejected rows: a row was put together again from its cells, and its line differs at most in quotes."""
    lines = read_text(take.file, {"line": "VARCHAR"}, separator=LINE_BREAKS_ONLY, header=False, quote="")
    try:
        connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE own_lines AS SELECT {BARE.format("l")} AS bare, MIN(l.line) AS line FROM {lines} AS l
                WHERE {BARE.format("l")} IN (SELECT {BARE.format("j")} FROM judged AS j WHERE j.reason IS NOT NULL) GROUP BY bare"""
        )
    except duckdb.Error:
        # a cell holds a line break of another kind than the file's: no line can be told from the next
        return False
    finally:
        connection.execute("DROP TABLE IF EXISTS reject_errors")
        connection.execute("DROP TABLE IF EXISTS reject_scans")
    return True


def _may_be_quoted(file: Path) -> bool:
    """Tell whether a row put together from its cells can differ from its own line: only where cells are quoted."""
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as content:
        if content[:4] == PARQUET:
            return False
        return content[:2] == GZIP or content.find(b'"') >= 0


def _counted(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, int]:
    return {str(name): int(count) for name, count in connection.execute(sql).fetchall()}

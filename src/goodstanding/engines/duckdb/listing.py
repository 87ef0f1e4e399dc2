"""Of which day is a list, and which numbers are on it?

A list's entries are kept as they were given: low and high, and whether low is only how the numbers begin. `listed` has them as
ranges of whole numbers: a beginning stands for one range for each length a number may have.
"""

import re
from dataclasses import replace
from typing import Final

import duckdb

from goodstanding.engines.duckdb.archive import Archive, nothing
from goodstanding.engines.duckdb.reading import head_of
from goodstanding.engines.duckdb.shapes import LISTED
from goodstanding.errors import SourceUnreadable, WrongUsage
from goodstanding.records.ports import Change, Partition, Reads
from goodstanding.records.sources.source import Yields
from goodstanding.records.take import Take, day_named
from goodstanding.signals.traffic.ports import ListCopy

DATED: Final = re.compile(r"\s*#\s*date:\s*(\S+)\s*")
LIST: Final = "list-"
# numbers of the North American plan have eleven digits; elsewhere eight to fifteen (ITU-T E.164)
NORTH_AMERICAN, SHORTEST, LONGEST = 11, 8, 15


def dated(take: Take) -> Take:
    """Return the take of a list with the day it is of: the as-of option, else the `# date:` of its first line."""
    if take.source.yields is not Yields.LISTED or "as-of" in take.options:
        return take
    found = DATED.fullmatch(head_of(take.file).decode("utf-8", "replace").lstrip("\ufeff").split("\n", 1)[0])
    try:
        day_named(found[1] if found else "")
    except WrongUsage as error:
        why = "it does not say of which day it is"
        raise SourceUnreadable(str(take.file), why, "Give as-of=YYYY-MM-DD, or begin it with `# date: YYYY-MM-DD`.") from error
    return replace(take, options={**take.options, "as-of": found[1] if found else ""})


def put_listed(connection: duckdb.DuckDBPyConnection, entries: str) -> list[ListCopy]:
    """Make `listed` of a relation of entries, one copy a list; return the copies by name."""
    further = ", ".join(f"({digits}, {10**digits})" for digits in range(LONGEST))
    connection.execute(
        f"""CREATE OR REPLACE TABLE listed AS
            SELECT list, low, high, as_of_day FROM {entries} WHERE is_prefix = 0
            UNION ALL
            SELECT e.list, e.low * m.tens, e.low * m.tens + m.tens - 1, e.as_of_day
            FROM (SELECT *, CAST(low AS VARCHAR) AS digits FROM {entries} WHERE is_prefix = 1) AS e
            CROSS JOIN (VALUES {further}) AS m(more, tens)
            WHERE length(e.digits) + m.more BETWEEN {SHORTEST} AND {LONGEST}
                AND (length(e.digits) + m.more = {NORTH_AMERICAN} OR NOT starts_with(e.digits, '1'))"""
    )
    rows = connection.execute(f"SELECT list, MAX(as_of_day), COUNT(*) FROM {entries} GROUP BY list ORDER BY list").fetchall()
    return [ListCopy(str(name), int(day), int(count)) for name, day, count in rows]


def entries_of(archive: Archive, reads: Reads) -> str:
    """Return SQL of the entries of the latest copy of every list."""
    copies: dict[str, Partition] = {}
    for one in reads.partitions():
        if one.kind.startswith(LIST) and one.day >= copies.get(one.kind, one).day:
            copies[one.kind] = one
    return archive.relation(copies.values()) or nothing(LISTED)


def keep_list(archive: Archive, change: Change, intake: int, take: Take, *, mends: bool) -> int:
    """Keep the judged entries as the list's copy of its day, or add mended ones to it; return how many stood there already."""
    name, day = f"{LIST}{take.options['name']}", take.as_of_day or 0
    blank = Partition(name, day, archive.path_for(name, day, intake), 0, None, None)
    columns = ", ".join(LISTED.columns)
    before = change.partitions(name, days=[day]) if mends else []
    held = archive.relation(before)
    both = f"SELECT {columns} FROM judged" + (f" UNION ALL SELECT {columns} FROM {held}" if held else "")
    written = archive.write(f"SELECT DISTINCT {columns} FROM ({both}) ORDER BY {LISTED.order}", blank, LISTED.at)
    change.replace_partition(written)
    judged = archive.connection.execute("SELECT COUNT(*) FROM judged").fetchall()[0][0]
    return int(judged) - (written.rows - sum(one.rows for one in before))


def keep_entries(connection: duckdb.DuckDBPyConnection) -> int:
    """Keep the judged entries in `entries`, in place of an earlier copy of that day; return how many stood there twice."""
    columns = ", ".join(LISTED.columns)
    connection.execute("DELETE FROM entries AS e USING judged AS j WHERE j.list = e.list AND j.as_of_day = e.as_of_day")
    connection.execute(f"INSERT INTO entries SELECT DISTINCT {columns} FROM judged")
    kept = "SELECT COUNT(*) FROM entries AS e SEMI JOIN judged AS j ON j.list = e.list AND j.as_of_day = e.as_of_day"
    both = connection.execute(f"SELECT (SELECT COUNT(*) FROM judged) - ({kept})").fetchall()
    return int(both[0][0])


LATEST_ENTRIES: Final = """(SELECT e.* FROM entries AS e
    INNER JOIN (SELECT list, MAX(as_of_day) AS as_of_day FROM entries GROUP BY list) AS l USING (list, as_of_day))"""

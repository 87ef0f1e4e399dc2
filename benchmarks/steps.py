"""One step of the benchmark in a process of its own; prints its seconds and peak memory as JSON."""

import gzip
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import msgspec

from goodstanding.app import create_workspace, stored_traffic, workspace
from goodstanding.flows.choose_detectors import chosen
from goodstanding.flows.close_month import close_month
from goodstanding.flows.scan_records import scan_records
from goodstanding.flows.show_standing import standing_of
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.periods import Month
from goodstanding.policy.traffic import load_traffic
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings

NOW_MS = 1_457_136_000_000
FEBRUARY = Month(2016, 2)
# the same counts by hand, over text keys and rows in no order; {once} keeps one row of each record where that is asked for
RECEIVED = """
CREATE VIEW tree AS SELECT account, master FROM read_parquet('{folder}/received/accounts.parquet');
CREATE VIEW calls AS SELECT t.master, c.id, c.account, c.outcome, c.caller, c.callee, TRY_CAST(c.talk_ms AS INTEGER) AS talk_ms,
    c.direction = 'outbound' AS is_outbound,
    c.direction = 'inbound' AND c.callee SIMILAR TO '[+]1(800|833|844|855|866|877|888).*' AS is_tollfree
FROM (FROM read_parquet('{folder}/received/calls/*.parquet') {once}) AS c JOIN tree AS t USING (account)
WHERE TRY_CAST(c.started_at AS TIMESTAMPTZ) >= TIMESTAMPTZ '2016-02-01 00:00:00+00'
    AND TRY_CAST(c.started_at AS TIMESTAMPTZ) < TIMESTAMPTZ '2016-03-01 00:00:00+00';
CREATE VIEW messages AS SELECT account, sender, recipient
FROM (FROM read_parquet('{folder}/received/messages/*.parquet') {once})
WHERE TRY_CAST(sent_at AS TIMESTAMPTZ) >= TIMESTAMPTZ '2016-02-01 00:00:00+00'
    AND TRY_CAST(sent_at AS TIMESTAMPTZ) < TIMESTAMPTZ '2016-03-01 00:00:00+00' AND status <> 'failed';
CREATE VIEW numbers AS SELECT n.number, n.account, t.master
FROM read_parquet('{folder}/received/numbers.parquet') AS n JOIN tree AS t USING (account)
WHERE TRY_CAST(n.held_from AS TIMESTAMPTZ) <= TIMESTAMPTZ '2016-02-01 00:00:00+00'
"""
# every reading of the three ratios, the edge, and calls of the month, a row an account
RATIOS = """
SELECT master, account, COUNT(*), COUNT(*) FILTER (outcome <> 'answered'),
    COUNT(*) FILTER (is_outbound AND outcome = 'answered'),
    COUNT(*) FILTER (is_outbound AND outcome = 'answered' AND talk_ms < 12000),
    COUNT(*) FILTER (is_outbound AND outcome = 'answered' AND ABS(talk_ms - 12000) < 1000),
    COUNT(*) FILTER (is_outbound), COUNT(*) FILTER (is_outbound AND (outcome <> 'answered' OR talk_ms < 12000)),
    COUNT(*) FILTER (is_outbound AND talk_ms <= 6000),
    COUNT(*) FILTER (is_tollfree AND outcome = 'answered'),
    COUNT(*) FILTER (is_tollfree AND outcome = 'answered' AND talk_ms < 12000),
    COUNT(*) FILTER (is_tollfree AND outcome = 'answered' AND ABS(talk_ms - 12000) < 1000),
    COUNT(*) FILTER (is_tollfree), COUNT(*) FILTER (is_tollfree AND (outcome <> 'answered' OR talk_ms < 12000)),
    COUNT(*) FILTER (is_tollfree AND talk_ms <= 6000), COUNT(*) FILTER (is_tollfree AND outcome <> 'answered'),
    COUNT(*) FILTER (is_tollfree AND outcome IN ('answered', 'no-answer', 'busy')),
    COUNT(*) FILTER (is_tollfree AND outcome IN ('no-answer', 'busy'))
FROM calls GROUP BY master, account
"""
# every reading of the numbers, a row an account, with the list of those under the minimum
NUMBERS = """
WITH ends AS (
    SELECT account, caller AS number, CASE WHEN talk_ms >= 12000 THEN 1 END AS long, NULL AS message FROM calls
    UNION ALL SELECT account, callee, CASE WHEN talk_ms >= 12000 THEN 1 END, NULL FROM calls WHERE callee <> caller
    UNION ALL SELECT account, sender, NULL, 1 FROM messages
    UNION ALL SELECT account, recipient, NULL, 1 FROM messages WHERE sender <> recipient),
used AS (
    SELECT n.master, n.number, COUNT(*) AS transmissions, COUNT(long) AS long, COUNT(message) AS message
    FROM ends AS e JOIN tree AS t USING (account) JOIN numbers AS n ON n.number = e.number AND n.master = t.master GROUP BY ALL)
SELECT n.master, n.account, COUNT(*), COUNT(*) FILTER (COALESCE(u.transmissions, 0) < 2) AS under,
    SUM(CASE WHEN COALESCE(u.transmissions, 0) < 2 THEN 2 - COALESCE(u.transmissions, 0) END),
    COUNT(*) FILTER (COALESCE(long, 0) < 3 AND COALESCE(message, 0) < 3),
    LIST({'number': n.number, 'transmissions': u.transmissions} ORDER BY n.number) FILTER (COALESCE(u.transmissions, 0) < 2)
FROM numbers AS n LEFT JOIN used AS u USING (master, number) GROUP BY ALL
"""
# the hash of the records behind each part
EVIDENCE = """
WITH behind AS (
    SELECT master, id, UNNEST([
        CASE WHEN is_outbound AND outcome = 'answered' AND talk_ms < 12000 THEN 2 END,
        CASE WHEN is_tollfree AND outcome = 'answered' AND talk_ms < 12000 THEN 3 END,
        CASE WHEN is_tollfree AND outcome <> 'answered' THEN 4 END]) AS requirement
    FROM calls)
SELECT master, requirement, COUNT(*), sha256(string_agg(id, chr(10) ORDER BY id) || chr(10))
FROM behind WHERE requirement IS NOT NULL GROUP BY ALL
"""


def build(folder: Path) -> None:
    """Take the received month into a workspace."""
    create_workspace(folder / "ws", "UTC")
    with workspace(folder / "ws", Settings(now_ms=NOW_MS)) as held:
        files = sorted((folder / "received").glob("*/*.parquet"))
        takes = [
            *(parse_take(f"{one}={folder / 'received' / one}.parquet") for one in ("accounts", "numbers")),
            *(parse_take(f"{one.parent.name}={one}") for one in files),
        ]
        take_in_records(takes, held.store, now_ms=NOW_MS, mends=None, progress=Silent())


def close(folder: Path) -> None:
    """Close the month, without keeping it, so that it can be closed again."""
    with workspace(folder / "ws", Settings(now_ms=NOW_MS)) as held:
        edition = held.edition_of(FEBRUARY)
        close_month(held.manifest, held.closer, edition, FEBRUARY, now_ms=NOW_MS, grace_days=3, keep=False, progress=Silent())


def scan(folder: Path) -> None:
    """Run every detector that has its data over the month, as `goodstanding scan --month` does."""
    settings = Settings(now_ms=NOW_MS)
    with workspace(folder / "ws", settings) as held, stored_traffic(held, settings) as traffic:
        edition = held.edition_of(FEBRUARY)
        thresholds = chosen(load_traffic(edition), [], [])
        scan_records(traffic, edition, thresholds, FEBRUARY.bounds_ms(held.zone), with_evidence=False, progress=Silent())


def count_by_hand(folder: Path, *, once: str, texts: tuple[str, ...]) -> None:
    """Run hand-written SQL over the records as received."""
    connection = duckdb.connect()
    connection.execute(RECEIVED.format(folder=folder, once=once))
    for text in texts:
        connection.execute(text).fetchall()


def by_hand(folder: Path) -> None:
    """Count what a closing counts, as if nothing had been delivered twice."""
    count_by_hand(folder, once="", texts=(RATIOS, NUMBERS, EVIDENCE))


def recount(folder: Path) -> None:
    """Count what a standing shows, each record once."""
    count_by_hand(folder, once="QUALIFY ROW_NUMBER() OVER (PARTITION BY id) = 1", texts=(RATIOS, NUMBERS))


def standing(folder: Path) -> None:
    """Show the open month."""
    with workspace(folder / "ws", Settings(now_ms=NOW_MS)) as held:
        STEP["began"] = time.perf_counter()
        standing_of(held.manifest, held.rollups, held.edition_of(FEBRUARY), FEBRUARY)


def batch(folder: Path) -> None:
    """Take 200,000 calls of one day onto the month, a tenth of them held already, after a first small file of another day."""
    source, first = folder / "batch.csv", folder / "first.csv"
    if not source.exists():
        days = folder / "received" / "calls"
        duckdb.connect().execute(f"COPY (FROM read_parquet('{days}/27.parquet') LIMIT 1000) TO '{first}' (HEADER)")
        day = days / "28.parquet"
        duckdb.connect().execute(
            f"""COPY (SELECT CASE WHEN n % 10 = 0 THEN id ELSE 'new' || id END AS id, * EXCLUDE (id, n)
                FROM (SELECT *, ROW_NUMBER() OVER () AS n FROM read_parquet('{day}')) LIMIT 200000) TO '{source}' (HEADER)"""
        )
    with workspace(folder / "ws", Settings(now_ms=NOW_MS)) as held:
        take_in_records([parse_take(f"calls={first}")], held.store, now_ms=NOW_MS, mends=None, progress=Silent())
        STEP["began"] = time.perf_counter()
        take_in_records([parse_take(f"calls={source}")], held.store, now_ms=NOW_MS, mends=None, progress=Silent())


def files(folder: Path) -> None:
    """Write 5 M calls as CSV and 1 M as gzipped JSON lines; one row in a thousand is broken."""
    rows = f"""SELECT * REPLACE (CASE WHEN hash(id) % 1000 = 0 THEN 'oops' ELSE talk_ms END AS talk_ms)
        FROM read_parquet('{folder}/received/calls/*.parquet')"""
    duckdb.connect().execute(f"COPY ({rows} LIMIT 5000000) TO '{folder}/calls.csv' (HEADER)")
    duckdb.connect().execute(f"COPY ({rows} LIMIT 1000000) TO '{folder}/calls.json.gz' (FORMAT json, COMPRESSION gzip)")


def bare_csv(folder: Path) -> None:
    """Read the CSV with types and nothing else."""
    kinds = {"talk_ms": "VARCHAR", "started_at": "TIMESTAMPTZ"}
    duckdb.connect().execute(
        "CREATE TABLE t AS SELECT * FROM read_csv($1, header = true, types = $2)", [f"{folder}/calls.csv", kinds]
    )


def taken(folder: Path, name: str) -> None:
    """Take one file into an empty workspace; the clock begins once it is open."""
    create_workspace(folder / f"ws-{name}", "UTC")
    with workspace(folder / f"ws-{name}", Settings(now_ms=NOW_MS)) as held:
        STEP["began"] = time.perf_counter()
        tally = take_in_records([parse_take(f"calls={folder / name}")], held.store, now_ms=NOW_MS, mends=None, progress=Silent())[0]
    if tally.read != tally.accepted + tally.duplicate + tally.rejected:
        raise SystemExit(str(tally))


def msgspec_loop(folder: Path) -> None:
    """Decode each line into a checked struct, as a loop would."""
    kind = msgspec.defstruct(
        "Call",
        [
            (name, str | None, None)
            for name in ("id", "account", "direction", "outcome", "caller", "callee", "started_at", "talk_ms")
        ],
    )
    decoder = msgspec.json.Decoder(kind)
    rows, bad = [], 0
    with gzip.open(folder / "calls.json.gz", "rb") as lines:
        for line in lines:
            one = decoder.decode(line)
            started = time.strptime(one.started_at[:19], "%Y-%m-%dT%H:%M:%S")
            talk = int(one.talk_ms) if one.talk_ms and one.talk_ms.isdecimal() else None
            bad += bool(one.talk_ms) and talk is None
            rows.append((one.id, one.account, one.direction, one.outcome, int(one.caller[1:]), int(one.callee[1:]), started, talk))


STEPS: dict[str, Callable[[Path], None]] = {
    "build": build,
    "close": close,
    "scan": scan,
    "by-hand": by_hand,
    "recount": recount,
    "standing": standing,
    "batch": batch,
    "files": files,
    "bare-csv": bare_csv,
    "take-csv": lambda folder: taken(folder, "calls.csv"),
    "take-json": lambda folder: taken(folder, "calls.json.gz"),
    "msgspec-loop": msgspec_loop,
}
# a step may begin its own clock later, once the workspace is open
STEP: dict[str, float] = {}

if __name__ == "__main__":
    STEP["began"] = time.perf_counter()
    STEPS[sys.argv[1]](Path(sys.argv[2]))
    seconds = time.perf_counter() - STEP["began"]
    print(json.dumps({"seconds": seconds, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))

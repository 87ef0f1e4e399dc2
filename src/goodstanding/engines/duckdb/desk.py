"""What does an export say when nothing is kept? A record store in memory, for one check."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from goodstanding.engines.duckdb.archive import keyed, with_ids
from goodstanding.engines.duckdb.connect import connect_for_judging
from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.engines.duckdb.joining import decide_directions, join_legs, mark_reached
from goodstanding.engines.duckdb.judging import judge
from goodstanding.engines.duckdb.ledger import DuckdbLedger
from goodstanding.engines.duckdb.listing import LATEST_ENTRIES, dated, keep_entries
from goodstanding.engines.duckdb.merging import Settled, settle
from goodstanding.engines.duckdb.relations import HELD_COLUMNS, empty, insert_rows, put_numbers, put_off_plan, put_tree
from goodstanding.engines.duckdb.shapes import ACCOUNTS, BESIDE, CALLS, LEGS, LISTED, MESSAGES, NUMBERS, Shape
from goodstanding.engines.duckdb.spans import ALWAYS_MS, NEVER_MS, Seen, tree_spans
from goodstanding.engines.duckdb.tallies import tallied
from goodstanding.engines.duckdb.totals import totals
from goodstanding.engines.duckdb.traffic import ENTRIES, put_traffic
from goodstanding.measures.standing import IntakeTally
from goodstanding.periods import DAY_MS, start_of_local_day_ms
from goodstanding.progress import Progress
from goodstanding.records.take import Take
from goodstanding.records.totals import Totals

HELD_SQL = Path(__file__).with_name("held.sql")


class Desk:
    """Takes files in, keeps them in memory, and puts a month's relations before the measures."""

    def __init__(self, scratch: Path, *, memory: str | None = None, now_ms: int | None = None) -> None:
        self.connection = connect_for_judging(temporary=scratch, memory=memory)
        self._scratch, self._now_ms = scratch, now_ms
        self._keys: dict[str, int] = {}
        self._seen: dict[tuple[int, int], tuple[int, str]] = {}
        for shape in (CALLS, LEGS, MESSAGES, *BESIDE):
            empty(self.connection, shape, _table(shape))
        empty(self.connection, LISTED, "entries")
        numbers = ", ".join(f"{name} {kind}" for name, kind in NUMBERS.columns.items())
        self.connection.execute(f"CREATE TABLE listings ({numbers}, as_of_ms BIGINT)")
        self.connection.execute("CREATE TABLE accounts (account INTEGER, id VARCHAR, name VARCHAR)")
        self.connection.execute(f"CREATE TABLE held ({HELD_COLUMNS})")

    def close(self) -> None:
        """Let go of everything that was taken in."""
        self.connection.close()

    def take_in(self, take: Take, progress: Progress) -> IntakeTally:
        """Judge one file, leave duplicates aside, and keep the rest."""
        as_of_ms = None if take.as_of_day is None else take.as_of_day * DAY_MS
        take = replace(dated(take), now_ms=self._now_ms)
        judgement = judge(self.connection, take, self._scratch, progress)
        shape = judgement.shape
        settled = Settled(0, 0, 0)
        if shape is ACCOUNTS:
            self._keep_accounts(as_of_ms)
        elif shape is NUMBERS:
            self._keep_numbers(as_of_ms)
        elif shape is LISTED:
            settled = Settled(keep_entries(self.connection), 0, 0)
        else:
            settled = settle(self.connection, shape, self._held(shape))
            self._keep(shape)
        return tallied(take, judgement, settled)

    def _held(self, shape: Shape) -> str | None:
        if not self.connection.execute(f"SELECT 1 FROM {_table(shape)} LIMIT 1").fetchall():
            return None
        return with_ids(shape, _table(shape))

    def _put_keys(self, ids: Iterable[str]) -> None:
        for one in sorted(set(ids) - self._keys.keys()):
            self._keys[one] = len(self._keys) + 1
        self.connection.execute("CREATE OR REPLACE TABLE account_keys (id VARCHAR, account INTEGER)")
        self.connection.execute(
            "INSERT INTO account_keys SELECT UNNEST($1), UNNEST($2)", [list(self._keys), list(self._keys.values())]
        )

    def _accounts_of_judged(self) -> list[str]:
        rows = self.connection.execute("SELECT DISTINCT account FROM judged").fetchall()
        return [str(row[0]) for row in rows]

    def _keep(self, shape: Shape) -> None:
        if shape.is_keyed:
            self._put_keys(self._accounts_of_judged())
        self.connection.execute(f"DELETE FROM {_table(shape)} AS h USING replaced AS r WHERE r.day = h.day AND r.id = h.id")
        self.connection.execute(f"INSERT INTO {_table(shape)} {keyed(shape)}")

    def _keep_numbers(self, as_of_ms: int | None) -> None:
        self._put_keys(self._accounts_of_judged())
        self.connection.execute(
            "INSERT INTO listings SELECT k.account, j.number, j.toll_free, j.acquired_ms, j.released_ms, $1 "
            "FROM judged AS j JOIN account_keys AS k ON k.id = j.account",
            [as_of_ms or 0],
        )

    def _keep_accounts(self, as_of_ms: int | None) -> None:
        rows = self.connection.execute("SELECT account, master, name, since_ms FROM judged").fetchall()
        self._put_keys([str(one) for row in rows for one in row[:2]])
        for account, master, name, since_ms in rows:
            since = ALWAYS_MS if since_ms is None else int(since_ms)
            when = since if as_of_ms is None else as_of_ms
            self._seen[self._keys[account], when] = (self._keys[master], str(name))

    def settle_down(self, zone: str) -> dict[str, int]:
        """Join legs into calls, make the tree and the held numbers, once everything is in; return notes."""
        join_legs(self.connection, "calls", "legs")
        decide_directions(self.connection, "calls")
        mark_reached(self.connection, "calls")
        self.connection.execute(
            f"INSERT INTO held {HELD_SQL.read_text(encoding='utf-8')}", {"always_ms": ALWAYS_MS, "never_ms": NEVER_MS}
        )
        seen = [Seen(account, start_of_local_day_ms(when, zone), master) for (account, when), (master, _) in self._seen.items()]
        put_tree(self.connection, tree_spans(seen, self._keys.values()))
        names = {account: name for (account, _), (_, name) in sorted(self._seen.items())}
        insert_rows(self.connection, "accounts", [(key, one, names.get(key, one)) for one, key in self._keys.items()])
        put_off_plan(self.connection)
        undecided = self.connection.execute("SELECT COUNT(*) FROM calls WHERE direction = 0").fetchall()[0][0]
        notes = {"account-unlisted": self._unlisted(), "direction-undecided": int(undecided)}
        return {note: count for note, count in notes.items() if count}

    def _unlisted(self) -> int:
        """Count accounts that the account list, where there is one, does not know."""
        listed = {account for account, _ in self._seen} | {master for master, _ in self._seen.values()}
        return len(set(self._keys.values()) - listed) if listed else 0

    def span_ms(self) -> tuple[int, int] | None:
        """Return the times of the first and the last record, or None when there is none."""
        row = self.connection.execute(
            "SELECT MIN(ms), MAX(ms) FROM (SELECT started_ms AS ms FROM calls UNION ALL SELECT at_ms FROM messages)"
        ).fetchall()[0]
        return None if row[0] is None else (int(row[0]), int(row[1]))

    def ground(self, since_ms: int, until_ms: int, *, days_before: int) -> tuple[DuckdbGround, dict[str, int]]:
        """Put everything before the detectors."""
        _ = days_before  # all of it is here
        taken = {**{shape.kind: _table(shape) for shape in BESIDE}, ENTRIES: LATEST_ENTRIES}
        ever = {one: one for one in (CALLS.kind, MESSAGES.kind, "held")}
        return put_traffic(self.connection, taken, since_ms=since_ms, until_ms=until_ms, ever=ever)

    def totals(self, bounds: Sequence[tuple[int, int]]) -> list[Totals]:
        """Count rows, calls, unanswered calls and messages of each [since, until)."""
        return totals(self.connection, bounds)

    def ledger(self, since_ms: int, until_ms: int) -> DuckdbLedger:
        """Put the month's relations in place and return what counts over them; months may be counted side by side."""
        cursor = self.connection.cursor()
        put_numbers(cursor, since_ms, until_ms)
        return DuckdbLedger(cursor)


def _table(shape: Shape) -> str:
    """Name the table of a kind; the name alone belongs to what the detectors read."""
    return f"{shape.kind}_taken" if shape in BESIDE else shape.kind

"""How does the record store take a file in, so that all of it is visible or nothing?

Reading and judging happen first, in memory. Then one manifest transaction covers duplicates, the rewriting of the touched
days, their roll-ups, the quarantine and the tally; its commit is the moment at which the intake exists.
"""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import duckdb

from goodstanding.engines.duckdb.archive import Archive, DayWriter, put_keys, with_ids
from goodstanding.engines.duckdb.connect import connect_for_judging
from goodstanding.engines.duckdb.idle_numbers import IdleNumbers
from goodstanding.engines.duckdb.inventory import InventoryWriter
from goodstanding.engines.duckdb.judging import Judgement, judge
from goodstanding.engines.duckdb.listing import dated, keep_list
from goodstanding.engines.duckdb.merging import Settled, settle
from goodstanding.engines.duckdb.reading import quoted
from goodstanding.engines.duckdb.rollups import RollupWriter
from goodstanding.engines.duckdb.shapes import ACCOUNTS, BESIDE, CALLS, LEGS, LISTED, NUMBERS, Shape
from goodstanding.engines.duckdb.tallies import tallied
from goodstanding.errors import WorkspaceError
from goodstanding.measures.standing import IntakeTally
from goodstanding.periods import DAY_MS
from goodstanding.progress import Progress
from goodstanding.records.joining import DAYS_APART
from goodstanding.records.ports import AccountSnapshot, Change, IntakeRecord, Manifest, Partition
from goodstanding.records.take import Take

QUARANTINE: Final = "quarantine"


class ParquetRecordStore:
    """Takes records into a workspace."""

    def __init__(self, folder: Path, manifest: Manifest, *, zone: str, memory: str | None = None) -> None:
        self.folder, self.manifest = folder, manifest
        self._rollups, self._idle, self._memory = RollupWriter(zone), IdleNumbers(zone), memory

    def export_quarantine(self, intake: int, file: Path) -> tuple[int, str]:
        """Write an intake's refused rows to a file, under their header; return how many, and their source."""
        partition = next(iter(self.manifest.partitions(QUARANTINE, days=[intake])), None)
        known = next((one for one in self.manifest.intakes() if one.id == intake), None)
        if partition is None or known is None:
            message = f"intake {intake} has nothing in quarantine; goodstanding quarantine list shows which have"
            raise WorkspaceError(message)
        path = str(self.folder / partition.file)
        with duckdb.connect() as connection:
            rows = connection.execute("SELECT line, reason, header FROM read_parquet($1)", [path]).fetchall()
        header = [rows[0][2]] if rows[0][2] else []
        file.write_text("\n".join([*header, *(str(row[0]) for row in rows)]) + "\n", encoding="utf-8")
        reasons = [*("" for _ in header), *(str(row[1]) for row in rows)]
        file.with_name(file.name + ".reasons").write_text("\n".join(reasons) + "\n", encoding="utf-8")
        return len(rows), known.source

    def take_in(self, take: Take, *, now_ms: int, mends: int | None, progress: Progress) -> IntakeTally:
        """Take one file in; read = accepted + duplicate + rejected. The same file again changes nothing."""
        with ThreadPoolExecutor(1) as beside:
            digest = beside.submit(_sha256, take.file)
            # a file of a new name is read while it is hashed
            if any(one.file_name == take.file.name for one in self.manifest.intakes()) and (known := self._known(take, digest)):
                return _nothing_new(take, known)
            return self._read_and_keep(take, digest, _Call(now_ms, mends, take.options_text), progress)

    def _known(self, take: Take, digest: Future[str]) -> IntakeRecord | None:
        return self.manifest.intake_of(digest.result(), take.source.name, take.options_text)

    def _read_and_keep(self, take: Take, digest: Future[str], call: "_Call", progress: Progress) -> IntakeTally:
        scratch = self.folder / "scratch"
        scratch.mkdir(parents=True, exist_ok=True)
        connection = connect_for_judging(temporary=scratch, memory=self._memory)
        try:
            archive = Archive(self.folder, connection)
            seen = replace(dated(take), now_ms=call.now_ms)
            judgement = judge(connection, seen, scratch, progress)
            if known := self._known(take, digest):
                return _nothing_new(take, known)
            progress.stage("joining and storing", rows=judgement.read)
            return self._keep(archive, seen, judgement, replace(call, sha256=digest.result()))
        finally:
            connection.close()
            for left in scratch.glob("*.lines"):
                left.unlink()

    def _keep(self, archive: Archive, take: Take, judgement: Judgement, call: "_Call") -> IntakeTally:
        with self.manifest.change() as change:
            archive.sweep(self.manifest)
            intake = change.next_intake_id()
            settled = self._store(archive, change, take, judgement, intake, call)
            tally = tallied(take, judgement, settled)
            self._quarantine(archive, change, judgement, intake)
            change.record_intake(_recorded(intake, take, tally, call))
        return tally

    def _store(self, archive: Archive, change: Change, take: Take, judgement: Judgement, intake: int, call: "_Call") -> Settled:
        if judgement.shape is ACCOUNTS:
            settled = _keep_accounts(archive, change, take, call)
            self._idle.renew_all(archive, change, intake)
            return settled
        if judgement.shape is LISTED:
            return Settled(keep_list(archive, change, intake, take, mends=call.mends is not None), 0, 0)
        if judgement.shape in BESIDE:
            return self._store_beside(archive, change, judgement.shape, intake)
        put_keys(archive.connection, change.keys_for(_accounts_of_judged(archive)))
        if judgement.shape is NUMBERS:
            writer = InventoryWriter(archive, change, intake)
            duplicate = writer.add(as_of_day(take, call.now_ms))
            writer.derive()
            self._rollups.renew_numbers(archive, change, intake)
            self._idle.renew_all(archive, change, intake)
            return Settled(duplicate, 0, 0)
        return self._store_records(archive, change, judgement.shape, intake)

    def _store_beside(self, archive: Archive, change: Change, shape: Shape, intake: int) -> Settled:
        touched = _days(archive, "judged")
        held = archive.of_shape(shape, change.partitions(shape.kind, days=touched)) if touched else None
        settled = settle(archive.connection, shape, with_ids(shape, held) if held else None)
        DayWriter(archive, change, intake).rewrite(shape, _days(archive, "judged") | _days(archive, "replaced"))
        return settled

    def _store_records(self, archive: Archive, change: Change, shape: Shape, intake: int) -> Settled:
        touched = _days(archive, "judged")
        held = archive.of_shape(shape, change.partitions(shape.kind, days=touched)) if touched else None
        settled = settle(archive.connection, shape, with_ids(shape, held) if held else None)
        changed = _days(archive, "judged") | _days(archive, "replaced")
        if not changed:
            return settled
        self._idle.remember(archive, shape, held)
        writer = DayWriter(archive, change, intake)
        writer.rewrite(shape, changed)
        if shape is LEGS:
            changed = writer.rejoin(changed, DAYS_APART)
        self._rollups.renew(archive, change, CALLS if shape is LEGS else shape, changed, intake)
        self._idle.renew(archive, change, shape, intake)
        return settled

    def _quarantine(self, archive: Archive, change: Change, judgement: Judgement, intake: int) -> None:
        if not judgement.reasons:
            return
        header = judgement.separator.join(judgement.headers)
        archive.connection.execute("CREATE OR REPLACE TEMP VIEW quarantined AS SELECT reason, line FROM refused")
        path = f"{QUARANTINE}/{intake:09d}.parquet"
        content = f"SELECT reason, line, {quoted(header)} AS header FROM refused ORDER BY reason, line"
        change.replace_partition(archive.write(content, Partition(QUARANTINE, intake, path, 0, None, None), "NULL::BIGINT"))


@dataclass(frozen=True, slots=True)
class _Call:
    """What a take-in was called with, beside the file."""

    now_ms: int
    mends: int | None
    options: str
    sha256: str = ""


def as_of_day(take: Take, now_ms: int) -> int:
    """Return the day (since 1970) that a listing shows: the as-of option, else the day it is taken in."""
    return take.as_of_day if take.as_of_day is not None else now_ms // DAY_MS


def _days(archive: Archive, table: str) -> set[int]:
    rows = archive.connection.execute(f"SELECT DISTINCT day FROM {table}").fetchall()
    return {int(row[0]) for row in rows}


def _accounts_of_judged(archive: Archive) -> list[str]:
    return [str(row[0]) for row in archive.connection.execute("SELECT DISTINCT account FROM judged").fetchall()]


def _keep_accounts(archive: Archive, change: Change, take: Take, call: _Call) -> Settled:
    rows = archive.connection.execute("SELECT account, master, name, status, since_ms FROM judged").fetchall()
    keys = change.keys_for({str(one) for row in rows for one in row[:2]})
    listed = None if take.as_of_day is None else take.as_of_day * DAY_MS
    default = call.now_ms if listed is None else listed
    snapshots = [
        AccountSnapshot(
            account=keys[str(account)],
            as_of_ms=listed if listed is not None else (int(since_ms) if since_ms is not None else default),
            master=keys[str(master)],
            name=str(name),
            status=str(status),
        )
        for account, master, name, status, since_ms in rows
    ]
    held = set(change.account_snapshots())
    change.record_account_snapshots(snapshots)
    return Settled(len(snapshots) - len(set(snapshots) - held), 0, 0)


def _recorded(intake: int, take: Take, tally: IntakeTally, call: _Call) -> IntakeRecord:
    return IntakeRecord(
        id=intake,
        file_name=take.file.name,
        sha256=call.sha256,
        source=take.source.name,
        options=call.options,
        taken_at_ms=call.now_ms,
        read=tally.read,
        accepted=tally.accepted,
        duplicate=tally.duplicate,
        rejected=tally.rejected,
        reasons=tally.reasons,
        notes=tally.notes,
        mends=call.mends,
    )


def _nothing_new(take: Take, known: IntakeRecord) -> IntakeTally:
    return IntakeTally(
        file=str(take.file),
        source=take.source.name,
        read=known.read,
        accepted=0,
        duplicate=known.read,
        rejected=0,
        reasons={},
        notes={"same-file": known.read},
    )


def _sha256(file: Path) -> str:
    if not file.is_file():
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

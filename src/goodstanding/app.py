"""Which engines meet the ports? Settings in, stores and clock out; the only module that looks into `engines`."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy
    from goodstanding.engines.mail.inbox import Inbox
    from goodstanding.engines.rowstore.cases import RowStoreCases

from goodstanding.cases.cure import Window
from goodstanding.cases.letter import Sender
from goodstanding.cases.papers import CureMeasurement
from goodstanding.cases.ports import Remeasuring
from goodstanding.engines import clock
from goodstanding.errors import WorkspaceError
from goodstanding.findings.finding import Finding
from goodstanding.flows.check_export import Desk
from goodstanding.flows.close_month import Closer
from goodstanding.flows.office import Office
from goodstanding.flows.run_errands import Ran
from goodstanding.flows.show_standing import Rollups
from goodstanding.flows.take_in_records import RecordStore
from goodstanding.flows.take_proof import take_status
from goodstanding.periods import Month
from goodstanding.policy.amend import amended
from goodstanding.policy.edition import Edition, Editions
from goodstanding.policy.load import load_editions
from goodstanding.records.ports import Manifest
from goodstanding.settings import Settings, read_settings

MARKER = "goodstanding.toml"
MANIFEST = "manifest.db"
RECORDS = "records"
CASES = "cases.db"
LETTERS = "letters"
INBOX = "inbox"
TEMPLATES = "templates"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that keeps records and months.

    zone      the zone its months are counted in, chosen at `init`
    store     takes records in
    closer    puts a month's records before the measures
    rollups   answers for open months
    editions  the policy's editions
    """

    folder: Path
    zone: str
    manifest: Manifest
    store: RecordStore
    closer: Closer
    rollups: Rollups
    editions: Editions

    def edition_of(self, month: Month) -> Edition:
        """Return the edition that governs a month, in the workspace's zone."""
        return amended(self.editions.in_force_on(month.first_day), [] if self.zone == "UTC" else [f"zone={self.zone}"])


def now_ms(settings: Settings) -> int:
    """Return the time: the fixed one of the settings, else the clock's."""
    return settings.now_ms if settings.now_ms is not None else clock.now_ms()


@contextmanager
def desk(settings: Settings) -> Iterator[Desk]:
    """Give a record store in memory, with a scratch folder that goes away with it."""
    from goodstanding.engines.duckdb.desk import Desk as MemoryDesk  # noqa: PLC0415 - heavy

    with tempfile.TemporaryDirectory(prefix="goodstanding-") as scratch:
        held = MemoryDesk(Path(scratch), memory=settings.memory)
        try:
            yield held
        finally:
            held.close()


def create_workspace(folder: Path, zone: str) -> None:
    """Make a workspace of an empty or missing folder; WorkspaceError when it is one already."""
    from goodstanding.engines.rowstore.manifest import open_manifest  # noqa: PLC0415 - heavy

    marker = folder / MARKER
    if marker.exists():
        message = f"{folder} is a workspace already; use it, or name another folder"
        raise WorkspaceError(message)
    (folder / RECORDS).mkdir(parents=True, exist_ok=True)
    manifest = open_manifest(folder / MANIFEST, create=True)
    with manifest.change() as change:
        change.put_setting("zone", zone)
    manifest.close()
    marker.write_text(f'# a goodstanding workspace; months are counted in this zone\nzone = "{zone}"\n', encoding="utf-8")


@contextmanager
def workspace(named: Path | None, settings: Settings | None = None) -> Iterator[Workspace]:
    """Open a workspace: the named one, the environment's, or the nearest one from the working folder upwards."""
    from goodstanding.engines.duckdb.open_months import OpenMonths  # noqa: PLC0415 - heavy
    from goodstanding.engines.duckdb.store import ParquetRecordStore  # noqa: PLC0415 - heavy
    from goodstanding.engines.rowstore.manifest import open_manifest  # noqa: PLC0415 - heavy

    settings = settings or read_settings()
    folder = _found(named or settings.workspace)
    manifest = open_manifest(folder / MANIFEST, create=False)
    try:
        zone = manifest.setting("zone") or "UTC"
        records = folder / RECORDS
        store = ParquetRecordStore(records, manifest, zone=zone, memory=settings.memory)
        months = OpenMonths(records, manifest, zone=zone, memory=settings.memory)
        try:
            yield Workspace(folder, zone, manifest, store, months, months, load_editions())
        finally:
            months.close()
    finally:
        manifest.close()


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """A workspace's cases.

    store    cases, and the audit log to verify
    inbox    delivery statuses that the mail system left
    letters  folder that letters go to while no mail server is set
    """

    store: "RowStoreCases"
    office: Office
    editions: Editions
    zone: str
    inbox: "Inbox"
    letters: Path

    def take_statuses(self, now_ms: int, *, is_dry_run: bool = False) -> list[Ran]:
        """Take in what waits in the inbox; a file is put aside only after what it says is committed."""
        ran: list[Ran] = []
        for path, status in self.inbox.waiting():
            if is_dry_run:
                ran += [Ran(path.name, "to take in", status.action)] if status else []
                continue
            one = take_status(self.store, status, proof="dsn", at_ms=now_ms) if status else None
            self.inbox.taken(path)
            ran += [one] if one else []
        return ran


@contextmanager
def case_desk(named: Path | None, settings: Settings | None = None) -> Iterator[CaseDesk]:
    """Open a workspace's cases; records are opened only when something is measured."""
    from goodstanding.engines.rowstore.manifest import open_manifest  # noqa: PLC0415 - heavy

    settings = settings or read_settings()
    folder = _found(named or settings.workspace)
    manifest = open_manifest(folder / MANIFEST, create=False)
    zone = manifest.setting("zone") or "UTC"
    remeasuring = LateRemeasuring(folder / RECORDS, manifest, zone, settings.memory)
    with closing(manifest), closing(remeasuring), cases_at(folder, settings, zone, remeasuring) as desk:
        yield desk


@contextmanager
def cases_at(folder: Path, settings: Settings, zone: str, remeasuring: Remeasuring) -> Iterator[CaseDesk]:
    """Open the cases of a folder, measured by whatever is given."""
    from goodstanding.engines.control.dry_run import DryRun  # noqa: PLC0415 - heavy
    from goodstanding.engines.letters.write import LetterWriter  # noqa: PLC0415
    from goodstanding.engines.mail.folder import FolderPost  # noqa: PLC0415
    from goodstanding.engines.mail.inbox import Inbox as FolderInbox  # noqa: PLC0415
    from goodstanding.engines.rowstore.cases import open_cases  # noqa: PLC0415

    editions = load_editions()
    with closing(open_cases(settings.cases or folder / CASES)) as store:
        office = Office(
            store=store,
            editions=editions,
            letters=LetterWriter(folder / TEMPLATES, mail_from=settings.mail_from),
            post=FolderPost(folder / LETTERS),
            control=DryRun(),
            remeasuring=remeasuring,
            sender=Sender(settings.provider, settings.ask),
            zone=zone,
            domain=settings.mail_from.rpartition("@")[2],
        )
        yield CaseDesk(store, office, editions, zone, FolderInbox(folder / INBOX), folder / LETTERS)


class LateRemeasuring:
    """Measures again, and opens the records only when it is first asked to."""

    def __init__(self, records: Path, manifest: Manifest, zone: str, memory: str | None) -> None:
        self._records, self._manifest, self._zone, self._memory = records, manifest, zone, memory
        self._stack = ExitStack()

    @cached_property
    def _real(self) -> Remeasuring:
        from goodstanding.engines.duckdb.months import MonthLedgers  # noqa: PLC0415 - heavy
        from goodstanding.engines.duckdb.remeasuring import Remeasuring as Recount  # noqa: PLC0415

        months = MonthLedgers(self._records, self._manifest, zone=self._zone, memory=self._memory)
        self._stack.callback(months.close)
        return Recount(months, self._manifest, load_editions())

    def close(self) -> None:
        """Let go of the records."""
        self._stack.close()

    def measure(self, finding: Finding, window: Window, *, exempt: frozenset[str] = frozenset()) -> CureMeasurement:
        """Count a requirement again."""
        return self._real.measure(finding, window, exempt=exempt)

    def evidence_of(self, finding: Finding) -> bytes:
        """Return the record ids behind a finding."""
        return self._real.evidence_of(finding)


def _found(named: Path | None) -> Path:
    if named is not None:
        if (named / MARKER).exists():
            return named
        message = f"{named} is no workspace; make one with: goodstanding init {named}"
        raise WorkspaceError(message)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / MARKER).exists():
            return folder
    message = "no workspace here or in a folder above; make one with: goodstanding init FOLDER, or name one with --workspace"
    raise WorkspaceError(message)

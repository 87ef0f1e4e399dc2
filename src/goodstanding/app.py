"""Which engines meet the ports? Settings in, stores and clock out; the only module that looks into `engines`."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from goodstanding.engines import clock
from goodstanding.errors import WorkspaceError, WrongUsage
from goodstanding.flows.close_month import Closer
from goodstanding.flows.show_standing import Rollups
from goodstanding.flows.take_in_records import RecordStore
from goodstanding.periods import Month
from goodstanding.policy.amend import amended
from goodstanding.policy.edition import Edition, Editions
from goodstanding.policy.load import load_editions
from goodstanding.records.ports import Manifest
from goodstanding.settings import Settings, read_settings

if TYPE_CHECKING:
    from goodstanding.cases.case import Case
    from goodstanding.cases.ports import DeliveryStatus, Post, Remeasuring
    from goodstanding.engines.duckdb.desk import Desk as MemoryDesk
    from goodstanding.engines.duckdb.months import MonthLedgers
    from goodstanding.flows.case_desk import CaseDesk
    from goodstanding.flows.scan_records import Traffic
    from goodstanding.flows.write_model import MadeUp
    from goodstanding.signals.screen import Screener
    from goodstanding.signals.text.heads.fitting import Fitter
    from goodstanding.signals.text.heads.rows import DataSet

MARKER = "goodstanding.toml"
MANIFEST = "manifest.db"
RECORDS = "records"
CASES = "cases.db"
# what counting keeps in memory before it spills to disk: ten times the records take little more of it, or of time
COUNTING_MEMORY = "1400MB"
# what a scan keeps in memory: its detectors read the same records again and again
SCANNING_MEMORY = "4500MB"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that keeps records and months.

    zone      the zone its months are counted in, chosen at `init`
    store     takes records in
    closer    puts a month's records before the measures
    rollups   answers for open months
    months    counts again, for a cure
    editions  the policy's editions
    """

    folder: Path
    zone: str
    manifest: Manifest
    store: RecordStore
    closer: Closer
    rollups: Rollups
    months: "MonthLedgers"
    editions: Editions

    def edition_of(self, month: Month) -> Edition:
        """Return the edition that governs a month, in the workspace's zone."""
        return amended(self.editions.in_force_on(month.first_day), [] if self.zone == "UTC" else [f"zone={self.zone}"])


def now_ms(settings: Settings) -> int:
    """Return the time: the fixed one of the settings, else the clock's."""
    return settings.now_ms if settings.now_ms is not None else clock.now_ms()


@contextmanager
def desk(settings: Settings, *, memory: str | None = None) -> Iterator["MemoryDesk"]:
    """Give a record store in memory, with a scratch folder that goes away with it; memory is what it may use unless it is set."""
    from goodstanding.engines.duckdb.desk import Desk  # noqa: PLC0415 - heavy

    with tempfile.TemporaryDirectory(prefix="goodstanding-") as scratch:
        held = Desk(Path(scratch), memory=settings.memory or memory, now_ms=now_ms(settings))
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
        months = OpenMonths(records, manifest, zone=zone, memory=settings.memory or COUNTING_MEMORY)
        try:
            yield Workspace(folder, zone, manifest, store, months, months, months, load_editions())
        finally:
            months.close()
    finally:
        manifest.close()


@contextmanager
def stored_traffic(held: Workspace, settings: Settings) -> Iterator["Traffic"]:
    """Open the records of a workspace for a scan."""
    from goodstanding.engines.duckdb.stored_traffic import StoredTraffic  # noqa: PLC0415 - heavy

    traffic = StoredTraffic(held.folder / RECORDS, held.manifest, zone=held.zone, memory=settings.memory or SCANNING_MEMORY)
    try:
        yield traffic
    finally:
        traffic.close()


@contextmanager
def remembering_traffic(held: Workspace, settings: Settings) -> Iterator["Traffic"]:
    """Open the records of a workspace for a scan that also knows what its cases say."""
    from goodstanding.flows.remember_cases import Remembering  # noqa: PLC0415

    with stored_traffic(held, settings) as traffic:
        yield Remembering(traffic, _cases_of(held.folder, settings), now_ms(settings))


def _cases_of(folder: Path, settings: Settings) -> list["Case"]:
    """Return every case of a workspace; none where no store of cases was ever made."""
    from goodstanding.engines.rowstore.cases import open_cases  # noqa: PLC0415 - heavy

    place = settings.database or folder / CASES
    if isinstance(place, Path) and not place.exists():
        return []
    store = open_cases(place)
    try:
        return store.cases()
    finally:
        store.close()


@contextmanager
def case_desk(held: Workspace, settings: Settings) -> Iterator["CaseDesk"]:
    """Open the cases of a workspace; cures are measured on its records."""
    from goodstanding.engines.duckdb.remeasuring import Remeasuring  # noqa: PLC0415 - heavy

    with cases_in(held.folder, settings, held.zone, Remeasuring(held.months, held.manifest, held.editions)) as desk:
        yield desk


@contextmanager
def cases_in(folder: Path, settings: Settings, zone: str, remeasuring: "Remeasuring") -> Iterator["CaseDesk"]:
    """Open the cases of a folder, with everything they reach outside: letters, mail, account control, re-measuring."""
    from goodstanding.cases.letter import Sender  # noqa: PLC0415
    from goodstanding.engines.control.choose import choose  # noqa: PLC0415 - heavy
    from goodstanding.engines.letters.write import LetterWriter  # noqa: PLC0415
    from goodstanding.engines.rowstore.cases import open_cases  # noqa: PLC0415
    from goodstanding.flows.case_desk import CaseDesk  # noqa: PLC0415

    store = open_cases(settings.database or folder / CASES)
    mail = settings.mail
    try:
        yield CaseDesk(
            store=store,
            editions=load_editions(),
            letters=LetterWriter(folder / "letters", mail_from=mail.sender),
            post=_post(folder, settings),
            control=choose(settings.control),
            remeasuring=remeasuring,
            sender=Sender(mail.provider, mail.ask or mail.sender),
            zone=zone,
            domain=mail.sender.rpartition("@")[2].strip("> ") or "localhost",
        )
    finally:
        store.close()


def delivery_statuses_of(content: bytes) -> tuple[str, list["DeliveryStatus"]]:
    """Read what a mail system says of letters: the kind of proof it is, and each status; none when it says nothing of any."""
    from goodstanding.engines.mail.delivery_events import statuses_of  # noqa: PLC0415
    from goodstanding.engines.mail.delivery_status import status_of  # noqa: PLC0415

    if content.lstrip()[:1] in {b"[", b"{"}:
        return "webhook", statuses_of(content)
    status = status_of(content)
    return "dsn", [status] if status else []


def screener(*, edition: str | None = None, lists: Path | None = None, settings: Settings | None = None) -> "Screener":
    """Give everything that screening needs: the rules compiled, the model, the lists, and what looks at attachments.

    edition  the id or a day of the edition that draws the line; the newest by default
    lists    a folder of the operator's lists, each in place of the one shipped
    """
    from goodstanding.engines.matching.choose import choose as matchers  # noqa: PLC0415 - heavy
    from goodstanding.engines.media.choose import choose as ports  # noqa: PLC0415 - heavy
    from goodstanding.policy.screening import load_screening  # noqa: PLC0415
    from goodstanding.signals.reading_lists import packaged_lists, read_lists  # noqa: PLC0415
    from goodstanding.signals.screen import Screener  # noqa: PLC0415
    from goodstanding.signals.text.heads.model import load  # noqa: PLC0415
    from goodstanding.signals.text.heads.score import Scorer  # noqa: PLC0415
    from goodstanding.signals.text.lexicon import compile_rules  # noqa: PLC0415
    from goodstanding.signals.text.packs import load_packs  # noqa: PLC0415

    said = (settings or read_settings()).screening
    editions = load_editions()
    looking = cache(lambda: ports(rules=said.file_rules, clamd=said.clamd))
    if said.file_rules:
        looking()
    rules = load_packs() + (load_packs(said.rules) if said.rules else ())
    return Screener(
        screening=load_screening(editions.named(edition) if edition else editions.newest),
        lexicon=compile_rules(rules, matchers(said.cache, engine=said.engine)),
        scorer=Scorer(load(said.model) if said.model else load()),
        lists=read_lists(lists) if lists else packaged_lists(),
        ports=looking,
    )


def made_up_texts(seed: int, of_each_wording: int) -> "MadeUp":
    """Give what is made up for training: labelled texts, disguises, and accounts to measure baselines on."""
    from random import Random  # noqa: PLC0415

    from goodstanding.flows.write_model import MadeUp  # noqa: PLC0415
    from goodstanding.simulation.texts.labelled import attacks, honest_accounts, labelled  # noqa: PLC0415

    rng = Random(seed)  # noqa: S311 - made-up texts, not secrets
    return MadeUp(list(labelled(rng, of_each_wording)), attacks(seed), honest_accounts(rng, accounts=100, texts=90))


def training() -> tuple["Fitter", Callable[[Path, Path | None], "DataSet"]]:
    """Give what trains heads and what reads data sets; WrongUsage where the libraries for it are not installed."""
    from goodstanding.engines.training.datasets import read_data_set  # noqa: PLC0415

    try:
        from goodstanding.engines.training.linear import LinearFitter  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        message = "training needs scikit-learn; install goodstanding with the extra train"
        raise WrongUsage(message) from error
    return LinearFitter(), lambda path, meanings: read_data_set(path, meanings) if meanings else read_data_set(path)


def _post(folder: Path, settings: Settings) -> "Post":
    from goodstanding.engines.mail.folder import FolderPost  # noqa: PLC0415
    from goodstanding.engines.mail.smtp import Server, SmtpPost  # noqa: PLC0415

    mail = settings.mail
    if not mail.host:
        return FolderPost(folder / "outbox")
    return SmtpPost(Server(mail.host, mail.port, mail.user, mail.password, mail.must_encrypt))


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

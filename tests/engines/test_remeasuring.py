"""A window that is a calendar month gives the closing's own numbers; other windows, exemptions and evidence are held too."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.test_open_months import NOW_MS, Intake, intakes, take_one
from goodstanding.app import Workspace, create_workspace, workspace
from goodstanding.cases.cure import Window
from goodstanding.cases.papers import CureMeasurement
from goodstanding.cases.redact import sha256_of_number
from goodstanding.engines.duckdb.remeasuring import Remeasuring
from goodstanding.findings.finding import Finding, Span
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.measures.measure import measure_month
from goodstanding.measures.standing import AccountStanding, Evidence, RequirementStanding
from goodstanding.periods import DAY_MS, Month
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings
from goodstanding.simulation.carrier import simulate
from goodstanding.simulation.writing import write_carrier

FEBRUARY = Month(2016, 2)
SINCE_MS, UNTIL_MS = FEBRUARY.bounds_ms("UTC")
NUMBERS = ("+14155550100", "+14155550101", "+14155550102")


def remeasuring(held: Workspace) -> Remeasuring:
    return Remeasuring(held.months, held.manifest, held.editions)


def finding(account: str, one: RequirementStanding | None, clause: str, span: tuple[int, int]) -> Finding:
    evidence = one.evidence if one else Evidence(0, "")
    return Finding("0" * 32, clause, "2016-02-01", account, account, Span(*span, "2016-02"), evidence, one)


def closed(held: Workspace, month: Month) -> tuple[AccountStanding, ...]:
    edition = held.edition_of(FEBRUARY)
    ledger, _ = held.closer.month(*month.bounds_ms(edition.zone))
    return measure_month(ledger, edition, month)


def assert_as_the_closing(held: Workspace, month: Month) -> int:
    """Return how many findings had records behind them."""
    span = month.bounds_ms(held.edition_of(FEBRUARY).zone)
    again, behind = remeasuring(held), 0
    for account in closed(held, month):
        for one in account.requirements:
            found = finding(account.account, one, one.clause, span)
            expected = CureMeasurement("month", *span, one.part, one.whole, str(one.verdict), one.evidence.sha256)
            assert again.measure(found, Window("month", *span)) == expected
            ids = again.evidence_of(found)
            assert hashlib.sha256(ids).hexdigest() == one.evidence.sha256
            assert ids.count(b"\n") == one.evidence.records
            behind += bool(ids)
    return behind


@given(intakes(), st.sampled_from(("UTC", "America/New_York")))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_calendar_month_gives_the_closings_own_numbers(
    tmp_path_factory: pytest.TempPathFactory, found: list[Intake], zone: str
) -> None:
    folder = tmp_path_factory.mktemp("again")
    create_workspace(folder, zone)
    with workspace(folder, Settings(now_ms=NOW_MS)) as held:
        for place, intake in enumerate(found):
            take_one(held, folder, place, intake)
        assert_as_the_closing(held, FEBRUARY)


def test_a_carriers_month_gives_the_closings_own_numbers(tmp_path: Path) -> None:
    takes = write_carrier(simulate(FEBRUARY, random.Random(7), calls=5_000), tmp_path / "records", "asterisk-csv")
    create_workspace(tmp_path / "workspace", "UTC")
    with workspace(tmp_path / "workspace", Settings(now_ms=NOW_MS)) as held:
        take_in_records([parse_take(take) for take in takes], held.store, now_ms=NOW_MS, mends=None, progress=Silent())
        assert assert_as_the_closing(held, FEBRUARY) > 3


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    """Three numbers: the first is used twice, the second is silent, the third was released on the twentieth."""
    create_workspace(tmp_path, "UTC")
    with workspace(tmp_path, Settings(now_ms=NOW_MS)) as held:
        rows = (f"{NUMBERS[0]},AC1,,2015-01-01,", f"{NUMBERS[1]},AC1,,2015-01-01,", f"{NUMBERS[2]},AC1,,2015-01-01,2016-02-20")
        take_one(held, tmp_path, 0, ("numbers", "2016-01-01", rows))
        calls = tuple(
            f"C{day},AC1,outbound,answered,{NUMBERS[0]},+12125550199,2016-02-{day:02d}T12:00:00Z,{talk},1"
            for day, talk in ((3, 60_000), (10, 5_000), (24, 5_000))
        )
        take_one(held, tmp_path, 1, ("calls", "", calls))
        yield held


def measured(held: Workspace, clause: str, since_ms: int, until_ms: int, *exempt: str) -> tuple[int, int]:
    hashes = frozenset(map(sha256_of_number, exempt))
    found = finding("AC1", None, clause, (SINCE_MS, UNTIL_MS))
    one = remeasuring(held).measure(found, Window("week", since_ms, until_ms), exempt=hashes)
    return one.part, one.whole


def test_a_number_released_in_the_window_is_not_assessed_and_counts_before_it(shop: Workspace) -> None:
    assert measured(shop, "req-1", SINCE_MS, UNTIL_MS) == (1, 2)
    assert measured(shop, "req-1", SINCE_MS, SINCE_MS + 15 * DAY_MS) == (2, 3)


def test_an_exempted_number_counts_neither_in_the_part_nor_in_the_whole(shop: Workspace) -> None:
    assert measured(shop, "req-1", SINCE_MS, UNTIL_MS, NUMBERS[1]) == (0, 1)
    assert measured(shop, "req-1", SINCE_MS, UNTIL_MS, NUMBERS[0]) == (1, 1)
    assert measured(shop, "req-1", SINCE_MS, UNTIL_MS, NUMBERS[0], NUMBERS[1]) == (0, 0)
    assert measured(shop, "req-2", SINCE_MS, UNTIL_MS, NUMBERS[0]) == (2, 3)


def test_any_window_counts_what_falls_in_it(shop: Workspace) -> None:
    noon = SINCE_MS + 9 * DAY_MS + DAY_MS // 2
    assert measured(shop, "req-2", noon, noon + 1) == (1, 1)
    assert measured(shop, "req-2", noon + 1, UNTIL_MS) == (1, 1)
    assert measured(shop, "req-2", SINCE_MS - 30 * DAY_MS, noon) == (0, 1)


def test_an_exempted_number_is_left_out_of_the_evidence(shop: Workspace) -> None:
    found = finding("AC1", None, "req-1", (SINCE_MS, UNTIL_MS))
    window = Window("month", SINCE_MS, UNTIL_MS)
    before = remeasuring(shop).measure(found, window).evidence_sha256
    after = remeasuring(shop).measure(found, window, exempt=frozenset({sha256_of_number(NUMBERS[1])})).evidence_sha256
    assert before == hashlib.sha256(f"{NUMBERS[1].removeprefix('+')}\n".encode()).hexdigest()
    assert after == hashlib.sha256(b"").hexdigest()


def test_a_closing_after_a_remeasuring_counts_everybody_again(shop: Workspace) -> None:
    before = closed(shop, FEBRUARY)
    measured(shop, "req-1", SINCE_MS, UNTIL_MS, *NUMBERS)
    assert closed(shop, FEBRUARY) == before
    nobody = finding("AC9", None, "req-1", (SINCE_MS, UNTIL_MS))
    assert remeasuring(shop).measure(nobody, Window("week", SINCE_MS, UNTIL_MS)).whole == 0

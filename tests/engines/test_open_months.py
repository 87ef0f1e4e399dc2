"""An open month from its roll-ups says what a recount of its records says, whatever came in, however late, in whatever order."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodstanding.app import Workspace, create_workspace, workspace
from goodstanding.engines.duckdb.idle_numbers import IDLE_NUMBERS
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.measures.measure import measure_month
from goodstanding.measures.standing import AccountStanding
from goodstanding.periods import Month
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings
from goodstanding.simulation.carrier import simulate
from goodstanding.simulation.writing import write_carrier

NOW_MS = 1_457_136_000_000
FEBRUARY, JANUARY = Month(2016, 2), Month(2016, 1)
NUMBERS = ("+14155550100", "+14155550101", "+18005550100")
ACCOUNTS = ("AC1", "AC2", "AC3")
HEADERS = {
    "calls": "id,account,direction,outcome,caller,callee,started_at,talk_ms,revised_at",
    "messages": "id,account,direction,status,sender,recipient,sent_at,created_at,revised_at",
    "numbers": "number,account,type,held_from,held_until",
    "accounts": "account,master,name",
}
Intake = tuple[str, str, tuple[str, ...]]

ends = st.sampled_from((*NUMBERS, "+12125550199", ""))
days = st.sampled_from(("01-31T23:59:59Z", "02-01T00:00:00Z", "02-03T12:00:00Z", "02-20T12:00:00Z", "02-29T23:59:59Z"))
revisions = st.integers(1, 3)


def call(draw: st.DrawFn, place: int) -> str:
    # the day a record is filed under is part of its identity; everything else may be corrected
    day = ("01-31T23:59:59Z", "02-01T00:00:00Z", "02-03T12:00:00Z", "02-20T12:00:00Z", "02-29T23:59:59Z")[place % 5]
    outcome = draw(st.sampled_from(("answered", "answered", "answered", "no-answer", "canceled")))
    talk = draw(st.sampled_from((3_000, 11_999, 12_000, 60_000))) if outcome == "answered" else ""
    way = draw(st.sampled_from(("inbound", "outbound", "unknown")))
    who = draw(st.sampled_from(ACCOUNTS))
    return f"C{place},{who},{way},{outcome},{draw(ends)},{draw(ends)},2016-{day},{talk},{draw(revisions)}"


def message(draw: st.DrawFn, place: int) -> str:
    status, way, who = (
        draw(st.sampled_from(("delivered", "failed"))),
        draw(st.sampled_from(("inbound", "outbound"))),
        draw(st.sampled_from(ACCOUNTS)),
    )
    return f"M{place},{who},{way},{status},{draw(ends)},{draw(ends)},2016-{draw(days)},2016-02-02T00:00:00Z,{draw(revisions)}"


@st.composite
def intakes(draw: st.DrawFn) -> list[Intake]:
    found: list[Intake] = []
    for _ in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(("calls", "calls", "calls", "messages", "messages", "numbers", "accounts")))
        places = draw(st.lists(st.integers(0, 9), min_size=1, max_size=8))
        as_of = draw(st.sampled_from(("2016-01-01", "2016-02-10", "2016-03-02")))
        if kind == "calls":
            rows = [call(draw, place) for place in places]
        elif kind == "messages":
            rows = [message(draw, place) for place in places]
        elif kind == "numbers":
            held = draw(st.lists(st.sampled_from(NUMBERS), unique=True, min_size=1))
            rows = [
                f"{one},{draw(st.sampled_from(ACCOUNTS))},,{draw(st.sampled_from(('2015-01-01', '2016-02-02')))}," for one in held
            ]
        else:
            rows = [
                f"{one},{draw(st.sampled_from(('AC1', 'AC2', one)))},{one}"
                for one in draw(st.lists(st.sampled_from(ACCOUNTS), unique=True, min_size=1))
            ]
        found.append((kind, as_of, tuple(rows)))
    return found


def take_one(held: Workspace, folder: Path, place: int, intake: Intake) -> None:
    kind, as_of, rows = intake
    path = folder / f"{place}-{kind}.csv"
    path.write_text("\n".join([HEADERS[kind], *rows]) + "\n", encoding="utf-8")
    option = f":as-of={as_of}" if kind in {"numbers", "accounts"} else ""
    take_in_records([parse_take(f"{kind}{option}={path}")], held.store, now_ms=NOW_MS, mends=None, progress=Silent())


def bare(accounts: Sequence[AccountStanding]) -> list[AccountStanding]:
    """Leave out what an open month has not: hashes; and what a recount has not: the pace."""
    return [
        replace(
            one,
            requirements=tuple(replace(each, pace=None, evidence=replace(each.evidence, sha256="")) for each in one.requirements),
        )
        for one in accounts
    ]


def assert_equal_to_a_recount(held: Workspace, month: Month) -> None:
    edition = held.edition_of(FEBRUARY)
    quick, quick_totals = held.rollups.open_month(edition, month)
    ledger, totals = held.closer.month(*month.bounds_ms(edition.zone))
    assert bare(quick) == bare(measure_month(ledger, edition, month))
    assert quick_totals == totals


@given(intakes(), st.sampled_from(("UTC", "America/New_York")))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_roll_ups_follow_late_duplicate_and_corrected_records(
    tmp_path_factory: pytest.TempPathFactory, found: list[Intake], zone: str
) -> None:
    folder = tmp_path_factory.mktemp("open")
    create_workspace(folder, zone)
    with workspace(folder, Settings(now_ms=NOW_MS)) as held:
        for place, intake in enumerate(found):
            take_one(held, folder, place, intake)
            assert_equal_to_a_recount(held, FEBRUARY)
        assert_equal_to_a_recount(held, JANUARY)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_roll_ups_follow_legs_and_an_inventory_that_comes_last(tmp_path: Path, zone: str) -> None:
    takes = write_carrier(simulate(FEBRUARY, random.Random(7), calls=5_000), tmp_path / "records", "asterisk-csv")
    create_workspace(tmp_path / "workspace", zone)
    with workspace(tmp_path / "workspace", Settings(now_ms=NOW_MS)) as held:
        for take in reversed(takes):
            take_in_records([parse_take(take)], held.store, now_ms=NOW_MS, mends=None, progress=Silent())
            assert_equal_to_a_recount(held, FEBRUARY)


def test_a_number_leaves_the_roll_up_once_it_has_met_every_reading(tmp_path: Path) -> None:
    create_workspace(tmp_path, "UTC")
    day = "2016-02-03T12:00:00Z"
    with workspace(tmp_path, Settings(now_ms=NOW_MS)) as held:

        def idle() -> int:
            return sum(one.rows for one in held.manifest.partitions(IDLE_NUMBERS, days=[FEBRUARY.number]))

        take_one(held, tmp_path, 0, ("numbers", "2016-01-01", (f"{NUMBERS[0]},AC1,,2015-01-01,",)))
        take_one(held, tmp_path, 1, ("calls", "", (f"C1,AC1,outbound,answered,{NUMBERS[0]},+12125550199,{day},60000,1",)))
        assert idle() == 1
        rows = tuple(f"C{place},AC1,outbound,answered,{NUMBERS[0]},+12125550199,{day},60000,1" for place in (2, 3))
        take_one(held, tmp_path, 2, ("calls", "", rows))
        assert idle() == 0
        # a correction that takes a call away from the number brings it back
        take_one(held, tmp_path, 3, ("calls", "", (f"C3,AC1,outbound,answered,+14155550109,+12125550199,{day},60000,2",)))
        assert idle() == 1
        assert_equal_to_a_recount(held, FEBRUARY)

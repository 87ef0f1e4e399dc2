"""A sweep that is killed at any commit, or runs beside another one, leaves what one sweep would have left; damage is found."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cases.commands import finding, person
from goodstanding.audit.entry import SYSTEM
from goodstanding.audit.verify import verify
from goodstanding.cases.case import open_case
from goodstanding.cases.contact import Contact
from goodstanding.cases.invariants import broken
from goodstanding.cases.papers import ActionKind, Outcome
from goodstanding.flows.case_desk import CaseDesk, move
from goodstanding.flows.decide import determine, order
from goodstanding.flows.errands import LEASE_MS
from goodstanding.flows.give_notice import give_notice
from goodstanding.flows.sweep import sweep
from goodstanding.flows.take_proof import acknowledge
from goodstanding.measures.standing import Evidence
from goodstanding.periods import DAY_MS
from journeys.sweeping import desk_of

START_MS = 1_457_000_000_000
NOW_MS = START_MS + 40 * DAY_MS
ONE = person("reviewer-1")
TESTS = Path(__file__).parents[1]
MOST_COMMITS = 40


def put_case(desk: CaseDesk, clause: str, number: int, at_ms: int) -> str:
    days = 30 if clause.startswith("req-") else 0
    with desk.store.change() as change:
        evidence = Evidence(1, change.put_document(f"call-{number}\n".encode(), "text/plain"))
        found = replace(finding(clause, number=number), evidence=evidence)
        case, events = open_case(found, by=SYSTEM, at_ms=at_ms, reviewers_needed=1, cure_days=days)
        change.save(case, events)
    return case.id


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which much is due: a notice, a reminder, the end of a window, an action, the end of a stop."""
    folder = tmp_path_factory.mktemp("cases")
    with desk_of(folder) as desk:
        with desk.store.change() as change:
            change.put_contact(Contact("AC1", "owner@example.org", "Europe/Berlin"))
        ordered = put_case(desk, "req-2", 1, START_MS)
        give_notice(desk, ordered, by=ONE, at_ms=START_MS)
        acknowledge(desk, ordered, by="customer", at_ms=START_MS)
        sweep(desk, now_ms=START_MS + 31 * DAY_MS)
        determine(desk, ordered, Outcome.VIOLATION, "ignored", by=ONE, at_ms=START_MS + 31 * DAY_MS)
        order(desk, ordered, ActionKind.SUSPEND, by=ONE, at_ms=NOW_MS)
        for number, clause, began_ms in ((2, "req-3", NOW_MS - 8 * DAY_MS), (3, "req-4", NOW_MS - 31 * DAY_MS)):
            curing = put_case(desk, clause, number, began_ms)
            give_notice(desk, curing, by=ONE, at_ms=began_ms)
            acknowledge(desk, curing, by="customer", at_ms=began_ms)
        stopped = put_case(desk, "use-01", 4, NOW_MS - 2 * DAY_MS)
        with desk.store.change() as change:
            move(change, stopped, lambda case: case.place_stop("active harm", by=ONE, at_ms=NOW_MS - 2 * DAY_MS))
        put_case(desk, "req-1", 5, NOW_MS)
    return folder


def copy_of(before: Path, place: Path) -> Path:
    with closing(sqlite3.connect(before / "cases.db")) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copytree(before, place))


def begin(folder: Path, number: int = 0, when: str = "never") -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "journeys.sweeping", folder, str(NOW_MS), str(number), when]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(TESTS)}, cwd=TESTS)


def outcome(folder: Path) -> object:
    """Return what a sweep leaves: states, what happened in each case, letters, errands; times apart."""
    with desk_of(folder) as desk:
        events = desk.store.events()
        assert broken(events) == ()
        assert verify(desk.store).damages == ()
        happened = sorted((one.case, one.kind, str(one.facts.get("window", one.facts.get("message_id", "")))) for one in events)
        states = {one.id: one.state for one in desk.store.cases()}
        errands = sorted((one.id, one.done_ms is not None) for one in desk.store.errands() if one.given_up_ms is None)
    return happened, states, sorted(one.name for one in (folder / "outbox").iterdir()), errands


def finish(folder: Path) -> object:
    """Sweep again after leases have run out, as the next sweep would."""
    with desk_of(folder) as desk:
        for _ in range(2):
            sweep(desk, now_ms=NOW_MS + LEASE_MS)
    return outcome(folder)


@pytest.fixture(scope="module")
def expected(before: Path, tmp_path_factory: pytest.TempPathFactory) -> object:
    folder = copy_of(before, tmp_path_factory.mktemp("whole") / "cases")
    assert begin(folder).wait() == 0
    return finish(folder)


def test_much_is_due(expected: tuple[list[tuple[str, str, str]], object, list[str], object]) -> None:
    happened, _, letters, _ = expected
    kinds = {str(kind) for _, kind, _ in happened}
    assert kinds >= {"notice-sent", "reminder-sent", "cure-assessed", "action-done", "emergency-stop-expired"}
    assert any(".reminder-" in name for name in letters)
    assert any(".action-" in name for name in letters)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_sweep_killed_at_any_commit_leaves_the_same_in_the_end(before: Path, expected: object, tmp_path: Path, when: str) -> None:
    for number in range(1, MOST_COMMITS):
        folder = copy_of(before, tmp_path / f"{number}")
        status = begin(folder, number, when).wait()
        assert finish(folder) == expected, f"killed {when} commit {number}"
        if status == 0:
            assert number > 10
            return
        assert status == -signal.SIGKILL
    pytest.fail("the sweep never came to its end")


def test_two_sweeps_at_once_leave_what_one_leaves(before: Path, expected: object, tmp_path: Path) -> None:
    folder = copy_of(before, tmp_path / "cases")
    both = [begin(folder), begin(folder)]
    assert [one.wait() for one in both] == [0, 0]
    assert finish(folder) == expected


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (
            "UPDATE document SET content = CAST(replace(CAST(content AS TEXT), 'call-2', 'call-3') AS BLOB) WHERE media_type = 'text/plain'",
            "document",
        ),
        ("UPDATE audit_entry SET at_ms = at_ms + 1 WHERE sequence = 5", "entry 5"),
        ("DELETE FROM audit_entry WHERE sequence = 6", "entry 7"),
        (
            "UPDATE document SET content = CAST(substr(content, 1, 9) || 'X' || substr(content, 11) AS BLOB) WHERE media_type = 'message/rfc822'",
            "document",
        ),
        ("DELETE FROM document WHERE media_type = 'message/rfc822'", "document"),
    ],
)
def test_damage_is_found_and_said_where(before: Path, tmp_path: Path, damage: str, where: str) -> None:
    folder = copy_of(before, tmp_path / "cases")
    with closing(sqlite3.connect(folder / "cases.db")) as store:
        for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            store.execute(f"DROP TRIGGER {name}")
        store.execute(damage)
        store.commit()
    with desk_of(folder) as desk:
        damages = verify(desk.store).damages
    assert any(one.where.startswith(where) for one in damages), damages

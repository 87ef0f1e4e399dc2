import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from cases.commands import finding, notice, person
from cases.machine import CaseMachine
from goodstanding.audit.entry import SYSTEM, Entry
from goodstanding.audit.ports import Checkpoint
from goodstanding.audit.verify import Damage, verify
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.contact import Contact
from goodstanding.cases.event import Event
from goodstanding.cases.papers import State
from goodstanding.cases.ports import Errand, Errands
from goodstanding.engines.rowstore.cases import RowStoreCases, open_cases
from goodstanding.errors import CaseMoved, CaseUnknown, DocumentUnknown

NOW_MS = 1_457_000_000_000


def opened(number: int = 1) -> tuple[Case, tuple[Event, ...]]:
    return open_case(finding(number=number), by=SYSTEM, at_ms=NOW_MS + number, reviewers_needed=1, cure_days=30)


def damages(store: RowStoreCases) -> list[Damage]:
    """What is wrong with the log itself; the made-up findings have no documents."""
    return [one for one in verify(store).damages if not one.where.startswith("document")]


def keep(store: RowStoreCases, number: int = 1) -> Case:
    case, events = opened(number)
    with store.change() as change:
        change.save(case, events)
    return case


def test_a_case_comes_back_as_it_was(store: RowStoreCases) -> None:
    case = keep(store)
    moved, events = case.assign("reviewer-1", by=person("reviewer-1"), at_ms=NOW_MS + 5)
    moved, more = moved.write_notice(notice(1, NOW_MS), by=SYSTEM, at_ms=NOW_MS + 6)
    with store.change() as change:
        change.save(moved, (*events, *more))
    assert store.case(case.id) == moved
    assert store.case_of_finding(case.finding.id) == moved
    assert store.cases(states=[State.NOTICED]) == [moved]
    assert store.cases(states=[State.CLOSED]) == []
    assert [event.sequence for event in store.events(case.id)] == [1, 2, 3]
    assert store.events(case.id)[1:] == [*events, *more]


def test_what_is_not_there_is_said(store: RowStoreCases) -> None:
    with pytest.raises(CaseUnknown, match="case list"):
        store.case("C-none")
    with pytest.raises(DocumentUnknown):
        store.document("0" * 64)
    assert store.case_of_finding("F-none") is None
    assert store.contact("AC1") is None


def test_the_same_finding_opens_one_case(store: RowStoreCases) -> None:
    keep(store)
    with pytest.raises(CaseMoved):
        keep(store)
    assert len(store.cases()) == 1


def test_whoever_moves_a_case_second_is_told(store: RowStoreCases) -> None:
    case = keep(store)
    with store.change() as change:
        change.save(*case.assign("reviewer-1", by=person("reviewer-1"), at_ms=NOW_MS))
    with pytest.raises(CaseMoved), store.change() as change:
        change.save(*case.assign("reviewer-2", by=person("reviewer-2"), at_ms=NOW_MS))
    assert store.case(case.id).reviewer == "reviewer-1"
    assert len(store.events()) == 2


def test_a_transaction_that_fails_leaves_nothing(store: RowStoreCases) -> None:
    def fail_half_way() -> None:
        with store.change() as change:
            change.save(*opened())
            change.put_document(b"a letter", "text/plain")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert (store.cases(), store.events(), list(store.links()), list(store.document_hashes())) == ([], [], [], [])


def test_an_errand_is_leased_by_one_until_the_lease_ends(store: RowStoreCases) -> None:
    case = keep(store)
    errand = Errands("E-1", case.id, Errand.NOTICE, "a" * 64, "", due_ms=NOW_MS)
    with store.change() as change:
        change.put_errand(errand)
    assert store.errands(due_by_ms=NOW_MS - 1) == []
    assert store.errands(due_by_ms=NOW_MS) == [errand]
    with store.change() as change:
        assert change.lease("E-1", NOW_MS, NOW_MS + 60)
    with store.change() as change:
        assert not change.lease("E-1", NOW_MS + 59, NOW_MS + 120)
        assert change.lease("E-1", NOW_MS + 60, NOW_MS + 120)
    assert store.errands(due_by_ms=NOW_MS + 60) == []
    assert [one.id for one in store.errands(case=case.id)] == ["E-1"]


def test_contacts_and_documents_are_kept(store: RowStoreCases) -> None:
    with store.change() as change:
        change.put_contact(Contact("AC1", "old@example.org", "UTC"))
        change.put_contact(Contact("AC1", "new@example.org", "Europe/Berlin", "de"))
        known = change.put_document(b"\x00bytes", "application/pdf")
        assert change.put_document(b"\x00bytes", "application/pdf") == known
    assert store.contact("AC1") == Contact("AC1", "new@example.org", "Europe/Berlin", "de")
    assert store.contacts() == [Contact("AC1", "new@example.org", "Europe/Berlin", "de")]
    assert store.document(known).content == b"\x00bytes"


@pytest.mark.parametrize("table", ["audit_entry", "document", "checkpoint"])
def test_what_is_only_added_to_cannot_be_changed_by_mistake(store: RowStoreCases, table: str) -> None:
    keep(store)
    with store.change() as change:
        change.put_document(b"a letter", "text/plain")
        change.put_checkpoint(NOW_MS)
    for verb in (
        f"DELETE FROM {table}",
        f"UPDATE {table} SET {'size = 9' if table == 'checkpoint' else 'hash = 1' if table == 'audit_entry' else 'content = NULL'}",
    ):
        with pytest.raises(DBAPIError), store._engine.begin() as connection:  # noqa: SLF001
            connection.execute(text(verb))


def test_an_untouched_log_verifies_and_a_checkpoint_holds(store: RowStoreCases) -> None:
    keep(store, 1)
    with store.change() as change:
        made = change.put_checkpoint(NOW_MS)
        assert change.put_checkpoint(NOW_MS + 1) == made
    keep(store, 2)
    with store.change() as change:
        change.note(Entry(NOW_MS, SYSTEM, "month-closed", "2016-02", {"sha256": "a" * 64}))
    found = verify(store, made)
    assert (found.entries, damages(store)) == (4, [])
    lie = Checkpoint(made.size, "0" * 64, NOW_MS)
    assert "checkpoint of 1 entries" in {one.where for one in verify(store, lie).damages}


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_the_case_machine_keeps_its_promises_on_this_database(store: RowStoreCases) -> None:
    class Saved:
        def save(self, case: Case, events: tuple[Event, ...]) -> None:
            with store.change() as change:
                change.save(case, events)

        def case(self, case_id: str) -> Case:
            return store.case(case_id)

        def events(self) -> list[Event]:
            return store.events()

    class OnDatabase(CaseMachine):
        numbers: Iterator[int] = iter(range(1, 10_000))

        def __init__(self) -> None:
            super().__init__()
            self.keeper = Saved()  # type: ignore[assignment]
            self.number = next(self.numbers)

    run_state_machine_as_test(OnDatabase, settings=settings(max_examples=8, stateful_step_count=25, deadline=None))
    assert damages(store) == []


def beside(place: Path | str, work: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Start a process of its own that works on the store."""
    kind = "path" if isinstance(place, Path) else "url"
    program = Path(__file__).with_name("case_writer.py")
    return subprocess.Popen([sys.executable, program, kind, str(place), work, *map(str, arguments)])


def test_two_writers_at_once_leave_no_gap(place: Path | str) -> None:
    open_cases(place).close()
    writers = [beside(place, "write", first) for first in (1, 101)]
    assert [one.wait() for one in writers] == [0, 0]
    held = open_cases(place)
    assert (len(held.cases()), verify(held).entries, damages(held)) == (30, 30, [])
    held.close()


@pytest.mark.parametrize(("moment", "left"), [("before-the-commit", 1), ("after-the-commit", 2)])
def test_a_process_that_is_killed_leaves_all_of_a_transaction_or_nothing(place: Path | str, moment: str, left: int) -> None:
    held = open_cases(place)
    keep(held, 1)
    assert beside(place, moment).wait() == -signal.SIGKILL
    assert (len(held.cases()), len(held.events()), len(list(held.document_hashes()))) == (left, left, left - 1)
    assert damages(held) == []
    held.close()

"""One flipped byte in the file of cases: found, and said where."""

import random
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from cases.commands import finding, notice, person
from goodstanding.audit.entry import SYSTEM
from goodstanding.audit.verify import verify
from goodstanding.cases.case import open_case
from goodstanding.engines.rowstore.cases import open_cases
from goodstanding.errors import GoodstandingError

NOW_MS = 1_457_000_000_000
LETTER, EVIDENCE = b"Dear customer, " * 40, b"CA0001\nCA0002\n" * 30
SEALED = (
    "SELECT * FROM audit_entry ORDER BY rowid",
    "SELECT sha256, content FROM document ORDER BY rowid",
    "SELECT * FROM case_file ORDER BY rowid",
    "SELECT * FROM checkpoint ORDER BY rowid",
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with three cases, their letters and evidence, and a checkpoint."""
    place = tmp_path_factory.mktemp("kept") / "cases.db"
    store = open_cases(place)
    for number in (1, 2, 3):
        with store.change() as change:
            case, events = open_case(finding(number=number), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=30)
            change.save(case, events)
            change.put_document(EVIDENCE + bytes([number]), "text/plain")
            change.put_document(LETTER + bytes([number]), "message/rfc822")
            case, assigned = case.assign("reviewer-1", by=person("reviewer-1"), at_ms=NOW_MS + 5)
            case, noticed = case.write_notice(notice(1, NOW_MS), by=SYSTEM, at_ms=NOW_MS + 6)
            change.save(case, (*assigned, *noticed))
            change.put_checkpoint(NOW_MS + number)
    store.close()
    return place


def content(place: Path) -> list[object] | None:
    """What is sealed, byte by byte; None when it cannot be read."""
    connection = sqlite3.connect(place)
    connection.text_factory = bytes
    try:
        return [connection.execute(query).fetchall() for query in SEALED]
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()


def told(place: Path) -> set[tuple[str, str]]:
    """What `audit verify` finds: where, and what; the made-up findings name documents that nobody kept."""
    try:
        store = open_cases(place)
    except GoodstandingError as error:
        return {("the file", str(error))}
    try:
        return {(one.where, one.what) for one in verify(store).damages}
    finally:
        store.close()


def test_a_byte_flipped_anywhere_in_what_is_sealed_is_found(kept: Path, tmp_path: Path) -> None:
    before, whole, at_rest = content(kept), kept.read_bytes(), told(kept)
    outcomes = Counter[str]()
    for place in random.Random(7).sample(range(100, len(whole)), 400):
        flipped = tmp_path / f"{place}.db"
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        untouched = tmp_path / f"{place}-content.db"
        shutil.copyfile(flipped, untouched)
        is_changed = content(untouched) != before
        found = told(flipped) - at_rest
        assert not is_changed or found, f"byte {place}"
        assert all(where and what for where, what in found)
        outcomes["changed" if is_changed else "elsewhere"] += 1
    assert outcomes["changed"] > 20


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE audit_entry SET facts = replace(facts, ':', ': ') WHERE sequence = 4", "entry 4 "),
        ("UPDATE audit_entry SET facts = x'ff00' WHERE sequence = 5", "entry 5 "),
        ("UPDATE audit_entry SET at_ms = 'soon' WHERE sequence = 2", "entry 2 "),
        ("UPDATE audit_entry SET actor_kind = 'customes' WHERE sequence = 2", "entry 2 "),
        ("UPDATE audit_entry SET kept = x'00' WHERE sequence = 3", "entry 3 "),
        ("UPDATE case_file SET body = replace(body, '1457000000006', '1456000000006') WHERE id = :case", "case "),
        ("UPDATE case_file SET state = 'closed' WHERE id = :case", "case "),
        ("UPDATE checkpoint SET root = substr(root, 2) || '0' WHERE size = 7", "checkpoint of 7 entries"),
        ("UPDATE checkpoint SET size = 'x' WHERE size = 7", "checkpoint of -1 entries"),
    ],
)
def test_what_is_changed_by_force_is_found_where_it_is(kept: Path, tmp_path: Path, statement: str, where: str) -> None:
    place = tmp_path / "cases.db"
    shutil.copyfile(kept, place)
    at_rest = told(place)
    connection = sqlite3.connect(place)
    for table in ("audit_entry", "checkpoint"):
        connection.execute(f"DROP TRIGGER {table}_update")
    case = connection.execute("SELECT id FROM case_file ORDER BY id").fetchone()[0]
    assert connection.execute(statement, {"case": case} if ":case" in statement else {}).rowcount == 1
    connection.commit()
    connection.close()
    found = {one for one, _ in told(place) - at_rest}
    assert any(one.startswith(where) for one in found), found

"""Does the lock notice an edit, a new file and a lost one, and nothing else?"""

from pathlib import Path

import pytest

from goodstanding.policy.lock import LOCK, changes_since_locked, lock_text


@pytest.fixture
def locked(folder: Path) -> Path:
    place = folder / "2030-01-01"
    (place / LOCK).write_text(lock_text(place), encoding="utf-8")
    return place


def test_an_untouched_edition_agrees_with_its_lock(locked: Path) -> None:
    assert changes_since_locked(locked) == ()


def test_an_edited_clause_is_noticed(locked: Path) -> None:
    path = locked / "use-10.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# a word\n", encoding="utf-8")
    assert changes_since_locked(locked) == ("use-10.toml was changed since the edition was locked",)


def test_a_clause_added_or_removed_is_noticed(locked: Path) -> None:
    (locked / "use-10.toml").rename(locked / "use-11.toml")
    assert changes_since_locked(locked) == (
        "use-10.toml was removed since the edition was locked",
        "use-11.toml was added since the edition was locked",
    )


def test_other_line_ends_are_no_edit(locked: Path) -> None:
    path = locked / "use-10.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert changes_since_locked(locked) == ()

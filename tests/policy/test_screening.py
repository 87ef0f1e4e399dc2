"""Does each edition say when a message is for review and what may refuse it, and is a slip in that file named?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from goodstanding.errors import ClauseInvalid, PolicyError
from goodstanding.policy.edition import Edition
from goodstanding.policy.load import load_editions
from goodstanding.policy.lock import lock_text
from goodstanding.policy.screening import Screening, load_screening

Spoil = Callable[[str, str, str], None]
FILE = 'review_line = 100\nmay_refuse = ["P10.1"]\n'


@pytest.fixture
def edition(folder: Path) -> Edition:
    (folder / "2030-01-01" / "screening.toml").write_text(FILE, encoding="utf-8")
    return load_editions(folder).newest


@pytest.mark.parametrize("named", ["2016-02-01", "before-2016-02-01"])
def test_both_published_editions_set_a_line_and_name_what_may_refuse(named: str) -> None:
    screening = load_screening(load_editions().named(named))
    assert screening.review_line == 100
    assert screening.may_refuse == {"P7.3", "P17.1", "P6.1"}


def test_the_edition_before_does_not_cover_what_came_later() -> None:
    older, newer = (load_screening(load_editions().named(named)) for named in ("before-2016-02-01", "2016-02-01"))
    assert newer.clauses - older.clauses == {"use-04", "use-12", "use-18"}
    assert newer.covers("use-12")
    assert not older.covers("use-12")


def test_the_file_is_read_beside_its_edition_and_is_no_clause(edition: Edition, folder: Path) -> None:
    assert load_screening(edition, folder) == Screening("2030-01-01", 100, frozenset({"P10.1"}), frozenset({"use-10"}))
    assert [clause.id for clause in edition.clauses] == ["use-10", "req-2"]


def test_the_lock_covers_the_file(edition: Edition, folder: Path) -> None:
    assert "  screening.toml\n" in lock_text(folder / "2030-01-01")


def test_an_edition_without_the_file_says_what_to_add(folder: Path) -> None:
    with pytest.raises(PolicyError, match=r"2030-01-01 does not say how messages are screened; add .*screening\.toml"):
        load_screening(load_editions(folder).newest, folder)


@pytest.mark.parametrize(
    ("old", "new", "key", "hint"),
    [
        ("review_line", "review_lines", "review_lines", "did you mean `review_line`?"),
        ("100", "0", "review_line", "from 1 to 10000"),
        ("100", "1.5", "review_line", "a whole number"),
        ('["P10.1"]', '["P10.12"]', "may_refuse", "did you mean `P10."),
        ('["P10.1"]', '"P10.1"', "may_refuse", "a list of texts"),
        ("review_line = 100\n", "", "review_line", "add a line"),
        ("= 100", "= = 100", "(the file itself)", "mend that line"),
    ],
)
def test_a_slip_is_named_with_file_and_key(
    edition: Edition, folder: Path, spoil: Spoil, old: str, new: str, key: str, hint: str
) -> None:
    spoil("screening.toml", old, new)
    with pytest.raises(ClauseInvalid) as raised:
        load_screening(edition, folder)
    assert (raised.value.file, raised.value.clause, raised.value.key) == ("editions/2030-01-01/screening.toml", "screening", key)
    assert hint in str(raised.value)

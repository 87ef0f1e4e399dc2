"""Does the loader take what is right, and say of what is wrong where it is and what to do?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from goodstanding.errors import ClauseInvalid, PolicyError
from goodstanding.policy.clause import Example, Limit, Reading
from goodstanding.policy.load import load_editions

Spoil = Callable[[str, str, str], None]


@dataclass(frozen=True)
class Slip:
    """An edit to a valid file, and the whole text its author then reads."""

    name: str
    file: str
    old: str
    new: str
    text: str


SLIPS = [
    Slip(
        "a misspelt key",
        "use-10.toml",
        "duty =",
        "dutty =",
        "unknown key `dutty`\n  --> editions/2030-01-01/use-10.toml, clause use-10, key dutty\n  did you mean `duty`?",
    ),
    Slip(
        "a key nothing is like",
        "req-2.toml",
        "limit = { part = 1, whole = 10 }",
        "limit = { part = 1, whole = 10, xyzzy = 3 }",
        "unknown key `xyzzy`\n  --> editions/2030-01-01/req-2.toml, clause req-2, key limit.xyzzy\n  known here: part, whole",
    ),
    Slip(
        "a misspelt parameter",
        "req-2.toml",
        "short_below_ms",
        "short_belw_ms",
        "unknown key `short_belw_ms`\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key measure.short_belw_ms\n"
        "  did you mean `short_below_ms`?",
    ),
    Slip(
        "a missing key",
        "use-10.toml",
        'person_decides = "Whether the order of the numbers is innocent."\n',
        "",
        "missing key `person_decides`\n"
        "  --> editions/2030-01-01/use-10.toml, clause use-10, key person_decides\n"
        "  add a line that begins `person_decides = `",
    ),
    Slip(
        "a missing parameter",
        "req-2.toml",
        "short_below_ms = 12_000, ",
        "",
        "missing key `short_below_ms`\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key measure.short_below_ms\n"
        "  add a line that begins `short_below_ms = `",
    ),
    Slip(
        "a boolean for an integer",
        "req-2.toml",
        "fewest = 20",
        "fewest = true",
        "`fewest` is true or false\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key measure.fewest\n"
        "  it must be a whole number",
    ),
    Slip(
        "a decimal for an integer",
        "req-2.toml",
        "12_000",
        "12000.0",
        "`short_below_ms` is a decimal number\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key measure.short_below_ms\n"
        "  it must be a whole number",
    ),
    Slip(
        "text for an integer",
        "req-2.toml",
        "limit = { part = 1,",
        'limit = { part = "1",',
        "`part` is text\n  --> editions/2030-01-01/req-2.toml, clause req-2, key limit.part\n  it must be a whole number",
    ),
    Slip(
        "a share for a limit",
        "req-2.toml",
        "limit = { part = 1, whole = 10 }",
        "limit = 0.1",
        "`limit` is a decimal number\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key limit\n"
        "  it must be a table, such as { part = 1, whole = 10 }",
    ),
    Slip(
        "a limit of nothing",
        "req-2.toml",
        "limit = { part = 1, whole = 10 }",
        "limit = { part = 0, whole = 0 }",
        "`whole` is 0\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key limit.whole\n"
        "  it must be a whole number from 1 to 1000000000",
    ),
    Slip(
        "a negative limit",
        "req-2.toml",
        "limit = { part = 1,",
        "limit = { part = -1,",
        "`part` is -1\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key limit.part\n"
        "  it must be a whole number from 0 to 10",
    ),
    Slip(
        "a limit nobody could break",
        "req-2.toml",
        "limit = { part = 1,",
        "limit = { part = 11,",
        "`part` is 11\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key limit.part\n"
        "  it must be a whole number from 0 to 10",
    ),
    Slip(
        "an unknown measure",
        "req-2.toml",
        '"short-outbound"',
        '"short-outbuond"',
        "unknown measure `short-outbuond`\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key measure.id\n"
        "  did you mean `short-outbound`?",
    ),
    Slip(
        "an unknown reading",
        "req-2.toml",
        '"answered-calls"',
        '"answered"',
        "unknown reading `answered` of short-outbound\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key measure.reading\n"
        "  did you mean `answered-calls`?",
    ),
    Slip(
        "an example the limit contradicts",
        "req-2.toml",
        'part = 10, whole = 100, expect = "complies"',
        'part = 10, whole = 100, expect = "violated"',
        "the example says 10 of 100 is `violated`, the limit says `complies`\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key example[0].expect\n"
        "  the limit is 1 of 10",
    ),
    Slip(
        "an outcome there is not",
        "req-2.toml",
        'expect = "violated"',
        'expect = "violates"',
        "unknown outcome `violates`\n"
        "  --> editions/2030-01-01/req-2.toml, clause req-2, key example[1].expect\n"
        "  did you mean `violated`?",
    ),
    Slip(
        "an id that is another clause's",
        "use-10.toml",
        'id = "use-10"',
        'id = "req-2"',
        "`id` is req-2, and an id belongs to one clause only\n"
        "  --> editions/2030-01-01/use-10.toml, clause use-10, key id\n"
        "  the file's name asks for `use-10`",
    ),
    Slip(
        "a signal named twice",
        "use-10.toml",
        '"P10.2"',
        '"P10.1"',
        "`signals` names `P10.1` twice\n  --> editions/2030-01-01/use-10.toml, clause use-10, key signals\n  take one of them out",
    ),
    Slip(
        "a signal that is none",
        "use-10.toml",
        '"P10.2"',
        '"sequential"',
        "`sequential` is no signal id\n"
        "  --> editions/2030-01-01/use-10.toml, clause use-10, key signals\n"
        "  write the use and the signal, such as P5.1",
    ),
    Slip(
        "a duty that says nothing",
        "use-10.toml",
        '"Do not gather numbers."',
        '" "',
        "`duty` says nothing\n  --> editions/2030-01-01/use-10.toml, clause use-10, key duty\n  write at least a word",
    ),
    Slip(
        "a list that is a text",
        "use-10.toml",
        '["A law [verify]"]',
        '"A law"',
        "`authority` is text\n  --> editions/2030-01-01/use-10.toml, clause use-10, key authority\n  it must be a list of texts",
    ),
    Slip(
        "an empty authority",
        "use-10.toml",
        "A law [verify]",
        "",
        "`authority` has an empty entry\n"
        "  --> editions/2030-01-01/use-10.toml, clause use-10, key authority\n"
        "  fill it or take it out",
    ),
    Slip(
        "a table among the examples missing",
        "req-2.toml",
        '{ part = 10, whole = 100, expect = "complies" },',
        "3,",
        "`example` is a list\n  --> editions/2030-01-01/req-2.toml, clause req-2, key example\n  it must be a list of tables",
    ),
    Slip(
        "a file that is no TOML",
        "use-10.toml",
        '"Harvesting"',
        "Harvesting",
        "not TOML: Invalid value (at line 2, column 9)\n"
        "  --> editions/2030-01-01/use-10.toml, clause use-10, key (the file itself)\n"
        "  mend that line; text stands in double quotes",
    ),
    Slip(
        "a day in quotes",
        "edition.toml",
        "since = 2030-01-01",
        'since = "2030-01-01"',
        "`since` is text\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key since\n"
        "  it must be a date without quotes or time, such as 2016-02-01",
    ),
    Slip(
        "a day with a time",
        "edition.toml",
        "since = 2030-01-01",
        "since = 2030-01-01T00:00:00Z",
        "`since` is a date with a time\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key since\n"
        "  it must be a date without quotes or time, such as 2016-02-01",
    ),
    Slip(
        "an end before the beginning",
        "edition.toml",
        "since = 2030-01-01",
        "since = 2030-01-01\nuntil = 2029-12-31",
        "`until` is 2029-12-31, `since` is 2030-01-01\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key until\n"
        "  it is the first day no longer in force, so it must lie after `since`",
    ),
    Slip(
        "a folder called otherwise",
        "edition.toml",
        'id = "2030-01-01"',
        'id = "2030-01-02"',
        "`id` is 2030-01-02\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key id\n"
        "  the folder's name asks for `2030-01-01`",
    ),
    Slip(
        "a predecessor nobody knows",
        "edition.toml",
        'source = "Made up for tests"',
        'source = "Made up for tests"\nsupersedes = "2029-01-01"',
        "no edition is called `2029-01-01`\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key supersedes\n"
        "  did you mean `2030-01-01`?",
    ),
    Slip(
        "a zone that is on no map",
        "edition.toml",
        '"UTC"',
        '"Europe/Atlantis"',
        "no time zone is called Europe/Atlantis; use an IANA name such as Europe/Berlin or UTC\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key zone",
    ),
    Slip(
        "at risk from nothing on",
        "edition.toml",
        "part = 4",
        "part = 0",
        "`part` is 0\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key near.part\n"
        "  it must be a whole number from 1 to 5",
    ),
    Slip(
        "a clause carried over from itself",
        "edition.toml",
        'source = "Made up for tests"',
        'source = "Made up for tests"\ncarried = { edition = "2030-01-01", source = "Before", clauses = ["use-10"] }',
        "clause `use-10` has a file here and is carried over too\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key carried.clauses\n"
        "  keep one of the two",
    ),
    Slip(
        "a clause carried over that is not there",
        "edition.toml",
        'source = "Made up for tests"',
        'source = "Made up for tests"\ncarried = { edition = "2030-01-01", source = "Before", clauses = ["use-11"] }',
        "no clause `use-11` to carry over\n"
        "  --> editions/2030-01-01/edition.toml, clause edition, key carried.clauses\n"
        "  did you mean `use-10`?",
    ),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_named_with_its_place_and_what_to_do(folder: Path, spoil: Spoil, slip: Slip) -> None:
    spoil(slip.file, slip.old, slip.new)
    with pytest.raises(ClauseInvalid) as refused:
        load_editions(folder)
    assert str(refused.value) == slip.text


def test_a_valid_folder_becomes_an_edition_with_defaults_filled_in(folder: Path) -> None:
    edition = load_editions(folder).newest
    (use,), (requirement,) = edition.uses, edition.requirements
    assert (edition.id, edition.until, edition.amendments) == ("2030-01-01", None, ())
    assert (use.reviewers, use.cure_days, use.signals) == (1, 0, ("P10.1", "P10.2"))
    assert requirement.reading == Reading("short-outbound", "answered-calls", {"short_below_ms": 12_000}, fewest=20)
    assert (requirement.limit, requirement.cure_days) == (Limit(1, 10), 30)
    assert requirement.examples == (Example(10, 100, "complies"), Example(11, 100, "violated"))


def test_a_folder_without_editions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"no edition in .*; each edition is a folder"):
        load_editions(tmp_path)


def test_a_file_that_is_called_like_no_clause_is_refused(folder: Path) -> None:
    (folder / "2030-01-01" / "use-7.toml").write_text("", encoding="utf-8")
    with pytest.raises(ClauseInvalid) as refused:
        load_editions(folder)
    assert str(refused.value) == (
        "`use-7.toml` names no clause\n"
        "  --> editions/2030-01-01/use-7.toml, clause use-7, key (the file itself)\n"
        "  a clause file is called use-01.toml to use-99.toml or req-1.toml to req-9.toml"
    )


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "2030-01-01" / "use-11.toml").write_bytes(b'id = "\xe9"\n')
    with pytest.raises(ClauseInvalid, match="not UTF-8 text"):
        load_editions(folder)


@pytest.mark.parametrize("since", ["since = 2029-01-01\nuntil = 2030-01-02", "since = 2030-01-01"])
def test_two_editions_in_force_on_one_day_are_refused(folder: Path, since: str) -> None:
    text = (folder / "2030-01-01" / "edition.toml").read_text(encoding="utf-8")
    other = folder / "2029-01-01"
    other.mkdir()
    text = text.replace("since = 2030-01-01", since).replace('id = "2030', 'id = "2029')
    (other / "edition.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ClauseInvalid, match="2029-01-01 and 2030-01-01 are in force on the same"):
        load_editions(folder)


def test_a_folder_in_place_of_a_clause_file_is_refused(folder: Path) -> None:
    (folder / "2030-01-01" / "use-11.toml").mkdir()
    with pytest.raises(ClauseInvalid, match="could not be read: Is a directory"):
        load_editions(folder)

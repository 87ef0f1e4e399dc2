"""Does the right edition answer to a day, an instant or a name?"""

from datetime import UTC, date, datetime

import pytest

from goodstanding.errors import EditionUnknown, WrongUsage
from goodstanding.periods import epoch_ms
from goodstanding.policy.clause import Limit
from goodstanding.policy.edition import Edition, Editions
from goodstanding.policy.load import load_editions


def an_edition(name: str, *, since: date | None, until: date | None, zone: str = "UTC") -> Edition:
    return Edition(
        id=name,
        title="Made up",
        since=since,
        until=until,
        zone=zone,
        near=Limit(4, 5),
        supersedes=None,
        source="Made up",
        clauses=(),
    )


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(1999, 1, 1), "before-2016-02-01"),
        (date(2016, 1, 31), "before-2016-02-01"),
        (date(2016, 2, 1), "2016-02-01"),
        (date(2026, 11, 23), "2016-02-01"),
    ],
)
def test_a_day_has_the_edition_in_force_on_it(day: date, edition: str) -> None:
    assert load_editions().in_force_on(day).id == edition
    assert load_editions().named(day.isoformat()).id == edition


def test_a_record_is_governed_by_the_edition_of_its_own_instant() -> None:
    first = epoch_ms(datetime(2016, 2, 1, tzinfo=UTC))
    editions = load_editions()
    assert editions.governing(first - 1).id == "before-2016-02-01"
    assert editions.governing(first).id == "2016-02-01"


def test_an_edition_begins_at_midnight_in_its_own_zone() -> None:
    old = an_edition("old", since=None, until=None)
    new = an_edition("new", since=date(2016, 2, 1), until=None, zone="Europe/Berlin")
    midnight = epoch_ms(datetime(2016, 1, 31, 23, tzinfo=UTC))
    assert Editions((old, new)).governing(midnight - 1).id == "old"
    assert Editions((old, new)).governing(midnight).id == "new"


def test_no_edition_answers_before_the_first_or_after_the_last() -> None:
    editions = Editions((an_edition("only", since=date(2020, 1, 1), until=date(2021, 1, 1)),))
    assert editions.in_force_on(date(2020, 12, 31)).id == "only"
    for day in (date(2019, 12, 31), date(2021, 1, 1)):
        with pytest.raises(EditionUnknown, match=f"{day}; known editions: only"):
            editions.in_force_on(day)
        with pytest.raises(EditionUnknown):
            editions.governing(epoch_ms(datetime(day.year, day.month, day.day, tzinfo=UTC)))


@pytest.mark.parametrize("text", ["2016-02-01", "20160201", "2020-06-30"])
def test_an_edition_is_named_by_its_id_or_any_day_it_is_in_force(text: str) -> None:
    assert load_editions().named(text).id == "2016-02-01"


def test_the_edition_without_a_date_is_named_by_its_id() -> None:
    assert load_editions().named("before-2016-02-01").since is None


@pytest.mark.parametrize("text", ["2016-13-01", "2016-02", "newest", ""])
def test_a_name_no_edition_has_is_refused_with_those_there_are(text: str) -> None:
    with pytest.raises(EditionUnknown, match="known editions: before-2016-02-01, 2016-02-01"):
        load_editions().named(text)


def test_a_clause_is_found_with_or_without_its_leading_nought() -> None:
    edition = load_editions().newest
    assert edition.clause("use-5") is edition.clause("use-05")
    assert edition.clause("req-2").id == "req-2"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("use-19", "edition 2016-02-01 has no clause use-19; did you mean use-1"),
        ("req2", "edition 2016-02-01 has no clause req2; did you mean req-2?"),
        ("zebra", "edition 2016-02-01 has no clause zebra; its clauses: use-01, use-02"),
    ],
)
def test_a_clause_that_is_not_there_is_refused_with_a_near_one(clause: str, words: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        load_editions().newest.clause(clause)
    assert str(refused.value).startswith(words)

"""Do the editions hold every clause, in our own words, with examples and an intact lock?"""

import re
from pathlib import Path

import pytest

from goodstanding.policy.clause import Clause, Requirement, Use
from goodstanding.policy.load import PACKAGED, load_editions
from goodstanding.policy.lock import changes_since_locked

NEW = load_editions().named("2016-02-01")
OLD = load_editions().named("before-2016-02-01")
EVERY = [clause for edition in (OLD, NEW) for clause in edition.clauses]
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "policy.md"
LONGEST_SHARED_RUN = 5  # words in a row that the published text and ours may have in common


def test_the_edition_of_2016_has_eighteen_uses_and_four_requirements_in_published_order() -> None:
    uses = [f"use-{number:02}" for number in range(1, 19)]
    assert [clause.id for clause in NEW.clauses] == [*uses, "req-1", "req-2", "req-3", "req-4"]


def test_the_edition_before_lacks_exactly_what_came_with_the_new_one() -> None:
    missing = {clause.id for clause in NEW.clauses} - {clause.id for clause in OLD.clauses}
    assert missing == {"use-04", "use-12", "use-18", "req-1", "req-2", "req-3", "req-4"}
    assert {clause.id for clause in OLD.clauses} < {clause.id for clause in NEW.clauses}
    assert NEW.supersedes == OLD.id


@pytest.mark.parametrize("clause", NEW.clauses, ids=lambda clause: clause.id)
def test_each_clause_names_the_published_one_it_stands_for(clause: Clause) -> None:
    kind = "minimum usage" if isinstance(clause, Requirement) else "prohibited use"
    number = int(clause.id.partition("-")[2])
    assert clause.source == f"Twilio AUP of 2016-02-01, {kind} {number}"


def test_clauses_of_the_edition_before_say_that_they_are_older() -> None:
    assert all(clause.source.startswith("Twilio AUP before 2016-02-01") for clause in OLD.clauses)


@pytest.mark.parametrize("clause", EVERY, ids=lambda clause: clause.id)
def test_each_clause_says_what_rests_on_it_and_what_a_person_decides(clause: Clause) -> None:
    assert clause.authority
    assert clause.person_decides.endswith(".")
    assert clause.duty.endswith(".")
    assert len(clause.title.split()) <= 6


@pytest.mark.parametrize("use", [*OLD.uses, *NEW.uses], ids=lambda use: use.id)
def test_each_use_lists_its_own_signals_and_promises_no_cure(use: Use) -> None:
    assert use.signals
    assert all(signal.startswith(f"P{int(use.id[4:])}.") for signal in use.signals)
    assert use.cure_days == 0


def test_two_people_review_where_one_could_be_unfair() -> None:
    assert [use.id for use in NEW.uses if use.reviewers == 2] == ["use-14", "use-16"]
    assert {use.reviewers for use in NEW.uses} == {1, 2}


@pytest.mark.parametrize("clause", NEW.requirements, ids=lambda clause: clause.id)
def test_each_requirement_has_thirty_days_and_examples_of_both_outcomes(
    clause: Requirement,
) -> None:
    assert clause.cure_days == 30
    assert {example.expect for example in clause.examples} == {"complies", "violated"}
    for example in clause.examples:
        exceeded = clause.limit.is_exceeded_by(example.part, example.whole)
        assert exceeded == (example.expect == "violated")


@pytest.mark.parametrize("clause", NEW.requirements[1:], ids=lambda clause: clause.id)
def test_ten_of_a_hundred_complies_and_eleven_violates(clause: Requirement) -> None:
    assert not clause.limit.is_exceeded_by(10, 100)
    assert clause.limit.is_exceeded_by(11, 100)


def test_the_adopted_readings_are_these() -> None:
    assert [
        (
            clause.reading.measure,
            clause.reading.name,
            dict(clause.reading.parameters),
            clause.reading.fewest,
            (clause.limit.part, clause.limit.whole),
        )
        for clause in NEW.requirements
    ] == [
        ("transmissions", "any-attempt", {"fewest_transmissions": 2}, 0, (0, 1)),
        ("short-outbound", "answered-calls", {"short_below_ms": 12_000}, 20, (1, 10)),
        ("short-tollfree", "answered-calls", {"short_below_ms": 12_000}, 20, (1, 10)),
        ("incomplete-tollfree", "all-attempts", {}, 20, (1, 10)),
    ]
    assert (NEW.zone, NEW.near.part, NEW.near.whole) == ("UTC", 4, 5)


@pytest.mark.parametrize("edition", [OLD.id, NEW.id])
def test_no_file_of_an_edition_in_force_was_edited(edition: str) -> None:
    assert changes_since_locked(PACKAGED / edition) == ()


@pytest.mark.parametrize("clause", NEW.clauses, ids=lambda clause: clause.id)
def test_each_clause_has_its_line_on_the_policy_page(clause: Clause) -> None:
    assert f"| {clause.id} | {clause.title} |" in PAGE.read_text(encoding="utf-8")


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    size = LONGEST_SHARED_RUN + 1
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@pytest.mark.needs_shared
def test_no_clause_borrows_the_published_wording(shared: Path) -> None:
    published = shared / "reference" / "published-policy-2016-02-01.txt"
    theirs = runs_of_words(published.read_text(encoding="utf-8"))
    ours = {run for clause in EVERY for text in (clause.duty, clause.person_decides, clause.title) for run in runs_of_words(text)}
    assert ours & theirs == set()

"""Does a setting change what it names, nothing else, and never to something a file may not say?"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.errors import WrongUsage
from goodstanding.policy.amend import amended
from goodstanding.policy.clause import Limit, Requirement
from goodstanding.policy.edition import Edition
from goodstanding.policy.load import load_editions

EDITION = load_editions().newest


def the_requirement(edition: Edition, clause_id: str) -> Requirement:
    (found,) = [each for each in edition.requirements if each.id == clause_id]
    return found


def test_nothing_set_is_the_edition_itself() -> None:
    assert amended(EDITION, []) == EDITION


def test_a_limit_is_set_as_a_whole_or_side_by_side() -> None:
    at_once = amended(EDITION, ["req-2.limit=15/100"])
    in_turn = amended(EDITION, ["req-2.limit.part=15", "req-2.limit.whole=100"])
    for edition in (at_once, in_turn):
        assert the_requirement(edition, "req-2").limit == Limit(15, 100)


def test_a_changed_limit_drops_the_examples_that_told_of_the_old_one() -> None:
    edition = amended(EDITION, ["req-2.limit=15/100"])
    assert the_requirement(edition, "req-2").examples == ()
    assert the_requirement(edition, "req-3").examples


def test_a_reading_and_its_parameters_are_set() -> None:
    settings = ["req-2.reading=six-seconds", "req-2.short_below_ms=6000", "req-2.fewest=50"]
    reading = the_requirement(amended(EDITION, settings), "req-2").reading
    assert (reading.name, reading.fewest) == ("six-seconds", 50)
    assert reading.parameters == {"short_below_ms": 6000}
    reading = the_requirement(amended(EDITION, ["req-1.fewest_transmissions=3"]), "req-1").reading
    assert reading.parameters == {"fewest_transmissions": 3}


@pytest.mark.parametrize("name", ["zone", "edition.zone"])
def test_the_zone_of_the_month_is_set(name: str) -> None:
    assert amended(EDITION, [f"{name}=Europe/Berlin"]).zone == "Europe/Berlin"


@pytest.mark.parametrize("name", ["near", "edition.near"])
def test_how_near_a_limit_is_at_risk_is_set(name: str) -> None:
    assert amended(EDITION, [f"{name}=9/10"]).near == Limit(9, 10)


def test_the_edition_remembers_what_was_set_in_order() -> None:
    once = amended(EDITION, ["req-2.fewest=5"])
    assert amended(once, ["zone=Asia/Tokyo"]).amendments == ("req-2.fewest=5", "zone=Asia/Tokyo")


def test_the_last_setting_of_one_thing_wins() -> None:
    edition = amended(EDITION, ["req-2.fewest=5", "req-2.fewest=7"])
    assert the_requirement(edition, "req-2").reading.fewest == 7


@given(part=st.integers(0, 1_000_000), room=st.integers(0, 1_000_000))
def test_any_limit_a_file_may_hold_can_be_set(part: int, room: int) -> None:
    whole = part + room or 1
    edition = amended(EDITION, [f"req-3.limit={part}/{whole}"])
    assert the_requirement(edition, "req-3").limit == Limit(part, whole)
    untouched = [each for each in edition.clauses if each.id != "req-3"]
    assert untouched == [each for each in EDITION.clauses if each.id != "req-3"]


NAMES = ["req-1.", "req-2.", "use-05.", "edition.", ""]
PARAMS = [
    "reading",
    "limit",
    "limit.part",
    "limit.whole",
    "fewest",
    "short_below_ms",
    "zone",
    "near",
]
VALUES = st.text(max_size=8) | st.from_regex(r"-?[0-9]{1,12}(/[0-9]{1,3})?", fullmatch=True)


@given(name=st.sampled_from(NAMES), param=st.sampled_from(PARAMS), value=VALUES)
def test_a_setting_is_either_applied_or_refused_in_words(name: str, param: str, value: str) -> None:
    with suppress(WrongUsage):
        edition = amended(EDITION, [f"{name}{param}={value}"])
        assert all(each.limit.part <= each.limit.whole > 0 for each in edition.requirements)
        assert 0 < edition.near.part <= edition.near.whole


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("req-2", "--set req-2: write CLAUSE.PARAM=VALUE, such as req-2.limit=15/100"),
        ("limit=1/2", "--set limit=1/2: write CLAUSE.PARAM=VALUE, such as req-2.limit=15/100"),
        (
            "req-2.limit=",
            "--set req-2.limit=: write CLAUSE.PARAM=VALUE, such as req-2.limit=15/100",
        ),
        ("req-2.limt=1/2", "--set req-2.limt: req-2 has no such parameter; did you mean limit?"),
        (
            "req-4.short_below_ms=5",
            (
                "--set req-4.short_below_ms: req-4 has no such parameter; what can be set: "
                "reading, limit, limit.part, limit.whole, fewest"
            ),
        ),
        (
            "req-2.limit=0.15",
            "--set req-2.limit=0.15: write two whole numbers, such as 15/100",
        ),
        (
            "req-2.limit=11/10",
            "--set req-2.limit.part: `part` is 11; it must be a whole number from 0 to 10",
        ),
        (
            "req-2.limit=1/0",
            "--set req-2.limit.whole: `whole` is 0; it must be a whole number from 1 to 1000000000",
        ),
        ("req-2.fewest=1.5", "--set req-2.fewest=1.5: write a whole number, such as 20"),
        (
            "req-2.reading=answered",
            ("--set req-2.reading: unknown reading `answered` of short-outbound; did you mean `answered-calls`?"),
        ),
        (
            "use-05.limit=1/2",
            "--set use-05: only requirements are counted; a use has nothing to set",
        ),
        ("req-9.limit=1/2", "edition 2016-02-01 has no clause req-9; did you mean req-4?"),
        (
            "edition.zon=UTC",
            "--set edition.zon: edition has no such parameter; did you mean zone?",
        ),
        (
            "zone=Europe/Atlantis",
            "no time zone is called Europe/Atlantis; use an IANA name such as Europe/Berlin or UTC",
        ),
        (
            "near=0/5",
            "--set edition.near.part: `part` is 0; it must be a whole number from 1 to 5",
        ),
    ],
)
def test_a_setting_that_is_off_says_what_to_write(setting: str, words: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        amended(EDITION, [setting])
    assert str(refused.value) == words

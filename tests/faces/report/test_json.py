"""Is the JSON what outside checks rely on, key for key, and is a stored month read again as it was?"""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from faces.report.builders import a_dialler, a_document, a_hoarder, a_month, a_requirement, a_tally, an_account, an_open_month
from goodstanding.measures.document import month_from_json, month_to_json, to_json
from goodstanding.measures.standing import (
    AccountStanding,
    Evidence,
    HeldNumber,
    MonthStanding,
    MonthState,
    OtherReading,
    Pace,
    RequirementStanding,
    Share,
    Standing,
    Verdict,
)
from goodstanding.policy.clause import Limit

counts = st.integers(0, 10**9)
names = st.text(max_size=12)
bounds = st.tuples(*[st.floats(0, 1).map(lambda bound: round(bound, 6))] * 2)
verdicts = st.sampled_from(Verdict)
paces = st.builds(
    Pace,
    days_counted=st.integers(0, 31),
    part=counts,
    whole=counts,
    interval=bounds,
    crosses_on=st.none() | st.dates(date(2016, 1, 1), date(2030, 1, 1)),
    verdict=verdicts,
)


@st.composite
def requirements(draw: st.DrawFn) -> RequirementStanding:
    """A cure is stated exactly where there is a violation, and numbers with those not assessed."""
    numbers = draw(st.none() | st.lists(st.builds(HeldNumber, names, counts), max_size=2).map(tuple))
    verdict = draw(verdicts)
    return RequirementStanding(
        clause=draw(names),
        verdict=verdict,
        reading=draw(names),
        part=draw(counts),
        whole=draw(counts),
        limit=draw(st.builds(Limit, counts, counts)),
        edge=draw(counts),
        small_sample=draw(st.booleans()),
        room=draw(counts),
        to_cure=draw(st.none() | counts) if verdict is Verdict.VIOLATED else None,
        interval=draw(bounds),
        shares=draw(st.lists(st.builds(Share, names, counts, counts), max_size=2).map(tuple)),
        readings=draw(st.lists(st.builds(OtherReading, names, counts, counts, verdicts), max_size=2).map(tuple)),
        evidence=draw(st.builds(Evidence, counts, names)),
        numbers=numbers,
        not_assessed=None if numbers is None else draw(counts),
        pace=draw(st.none() | paces),
    )


@st.composite
def months(draw: st.DrawFn) -> MonthStanding:
    """Only a month with a state knows up to when it holds records, and its hash."""
    state = draw(st.none() | st.sampled_from(MonthState))
    made = st.lists(requirements(), max_size=2).map(tuple)
    accounts = st.lists(st.builds(AccountStanding, names, names, st.sampled_from(Standing), made), max_size=2).map(tuple)
    return MonthStanding(
        month=draw(names),
        edition=draw(names),
        rows=draw(counts),
        calls=draw(counts),
        unanswered=draw(counts),
        messages=draw(counts),
        accounts=draw(accounts),
        state=state,
        data_until_ms=draw(st.none() | counts) if state else None,
        sha256=draw(st.none() | names) if state else None,
    )


@given(months())
def test_a_month_written_and_read_again_is_the_same(month: MonthStanding) -> None:
    assert month_from_json(json.loads(json.dumps(month_to_json(month)))) == month


def the_requirement(one: RequirementStanding) -> dict[str, Any]:
    written = to_json(a_document(a_month(an_account("Any", one))))
    found: list[dict[str, Any]] = written["months"][0]["accounts"][0]["requirements"]
    return next(each for each in found if each["clause"] == one.clause)


def test_the_document_has_the_keys_that_outside_checks_rely_on() -> None:
    written = to_json(a_document(a_month(a_dialler()), intake=(a_tally(),)))
    assert set(written) == {"edition", "zone", "intake", "months"}
    assert set(written["intake"][0]) == {"file", "source", "read", "accepted", "duplicate", "rejected", "reasons", "notes"}
    assert set(written["months"][0]) == {"month", "edition", "rows", "calls", "unanswered", "messages", "accounts"}
    assert set(written["months"][0]["accounts"][0]) == {"account", "name", "standing", "requirements"}


def test_a_requirement_is_written_exactly_as_the_contract_says() -> None:
    dialler = a_dialler().requirements[1]
    assert the_requirement(dialler) == {
        "clause": "req-2",
        "verdict": "violated",
        "reading": "answered-calls",
        "part": 4000,
        "whole": 28000,
        "limit": {"part": 1, "whole": 10},
        "edge": 241,
        "small_sample": False,
        "room": 0,
        "to_cure": 12000,
        "interval": list(dialler.interval),
        "shares": [
            {"account": "AC-acme-blast", "part": 3600, "whole": 12000},
            {"account": "AC-acme-desk", "part": 400, "whole": 16000},
        ],
        "readings": [
            {"reading": "all-attempts", "part": 16000, "whole": 40000, "verdict": "violated"},
            {"reading": "six-seconds", "part": 2197, "whole": 28000, "verdict": "complies"},
        ],
        "evidence": {"records": 4000, "sha256": dialler.evidence.sha256},
    }


def test_a_kept_requirement_states_no_cure() -> None:
    assert "to_cure" not in the_requirement(a_requirement("req-2", 10, 100))


def test_numbers_are_written_in_full_with_their_transmissions() -> None:
    written = the_requirement(a_hoarder().requirements[0])
    assert written["numbers"][:2] == [
        {"number": "+12025550100", "transmissions": 0},
        {"number": "+12025550101", "transmissions": 1},
    ]
    assert written["not_assessed"] == 1


def test_an_open_month_writes_its_pace() -> None:
    written = to_json(a_document(an_open_month()))["months"][0]
    assert (written["state"], written["data_until_ms"], written["sha256"]) == ("open", 1_457_776_800_000, None)
    pace = written["accounts"][0]["requirements"][1]["pace"]
    assert pace["crosses_on"] == "2016-03-20"
    assert pace["verdict"] == "violated"


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (json.dumps(to_json(a_document(a_month(a_hoarder()), intake=(a_tally(),)))) for _ in range(2))
    assert first == second

"""Does what a detector saw open a case once, with its evidence, and does what is derived never open one alone?"""

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.memory import office
from goodstanding.cases.papers import State
from goodstanding.findings.explain import explain
from goodstanding.flows.open_cases import open_seen
from goodstanding.flows.raise_findings import raise_findings
from goodstanding.flows.scan_records import Scanned
from goodstanding.flows.scan_traffic import Scan
from goodstanding.periods import DAY_MS
from goodstanding.signals.traffic.ports import ListCopy
from goodstanding.signals.traffic.sighting import Pointing, Row, Sighting

SINCE_MS = 1_454_284_800_000
NOW_MS = SINCE_MS + 40 * DAY_MS


def sighting(day: int, *, master: str = "AC1", detector: str = "call-flood", strength: int = 30) -> Sighting:
    at_ms = SINCE_MS + day * DAY_MS + 1000
    clause, signal = ("use-14", "P14.3") if detector == "unanswered-notices" else ("use-05", "P5.1")
    pointing = Pointing.VICTIM if detector == "account-takeover" else Pointing.VIOLATOR
    row = Row(1, 1, None, at_ms, at_ms + 5, at_ms + 9, strength, 0, 2)
    return Sighting(clause, signal, detector, pointing, master, master, None, row, 20, f"{strength} calls went to one number")


def scanned(*pairs: tuple[Sighting, tuple[str, ...]]) -> Scanned:
    scan = Scan("2016-02-01", SINCE_MS, NOW_MS, tuple(one for one, _ in pairs), (), (ListCopy("premium", 16832, 3),), ())
    return Scanned(scan, record_ids=tuple(ids for _, ids in pairs))


def test_many_sightings_of_one_detector_at_one_master_are_one_finding_with_all_records() -> None:
    (seen,) = raise_findings(scanned((sighting(0), ("b", "c")), (sighting(3, strength=50), ("a", "c")))).seen
    assert seen.evidence == b"a\nb\nc\n"
    assert seen.finding.evidence.sha256 == hashlib.sha256(seen.evidence).hexdigest()
    assert (seen.finding.period.label, seen.finding.period.until_ms) == ("2016-02-01/2016-02-04", SINCE_MS + 4 * DAY_MS)
    assert seen.finding.basis == (
        "50 calls went to one number. Seen 2 times by P5.1, at the line 20. Lists at hand: premium of 2016-02-01."
    )


@given(order=st.permutations([0, 1, 2]))
def test_the_same_sightings_in_any_order_give_the_same_ids(order: list[int]) -> None:
    pairs = [(sighting(day), (f"c{day}",)) for day in range(3)]
    ids = {one.finding.id for one in raise_findings(scanned(*(pairs[place] for place in order))).seen}
    assert ids == {one.finding.id for one in raise_findings(scanned(*pairs)).seen}


def test_a_case_opens_once_and_what_is_seen_later_joins_it_until_it_is_closed() -> None:
    desk = office()
    first = raise_findings(scanned((sighting(0), ("a",)))).seen
    later = raise_findings(scanned((sighting(0), ("a",)), (sighting(1), ("b",)))).seen
    (case,) = open_seen(desk, first, at_ms=NOW_MS)
    assert open_seen(desk, first, at_ms=NOW_MS) == []
    assert open_seen(desk, later, at_ms=NOW_MS) == []
    assert open_seen(desk, later, at_ms=NOW_MS) == []
    held = desk.store.case(case.id)
    assert [one.id for one in held.restatements] == [later[0].finding.id]
    assert desk.store.document(later[0].finding.evidence.sha256).content == b"a\nb\n"
    desk.store.kept[case.id] = replace(held, state=State.CLOSED)
    assert open_seen(desk, later, at_ms=NOW_MS) == []
    newer = raise_findings(scanned((sighting(9), ("z",)))).seen
    assert len(open_seen(desk, newer, at_ms=NOW_MS)) == 1


def test_two_detectors_of_one_clause_open_two_cases() -> None:
    seen = raise_findings(scanned((sighting(0), ("a",)), (sighting(0, detector="message-flood"), ("b",)))).seen
    assert len(open_seen(office(), seen, at_ms=NOW_MS)) == 2


def test_what_is_derived_is_a_reason_beside_another_finding_and_nothing_alone() -> None:
    notices = (sighting(0, detector="unanswered-notices", strength=1), ("n",))
    alone = raise_findings(scanned(notices))
    assert (alone.seen, len(alone.held_back)) == ((), 1)
    beside = raise_findings(scanned(notices, (sighting(0), ("a",))))
    assert [one.finding.clause for one in beside.seen] == ["use-05"]
    assert "Besides, P14.3:" in beside.seen[0].finding.basis
    assert beside.held_back == ()
    assert raise_findings(scanned(notices), under_review={"AC1"}).held_back == ()


def test_a_victims_case_says_so() -> None:
    desk = office()
    (seen,) = raise_findings(scanned((sighting(0, detector="account-takeover"), ("a",)))).seen
    said = explain(seen.finding, desk.editions.named("2016-02-01"))
    assert "the detector account-takeover saw this" in said
    assert "may be the victim" in said

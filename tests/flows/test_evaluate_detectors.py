"""An evaluation counts accounts: those found, those missed, and the honest ones that something pointed at."""

import pytest

from goodstanding.errors import WrongUsage
from goodstanding.flows.evaluate_detectors import (
    Evaluation,
    FalseAlarm,
    Lived,
    Missed,
    Trial,
    evaluate_detectors,
    purpose_of,
    signal_order,
)
from goodstanding.flows.scan_traffic import Scan, Unassessable
from goodstanding.progress import Silent
from goodstanding.signals.traffic.sighting import Pointing, Row, Sighting

MINUTE = 60_000


def sighting(master: str, signal: str = "P5.1", detector: str = "call-flood", until_ms: int = 10 * MINUTE) -> Sighting:
    row = Row(1, 1, None, 0, until_ms, until_ms, 9, 0, 9)
    return Sighting("use-05", signal, detector, Pointing.VIOLATOR, master, master, None, row, 5, "nine, where five are many")


def evaluated(lived: list[Lived], *sightings: Sighting, seeds: tuple[int, ...] = (101,)) -> Evaluation:
    scan = Scan("2016-02-01", 0, 1, sightings, (Unassessable("P7.3", "after-stop", ("consents",)),), (), ())
    return evaluate_detectors(seeds, lambda seed: Trial(seed, tuple(lived), scan), Silent())


def flooding(master: str, first_ms: int = 0) -> Lived:
    return Lived(master, "flood", "P5.1", "blatant", first_ms)


def test_an_account_is_found_by_its_own_signal_or_another_of_its_clause() -> None:
    lived = [flooding("A"), flooding("B"), flooding("C"), flooding("D")]
    (found,) = evaluated(lived, sighting("A"), sighting("B", "P5.2", "repeats"), sighting("C", "P8.1", "strangers")).found
    assert (found.found, found.accounts) == (2, 4)


def test_p5_is_not_the_clause_of_p51() -> None:
    made = evaluated([Lived("A", "x", "P5.1", "careful", 0)], sighting("A", "P51.1", "another"))
    assert made.missed == (Missed(101, "A", "x", "P5.1", "careful"),)


def test_time_to_detect_runs_from_the_first_abusive_record_to_the_earliest_sighting() -> None:
    later = sighting("A", until_ms=90 * MINUTE)
    made = evaluated([flooding("A", 4 * MINUTE), flooding("B", 0), flooding("C", 9 * MINUTE)], later, *map(sighting, "ABC"))
    assert made.found[0].after_ms == (MINUTE, 6 * MINUTE, 10 * MINUTE)
    assert made.found[0].median_ms == 6 * MINUTE


def test_what_was_seen_before_the_first_abusive_record_took_no_time() -> None:
    assert evaluated([flooding("A", 60 * MINUTE)], sighting("A")).found[0].median_ms == 0


def test_nothing_found_has_no_median() -> None:
    assert evaluated([flooding("A")]).found[0].median_ms is None


def test_a_false_alarm_is_a_detector_at_an_honest_account_however_often_it_points() -> None:
    honest = [Lived("H", "shop"), Lived("I", "shop")]
    made = evaluated(honest, sighting("H"), sighting("H", until_ms=1), sighting("H", "P5.2", "repeats"))
    assert (made.honest, made.alarmed) == (2, 1)
    why = "nine, where five are many"
    assert made.false_alarms == (
        FalseAlarm(101, "H", "shop", "call-flood", "P5.1", 2, why),
        FalseAlarm(101, "H", "shop", "repeats", "P5.2", 1, why),
    )


def test_each_detector_is_told_at_whom_it_pointed_and_what_it_saw_itself() -> None:
    lived = [flooding("A"), flooding("B"), Lived("C", "night", "P9.5", "careful", 0), Lived("H", "shop")]
    (pointed,) = evaluated(lived, sighting("A"), sighting("C"), sighting("H")).pointed
    assert (pointed.right, pointed.other, pointed.false) == (1, 1, 1)
    assert pointed.seen == {"blatant": (1, 2)}


def test_worlds_add_up_and_come_one_after_the_other() -> None:
    made = evaluated([flooding("A"), Lived("H", "shop")], sighting("A"), seeds=(3, 4, 5))
    assert (made.purpose, made.seeds, made.honest, made.found[0].found) == ("tuning", (3, 4, 5), 3, 3)
    assert made.unassessable == ("after-stop",)


@pytest.mark.parametrize(("seeds", "purpose"), [([1, 99], "tuning"), ([100], "reporting"), ([101, 500], "reporting")])
def test_seeds_are_for_tuning_or_for_reporting(seeds: list[int], purpose: str) -> None:
    assert purpose_of(seeds) == purpose


@pytest.mark.parametrize("seeds", [[99, 100], [0], [-1, 5], []])
def test_seeds_are_never_for_both(seeds: list[int]) -> None:
    with pytest.raises(WrongUsage):
        purpose_of(seeds)


def test_signals_come_in_the_order_of_their_numbers() -> None:
    assert sorted(["P10.1", "P5.12", "P5.2"], key=signal_order) == ["P5.2", "P5.12", "P10.1"]

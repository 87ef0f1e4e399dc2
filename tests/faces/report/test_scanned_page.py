"""Does the page of a scan say what was seen, when, and what could not be looked for, and nothing a stranger put into it?"""

from faces.report.test_html import HOSTILE, Outline
from goodstanding.faces.report.scanned_page import MOST_SHOWN, render_scan
from goodstanding.flows.scan_traffic import Scan, Unassessable
from goodstanding.periods import DAY_MS
from goodstanding.policy.load import load_editions
from goodstanding.policy.traffic import load_traffic
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.ports import ListCopy
from goodstanding.signals.traffic.sighting import Pointing, Row, Sighting
from goodstanding.signals.traffic.thresholds import parameters_of

SINCE_MS = 1_454_284_800_000
UNTIL_MS = 1_456_790_400_000
EDITION = load_editions().named("2016-02-01")


def a_sighting(
    day: int = 0, *, account: str = "ACone", records: int = 40, subject: str = "+12125550142", whole: int = 0
) -> Sighting:
    at = SINCE_MS + day * DAY_MS
    row = Row(1, 1, None, at, at + 60_000, at + 3_600_000, records, whole, records)
    why = "40 calls went to one number within 60 seconds, where 20 are many"
    return Sighting("use-05", "P5.1", "call-flood", Pointing.VIOLATOR, account, account, subject, row, 20, why)


def a_scan(*seen: Sighting) -> Scan:
    missing = (Unassessable("P8.5", "do-not-call", ("listed:do-not-call",)),)
    return Scan("2016-02-01", SINCE_MS, UNTIL_MS, seen, missing, (ListCopy("premium", SINCE_MS // DAY_MS, 12),), (16_850,))


def page_of(scan: Scan, *, full_numbers: bool = False) -> str:
    thresholds = parameters_of(DETECTORS, load_traffic(EDITION))
    page = render_scan(scan, EDITION, thresholds, title="Traffic", full_numbers=full_numbers)
    assert Outline(page).open == [], "every element is closed where it was opened"
    return page


def test_the_page_says_who_showed_what_and_when_it_was_known() -> None:
    page = page_of(a_scan(a_sighting()))
    for words in (
        "ACone",
        "P5.1 call-flood",
        "40 calls went to one number",
        "2016-02-01 00:01:00",
        "1 account of which detectors saw",
    ):
        assert words in page


def test_numbers_stand_by_their_last_digits_unless_asked_for_in_full() -> None:
    assert "+12125550142" not in page_of(a_scan(a_sighting()))
    assert "+12125550142" in page_of(a_scan(a_sighting()), full_numbers=True)


def test_what_could_not_be_looked_for_is_named_with_what_is_missing() -> None:
    page = page_of(a_scan())
    for words in (
        "No detector saw anything",
        "P8.5 do-not-call",
        "Without a list do-not-call",
        "--take list:name=do-not-call=FILE",
        "2016-02-19",
        "premium",
    ):
        assert words in page


def test_of_many_sightings_the_strongest_are_shown_and_the_others_counted() -> None:
    page = page_of(a_scan(*(a_sighting(day, records=100 + day) for day in range(MOST_SHOWN + 5))))
    assert f"The {MOST_SHOWN} with the most records, of {MOST_SHOWN + 5}" in page
    assert page.count('<rect class="fill over"') == MOST_SHOWN + 5


def test_a_share_is_written_as_part_and_whole() -> None:
    assert "40 of 200" in page_of(a_scan(a_sighting(whole=200)))


def test_hostile_names_are_shown_as_text() -> None:
    page = page_of(a_scan(a_sighting(account=HOSTILE, subject=HOSTILE)))
    assert "<script" not in page
    assert "<img" not in page

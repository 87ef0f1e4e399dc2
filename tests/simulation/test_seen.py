"""Each source keeps what it can say of a call, and loses the rest."""

import pytest

from goodstanding.simulation.seen import SIGHTS, Seen
from goodstanding.simulation.writing import FORMATS
from simulation.making import NOON_MS, a_call, inbound


def test_every_format_has_its_sight() -> None:
    assert set(SIGHTS) == set(FORMATS)


# answered at 12:00:04.700 and ended 11.5 s later, so that the whole seconds lie twelve apart
NEAR_THE_LINE = {
    "calls": 11_500,
    "twilio": 11_000,
    "twilio-pages": 11_000,
    "asterisk-csv": 11_000,
    "freeswitch-json": 11_500,
    "freeswitch-csv": 12_000,
    "kamailio-csv": 12_000,
    "jambonz-json": 11_500,
}


@pytest.mark.parametrize("source_format", FORMATS)
def test_a_call_near_the_line_is_as_long_as_its_source_says(source_format: str) -> None:
    call = a_call(started_ms=NOON_MS + 700, talk_ms=11_500)
    assert SIGHTS[source_format](0, call).talk_ms == NEAR_THE_LINE[source_format]


@pytest.mark.parametrize("source_format", FORMATS)
@pytest.mark.parametrize("talk_ms", [11_999, 12_000])
def test_a_call_answered_on_a_whole_second_stays_on_its_side_of_the_line(source_format: str, talk_ms: int) -> None:
    seen = SIGHTS[source_format](0, a_call(talk_ms=talk_ms))
    assert (seen.talk_ms < 12_000) == (talk_ms < 12_000)


def test_twilio_bills_a_call_of_less_than_a_second_as_one() -> None:
    assert SIGHTS["twilio"](1, a_call(talk_ms=400)) == Seen("answered", NOON_MS, 1000, 1)


def test_asterisk_takes_an_answer_without_a_billed_second_for_none() -> None:
    assert SIGHTS["asterisk-csv"](0, a_call(talk_ms=999)).outcome == "no-answer"


def test_asterisk_has_no_word_for_a_caller_who_gave_up() -> None:
    assert SIGHTS["asterisk-csv"](0, a_call(outcome="canceled", talk_ms=0)).outcome == "no-answer"


def test_kamailio_sees_an_unchallenged_call_from_its_answer_on() -> None:
    assert SIGHTS["kamailio-csv"](0, inbound()).started_ms == NOON_MS + 4_000
    assert SIGHTS["kamailio-csv"](0, a_call()).started_ms == NOON_MS

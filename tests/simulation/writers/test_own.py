"""Our own CSV has its columns in their order."""

from goodstanding.simulation.model import SimAccount, SimHolding
from goodstanding.simulation.writers import own
from simulation.making import OWN, SINCE_MS, UNTIL_MS, a_call, a_message


def test_calls_have_milliseconds_and_unanswered_ones_no_talk_time() -> None:
    assert list(own.calls([a_call(talk_ms=11_999), a_call(outcome="no-answer", talk_ms=0)])) == [
        "id,account,direction,outcome,caller,callee,started_at,talk_ms",
        "c000000000,ACone,outbound,answered,+14155550100,+12125550199,2016-02-01T12:00:00.000Z,11999",
        "c000000001,ACone,outbound,no-answer,+14155550100,+12125550199,2016-02-01T12:00:00.000Z,",
    ]


def test_messages_have_status_and_channel() -> None:
    assert list(own.messages([a_message(status="failed", channel="mms")])) == [
        "id,account,direction,status,sender,recipient,sent_at,channel",
        "m000000000,ACone,outbound,failed,+14155550100,+12125550199,2016-02-01T12:00:00.000Z,mms",
    ]


def test_numbers_are_held_until_they_are_released() -> None:
    rows = list(own.numbers([SimHolding(OWN, "ACone", "local", SINCE_MS), SimHolding(OWN, "ACone", "local", SINCE_MS, UNTIL_MS)]))
    assert [row.split(",")[3:] for row in rows] == [
        ["held_from", "held_until"],
        ["2016-02-01T00:00:00.000Z", ""],
        ["2016-02-01T00:00:00.000Z", "2016-03-01T00:00:00.000Z"],
    ]


def test_accounts_say_since_when() -> None:
    assert list(own.accounts([SimAccount("ACbranch", "ACone", "Branch", SINCE_MS)])) == [
        "account,master,name,since",
        "ACbranch,ACone,Branch,2016-02-01T00:00:00.000Z",
    ]

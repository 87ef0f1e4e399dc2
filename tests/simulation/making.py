"""Calls and carriers of a few records, made by hand."""

from goodstanding.periods import Month
from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimHolding, SimMessage

SINCE_MS, UNTIL_MS = Month(2016, 2).bounds_ms("UTC")
NOON_MS = SINCE_MS + 12 * 3_600_000
OWN, OTHER, FREE = 1_415_555_0100, 1_212_555_0199, 1_800_555_0101


def a_call(**changes: object) -> SimCall:
    """Return an answered outbound call of a minute at noon of the first day, with some of it changed."""
    return SimCall("ACone", "outbound", "answered", OWN, OTHER, NOON_MS, 60_000)._replace(**changes)


def inbound(**changes: object) -> SimCall:
    """Return an answered call to the toll-free number."""
    return a_call(direction="inbound", caller=OTHER, callee=FREE)._replace(**changes)


def a_message(**changes: object) -> SimMessage:
    """Return a message that arrived."""
    return SimMessage("ACone", "outbound", "delivered", OWN, OTHER, NOON_MS)._replace(**changes)


def a_carrier(
    *calls: SimCall,
    messages: tuple[SimMessage, ...] = (),
    holdings: tuple[SimHolding, ...] = (),
    accounts: tuple[SimAccount, ...] = (),
) -> Carrier:
    """Return a carrier of one account that holds a local and a toll-free number."""
    year_ms = 365 * 86_400_000
    usual = (SimHolding(OWN, "ACone", "local", SINCE_MS - year_ms), SimHolding(FREE, "ACone", "toll-free", SINCE_MS - year_ms))
    known = accounts or (SimAccount("ACone", "ACone", "One", SINCE_MS),)
    return Carrier("2016-02", SINCE_MS, UNTIL_MS, known, holdings or usual, calls, messages, (SINCE_MS, UNTIL_MS))

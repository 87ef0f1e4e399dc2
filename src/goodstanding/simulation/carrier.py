"""Which customers has the made-up carrier, and what do they do in a month?

Every account is there for one reason: to keep the requirements in an ordinary way, to break one of them, or to sit exactly
on a limit. docs/reference/simulate.md lists them.
"""

from random import Random
from typing import Final

from goodstanding.periods import DAY_MS, Month
from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimMessage
from goodstanding.simulation.town import Town

FEWEST_CALLS: Final = 5_000
TOLL_FREE: Final = 1_800_555_0000
TOLL_FREE_CODES: Final = (800, 833, 844, 855, 866, 877, 888)
UK_FREEPHONE: Final = 44_800_555_0000
MOVING_DAY: Final = 14


def simulate(month: Month, rng: Random, *, calls: int = 200_000) -> Carrier:
    """Make a month of about so many calls, at least 5,000, and half as many messages; small customers keep their exact counts."""
    town = Town(month, rng)
    scale = max(calls, FEWEST_CALLS)
    _contact_centre(town, scale * 40 // 100)
    _one_time_passwords(town, scale * 20 // 100)
    _answering_service(town, scale * 15 // 100)
    _clinic(town, scale * 5 // 100)
    _dialer_with_one_bad_branch(town, scale * 20 // 100)
    _parked_numbers(town)
    _toll_free_breakers(town)
    _exactly_on_each_limit(town)
    _small_ones(town)
    _moves_in_mid_month(town)
    return town.finished()


def _contact_centre(town: Town, calls: int) -> None:
    centre = town.account("harbour", "Harbour Contact Centre")
    north = town.account("harbour-north", "Harbour North", "harbour")
    for place, account in enumerate((centre, north)):
        line = town.number(account, 1_415_555_1000 + place)
        town.outbound(account, line, count=calls * 35 // 100, short=calls * 2 // 100, unanswered=calls * 15 // 100)
        # where sources tell different stories: within a second of the line, and under one second
        for talk_ms in (*range(11_001, 12_000, 97), *range(1, 1000, 170)):
            town.call_out(account, line, town.at(), talk_ms)


def _one_time_passwords(town: Town, calls: int) -> None:
    codes = town.account("keyturn", "Keyturn Codes")
    lines = [town.number(codes, 1_628_555_2000 + place) for place in range(20)]
    for line in lines:
        town.text(codes, line, count=calls // 10, replies=calls // 200)
        town.outbound(codes, line, count=calls // 25, short=calls // 400, unanswered=calls // 100)


def _answering_service(town: Town, calls: int) -> None:
    service = town.account("lantern", "Lantern Answering")
    codes = [1_000_555_0100 + code * 10_000_000 for code in TOLL_FREE_CODES]
    for number in (*codes, UK_FREEPHONE + 1):
        line = town.number(service, number, kind="toll-free")
        town.inbound(service, line, count=calls * 94 // 800, short=calls // 200, incomplete=calls * 6 // 800)


def _clinic(town: Town, calls: int) -> None:
    clinic = town.account("bluebird", "Bluebird Clinic")
    line = town.number(clinic, 1_503_555_3000, kind="mobile")
    town.outbound(clinic, line, count=calls * 8 // 10, short=calls // 200, unanswered=calls * 2 // 10)
    town.text(clinic, line, count=calls, replies=calls // 4)


def _dialer_with_one_bad_branch(town: Town, calls: int) -> None:
    dialer = town.account("acme", "Acme Dialer")
    good = town.account("acme-good", "Acme East", "acme")
    bad = town.account("acme-bad", "Acme West", "acme")
    town.text(dialer, town.number(dialer, 1_702_555_4000), count=50)
    town.outbound(good, town.number(good, 1_702_555_4001), count=calls * 40 // 100, short=calls * 1 // 100)
    town.outbound(
        bad, town.number(bad, 1_702_555_4002), count=calls * 30 // 100, short=calls * 9 // 100, unanswered=calls * 30 // 100
    )


def _parked_numbers(town: Town) -> None:
    parked = town.account("parked", "Parked Numbers")
    for place in range(40):
        town.text(parked, town.number(parked, 1_775_555_5000 + place), count=(0, 1, 2, 5)[place % 4])
    # bought on the second day, given back on the twenty-first: held for part of the month only
    town.text(parked, town.number(parked, 1_775_555_5100, since_day=1), count=1)
    town.number(parked, 1_775_555_5101, until_day=20)
    _two_attempts_that_are_one(town, parked)


def _two_attempts_that_are_one(town: Town, parked: str) -> None:
    """Add numbers whose second attempt is no transmission: a message that failed, a call taken back before it went out."""
    failed = town.number(parked, 1_775_555_5200)
    town.text(parked, failed, count=1)
    town.messages.append(SimMessage(parked, "outbound", "failed", failed, town.someone(), town.at()))
    canceled = town.number(parked, 1_775_555_5201)
    town.text(parked, canceled, count=1)
    town.calls.append(SimCall(parked, "outbound", "canceled", canceled, town.someone(), town.at(), 0))


def _toll_free_breakers(town: Town) -> None:
    night = town.account("nightowl", "Night Owl")
    town.inbound(night, town.number(night, TOLL_FREE + 200, kind="toll-free"), count=900, short=20, incomplete=101)
    hasty = town.account("hasty", "Hasty Helpline")
    town.inbound(hasty, town.number(hasty, TOLL_FREE + 300, kind="toll-free"), count=800, short=121, incomplete=10)


def _exactly_on_each_limit(town: Town) -> None:
    exact = town.account("exactly", "Exactly Ltd")
    line = town.number(exact, 1_808_555_6000)
    free = town.number(exact, TOLL_FREE + 400, kind="toll-free")
    town.outbound(exact, line, count=98, short=9, unanswered=30)
    # answered on a whole second, so that no source moves them over the line
    for talk_ms in (11_999, 12_000):
        town.call_out(exact, line, town.on_the_second(), talk_ms)
    town.inbound(exact, free, count=90, short=9, incomplete=10)
    town.text(exact, town.number(exact, 1_808_555_6001), count=2)


def _small_ones(town: Town) -> None:
    tiny = town.account("tiny", "Tiny Shop")
    town.outbound(tiny, town.number(tiny, 1_907_555_7000), count=11, short=2)
    town.account("quiet", "Quiet House")
    edge = town.account("midnight", "Midnight Oil")
    line = town.number(edge, 1_907_555_7100)
    town.outbound(edge, line, count=30, short=1)
    for started_ms in (town.until_ms - 1, town.until_ms):
        town.call_out(edge, line, started_ms, 5_000)


def _moves_in_mid_month(town: Town) -> None:
    larch = town.account("larch", "Larch Group")
    maple = town.account("maple", "Maple Group")
    mover = town.account("mover", "Moving Branch", "larch")
    moved_ms = town.since_ms + MOVING_DAY * DAY_MS
    town.accounts.append(SimAccount(mover, maple, "Moving Branch", moved_ms))
    town.outbound(larch, town.number(larch, 1_360_555_8100), count=150, short=5)
    line = town.number(mover, 1_360_555_8000)
    # it breaks the limit while it is Larch's, and brings Maple nothing but good calls
    for place in range(400):
        before = place % 2 == 0
        day = town.since_ms if before else moved_ms
        talk_ms = 5_000 if before and place % 8 == 0 else 60_000
        town.call_out(mover, line, day + (place % MOVING_DAY) * DAY_MS + 10 * 3_600_000 + place * 1000, talk_ms)

"""Standing documents to show: each builder gives a sound value, and the test names what matters."""

from datetime import date
from hashlib import sha256
from typing import Any

from goodstanding.measures.standing import (
    AccountStanding,
    Evidence,
    HeldNumber,
    IntakeTally,
    MonthStanding,
    MonthState,
    OtherReading,
    Pace,
    RequirementStanding,
    Share,
    Standing,
    StandingDocument,
    Verdict,
)
from goodstanding.policy.clause import Limit

TENTH = Limit(1, 10)
NONE = Limit(0, 1)


def judged(part: int, whole: int, limit: Limit) -> Verdict:
    if whole == 0:
        return Verdict.NOT_ASSESSABLE
    return Verdict.VIOLATED if limit.is_exceeded_by(part, whole) else Verdict.COMPLIES


def calls_to_cure(part: int, whole: int, limit: Limit) -> int | None:
    return -(-part * limit.whole // limit.part) - whole if limit.part else None


def room_left(part: int, whole: int, limit: Limit) -> int:
    return max(0, (limit.part * whole - part * limit.whole) // (limit.whole - limit.part)) if limit.whole > limit.part else whole


def around(part: int, whole: int) -> tuple[float, float]:
    """Wilson's bounds, to show; the measures' own tests hold them exact."""
    if whole == 0:
        return 0.0, 1.0
    share, square = part / whole, 1.96**2
    reach = 1.96 * (share * (1 - share) / whole + square / (4 * whole * whole)) ** 0.5
    middle, scale = share + square / (2 * whole), 1 + square / whole
    return round(max((middle - reach) / scale, 0.0), 6), round(min((middle + reach) / scale, 1.0), 6)


def a_requirement(clause: str = "req-2", part: int = 0, whole: int = 0, **other: Any) -> RequirementStanding:
    limit = other.pop("limit", NONE if clause == "req-1" else TENTH)
    verdict = judged(part, whole, limit)
    values: dict[str, Any] = {
        "clause": clause,
        "verdict": verdict,
        "reading": {"req-1": "any-attempt", "req-4": "all-attempts"}.get(clause, "answered-calls"),
        "part": part,
        "whole": whole,
        "limit": limit,
        "edge": 0,
        "small_sample": 0 < whole < 20 and clause != "req-1",
        "room": room_left(part, whole, limit),
        "to_cure": calls_to_cure(part, whole, limit) if verdict is Verdict.VIOLATED else None,
        "interval": around(part, whole),
        "shares": (),
        "readings": (),
        "evidence": Evidence(part, sha256(f"{clause} {part}".encode()).hexdigest()),
        "numbers": () if clause == "req-1" else None,
        "not_assessed": 0 if clause == "req-1" else None,
    }
    return RequirementStanding(**values | other)


def a_standing(*requirements: RequirementStanding, at_risk: bool = False) -> Standing:
    verdicts = {one.verdict for one in requirements}
    if Verdict.VIOLATED in verdicts:
        return Standing.VIOLATED
    if at_risk:
        return Standing.AT_RISK
    return Standing.GOOD if Verdict.COMPLIES in verdicts else Standing.NOT_ASSESSABLE


def an_account(name: str, *requirements: RequirementStanding, at_risk: bool = False, account: str = "") -> AccountStanding:
    given = {one.clause: one for one in requirements}
    full = tuple(given.get(clause) or a_requirement(clause) for clause in ("req-1", "req-2", "req-3", "req-4"))
    return AccountStanding(
        account or "AC-" + name.split(" ", maxsplit=1)[0].lower(), name, a_standing(*full, at_risk=at_risk), full
    )


def a_month(*accounts: AccountStanding, **other: Any) -> MonthStanding:
    values = {"month": "2016-02", "edition": "2016-02-01", "rows": 84, "calls": 36, "unanswered": 6, "messages": 12}
    return MonthStanding(**values | other, accounts=accounts)


def a_document(*months: MonthStanding, intake: tuple[IntakeTally, ...] = (), zone: str = "UTC") -> StandingDocument:
    return StandingDocument("2016-02-01", zone, intake, months)


def a_tally(file: str = "calls.csv", **other: Any) -> IntakeTally:
    values: dict[str, Any] = {
        "source": "asterisk-csv",
        "read": 84,
        "accepted": 84,
        "duplicate": 0,
        "rejected": 0,
        "reasons": {},
        "notes": {},
    }
    return IntakeTally(file=file, **values | other)


def a_dialler() -> AccountStanding:
    """One sub-account makes most of the short calls."""
    short = a_requirement(
        "req-2",
        4000,
        28000,
        edge=241,
        shares=(Share("AC-acme-blast", 3600, 12000), Share("AC-acme-desk", 400, 16000)),
        readings=(
            OtherReading("all-attempts", 16000, 40000, Verdict.VIOLATED),
            OtherReading("six-seconds", 2197, 28000, Verdict.COMPLIES),
        ),
    )
    return an_account("Acme Dialer", a_requirement("req-1", 0, 3), short)


def a_hoarder() -> AccountStanding:
    numbers = tuple(HeldNumber(f"+1202555{place:04d}", place % 2) for place in range(100, 120))
    idle = a_requirement("req-1", 20, 40, to_cure=30, numbers=numbers, not_assessed=1)
    return an_account("Parked Numbers", idle)


def a_small_shop() -> AccountStanding:
    return an_account("Tiny Shop", a_requirement("req-2", 2, 11))


def one_at_each_limit() -> AccountStanding:
    return an_account(
        "Exactly Ltd",
        a_requirement("req-2", 10, 100),
        a_requirement("req-3", 9, 90),
        a_requirement("req-4", 10, 100),
        at_risk=True,
    )


def a_contact_centre() -> AccountStanding:
    return an_account("Bluebird Clinic", a_requirement("req-1", 0, 12), a_requirement("req-2", 40, 9120))


def a_carrier_month(**other: Any) -> MonthStanding:
    return a_month(
        a_contact_centre(),
        a_small_shop(),
        an_account("Quiet House"),
        one_at_each_limit(),
        a_hoarder(),
        a_dialler(),
        **{"state": MonthState.CLOSED, "sha256": sha256(b"february").hexdigest()} | other,
    )


def an_open_month() -> MonthStanding:
    pace = Pace(12, 6000, 40000, (0.146535, 0.153532), date(2016, 3, 20), Verdict.VIOLATED)
    heading = a_requirement("req-2", 1400, 15000, pace=pace)
    return a_month(
        an_account("Swift Calls", heading, at_risk=True), month="2016-03", state=MonthState.OPEN, data_until_ms=1_457_776_800_000
    )


def a_full_document() -> StandingDocument:
    damaged = a_tally(
        "exports/february.csv",
        read=90,
        accepted=84,
        duplicate=2,
        rejected=4,
        reasons={"time-missing": 1, "zone-not-declared": 3},
        notes={"unfinished": 5},
    )
    return a_document(a_carrier_month(), an_open_month(), intake=(a_tally(), damaged))

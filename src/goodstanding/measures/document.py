"""How is a standing written as JSON, and read again? The contract of `check --json` and of closed months."""

from datetime import date
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


def to_json(document: StandingDocument) -> dict[str, Any]:
    """Write a whole document."""
    return {
        "edition": document.edition,
        "zone": document.zone,
        "intake": [intake_to_json(tally) for tally in document.intake],
        "months": [month_to_json(month) for month in document.months],
    }


def intake_to_json(tally: IntakeTally) -> dict[str, Any]:
    """Write what became of one file."""
    return {
        "file": tally.file,
        "source": tally.source,
        "read": tally.read,
        "accepted": tally.accepted,
        "duplicate": tally.duplicate,
        "rejected": tally.rejected,
        "reasons": tally.reasons,
        "notes": tally.notes,
    }


def month_to_json(month: MonthStanding) -> dict[str, Any]:
    """Write one month of all master accounts."""
    written: dict[str, Any] = {
        "month": month.month,
        "edition": month.edition,
        "rows": month.rows,
        "calls": month.calls,
        "unanswered": month.unanswered,
        "messages": month.messages,
        "accounts": [_account(account) for account in month.accounts],
    }
    if month.state is not None:
        written |= {"state": str(month.state), "data_until_ms": month.data_until_ms, "sha256": month.sha256}
    return written


def _account(account: AccountStanding) -> dict[str, Any]:
    return {
        "account": account.account,
        "name": account.name,
        "standing": str(account.standing),
        "requirements": [_requirement(one) for one in account.requirements],
    }


def _requirement(one: RequirementStanding) -> dict[str, Any]:
    written: dict[str, Any] = {
        "clause": one.clause,
        "verdict": str(one.verdict),
        "reading": one.reading,
        "part": one.part,
        "whole": one.whole,
        "limit": {"part": one.limit.part, "whole": one.limit.whole},
        "edge": one.edge,
        "small_sample": one.small_sample,
        "room": one.room,
        "interval": list(one.interval),
        "shares": [{"account": share.account, "part": share.part, "whole": share.whole} for share in one.shares],
        "readings": [
            {"reading": other.reading, "part": other.part, "whole": other.whole, "verdict": str(other.verdict)}
            for other in one.readings
        ],
        "evidence": {"records": one.evidence.records, "sha256": one.evidence.sha256},
    }
    if one.verdict is Verdict.VIOLATED:
        written["to_cure"] = one.to_cure
    if one.numbers is not None:
        written["numbers"] = [{"number": n.number, "transmissions": n.transmissions} for n in one.numbers]
        written["not_assessed"] = one.not_assessed
    if one.pace is not None:
        written["pace"] = _pace(one.pace)
    return written


def _pace(pace: Pace) -> dict[str, Any]:
    return {
        "days_counted": pace.days_counted,
        "part": pace.part,
        "whole": pace.whole,
        "interval": list(pace.interval),
        "crosses_on": pace.crosses_on.isoformat() if pace.crosses_on else None,
        "verdict": str(pace.verdict),
    }


def month_from_json(value: dict[str, Any]) -> MonthStanding:
    """Read one month again as it was written."""
    return MonthStanding(
        month=value["month"],
        edition=value["edition"],
        rows=value["rows"],
        calls=value["calls"],
        unanswered=value["unanswered"],
        messages=value["messages"],
        accounts=tuple(_read_account(account) for account in value["accounts"]),
        state=MonthState(value["state"]) if "state" in value else None,
        data_until_ms=value.get("data_until_ms"),
        sha256=value.get("sha256"),
    )


def _read_account(value: dict[str, Any]) -> AccountStanding:
    requirements = tuple(_read_requirement(one) for one in value["requirements"])
    return AccountStanding(value["account"], value["name"], Standing(value["standing"]), requirements)


def _read_requirement(value: dict[str, Any]) -> RequirementStanding:
    numbers = value.get("numbers")
    return RequirementStanding(
        clause=value["clause"],
        verdict=Verdict(value["verdict"]),
        reading=value["reading"],
        part=value["part"],
        whole=value["whole"],
        limit=Limit(**value["limit"]),
        edge=value["edge"],
        small_sample=value["small_sample"],
        room=value["room"],
        to_cure=value.get("to_cure"),
        interval=(value["interval"][0], value["interval"][1]),
        shares=tuple(Share(**share) for share in value["shares"]),
        readings=tuple(
            OtherReading(other["reading"], other["part"], other["whole"], Verdict(other["verdict"])) for other in value["readings"]
        ),
        evidence=Evidence(**value["evidence"]),
        numbers=None if numbers is None else tuple(HeldNumber(**number) for number in numbers),
        not_assessed=value.get("not_assessed"),
        pace=_read_pace(value["pace"]) if "pace" in value else None,
    )


def _read_pace(value: dict[str, Any]) -> Pace:
    return Pace(
        days_counted=value["days_counted"],
        part=value["part"],
        whole=value["whole"],
        interval=(value["interval"][0], value["interval"][1]),
        crosses_on=date.fromisoformat(value["crosses_on"]) if value["crosses_on"] else None,
        verdict=Verdict(value["verdict"]),
    )

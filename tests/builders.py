"""Small inputs in the formats of real sources; every number is from a range set aside for fiction."""

from pathlib import Path

ACCOUNT = "AC00000000000000000000000000000001"
HEADER = "sid,account_sid,date_created,start_time,status,direction,from,to,duration,parent_call_sid,date_updated"


def a_call(place: int, *, seconds: object = 60, status: str = "completed", direction: str = "outbound-api", **other: str) -> str:
    """Return one Twilio call as a CSV row."""
    at = other.get("at", "2016-02-10T12:00:00Z")
    cells = [
        other.get("sid", f"CA{place:032d}"), other.get("account", ACCOUNT), at, at, status, direction,
        other.get("caller", "+14155550100"), other.get("callee", "+12125550199"), str(seconds) if status == "completed" else "",
        other.get("parent", ""), other.get("updated", ""),
    ]  # fmt: skip
    return ",".join(cells)


def calls_file(folder: Path, rows: list[str], name: str = "calls.csv") -> Path:
    """Write a Twilio calls CSV."""
    path = folder / name
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def short_of(short: int, whole: int) -> list[str]:
    """Return calls of which `short` last 11 seconds and the rest a minute."""
    return [a_call(place, seconds=11 if place < short else 60) for place in range(whole)]

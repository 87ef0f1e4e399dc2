"""Which detectors see numbers shown that are not the account's to show?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.kept import Kept

_HERE: Final = Path(__file__).parent
_READS: Final = ("owned_numbers", "caller_days")
_OUTBOUND: Final = "r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"
_SHARE: Final = Parameter("per_thousand", "of a thousand calls", most=1000)


def _of_callers(condition: str) -> str:
    return (
        f"{_OUTBOUND} AND (t.master, r.caller, r.started_ms - r.started_ms % 86400000) IN "
        f"(SELECT (d.master, d.caller, d.day_ms) FROM caller_days AS d WHERE {condition})"
    )


_FOREIGN: Final = "d.owned = 0 AND d.relayed = 0"

FOREIGN_CALLERS: Final = Detector(
    name="foreign-callers",
    signal="P17.1",
    clause="use-17",
    sees="calls that show many numbers the account never held",
    blind_to="one borrowed number shown all day, which is how a verified number of one's own looks; accounts without an inventory; "
    "calls that withhold their number",
    text=_HERE / "foreign_callers.sql",
    parameters=(
        Parameter("callers", "numbers shown that the tree never held, in a day", least=2),
        Parameter("calls", "calls that show them", least=2),
        _SHARE,
    ),
    line="per_thousand",
    why="{strength} of {whole} calls of a day showed numbers that the account never held, {callers} numbers or more",
    records=Records("calls", "started_ms", where=_of_callers(_FOREIGN)),
    needs=("held",),
    reads=_READS,
    source="the provider's duty to know the right to a number, 47 CFR 64.6301 and ATIS-1000074",
)

FOREIGN_SENDERS: Final = Detector(
    name="foreign-senders",
    signal="P17.1",
    clause="use-17",
    sees="messages from many numbers the account never held",
    blind_to="one borrowed number used all day; short codes and senders that are no numbers; accounts without an inventory",
    text=_HERE / "foreign_senders.sql",
    parameters=(
        Parameter("senders", "numbers used that the tree never held, in a day", least=2),
        Parameter("messages", "messages from them", least=2),
        Parameter("per_thousand", "of a thousand messages", most=1000),
    ),
    line="per_thousand",
    why="{strength} of {whole} messages of a day came from numbers that the account never held, {senders} numbers or more",
    records=Records(
        "messages",
        "at_ms",
        where="r.direction = 2 AND r.sender >= 10000000 "
        "AND (t.master, r.sender) NOT IN (SELECT (o.master, o.number) FROM owned_numbers AS o)",
    ),
    needs=("held",),
    reads=("owned_numbers",),
    source="the provider's duty to know the right to a number",
)

FORBIDDEN_CALLERS: Final = Detector(
    name="forbidden-callers",
    signal="P17.2",
    clause="use-17",
    sees="calls that show a number whose holder never calls with it",
    blind_to="numbers that relay calls, once the number shown has called in that day",
    text=_HERE / "forbidden_callers.sql",
    parameters=(Parameter("calls", "calls of a day that show such a number"),),
    line="calls",
    why="{strength} calls of a day showed a number on the do-not-originate list, where {line} are enough",
    records=Records("calls", "started_ms", subject="r.caller", where=_OUTBOUND),
    needs=("listed:do-not-originate",),
    reads=_READS,
    source="47 CFR 64.1200(k) and (o): calls to be blocked",
)

INVALID_CALLERS: Final = Detector(
    name="invalid-callers",
    signal="P17.3",
    clause="use-17",
    sees="calls that show a number nobody can have",
    blind_to="ranges that are not handed out yet, unless a list says so; extensions of a telephone system; "
    "accounts without an inventory",
    text=_HERE / "invalid_callers.sql",
    parameters=(
        Parameter("calls", "calls of a day that show such numbers"),
        Parameter("fictions", "numbers set aside for fiction that must be shown before they count"),
    ),
    line="calls",
    why="{strength} calls of a day showed numbers that nobody can have, where {line} are enough",
    records=Records(
        "calls",
        "started_ms",
        where=_of_callers(f"{_FOREIGN} AND (d.impossible = 1 OR (d.fictional = 1 AND d.fictions >= $fictions))"),
    ),
    needs=("held",),
    reads=_READS,
    source="ITU-T E.164, the North American Numbering Plan, 47 CFR 64.1200(k)",
)

NEIGHBOUR_CALLERS: Final = Detector(
    name="neighbour-callers",
    signal="P17.4",
    clause="use-17",
    sees="calls that show ever other numbers of the called number's own exchange",
    blind_to="local presence with numbers the account holds, which is allowed; numbers that share the area code alone",
    text=_HERE / "neighbour_callers.sql",
    parameters=(
        Parameter("callers", "numbers shown that look like the called number, in a day", least=2),
        Parameter("calls", "calls that show them", least=2),
        _SHARE,
    ),
    line="per_thousand",
    why="{strength} of {whole} calls of a day showed a number of the called number's own exchange that the account never held",
    records=Records(
        "calls",
        "started_ms",
        where="r.caller - r.caller % 10000 = r.callee - r.callee % 10000 AND r.caller <> r.callee AND " + _of_callers(_FOREIGN),
    ),
    needs=("held",),
    reads=_READS,
    source="FCC advisories on neighbour spoofing",
)

CALLER_ROTATION: Final = Detector(
    name="caller-rotation",
    signal="P17.5",
    clause="use-17",
    sees="calls spread so thinly over many numbers that none stands out: numbers of others, or a run of short calls",
    blind_to="rotation over fewer numbers; runs over own numbers that people talk to for long; numbers withheld",
    text=_HERE / "caller_rotation.sql",
    parameters=(
        Parameter("callers", "numbers shown in a day", least=10),
        Parameter("calls_each", "calls for each number at most, on average"),
        Parameter("own_callers", "numbers shown in a day, where they may be the account's own", least=10),
        Parameter("own_calls_each", "calls for each number at most, on average, where they may be the account's own"),
        Parameter("short_s", "seconds below which a call is short or was not taken"),
        Parameter("short_per_thousand", "of a thousand calls that must be short", most=1000),
        Parameter("new_per_thousand", "different called numbers for a thousand calls", most=1000),
        Parameter("inbound_per_thousand", "calls back for a thousand calls at most", least=0, most=1000),
    ),
    line="callers",
    why="calls of a day showed {strength} numbers, {calls_each} calls each or fewer; they were short, or showed numbers of others",
    records=Records("calls", "started_ms", where=f"{_OUTBOUND} AND r.caller IS NOT NULL"),
    reads=_READS,
    source="carriers' analytics on numbers used in rotation",
)

WEAK_ATTESTATION: Final = Detector(
    name="weak-attestation",
    signal="P17.6",
    clause="use-17",
    sees="calls that show the account's own numbers and are not attested as such",
    blind_to="calls without signalling records; why the attestation was withheld, which may be the provider's own doing",
    text=_HERE / "weak_attestation.sql",
    parameters=(Parameter("calls", "calls of a day attested B or C", least=2), _SHARE),
    line="per_thousand",
    why="{strength} of {whole} calls of a day that showed the account's own numbers were attested B or C",
    records=Records(
        "signalling",
        "at_ms",
        where="r.attestation IN (2, 3) AND (t.master, r.account, r.call_id) IN (SELECT (o.master, c.account, c.id) FROM calls AS c "
        "INNER JOIN owned_numbers AS o ON o.number = c.caller WHERE c.direction = 2)",
    ),
    needs=("signalling", "held"),
    reads=("owned_numbers",),
    source="ATIS-1000074: levels of attestation",
)

CALLER_KEPT: Final = (
    Kept("owned_numbers", _HERE / "owned_numbers.sql"),
    Kept("caller_days", _HERE / "caller_days.sql", reads=("owned_numbers",)),
)
CALLER_DETECTORS: Final = (
    *(FOREIGN_CALLERS, FOREIGN_SENDERS, FORBIDDEN_CALLERS, INVALID_CALLERS),
    *(NEIGHBOUR_CALLERS, CALLER_ROTATION, WEAK_ATTESTATION),
)

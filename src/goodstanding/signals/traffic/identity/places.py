"""Which detectors see calls and messages to where no program should send any?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_OUTBOUND: Final = "r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"
_SHARE: Final = Parameter("per_thousand", "of a thousand outbound calls", most=1000)


def _on(name: str) -> str:
    return (
        f"(SELECT l.low FROM listed AS l WHERE l.list = '{name}' AND l.low = l.high "
        f"UNION ALL SELECT n.number FROM number_lists AS n WHERE n.list = '{name}')"
    )


def _prefix(number: str) -> str:
    return f"CAST(SUBSTR(CAST({number} AS VARCHAR), 1, 7) AS BIGINT)"


def _within(number: str, name: str) -> str:
    return f"{_prefix(f'r.{number}')} IN (SELECT p.prefix FROM prefix_lists AS p WHERE p.list = '{name}')"


EMERGENCY_CALLS: Final = Detector(
    name="emergency-calls",
    signal="P4.1",
    clause="use-04",
    sees="so many calls to emergency numbers, of so few calls in all, that no people in need make them",
    blind_to="single automated calls; calls hidden in the traffic of a master account with very many people",
    text=_HERE / "emergency_calls.sql",
    parameters=(Parameter("calls", "calls to emergency numbers in a day", least=2), _SHARE),
    line="per_thousand",
    why="{strength} of {whole} outbound calls of a day went to emergency numbers, where {calls} are many",
    records=Records(
        "calls", "started_ms", where=f"{_OUTBOUND} AND (r.callee IN (911, 112, 999) OR r.callee IN {_on('emergency')})"
    ),
    source="47 CFR 64.1200(a)(1)(i)",
)

EMERGENCY_MESSAGES: Final = Detector(
    name="emergency-messages",
    signal="P4.1",
    clause="use-04",
    sees="messages sent to emergency numbers by a program",
    blind_to="numbers of emergency services that no list names",
    text=_HERE / "emergency_messages.sql",
    parameters=(Parameter("messages", "messages to an emergency number in a day", least=2),),
    line="messages",
    why="{strength} messages of a day went to an emergency number, where {line} are many",
    records=Records("messages", "at_ms", subject="r.recipient", where="r.direction = 2"),
    source="47 CFR 64.1200(a)(1)(i)",
)

PROTECTED_LINES: Final = Detector(
    name="protected-lines",
    signal="P4.2",
    clause="use-04",
    sees="a run of calls to ever new numbers that takes in patients' rooms and other protected lines",
    blind_to="ranges on the list of a whole exchange or more; days on which one of these lines called back",
    text=_HERE / "protected_lines.sql",
    parameters=(
        Parameter("lines", "protected lines called in a day", least=2),
        Parameter("calls", "outbound calls of that day", least=10),
        Parameter("new_per_thousand", "different called numbers for a thousand calls", most=1000),
    ),
    line="lines",
    why="a day's run of calls to ever new numbers took in {strength} protected lines, where {line} are many",
    records=Records("calls", "started_ms", where=f"{_OUTBOUND} AND r.callee IN {_on('protected')}"),
    needs=("listed:protected",),
    source="47 CFR 64.1200(a)(1)(ii)",
)

SANCTIONED_CALLS: Final = Detector(
    name="sanctioned-calls",
    signal="P13.1",
    clause="use-13",
    sees="calls to territories under sanctions",
    blind_to="territories without a country code of their own; licences that allow the calls; roaming",
    text=_HERE / "sanctioned_calls.sql",
    parameters=(Parameter("days", "days of a window", most=31), Parameter("calls", "calls to such territories in that time")),
    line="calls",
    why="{strength} calls within {days} days went to territories on the list of sanctioned ones, where {line} are enough",
    records=Records("calls", "started_ms", where=f"{_OUTBOUND} AND {_within('callee', 'sanctioned')}"),
    needs=("listed:sanctioned",),
    source="programmes of the Office of Foreign Assets Control, 31 CFR chapter V",
)

SANCTIONED_MESSAGES: Final = Detector(
    name="sanctioned-messages",
    signal="P13.1",
    clause="use-13",
    sees="messages to territories under sanctions",
    blind_to="territories without a country code of their own; licences that allow the messages; roaming",
    text=_HERE / "sanctioned_messages.sql",
    parameters=(Parameter("days", "days of a window", most=31), Parameter("messages", "messages to such territories in that time")),
    line="messages",
    why="{strength} messages within {days} days went to territories on the list of sanctioned ones, where {line} are enough",
    records=Records("messages", "at_ms", where=f"r.direction = 2 AND {_within('recipient', 'sanctioned')}"),
    needs=("listed:sanctioned",),
    source="programmes of the Office of Foreign Assets Control, 31 CFR chapter V",
)

STIMULATED_RANGES: Final = Detector(
    name="stimulated-ranges",
    signal="P11.8",
    clause="use-11",
    sees="traffic steered to ranges whose carriers charge more for taking calls",
    blind_to="ranges no list names; exchanges in which the account holds numbers",
    text=_HERE / "stimulated_ranges.sql",
    parameters=(Parameter("calls", "calls to such ranges in a day", least=2), _SHARE),
    line="per_thousand",
    why="{strength} of {whole} outbound calls of a day went to ranges on the high-cost list",
    records=Records(
        "calls",
        "started_ms",
        where=f"{_OUTBOUND} AND ({_within('callee', 'high-cost')} OR r.callee IN {_on('high-cost')}) "
        f"AND (t.master, {_prefix('r.callee')}) "
        f"NOT IN (SELECT (o.master, {_prefix('o.number')}) FROM owned_numbers AS o)",
    ),
    needs=("listed:high-cost",),
    reads=("owned_numbers",),
    source="47 CFR 61.3(bbb): access stimulation; limits of wholesale contracts",
)

PLACE_DETECTORS: Final = (
    *(EMERGENCY_CALLS, EMERGENCY_MESSAGES, PROTECTED_LINES),
    *(SANCTIONED_CALLS, SANCTIONED_MESSAGES, STIMULATED_RANGES),
)

"""Which detectors see lists that nobody looked after: bad numbers, people who want no more, people who were not asked?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_LATE: Final = (
    "r.id IN (SELECT a.id FROM after_stop AS a WHERE a.at_ms > a.stop_ms + $grace_s * 1000 "
    "AND (a.spoke_ms IS NULL OR a.spoke_ms < a.stop_ms OR a.at_ms > a.spoke_ms + $answer_s * 1000))"
)
_GRACE: Final = (
    Parameter("grace_s", "seconds after the wish in which it may be confirmed", most=86_400),
    Parameter("answer_s", "seconds in which something else the person wrote may be answered", most=1_000_000),
)

OPT_OUT_IGNORED: Final = Detector(
    name="opt-out-ignored",
    signal="P7.3",
    clause="use-07",
    sees="messages to people who had asked to stop and had not come back",
    blind_to="a wish to stop in other words than a keyword, or over another channel; records without text and without a ledger",
    text=_HERE / "opt_out_ignored.sql",
    parameters=(*_GRACE, Parameter("messages", "such messages in a day")),
    line="messages",
    why="{strength} messages in a day went to people who had asked to stop, where {line} are no slip",
    records=Records("messages", "at_ms", where=_LATE),
    needs=("messages", "bodies"),
    reads=("after_stop",),
    source="CTIA Messaging Principles 5.1.3; 47 CFR 64.1200(a)(12) for the confirmation",
)
OPT_OUT_WORN_DOWN: Final = Detector(
    name="opt-out-worn-down",
    signal="P7.3",
    clause="use-07",
    sees="one person who is written to again and again after asking to stop",
    blind_to="the same as opt-out-ignored; numbers that have changed hands",
    text=_HERE / "opt_out_worn_down.sql",
    parameters=(*_GRACE, Parameter("messages", "such messages to one person", least=2)),
    line="messages",
    why="{strength} messages went to one person who had asked to stop, where {line} are no slip",
    records=Records("messages", "at_ms", subject="r.recipient", where=_LATE),
    needs=("messages", "bodies"),
    reads=("after_stop",),
    source="CTIA Messaging Principles 5.1.3; 47 CFR 64.1200(a)(12) for the confirmation",
)
OPT_OUT_RATE: Final = Detector(
    name="opt-out-rate",
    signal="P7.4",
    clause="use-07",
    sees="a day on which many of those who got a message asked to stop",
    blind_to="small lists; wishes to stop in other words; people who block the number instead",
    text=_HERE / "opt_out_rate.sql",
    parameters=(
        Parameter("least", "people who got a message that day", least=20),
        Parameter("stops", "people who asked to stop that day", least=3),
        Parameter("line", "of a thousand, where few said anything else", most=1000),
        Parameter("outright", "of a thousand, whatever else was said", most=1000),
    ),
    line="line",
    why="{strength} of {whole} people who got a message asked to stop that day, more than {line} of a thousand",
    records=Records("messages", "at_ms", where="r.direction = 1 AND r.says = 3"),
    needs=("messages", "bodies"),
    reads=("sender_days",),
    source="carriers' and resellers' lines: 2 to 2.5 % locks, 5 % flagged, 10 % suspended",
)
ERROR_RATE: Final = Detector(
    name="error-rate",
    signal="P7.5",
    clause="use-07",
    sees="a day on which many messages could not be delivered",
    blind_to="small lists; an outage of a carrier, which looks the same from here",
    text=_HERE / "error_rate.sql",
    parameters=(
        Parameter("least", "messages with a final status that day", least=20),
        Parameter("line", "of a thousand that failed", most=1000),
    ),
    line="line",
    why="{strength} of {whole} messages failed that day, more than {line} of a thousand",
    records=Records(
        "messages",
        "at_ms",
        where="r.direction = 2 AND r.status IN ('failed', 'undelivered') AND COALESCE(r.error, 0) NOT IN (21610, 30032, 30034) "
        "AND (COALESCE(r.error, 0) < 63000 OR r.error >= 64000)",
    ),
    needs=("messages",),
    reads=("sender_days",),
    source="resellers' lines: 0 to 6 % good, 8 % warned, 12 % locked",
)
UNREGISTERED: Final = Detector(
    name="unregistered",
    signal="P7.7",
    clause="use-07",
    sees="messages that carriers refused because their number is not registered",
    blind_to="unregistered numbers that carriers let pass",
    text=_HERE / "unregistered.sql",
    parameters=(Parameter("refusals", "refused messages in a day"),),
    line="refusals",
    why="{strength} messages were refused that day for a missing registration, where {line} are no slip",
    records=Records("messages", "at_ms", where="r.direction = 2 AND r.error IN (30032, 30034)"),
    needs=("messages", "errors"),
    source="Twilio errors 30034 and 30032",
)
NOT_A_PERSON: Final = Detector(
    name="not-a-person",
    signal="P7.6",
    clause="use-07",
    sees="a number for persons that sends as a machine does",
    blind_to="traffic spread over numbers (snowshoe, grey-route); accounts of which nobody said whether they are registered",
    text=_HERE / "not_a_person.sql",
    parameters=(
        Parameter("line", "messages by one number in a day"),
        Parameter("replies", "answers to a thousand messages, below which it is no conversation", most=1000),
    ),
    line="line",
    why="one number sent {strength} messages in a day and was hardly answered, where a person sends up to {line}",
    records=Records("messages", "at_ms", subject="r.sender", where="r.direction = 2"),
    needs=("messages", "profiles"),
    reads=("sender_days",),
    source="CTIA Messaging Principles 4.1.1: 1,000 a day, about one answer to one message",
)
OFF_CHANNEL: Final = Detector(
    name="off-channel",
    signal="P10.6",
    clause="use-10",
    sees="messages over an application to many people who do not use it, as when somebody looks for those who do",
    blind_to="probing that asks the interface and sends nothing",
    text=_HERE / "off_channel.sql",
    parameters=(
        Parameter("least", "such messages that day", least=10),
        Parameter("line", "of a thousand by the same numbers", most=1000),
    ),
    line="line",
    why="{strength} of {whole} messages met nobody on their channel that day, more than {line} of a thousand",
    records=Records("messages", "at_ms", where="r.direction = 2 AND r.error >= 63000 AND r.error < 64000"),
    needs=("messages", "errors"),
    reads=("sender_days",),
    source="clause map P10.6, our default; Twilio errors 63000 to 63999",
)

LISTS: Final = (OPT_OUT_IGNORED, OPT_OUT_WORN_DOWN, OPT_OUT_RATE, ERROR_RATE, UNREGISTERED, NOT_A_PERSON, OFF_CHANNEL)

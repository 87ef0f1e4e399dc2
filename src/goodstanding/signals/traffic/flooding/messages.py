"""Which detectors see too many messages at once?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.kept import Kept

_HERE: Final = Path(__file__).parent
_KNOWN: Final = (
    Parameter("days", "days that are looked back", most=60),
    Parameter("known_days", "of them with a message, from which on somebody is known", most=60),
    Parameter("known_times", "times as many to somebody known"),
)

MESSAGE_BOMB: Final = Detector(
    name="message-bomb",
    signal="P5.3",
    clause="use-05",
    sees="many messages to one recipient within minutes, without an answer in between",
    blind_to="a bomb spread over master accounts; the first alerts that an on-call engineer asked for",
    text=_HERE / "message_bomb.sql",
    parameters=(
        Parameter("within_s", "seconds in which the messages fall", most=7200),
        Parameter("messages", "messages to one recipient within that time", least=5),
        *_KNOWN,
    ),
    line="messages",
    why="{strength} messages went to one number within {within_s} seconds, unanswered, where {line} are many",
    records=Records("messages", "at_ms", subject="r.recipient", where="r.direction = 2"),
    needs=("messages",),
    reads=("busy_parties",),
    days_before=28,
    source="clause map P5.3, our default",
)
UNANSWERED_MESSAGES: Final = Detector(
    name="unanswered-messages",
    signal="P5.3",
    clause="use-05",
    sees="many messages in a row to one recipient in a day, without an answer in between",
    blind_to="a feed that its reader asked for; a flood that is answered now and then",
    text=_HERE / "unanswered_messages.sql",
    parameters=(Parameter("messages", "messages in a row to one recipient in a day", least=5), *_KNOWN),
    line="messages",
    why="{strength} messages went to one number in a day and none came back in between, where {line} are many",
    records=Records("messages", "at_ms", subject="r.recipient", where="r.direction = 2"),
    needs=("messages",),
    reads=("busy_parties",),
    days_before=28,
    source="clause map P5.3, our default",
)
MESSAGE_LOOP: Final = Detector(
    name="message-loop",
    signal="P5.5",
    clause="use-05",
    sees="messages that go to and fro faster than anybody types",
    blind_to="a loop through a third number; one slower than its time, as between two people",
    text=_HERE / "message_loop.sql",
    parameters=(
        Parameter("within_s", "seconds in which the turns fall", most=3600),
        Parameter("own_within_s", "seconds in which they fall between two numbers of its own", most=3600),
        Parameter("turns", "turns within that time", least=10),
    ),
    line="turns",
    why="messages turned {strength} times within {within_s} seconds, {own_within_s} between own numbers, where {line} turns are "
    "more than people take",
    records=Records("messages", "at_ms", subject="CASE WHEN r.direction = 2 THEN r.recipient ELSE r.sender END"),
    needs=("messages",),
    reads=("busy_parties",),
    source="clause map P5.5, our default; Twilio error 30039",
)

MESSAGE_KEPT: Final = (Kept("busy_parties", _HERE / "busy_parties.sql"),)
MESSAGE_DETECTORS: Final = (MESSAGE_BOMB, UNANSWERED_MESSAGES, MESSAGE_LOOP)

"""Which detectors see what one person is called: too often, in silence, at night, from ever other numbers?"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_OUTBOUND: Final = "r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"
_SHOWN: Final = (
    Parameter("recipients", "numbers contacted so before the first is shown, and with it"),
    Parameter("shown", "numbers shown at most"),
)

REPEATED_CALLS: Final = Detector(
    name="repeated-calls",
    signal="P9.1",
    clause="use-09",
    sees="calls to one person within a week, on several days, who takes none for long and never calls back",
    blind_to="messages; what was said; call-backs over another provider; persons talked with for 45 seconds before",
    text=_HERE / "repeated_contact.sql",
    parameters=(
        Parameter("attempts", "calls to the number within seven days", least=8),
        Parameter("days", "days they fall on", most=8),
        Parameter("hours", "clock hours they fall in", most=168),
        Parameter("idle", "per thousand of them not answered or over within 10 seconds", most=1000),
        *_SHOWN,
    ),
    line="attempts",
    why="{strength} calls within seven days went to a number that never called back nor talked, where {line} are many",
    records=Records("calls", "started_ms", subject="r.callee", where=_OUTBOUND),
    reads=("repeat_calls", "one_sided"),
    days_before=7,
    source="12 CFR 1006.14(b)(2): more than seven calls in seven days are presumed too many for a debt collector",
)
EITHER_WAY: Final = Detector(
    name="calls-and-messages",
    signal="P9.1",
    clause="use-09",
    sees="calls and messages to one person within a week, on several days, that go on after the last word of the person",
    blind_to="what was said; one of the two ways alone; persons who never wrote, or answer now and then, or talked before",
    text=_HERE / "either_way.sql",
    parameters=(
        Parameter("contacts", "calls and messages to the number within seven days", least=8),
        Parameter("calls", "calls among them", least=6),
        Parameter("messages", "messages among them, codes left out"),
        Parameter("days", "days they fall on", most=8),
        Parameter("hours", "clock hours they fall in", most=168),
        Parameter("idle", "per thousand of the calls not answered or over within 10 seconds", most=1000),
    ),
    line="contacts",
    why="{strength} calls and messages within seven days went to a number after its last word, where {line} are many",
    records=Records("calls", "started_ms", subject="r.callee", where=_OUTBOUND),
    needs=("messages",),
    reads=("repeat_calls", "one_sided"),
    days_before=7,
    source="12 CFR 1006.14(b)(2): more than seven calls in seven days are presumed too many for a debt collector; the line is ours",
)
TOO_MANY_ATTEMPTS: Final = replace(
    REPEATED_CALLS,
    name="too-many-attempts",
    signal="P8.12",
    clause="use-08",
    sees="an account that calls many persons more often within a week than a caller within the law would",
    blind_to="whether the calls were marketing or were asked for; call-backs over another provider; a few persons called so",
    source="47 CFR 64.1200(a)(3) limits for prerecorded calls; 12 CFR 1006.14(b)(2)",
)
OFTEN_A_DAY: Final = Detector(
    name="often-a-day",
    signal="P8.12",
    clause="use-08",
    sees="an account that calls many persons many times on one day, hour after hour, though they never call back",
    blind_to="messages; whether the calls were marketing or asked for; call-backs over another provider; a few persons called so",
    text=_HERE / "often_a_day.sql",
    parameters=(
        Parameter("attempts", "calls to one number on one day", least=4),
        Parameter("hours", "clock hours they fall in", most=24),
        Parameter("idle", "per thousand of them not answered or over within 10 seconds", most=1000),
        *_SHOWN,
    ),
    line="attempts",
    why="{strength} calls on one day went to a number that never called back, where {line} are many, and to others alike",
    records=Records("calls", "started_ms", subject="r.callee", where=_OUTBOUND),
    reads=("repeat_calls", "repeat_replies"),
    days_before=7,
    source="state laws allow three calls a day on one subject (e.g. Florida, Oklahoma)",
)
OFFERS_A_DAY: Final = Detector(
    name="offers-a-day",
    signal="P8.12",
    clause="use-08",
    sees="an account that sends several persons one offer after the other on one day, hour after hour, though nothing comes back",
    blind_to="messages without their text; offers that are not worded as such; whether they were asked for; a few persons sent so",
    text=_HERE / "offers_a_day.sql",
    parameters=(
        Parameter("messages", "offers to one number on one day", least=5),
        Parameter("hours", "clock hours they fall in", most=24),
        *_SHOWN,
    ),
    line="messages",
    why="{strength} offers on one day went to a number from which nothing came, where {line} are many, and to others alike",
    records=Records("messages", "at_ms", subject="r.recipient", where="r.direction = 2 AND r.says = 2"),
    needs=("messages", "bodies"),
    reads=("busy_parties",),
    source="Twilio's messaging hygiene of at most two a day; state laws allow three calls a day on one subject",
)
NIGHT_CALLS: Final = Detector(
    name="night-calls",
    signal="P9.5",
    clause="use-09",
    sees="calls to one person in several nights, who never calls back nor talks",
    blind_to="messages; persons far from where their number is from; numbers outside North America of which no zone is known",
    text=_HERE / "night_calls.sql",
    parameters=(
        Parameter("calls", "calls to the number at night within seven days", least=3),
        Parameter("days", "days they fall on", most=8),
        Parameter("hours", "clock hours they fall in", most=168),
        Parameter("idle", "per thousand of them not answered or over within 10 seconds", most=1000),
        Parameter("from_minute", "minute of the local day at which the night begins", most=1440),
        Parameter("to_minute", "minute of the local day at which it ends", most=1440),
    ),
    line="calls",
    why="{strength} calls within seven days went at night to a number that never called back nor talked, where {line} are many",
    records=Records("calls", "started_ms", subject="r.callee", where=_OUTBOUND),
    reads=("repeat_calls", "one_sided"),
    days_before=7,
    source="47 CFR 64.1200(c)(1) for the hours; the count is ours",
)
SILENT_CALLS: Final = Detector(
    name="silent-calls",
    signal="P9.3",
    clause="use-09",
    sees="calls to one person on one day that are answered and over at once",
    blind_to="silence that lasts longer; who hung up; a person who called from another number",
    text=_HERE / "silent_calls.sql",
    parameters=(
        Parameter("calls", "calls to the number that were answered and over at once, that day", least=3),
        Parameter("talk_ms", "milliseconds of talk within which a call is over at once", most=60_000),
        Parameter("share", "per thousand of that day's calls to the number so far", most=1000),
    ),
    line="calls",
    why="{strength} calls to one number on one day were answered and over at once, where {line} are many",
    records=Records(
        "calls",
        "started_ms",
        subject="r.callee",
        where=f"{_OUTBOUND} AND r.outcome = 1 AND COALESCE(r.talk_ms, 0) <= $talk_ms",
    ),
    reads=("repeat_calls", "repeat_replies"),
    source="published studies of robocalls that carry no sound; the line is ours",
)
ROTATING_CALLERS: Final = Detector(
    name="rotating-callers",
    signal="P9.4",
    clause="use-09",
    sees="persons called from ever other numbers on one day, none of the calls answered",
    blind_to="callers that rotate by the day; persons who answered one call; pools that are agreed on",
    text=_HERE / "rotating_callers.sql",
    parameters=(
        Parameter("callers", "different caller numbers shown to one number on one day", least=3),
        Parameter("alone", "the same where it is one person alone", least=3),
        *_SHOWN,
    ),
    line="callers",
    why="{strength} different numbers called one number on one day and nobody answered",
    records=Records("calls", "started_ms", subject="r.callee", where=_OUTBOUND),
    reads=("repeat_calls", "repeat_replies"),
    days_before=7,
    source="ours: three callers to one person a day without an answer are the usual sign",
)

PERSONS: Final = (
    REPEATED_CALLS,
    EITHER_WAY,
    TOO_MANY_ATTEMPTS,
    OFTEN_A_DAY,
    OFFERS_A_DAY,
    NIGHT_CALLS,
    SILENT_CALLS,
    ROTATING_CALLERS,
)

"""Which detectors see too many requests, or too many kinds of them?"""

from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.requests.place import HERE

FUZZING: Final = Detector(
    name="fuzzing",
    signal="P3.7",
    clause="use-03",
    sees="many different refusals (route, status and error) within an hour",
    blind_to="probing that tries one route with many values, or slowly",
    text=HERE / "fuzzing.sql",
    parameters=(Parameter("signatures", "different refusals within an hour", least=5),),
    line="signatures",
    why="{strength} different refusals came within an hour, where {line} are many",
    records=Records("requests", "at_ms", where="r.status >= 400 AND r.status < 500 AND r.status <> 429"),
    needs=("requests",),
    source="the map of signals of this project, P3.7; the number is our default",
)
OVERLOAD: Final = Detector(
    name="overload",
    signal="P5.4",
    clause="use-05",
    sees="most requests refused as too many for five minutes, and hardly fewer sent",
    blind_to="bursts shorter than five minutes; load that was never refused",
    text=HERE / "overload.sql",
    parameters=(
        Parameter("requests", "requests in five minutes", least=10),
        Parameter("refused_share", "per thousand of them refused with 429", most=1000),
    ),
    line="refused_share",
    why="{strength} of {whole} requests were refused as too many over five minutes without fewer being sent, "
    "where {line} in a thousand are many",
    records=Records("requests", "at_ms", where="r.status = 429"),
    needs=("requests",),
    source="RFC 6585, section 4; the numbers are our default",
)
OVER_CONTRACT: Final = Detector(
    name="over-contract",
    signal="P5.4",
    clause="use-05",
    sees="far more calls asked for in five minutes than the contract allows",
    blind_to="accounts whose contracted rate nobody noted before the span; calls that no request made",
    text=HERE / "over_contract.sql",
    parameters=(Parameter("times", "thousandths of the contracted calls in five minutes", least=1000),),
    line="times",
    why="{strength} calls were asked for in five minutes, where {whole} are contracted and {line} thousandths of it are many",
    records=Records("requests", "at_ms", where="r.method = 'POST' AND r.route = 'Calls'"),
    needs=("requests", "profiles"),
    source="the map of signals of this project, P5.4; the number is our default",
)
LOOKUPS_ALONE: Final = Detector(
    name="lookups-alone",
    signal="P10.3",
    clause="use-10",
    sees="many look-ups of numbers in a day, many of them of numbers that do not exist, and hardly a call or message",
    blind_to="look-ups hidden among as many calls and messages; whether the numbers follow one another, since none is kept",
    text=HERE / "lookups_alone.sql",
    parameters=(
        Parameter("lookups", "look-ups in a day", least=10),
        Parameter("times", "look-ups for each call or message", most=1000),
        Parameter("unfound_share", "per thousand of them not found", least=0, most=1000),
        Parameter("many", "look-ups in a day that are many whatever was found", least=10),
    ),
    line="lookups",
    why="{strength} numbers were looked up in a day among {whole} look-ups, calls and messages, where {line} with more than "
    "{times} for each call or message are many",
    records=Records("requests", "at_ms", where="(r.route = 'PhoneNumbers' OR r.route LIKE '%ookup%')"),
    needs=("requests",),
    reads=("request_days",),
    source="the map of signals of this project, P10.3; the numbers are our default",
)

DETECTORS: Final = (FUZZING, OVERLOAD, OVER_CONTRACT, LOOKUPS_ALONE)

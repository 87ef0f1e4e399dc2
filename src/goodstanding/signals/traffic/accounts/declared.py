"""Which detectors hold what an account does against what it said it would do?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_DAYS: Final = Parameter("days", "such days within 28", least=2, most=28)

OVER_DECLARED: Final = Detector(
    name="over-declared",
    signal="P18.1",
    clause="use-18",
    sees="far more messages than the account declared, on several days of four weeks",
    blind_to="accounts that declared no volume before the span; a season that the account did not announce",
    text=_HERE / "over_declared.sql",
    parameters=(
        Parameter("times", "thousandths of what is declared for a day", least=1000),
        Parameter("messages", "messages in a day", least=2),
        _DAYS,
    ),
    line="times",
    why="{strength} messages were sent in a day, where {whole} are declared and {line} thousandths of it on {days} days of 28 "
    "are many",
    records=Records("messages", "at_ms", where="r.direction = 2"),
    needs=("profiles",),
    source="the map of signals of this project, P18.1; the numbers are our default",
)
UNDECLARED_COUNTRIES: Final = Detector(
    name="undeclared-countries",
    signal="P18.1",
    clause="use-18",
    sees="a share of the messages to countries that the account did not declare, on several days of four weeks",
    blind_to="accounts that declared no countries; recipients who travel, below the share",
    text=_HERE / "undeclared_countries.sql",
    parameters=(
        Parameter("share", "per thousand of the messages to undeclared countries", most=1000),
        Parameter("messages", "messages to undeclared countries in a day", least=2),
        _DAYS,
    ),
    line="share",
    why="{strength} of {whole} messages of a day went to countries not declared, where {line} in a thousand on {days} days of "
    "28 are many",
    records=Records("messages", "at_ms", where="r.direction = 2"),
    needs=("profiles",),
    source="the map of signals of this project, P18.1; the numbers are our default",
)
OVER_DECLARED_CALLS: Final = Detector(
    name="over-declared-calls",
    signal="P18.1",
    clause="use-18",
    sees="far more calls than the account declared, on several days of four weeks",
    blind_to="accounts that declared no volume before the span; a season that the account did not announce",
    text=_HERE / "over_declared_calls.sql",
    parameters=(
        Parameter("times", "thousandths of what is declared for a day", least=1000),
        Parameter("calls", "calls in a day", least=2),
        _DAYS,
    ),
    line="times",
    why="{strength} calls were made in a day, where {whole} are declared and {line} thousandths of it on {days} days "
    "of 28 are many",
    records=Records("calls", "started_ms", where="r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"),
    needs=("calls", "profiles"),
    source="the map of signals of this project, P18.1; the numbers are our default",
)
UNDECLARED_COUNTRIES_CALLS: Final = Detector(
    name="undeclared-countries-calls",
    signal="P18.1",
    clause="use-18",
    sees="a share of the calls to countries that the account did not declare, on several days of four weeks",
    blind_to="accounts that declared no countries; people who travel, below the share",
    text=_HERE / "undeclared_countries_calls.sql",
    parameters=(
        Parameter("share", "per thousand of the calls to undeclared countries", most=1000),
        Parameter("calls", "calls to undeclared countries in a day", least=2),
        _DAYS,
    ),
    line="share",
    why="{strength} of {whole} calls of a day went to countries not declared, where {line} in a thousand on {days} days of "
    "28 are many",
    records=Records("calls", "started_ms", where="r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"),
    needs=("calls", "profiles"),
    source="the map of signals of this project, P18.1; the numbers are our default",
)
MANY_BRANDS: Final = Detector(
    name="many-brands",
    signal="P18.3",
    clause="use-18",
    sees="many brands with senders or hosts of their own in an account that said what its business is, and not that it resells",
    blind_to="brands that share senders and hosts; messages that name nobody; a sub-account for each; whether they belong together",
    text=_HERE / "many_brands.sql",
    parameters=(
        Parameter("brands", "brands in the span", least=3),
        Parameter("messages", "messages by a sender, or with a host, on its first day", least=2),
    ),
    line="brands",
    why="{strength} brands with senders or hosts of their own wrote from one account, where {line} are many for one that "
    "resells to nobody",
    records=Records(
        "messages",
        "at_ms",
        where="r.direction = 2 AND r.brand IS NOT NULL",
    ),
    needs=("profiles",),
    source="the map of signals of this project, P18.3; the numbers are our default",
)
HOARDING: Final = Detector(
    name="number-hoarding",
    signal="P18.4",
    clause="use-18",
    sees="many numbers given up unused within 30 days of being taken",
    blind_to="numbers kept unused; whether they were ported out or returned; numbers used a little",
    text=_HERE / "hoarding.sql",
    parameters=(
        Parameter("numbers", "numbers given up unused within 30 days", least=2),
        Parameter("share", "per thousand of the numbers taken within 60 days", most=1000),
    ),
    line="share",
    why="{strength} numbers were given up unused within 30 days of being taken, of {whole} taken, where {line} in a thousand "
    "are many",
    records=Records(
        "(SELECT CAST(number AS VARCHAR) AS id, account, from_ms, until_ms FROM held)",
        "until_ms",
        where="r.until_ms - r.from_ms < 2592000000",
    ),
    needs=("held",),
    source="47 CFR 52.105 and 52.107 on warehousing and hoarding toll-free numbers; the numbers are our default",
)

DETECTORS: Final = (
    OVER_DECLARED,
    UNDECLARED_COUNTRIES,
    OVER_DECLARED_CALLS,
    UNDECLARED_COUNTRIES_CALLS,
    MANY_BRANDS,
    HOARDING,
)

"""Which detectors see that a key is not in its owner's hands, or is used on what is not its owner's?"""

from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.requests.place import HERE
from goodstanding.signals.traffic.sighting import Pointing

_RISKY: Final = Parameter(
    "risky", "calls and messages to costly destinations, or into narrow blocks of new countries, within 24 hours", least=10
)
_TIMES: Final = Parameter("times", "times the costly traffic of the whole week before", most=1000)

FAILED_SIGN_INS: Final = Detector(
    name="failed-sign-ins",
    signal="P2.1",
    clause="use-02",
    sees="many failed sign-ins from one address within five minutes, for many owners, or hundreds from an address never let in",
    blind_to="attempts spread over addresses, or slower than one in fifteen seconds; a log that shows only a proxy's address",
    text=HERE / "failed_sign_ins.sql",
    parameters=(
        Parameter("attempts", "failed sign-ins within five minutes", least=5),
        Parameter("owners", "different owners of what was tried", least=2),
        Parameter("unknown_attempts", "failed sign-ins within five minutes from an address that was never let in", least=20),
        Parameter("shared_by", "master accounts let in from one address before it counts as shared", most=1000),
    ),
    line="attempts",
    why="{strength} sign-ins from one address failed within five minutes, where {line} for {owners} owners, or {unknown_attempts} "
    "from an address never let in, are many",
    records=Records("requests", "at_ms", subject="r.ip", where="(r.status = 401 OR r.error = 20003)", of_anybody=True),
    pointing=Pointing.EITHER,
    needs=("requests",),
    reads=("request_days", "credential_homes"),
    days_before=28,
    source="NIST SP 800-63B, section 5.2.2, caps failed attempts at one account; the numbers are our default",
)
FOREIGN_ACCOUNTS: Final = Detector(
    name="foreign-accounts",
    signal="P2.2",
    clause="use-02",
    sees="one credential denied many accounts outside its owner's tree within an hour",
    blind_to="probing that succeeds; a probe of few accounts an hour; a log that does not keep which account was asked for",
    text=HERE / "foreign_accounts.sql",
    parameters=(Parameter("accounts", "foreign accounts denied within an hour", least=2),),
    line="accounts",
    why="one credential was denied {strength} accounts outside its tree within an hour, where {line} are many",
    records=Records("requests", "at_ms", subject="r.credential", where="r.status IN (401, 403, 404)", of_anybody=True),
    needs=("requests",),
    reads=("request_days", "credential_homes"),
    days_before=28,
    source="OWASP API Security Top 10 of 2023, API1; the number is our default",
)
TAKEOVER: Final = Detector(
    name="account-takeover",
    signal="P2.4",
    clause="use-02",
    sees="a first use from a country new to the tree, then a burst to costly or new destinations within 24 hours",
    blind_to="a thief with an address of the owner's country; a burst to destinations reached before, "
    "or spread over a new country; a tree with few days of requests",
    text=HERE / "takeover.sql",
    parameters=(
        Parameter("known_days", "days with granted requests before, and with traffic for new countries to count", most=7),
        _RISKY,
        _TIMES,
    ),
    line="risky",
    why="{strength} calls and messages went to costly or new destinations within 24 hours of the first use from a new country, "
    "where {line} are many; the account may be the victim",
    records=Records("requests", "at_ms", subject="r.country", where="r.status < 400"),
    pointing=Pointing.VICTIM,
    needs=("requests",),
    reads=("request_days", "key_news", "news_spending"),
    days_before=28,
    source="the map of signals of this project, P2.4; the numbers are our default",
)
PERMISSIONS_OPENED: Final = Detector(
    name="permissions-opened",
    signal="P2.7",
    clause="use-02",
    sees="a change of where an account may call or write, then a burst to costly or new destinations within 24 hours",
    blind_to="permissions opened long before; changes in a console that the log does not hold; a burst spread over a new country",
    text=HERE / "permissions_opened.sql",
    parameters=(
        Parameter("known_days", "days with traffic in the week before, for new countries to count", most=7),
        _RISKY,
        _TIMES,
    ),
    line="risky",
    why="{strength} calls and messages went to costly or new destinations within 24 hours of a change of permissions, where "
    "{line} are many",
    records=Records(
        "requests", "at_ms", where="r.method IN ('POST', 'PUT', 'PATCH') AND r.status < 400 AND LOWER(r.route) LIKE '%permission%'"
    ),
    pointing=Pointing.EITHER,
    needs=("requests",),
    reads=("request_days", "key_news", "news_spending"),
    days_before=28,
    source="the map of signals of this project, P2.7; the numbers are our default",
)
BULK_READING: Final = Detector(
    name="bulk-reading",
    signal="P10.5",
    clause="use-10",
    sees="a credential new to its tree, from a new address, reads more recordings and messages in a day than the tree ever did",
    blind_to="reading with a known credential, from a known address, or a little every day; an integration that copies everything",
    text=HERE / "bulk_reading.sql",
    parameters=(
        Parameter("readings", "recordings, messages and transcriptions read in a day", least=10),
        Parameter("times", "times the busiest day before", most=1000),
        Parameter("known_days", "days with requests before", most=28),
    ),
    line="readings",
    why="a new credential read {strength} recordings and messages in a day, where {line} and {times} times the busiest day are "
    "many",
    records=Records(
        "requests",
        "at_ms",
        subject="r.credential",
        where="r.method = 'GET' AND r.status < 400 AND (r.route LIKE '%Recordings%' OR r.route LIKE '%Messages%' "
        "OR r.route LIKE '%Transcriptions%')",
    ),
    pointing=Pointing.EITHER,
    needs=("requests",),
    reads=("request_days",),
    days_before=28,
    source="the map of signals of this project, P10.5; the numbers are our default",
)

DETECTORS: Final = (FAILED_SIGN_INS, FOREIGN_ACCOUNTS, TAKEOVER, PERMISSIONS_OPENED, BULK_READING)

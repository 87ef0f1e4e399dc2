"""Which detectors see contact that nobody asked for: against the ledger, the lists and the hours?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_BARRED: Final = (
    "r.id IN (SELECT o.id FROM solicitations AS o INNER JOIN listed AS b ON b.low = o.person "
    "LEFT JOIN agreed AS g ON g.master = o.master AND g.person = o.person AND g.agreed_ms <= o.at_ms "
    "WHERE b.list = 'do-not-call' AND b.low = b.high AND o.relation = {relation} AND g.person IS NULL)"
)
_QUIET: Final = (
    "r.id IN (SELECT o.id FROM solicited_hours AS o WHERE o.relation = {relation} "
    "AND (o.local_ms < $opens * 60000 OR o.local_ms + o.spread_ms >= $closes * 60000))"
)
_PASSED_ON: Final = (
    "r.direction = 2 AND EXISTS (SELECT 1 FROM agreed AS g INNER JOIN ("
    "SELECT low, CAST(MIN(as_of_day) AS BIGINT) * 86400000 AS since_ms "
    "FROM listed WHERE list = 'reassigned' AND low = high GROUP BY low) AS p ON p.low = g.person "
    "WHERE g.master = t.master AND g.person = r.recipient AND g.agreed_ms < p.since_ms AND p.since_ms + 86400000 <= r.at_ms)"
)
_HOURS: Final = (
    Parameter("opens", "minute of the day from which it is allowed", most=1439),
    Parameter("closes", "minute of the day from which it is not", most=1439),
)
_UNASKED: Final = (
    Parameter("people", "people in a day", least=2),
    Parameter("line", "of a thousand", most=1000),
)

OFFERS_WITHOUT_CONSENT: Final = Detector(
    name="offers-without-consent",
    signal="P8.1",
    clause="use-08",
    sees="offers to people whose written consent the account's ledger does not know",
    blind_to="consent on paper or by mouth that nobody entered; accounts that keep no ledger; people who wrote before the span",
    text=_HERE / "offers_without_consent.sql",
    parameters=_UNASKED,
    line="line",
    why="{strength} of {whole} offers that day went to people with no consent on file, more than {line} of a thousand",
    records=Records("messages", "at_ms", where="r.id IN (SELECT o.id FROM strangers AS o WHERE o.says = 2)"),
    needs=("messages", "bodies", "consents"),
    reads=("agreed", "strangers", "sender_days"),
    source="47 CFR 64.1200(a)(2)",
)
MESSAGES_WITHOUT_CONSENT: Final = Detector(
    name="messages-without-consent",
    signal="P8.2",
    clause="use-08",
    sees="messages to people whose consent the account's ledger does not know, where it knows most people's",
    blind_to="accounts that keep no ledger, or one for few of those they write to; calls",
    text=_HERE / "messages_without_consent.sql",
    parameters=_UNASKED,
    line="line",
    why="{strength} of {whole} messages that day went to people with no consent on file, more than {line} of a thousand",
    records=Records("messages", "at_ms", where="r.id IN (SELECT o.id FROM strangers AS o WHERE o.agreed = 0 AND o.says <> 2)"),
    needs=("messages", "consents"),
    reads=("agreed", "strangers", "sender_days"),
    source="47 CFR 64.1200(a)(1)",
)
CALLS_WITHOUT_CONSENT: Final = Detector(
    name="calls-without-consent",
    signal="P8.2",
    clause="use-08",
    sees="calls of a notifier or marketer to people whose consent its ledger does not know, though it knows others'",
    blind_to="accounts that keep no ledger or say nothing of their use; whether a call was played or spoken",
    text=_HERE / "calls_without_consent.sql",
    parameters=(*_UNASKED, Parameter("agreed", "of a thousand calls to people it does know", most=1000)),
    line="line",
    why="{strength} of {whole} calls that day went to people with no consent on file, more than {line} of a thousand",
    records=Records("calls", "started_ms", where="r.id IN (SELECT o.id FROM uncalled_for AS o WHERE o.known = 0)"),
    needs=("calls", "consents", "profiles"),
    reads=("agreed", "uncalled_for"),
    source="47 CFR 64.1200(a)(1)",
)
DO_NOT_CALL_OFFERS: Final = Detector(
    name="do-not-call-offers",
    signal="P8.5",
    clause="use-08",
    sees="offers by message to numbers on the do-not-call list, without a consent on file",
    blind_to="customers of the account, who may be written to; lists older than a month",
    text=_HERE / "do_not_call_offers.sql",
    parameters=(Parameter("line", "such messages in a day"),),
    line="line",
    why="{strength} offers in a day went to numbers on the do-not-call list with no consent on file, where {line} are no slip",
    records=Records("messages", "at_ms", where=_BARRED.format(relation=1)),
    needs=("messages", "bodies", "consents", "listed:do-not-call"),
    reads=("solicitations", "agreed"),
    source="47 CFR 64.1200(c)(2)",
)
DO_NOT_CALL_CALLS: Final = Detector(
    name="do-not-call-calls",
    signal="P8.5",
    clause="use-08",
    sees="calls of a telemarketer to numbers on the do-not-call list, without a consent on file",
    blind_to="telemarketers whose profile does not say so; customers of the account, who may be called",
    text=_HERE / "do_not_call_calls.sql",
    parameters=(Parameter("line", "such calls in a day"),),
    line="line",
    why="{strength} sales calls in a day went to numbers on the do-not-call list with no consent on file, where {line} are no slip",
    records=Records("calls", "started_ms", where=_BARRED.format(relation=2)),
    needs=("calls", "profiles", "listed:do-not-call"),
    reads=("solicitations", "agreed"),
    source="47 CFR 64.1200(c)(2)",
)
QUIET_HOURS_OFFERS: Final = Detector(
    name="quiet-hours-offers",
    signal="P8.7",
    clause="use-08",
    sees="offers by message before or after the hours in which people may be solicited where they are",
    blind_to="people who moved and kept their number; numbers whose place nothing tells; stricter states",
    text=_HERE / "quiet_hours_offers.sql",
    parameters=(*_HOURS, Parameter("line", "such messages in a day")),
    line="line",
    why="{strength} offers in a day met people outside the hours that are allowed where they are, where {line} are no slip",
    records=Records("messages", "at_ms", where=_QUIET.format(relation=1)),
    needs=("messages", "bodies"),
    reads=("solicited_hours",),
    source="47 CFR 64.1200(c)(1): 8 to 21 o'clock",
)
QUIET_HOURS_CALLS: Final = Detector(
    name="quiet-hours-calls",
    signal="P8.7",
    clause="use-08",
    sees="calls of a telemarketer before or after the hours in which people may be solicited where they are",
    blind_to="telemarketers whose profile does not say so; people who moved and kept their number; stricter states",
    text=_HERE / "quiet_hours_calls.sql",
    parameters=(*_HOURS, Parameter("line", "such calls in a day")),
    line="line",
    why="{strength} sales calls in a day met people outside the hours that are allowed where they are, where {line} are no slip",
    records=Records("calls", "started_ms", where=_QUIET.format(relation=2)),
    needs=("calls", "profiles"),
    reads=("solicited_hours",),
    source="47 CFR 64.1200(c)(1): 8 to 21 o'clock",
)
REASSIGNED_NUMBERS: Final = Detector(
    name="reassigned-numbers",
    signal="P8.11",
    clause="use-08",
    sees="many of a list's numbers written to though somebody else has had them since the consent on file",
    blind_to="numbers that changed hands after the list was copied; lists that age as any does; accounts without a ledger; calls",
    text=_HERE / "reassigned_numbers.sql",
    parameters=(
        Parameter("people", "such numbers in the span", least=2),
        Parameter("line", "of a thousand who agreed and were written to", most=1000),
    ),
    line="line",
    why="{strength} of {whole} people who agreed and were written to have given up their number since, more than {line} of a "
    "thousand",
    records=Records(
        "messages",
        "at_ms",
        where=_PASSED_ON,
    ),
    needs=("messages", "consents", "listed:reassigned"),
    reads=("agreed",),
    source="47 CFR 64.1200(l)-(m): reassigned numbers database",
)
BOUGHT_LIST: Final = Detector(
    name="bought-list",
    signal="P8.13",
    clause="use-08",
    sees="more than a thousand consents that entered a ledger at one instant, as a bought list does",
    blind_to="lists whose times were made up; an honest move from another system that kept no times",
    text=_HERE / "bought_list.sql",
    parameters=(Parameter("line", "consents with one time", least=100),),
    line="line",
    why="{strength} consents carry one and the same time, more than {line}",
    records=Records("consents", "at_ms", where="r.is_opt_in = 1"),
    needs=("consents",),
    source="clause map P8.13, our default; Twilio: consent cannot be bought, sold or exchanged",
)

ASKING: Final = (
    OFFERS_WITHOUT_CONSENT,
    MESSAGES_WITHOUT_CONSENT,
    CALLS_WITHOUT_CONSENT,
    DO_NOT_CALL_OFFERS,
    DO_NOT_CALL_CALLS,
    QUIET_HOURS_OFFERS,
    QUIET_HOURS_CALLS,
    REASSIGNED_NUMBERS,
    BOUGHT_LIST,
)

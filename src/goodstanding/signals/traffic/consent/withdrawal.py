"""Which detectors see contact that goes on after somebody wanted it to end?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_ANSWER: Final = Parameter("answer_s", "seconds in which something else the person wrote may be answered", most=1_000_000)

REVOKED_CONTACT: Final = Detector(
    name="revoked-contact",
    signal="P8.3",
    clause="use-08",
    sees="a person who is still written to long after asking to stop",
    blind_to="a wish to stop in other words than a keyword, or over another channel; records without text and without a ledger",
    text=_HERE / "revoked_contact.sql",
    parameters=(_ANSWER, Parameter("days", "days after the wish", most=365), Parameter("messages", "messages after them")),
    line="messages",
    why="{strength} messages went to one person more than {days} days after the wish to stop, where {line} are no slip",
    records=Records(
        "messages",
        "at_ms",
        subject="r.recipient",
        where="r.id IN (SELECT a.id FROM after_stop AS a WHERE a.at_ms > a.stop_ms + CAST($days AS BIGINT) * 86400000 "
        "AND (a.spoke_ms IS NULL OR a.spoke_ms < a.stop_ms OR a.at_ms > a.spoke_ms + $answer_s * 1000))",
    ),
    needs=("messages", "bodies"),
    reads=("after_stop",),
    source="47 CFR 64.1200(a)(10): ten business days",
)
OWN_DO_NOT_CALL: Final = Detector(
    name="own-do-not-call",
    signal="P8.6",
    clause="use-08",
    sees="calls to people who had told the account not to call",
    blind_to="wishes that nobody entered into the ledger, or entered without naming calls",
    text=_HERE / "own_do_not_call.sql",
    parameters=(Parameter("grace_h", "hours after the wish", most=720), Parameter("calls", "such calls in the span")),
    line="calls",
    why="{strength} calls went to people who had told the account not to call, where {line} are no slip",
    records=Records(
        "calls",
        "started_ms",
        where="r.id IN (SELECT a.id FROM calls_after_wish AS a WHERE a.at_ms > a.stop_ms + CAST($grace_h AS BIGINT) * 3600000)",
    ),
    needs=("calls", "consents"),
    reads=("calls_after_wish",),
    source="47 CFR 64.1200(d) [verify]",
)
AFTER_COMPLAINT: Final = Detector(
    name="after-complaint",
    signal="P9.6",
    clause="use-09",
    sees="a person who is written to again after complaining or blocking the number",
    blind_to="complaints that name nobody; calls; somebody alone who complained, who may mean another account",
    text=_HERE / "after_complaint.sql",
    parameters=(
        Parameter("grace_s", "seconds after the complaint", most=1_000_000),
        Parameter("messages", "messages to one person after it", least=2),
        Parameter("people", "people who were written to so"),
    ),
    line="messages",
    why="{strength} messages went to one person after a complaint or a block, where {line} are no slip",
    records=Records(
        "messages",
        "at_ms",
        subject="r.recipient",
        where="r.id IN (SELECT a.id FROM after_refusal AS a WHERE a.at_ms > a.stop_ms + $grace_s * 1000)",
    ),
    needs=("messages",),
    reads=("after_refusal",),
    source="clause map P9.6, our default",
)
COMPLAINT_RATE: Final = Detector(
    name="complaint-rate",
    signal="P8.15",
    clause="use-08",
    sees="many complaints for what was delivered",
    blind_to="complaints that name nobody's number; people who do not complain, which are most",
    text=_HERE / "complaint_rate.sql",
    parameters=(
        Parameter("least", "complaints in the span so far", least=2),
        Parameter("line", "of ten thousand delivered or answered", most=10_000),
    ),
    line="line",
    why="{strength} complaints came to {whole} messages and calls delivered, more than {line} of ten thousand",
    records=Records("complaints", "at_ms", where="r.kind IN (1, 2, 6)"),
    needs=("complaints",),
    reads=("sender_days",),
    source="norms for mail: 0.1 % warned, 0.3 % blocked",
)

WITHDRAWAL: Final = (REVOKED_CONTACT, OWN_DO_NOT_CALL, AFTER_COMPLAINT, COMPLAINT_RATE)

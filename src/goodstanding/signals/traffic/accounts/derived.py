"""Which lines are drawn from cases, links and notices, and so never open a case alone?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent

REPEATED_CASES: Final = Detector(
    name="repeated-cases",
    signal="P14.1",
    clause="use-14",
    sees="several confirmed cases of sub-accounts under one master account within 90 days",
    blind_to="cases that are not decided; sub-accounts that nobody looked at",
    text=_HERE / "repeated_cases.sql",
    parameters=(Parameter("cases", "confirmed cases within 90 days", least=2, most=100),),
    line="cases",
    why="{strength} cases of sub-accounts were confirmed within 90 days, where {line} are many",
    records=Records("confirmed_cases", "decided_ms", where="t.account <> t.master"),
    needs=("confirmed_cases",),
    source="the map of signals of this project, P14.1; the number is our default",
    is_derived=True,
)
RETURNED_USER: Final = Detector(
    name="returned-user",
    signal="P14.2",
    clause="use-14",
    sees="a strong link between an account and one that was closed",
    blind_to="a user who comes back with other means of payment, devices, domains and words",
    text=_HERE / "returned_user.sql",
    parameters=(Parameter("strength", "strength of the link, as goodstanding links counts it", most=1000),),
    line="strength",
    why="a link of strength {strength} leads to a closed account, where {line} is strong",
    records=Records("links", "at_ms", subject="(SELECT o.id FROM accounts AS o WHERE o.account = r.other)"),
    needs=("links",),
    source="the map of signals of this project, P14.2; the number is our default",
    is_derived=True,
)
UNANSWERED_NOTICES: Final = Detector(
    name="unanswered-notices",
    signal="P14.3",
    clause="use-14",
    sees="notices whose time ran out without an answer",
    blind_to="answers that nobody filed",
    text=_HERE / "unanswered_notices.sql",
    parameters=(Parameter("notices", "notices that ran out in a day", most=100),),
    line="notices",
    why="{strength} notices ran out without an answer, where {line} is enough",
    records=Records("expired_notices", "expired_ms"),
    needs=("expired_notices",),
    source="the map of signals of this project, P14.3; the number is our default",
    is_derived=True,
)

DETECTORS: Final = (REPEATED_CASES, RETURNED_USER, UNANSWERED_NOTICES)

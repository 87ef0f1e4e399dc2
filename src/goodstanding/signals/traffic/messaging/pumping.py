"""Which detectors see codes that somebody has sent to numbers he is paid for?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.sighting import Pointing

_HERE: Final = Path(__file__).parent

CODE_PUMPING: Final = Detector(
    name="code-pumping",
    signal="P11.6",
    clause="use-11",
    sees="codes to many adjacent numbers that the account hardly knew, mostly abroad",
    blind_to="ranges so wide that no thousand of them is met often",
    text=_HERE / "code_pumping.sql",
    parameters=(
        Parameter("line", "numbers of one block of a thousand in a day", least=5),
        Parameter("known", "messages to that block in the days before, at most", least=0),
        Parameter("days", "days that are looked back", most=60),
    ),
    line="line",
    why="{strength} numbers out of one block of a thousand were sent codes or the like in a day, where {line} are many",
    records=Records(
        "messages", "at_ms", subject="r.recipient - r.recipient % 1000", where="r.direction = 2 AND COALESCE(r.says, 0) <> 2"
    ),
    pointing=Pointing.VICTIM,
    needs=("messages",),
    days_before=28,
    source="Twilio on SMS pumping: adjacent numbers, no completed verification",
)

PUMPED_RANGE: Final = Detector(
    name="pumped-range",
    signal="P11.6",
    clause="use-11",
    sees="codes to many numbers of one range abroad that the account hardly knew, of which many do not arrive",
    blind_to="ranges at home; ranges whose owner lets every code arrive; records without text or receipts",
    text=_HERE / "pumped_range.sql",
    parameters=(
        Parameter("people", "numbers of the range in a day", least=10),
        Parameter("line", "of a thousand codes that did not arrive", most=1000),
        Parameter("known", "messages to the range in the days before, at most", least=0),
        Parameter("days", "days that are looked back", most=60),
    ),
    line="line",
    why="{strength} of {whole} codes to a range the account hardly knew did not arrive, more than {line} of a thousand",
    records=Records(
        "messages",
        "at_ms",
        subject="r.recipient - r.recipient % 100000",
        where="r.direction = 2 AND r.says = 1 AND r.status IN ('sent', 'failed', 'undelivered') "
        "AND SUBSTR(CAST(r.sender AS VARCHAR), 1, 1) <> SUBSTR(CAST(r.recipient AS VARCHAR), 1, 1)",
    ),
    pointing=Pointing.VICTIM,
    needs=("messages", "bodies"),
    days_before=28,
    source="Twilio on SMS pumping: new destinations, no completed verification",
)

PUMPING: Final = (CODE_PUMPING, PUMPED_RANGE)

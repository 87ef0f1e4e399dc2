"""Which detectors see fraud by telephone?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.fraud.one_ring import ONE_RING
from goodstanding.signals.traffic.fraud.pumping import PUMPING
from goodstanding.signals.traffic.fraud.sequential import sequential
from goodstanding.signals.traffic.kept import Kept
from goodstanding.signals.traffic.sighting import Pointing

_HERE: Final = Path(__file__).parent
_OUTBOUND: Final = "r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"

RISKY_CALLS: Final = Kept("risky_calls", _HERE / "risky_calls.sql")
DIALLED_BLOCKS: Final = Kept("dialled_blocks", _HERE / "dialled_blocks.sql", reads=("call_hours",))
TEXTED_BLOCKS: Final = Kept("texted_blocks", _HERE / "texted_blocks.sql")

REVENUE_SHARE: Final = Detector(
    name="revenue-share",
    signal="P11.4",
    clause="use-11",
    sees="a burst of calls to premium, high-risk, high-cost or impossible destinations that the account did not call before",
    blind_to="bursts like the account's own earlier hours; ordinary destinations that pay a share; fraud below the line",
    text=_HERE / "revenue_share.sql",
    parameters=(
        Parameter("numbers", "numbers at such destinations called within three hours by the clock", least=3),
        Parameter("cold_numbers", "the same where fewer than three earlier days are known", least=3),
        Parameter("times", "times the busiest such hours of the 28 days before"),
        Parameter("answered", "per thousand of them answered", most=1000),
    ),
    line="numbers",
    why="{strength} calls went to risky destinations, where {line} numbers in three hours are many, {times} times the usual",
    records=Records(
        "calls",
        "started_ms",
        where=f"{_OUTBOUND} AND CAST(SUBSTR(CAST(r.callee AS VARCHAR), 1, 7) AS BIGINT) "
        "IN (SELECT d.prefix FROM destinations AS d WHERE d.risk >= 3)",
    ),
    pointing=Pointing.EITHER,
    reads=("risky_calls",),
    days_before=28,
    source="GSMA on international revenue share fraud; i3forum and CFCA surveys; the lines are ours",
)
NEW_COUNTRY: Final = Detector(
    name="new-country",
    signal="P11.4",
    clause="use-11",
    sees="a burst of calls, out of its hours, to a foreign country that the account hardly called before, nearly all answered "
    "and held",
    blind_to="fraud to countries that the account calls anyway, at its usual hours, or mixed; accounts not known for three days",
    text=_HERE / "new_country.sql",
    parameters=(
        Parameter("numbers", "numbers of the country called within three hours by the clock", least=10),
        Parameter("usual", "per thousand of the account's earlier calls that fell in those hours of the day, at most", most=1000),
        Parameter("answered", "per thousand of the calls answered", most=1000),
        Parameter("talk_s", "seconds of talk for each answered call, in the mean"),
    ),
    line="numbers",
    why="{strength} calls went to a country hardly called before, at unusual hours, where {line} numbers in three hours are many",
    records=Records(
        "calls",
        "started_ms",
        subject="(SELECT MAX(d.country) FROM destinations AS d WHERE d.risk < 3 AND d.calling_code <> 1 "
        "AND d.prefix = CAST(SUBSTR(CAST(r.callee AS VARCHAR), 1, 7) AS BIGINT))",
        where=f"{_OUTBOUND} AND r.callee NOT BETWEEN 10000000000 AND 19999999999",
    ),
    pointing=Pointing.EITHER,
    days_before=28,
    source="GSMA on international revenue share fraud; the lines are ours",
)

_OF_A_BLOCK: Final = Records(
    "calls",
    "started_ms",
    subject="CAST(CAST((r.callee - r.callee % 1000) / 1000 AS BIGINT) AS VARCHAR) || '***'",
    where=_OUTBOUND,
)
_BLOCKS: Final = (
    Parameter("run_length", "numbers beside each other in a run", least=15),
    Parameter("step", "how far two numbers of a run may lie apart", most=100),
    Parameter("numbers", "numbers in runs on one day", least=100),
    Parameter("idle_numbers", "the same where eight tenths of them came to nothing", least=100),
)
SEQUENTIAL_DIALLING: Final = Detector(
    name="sequential-dialling",
    signal="P10.1",
    clause="use-10",
    sees="calls to consecutive numbers, one after the other, through more than one customer's block",
    blind_to="numbers called in shuffled order (see block-dialling) or spread over master accounts; a block of one employer as "
    "large as the line",
    text=_HERE / "dialled.sql",
    parameters=_BLOCKS,
    line="numbers",
    why="{strength} numbers were called in runs of {run_length} or more, each at most {step} beside the one before it",
    records=_OF_A_BLOCK,
    reads=("dialled_blocks",),
    sequence=sequential,
    source="47 CFR 64.1200(a)(8) on dialling to find out lines; the lines are ours",
)
BLOCK_DIALLING: Final = Detector(
    name="block-dialling",
    signal="P10.1",
    clause="use-10",
    sees="calls to most numbers of several hundreds of adjacent ones on one day, in whatever order, hardly any of them a talk",
    blind_to="blocks that are spread over days or master accounts, or of which every other number is left out; a small exchange "
    "that a dialler calls through and nobody answers",
    text=_HERE / "block_dialling.sql",
    parameters=(
        Parameter("dense", "of a hundred adjacent numbers called that day", least=20, most=100),
        Parameter("numbers", "different numbers called in such hundreds", least=100),
        Parameter("idle", "per thousand of these not answered or over within 6 seconds", most=1000),
        Parameter("share", "per thousand of the numbers in blocks called often that lie in such hundreds", most=1000),
    ),
    line="numbers",
    why="{strength} numbers were called in hundreds of adjacent ones, {dense} or more of each, where {line} are many",
    records=_OF_A_BLOCK,
    reads=("dialled_blocks",),
    source="47 CFR 64.1200(a)(8) on dialling to find out lines; the lines are ours",
)
SEQUENTIAL_TEXTING: Final = Detector(
    name="sequential-texting",
    signal="P10.1",
    clause="use-10",
    sees="messages to consecutive numbers, one after the other, through more than one customer's block",
    blind_to="numbers texted in shuffled order or spread over master accounts; lists sorted by number within a dense block",
    text=_HERE / "texted.sql",
    parameters=_BLOCKS,
    line="numbers",
    why="{strength} numbers were texted in runs of {run_length} or more, each at most {step} beside the one before it",
    records=Records(
        "messages",
        "at_ms",
        subject="CAST(CAST((r.recipient - r.recipient % 1000) / 1000 AS BIGINT) AS VARCHAR) || '***'",
        where="r.direction = 2",
    ),
    reads=("texted_blocks",),
    sequence=sequential,
    source="Twilio on SMS pumping: adjacent numbers; the lines are ours",
)

KEPT: Final[tuple[Kept, ...]] = (RISKY_CALLS, DIALLED_BLOCKS, TEXTED_BLOCKS)
DETECTORS: Final = (*PUMPING, REVENUE_SHARE, NEW_COUNTRY, *ONE_RING, SEQUENTIAL_DIALLING, BLOCK_DIALLING, SEQUENTIAL_TEXTING)

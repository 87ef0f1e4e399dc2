import re

from goodstanding.engines.media.yara import OURS
from goodstanding.signals.media import catalogue
from goodstanding.signals.media.catalogue import MEDIA_SIGNALS, MediaSignal
from project.files import ROOT

PAGE = (ROOT / "docs" / "reference" / "attachments.md").read_text(encoding="utf-8")
A_LINE = 100


def row(signal: MediaSignal) -> str:
    why = signal.why.removesuffix(": ")
    return f"| `{signal.rule}` | {signal.signal} | {signal.clause} | {signal.weight} | It {why}. | {signal.blind} |"


def test_the_page_has_the_row_of_every_signal_and_no_other() -> None:
    told = [line for line in PAGE.splitlines() if line.startswith("| `media/")]
    assert told == [row(signal) for signal in MEDIA_SIGNALS]


def test_every_signal_that_is_defined_is_in_the_catalogue() -> None:
    defined = {one for one in vars(catalogue).values() if isinstance(one, MediaSignal)}
    assert defined == set(MEDIA_SIGNALS)


def test_every_signal_has_its_own_name_and_a_weight_within_the_line() -> None:
    assert len({signal.rule for signal in MEDIA_SIGNALS}) == len(MEDIA_SIGNALS)
    assert all(0 < signal.weight <= A_LINE and signal.blind.endswith(".") for signal in MEDIA_SIGNALS)
    assert {signal.clause for signal in MEDIA_SIGNALS} == {"use-06", "use-15"}


def test_the_page_names_every_rule_that_is_shipped() -> None:
    rules = re.findall(r"^rule (\w+)", OURS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(rules) >= 8
    assert [rule for rule in rules if f"`{rule}`" not in PAGE] == []


def test_the_page_names_everything_that_may_abstain() -> None:
    names = [value for name, value in vars(catalogue).items() if name.startswith(("NO_", "NOT_"))]
    assert len(names) == 6
    assert [name for name in names if f"`{name}`" not in PAGE] == []

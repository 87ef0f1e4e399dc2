"""An evaluation is shown as tables, as one document, and as a drawing that any page can hold."""

import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console

from goodstanding.faces.report.evaluation import render_evaluation, time_text
from goodstanding.faces.report.evaluation_document import evaluation_to_json
from goodstanding.faces.report.recall_plot import recall_plot
from goodstanding.flows.evaluate_detectors import Evaluation, FalseAlarm, Found, Missed, Pointed

ALARM = FalseAlarm(101, "H", "school-alert", "call-flood", "P5.1", 2, "nine, where five are many")
MADE = Evaluation(
    "reporting", (101, 102), "2016-02-01", 400, 1,
    (Found("flood <1>", "P5.1", "blatant", 4, (60_000, 120_000, 180_000)), Found("flood <1>", "P5.1", "careful", 4, ())),
    (Pointed("call-flood", "P5.1", 3, 0, 1, {"blatant": (3, 4), "careful": (0, 4)}),),
    (ALARM,), (Missed(102, "A", "flood <1>", "P5.1", "careful"),), ("after-stop",),
)  # fmt: skip
EMPTY = Evaluation("tuning", (1,), "2016-02-01", 0, 0, (), (), (), (), ())


def shown(made: Evaluation, width: int = 160) -> str:
    out = io.StringIO()
    render_evaluation(made, Console(file=out, width=width))
    return out.getvalue()


def test_the_tables_say_what_was_found_and_how_soon() -> None:
    lines = shown(MADE).splitlines()
    assert any(line.split()[:4] == ["P5.1", "flood", "<1>", "3/4"] and "2 min" in line for line in lines)
    assert any(line.startswith("all") and "75.0 %" in line for line in lines)
    assert any(line.startswith("school-alert: P5.1 call-flood at 1 account (H in world 101)") for line in lines)
    assert "could not look: after-stop" in lines
    assert lines[-1].startswith("1 false alarms at 1 of 400 honest accounts: 2.50 per thousand")


def test_what_was_aimed_at_stands_beside_what_was_measured() -> None:
    said = [" ".join(line.split()) for line in shown(MADE, width=80).splitlines()]
    assert "recall, blatant 95 % 75.0 % missed" in said
    assert "false findings per 1,000 honest at most 1 2.50 missed" in said
    assert "time to detect, flood (P5.1) under 15 min 2 min met" in said


def test_nothing_is_wider_than_the_terminal_and_no_name_is_folded() -> None:
    long = replace(MADE, found=(replace(MADE.found[0], shape="x" * 23),), pointed=(replace(MADE.pointed[0], detector="y" * 22),))
    lines = shown(long, width=80).splitlines()
    assert max(map(len, lines)) <= 80
    assert any("x" * 23 in line for line in lines)
    assert any("y" * 22 in line for line in lines)


def test_an_empty_evaluation_is_shown_too() -> None:
    assert "0 false alarms at 0 of 0 honest accounts: – per thousand" in shown(EMPTY)
    assert evaluation_to_json(EMPTY)["false_alarms_per_thousand"] is None


def test_the_document_holds_every_figure_with_its_interval() -> None:
    document = json.loads(json.dumps(evaluation_to_json(MADE)))
    assert document["false_alarms_per_thousand"] == 2.5
    assert document["abuses"][0] == {
        "signal": "P5.1", "shape": "flood <1>", "strength": "blatant", "accounts": 4, "found": 3, "interval": [0.300642, 0.954413],
        "median_ms": 120_000,
    }  # fmt: skip
    assert document["recall"]["careful"] == {"found": 0, "accounts": 4, "interval": [0.0, 0.489891]}
    assert document["detectors"][0]["own"]["blatant"]["found"] == 3
    assert document["missed"][0]["shape"] == "flood <1>"


def test_the_drawing_is_well_formed_and_has_a_dot_for_each_row_and_strength() -> None:
    drawing = ET.fromstring(recall_plot(MADE))  # noqa: S314 - our own
    ours = "{http://www.w3.org/2000/svg}"
    dots = [one.findtext(f"{ours}title") for one in drawing.iter(f"{ours}circle")]
    assert [one for one in dots if one] == ["blatant: 3 of 4", "careful: 0 of 4"]
    assert "P5.1 flood <1>" in [one.text for one in drawing.iter(f"{ours}text")]


@pytest.mark.parametrize(
    ("ms", "text"), [(None, "–"), (59_999, "0 min"), (119 * 60_000, "119 min"), (120 * 60_000, "2 h"), (49 * 3_600_000, "2 days")]
)
def test_times_are_written_as_people_say_them(ms: int | None, text: str) -> None:
    assert time_text(ms) == text

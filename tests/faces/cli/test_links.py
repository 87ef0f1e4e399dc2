"""Does `links` show rings as a table, as JSON, and as pictures that are whole and the same each time?"""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from goodstanding.faces.cli.commands import run
from goodstanding.faces.report.links import links_as_dot, links_as_svg
from goodstanding.flows.find_links import Linked
from goodstanding.signals.traffic.links import Tie, links_of, rings_of

PROFILES = (
    "account,at,payment,status\nACone,2016-01-01,card-1,closed\nACtwo,2016-01-02,card-1,active\nACthree,2016-01-03,card-2,active\n"
)


def taken(folder: Path) -> str:
    path = folder / "profiles.csv"
    path.write_text(PROFILES, encoding="utf-8")
    return f"profiles={path}"


def test_rings_of_files_are_shown_for_people_and_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["links", "--take", taken(tmp_path), "--month", "2016-02"]) == 0
    shown = capsys.readouterr().out
    assert "ACone (closed)" in shown
    assert "ACtwo (returned)" in shown
    assert run(["links", "--take", taken(tmp_path), "--month", "2016-02", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rings"][0]["returned"] == ["ACtwo"]


def test_pictures_are_written_where_asked(tmp_path: Path) -> None:
    dot, svg = tmp_path / "links.dot", tmp_path / "links.svg"
    assert run(["links", "--take", taken(tmp_path), "--month", "2016-02", "--dot", str(dot), "--svg", str(svg)]) == 0
    assert '"ACone" -- "ACtwo"' in dot.read_text(encoding="utf-8")
    assert ET.parse(svg).getroot().tag.endswith("svg")  # noqa: S314 - our own


def test_a_name_with_marks_in_it_breaks_neither_picture() -> None:
    rings = rings_of(links_of([Tie(1, "payment", "k"), Tie(2, "payment", "k")]), closed=[1])
    made = Linked(tuple(rings), {1: 'A"<b>\\', 2: "B&C"})
    assert ET.fromstring(links_as_svg(made)) is not None  # noqa: S314 - our own
    assert links_as_svg(made) == links_as_svg(made)
    assert '"A\\"<b>\\\\" -- "B&C"' in links_as_dot(made)


def test_files_and_a_workspace_are_not_looked_at_together(tmp_path: Path) -> None:
    assert run(["links", "--take", taken(tmp_path), "--workspace", str(tmp_path)]) == 2

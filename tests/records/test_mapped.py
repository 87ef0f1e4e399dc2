"""A file that no source knows is read by its mapping."""

import re
from pathlib import Path

import pytest

from journeys.conftest import Cli, cli

__all__ = ["cli"]
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "sources.md"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    """The mapping of the documentation, so that what it shows is what runs."""
    path = tmp_path / "map.toml"
    path.write_text(re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0], encoding="utf-8")
    return path


def test_a_headerless_file_is_read_by_its_mapping(cli: Cli, tmp_path: Path, mapping: Path) -> None:
    rows = [
        '"","+14155550100","+12125550199","2016-02-10 12:00:00",11,"ANSWERED","A","O","1"',
        '"","+14155550100","+12125550199","2016-02-10 12:01:00",60,"ANSWERED","A","O","2"',
        '"","+12125550199","+18005550100","2016-02-10 12:02:00",0,"NO ANSWER","A","I","3"',
        '"","+12125550199","+18005550100","2016-02-10 12:02:00",0,"LOST","A","I","4"',
    ]
    (tmp_path / "cdr.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    document = cli("check", "--json", "--take", f"mapped:zone=Europe/Berlin,mapping={mapping}={tmp_path / 'cdr.csv'}").json
    assert document["intake"][0]["reasons"] == {"outcome-unknown": 1}
    parts = {one["clause"]: (one["part"], one["whole"]) for one in document["months"][0]["accounts"][0]["requirements"]}
    assert parts == {"req-1": (0, 0), "req-2": (1, 2), "req-3": (0, 0), "req-4": (1, 1)}


def test_json_is_read_by_dotted_paths_and_epochs(cli: Cli, tmp_path: Path) -> None:
    mapping = tmp_path / "map.toml"
    mapping.write_text(
        'time = "epoch-ms"\n[fields]\nid = "meta.id"\naccount = "who"\ndirection = "way"\noutcome = "end"\nstarted_at = "t.start"\ntalk_ms = "t.talk"\n',
        encoding="utf-8",
    )
    record = '{"meta":{"id":"x"},"who":"A","way":"outbound","end":"answered","t":{"start":1455105600000,"talk":5}}\n'
    (tmp_path / "calls.json").write_text(record, encoding="utf-8")
    document = cli("check", "--json", "--take", f"mapped:mapping={mapping}={tmp_path / 'calls.json'}").json
    assert (document["months"][0]["month"], document["months"][0]["calls"]) == ("2016-02", 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [("feilds = 1", "'fields'"), ("[fields]\nidd = 'x'", "'id'"), ("= 1", "no TOML"), ("yields = 'cats'", "messages")],
)
def test_a_mapping_that_is_off_says_where(cli: Cli, tmp_path: Path, text: str, words: str) -> None:
    mapping = tmp_path / "map.toml"
    mapping.write_text(text, encoding="utf-8")
    outcome = cli("check", "--take", f"mapped:mapping={mapping}=calls.csv")
    assert outcome.status == 2
    assert words in outcome.err


def test_a_mapping_is_needed(cli: Cli) -> None:
    assert "name the mapping file" in cli("check", "--take", "mapped=calls.csv").err

"""`simulate` writes a month, says how to take it in, and overwrites nothing unasked."""

import json
from pathlib import Path

import pytest

from goodstanding.simulation.writing import FORMATS
from journeys.conftest import Cli, cli

__all__ = ["cli"]

SMALL = ("--calls", "5000", "--format", "calls")


def test_it_says_what_it_wrote_and_how_to_take_it_in(cli: Cli) -> None:
    told = cli("simulate", "made", *SMALL)
    assert told.status == 0
    assert "made up, seed 7" in told.out
    line = next(line for line in told.out.splitlines() if line.startswith("Take it in:"))
    takes = ["messages=made/messages.csv", "numbers=made/numbers.csv", "accounts=made/accounts.csv", "calls=made/calls.csv"]
    assert line.split(":", 1)[1].split() == ["goodstanding", "take-in", *(word for one in takes for word in ("--take", one))]


def test_a_folder_with_a_blank_is_quoted(cli: Cli) -> None:
    assert "--take 'calls=made up/calls.csv'" in cli("simulate", "made up", *SMALL).out


def test_json_is_one_document_that_counts_what_lies_there(cli: Cli, tmp_path: Path) -> None:
    told = cli("simulate", "made", *SMALL, "--json").json
    lines = (tmp_path / "made" / "calls.csv").read_text(encoding="utf-8").count("\n")
    assert told["calls"] == lines - 1
    assert (told["month"], told["seed"], told["format"]) == ("2016-02", 7, "calls")
    assert "2016-02" in json.loads((tmp_path / told["truth"]).read_text(encoding="utf-8"))["months"]


def test_the_seed_decides_the_bytes(cli: Cli, tmp_path: Path) -> None:
    for folder, seed in (("one", 3), ("two", 3), ("three", 4)):
        cli("simulate", folder, *SMALL, "--seed", seed)
    one, two, three = ((tmp_path / folder / "calls.csv").read_bytes() for folder in ("one", "two", "three"))
    assert one == two != three


def test_the_month_is_the_one_asked_for(cli: Cli) -> None:
    assert cli("simulate", "made", *SMALL, "--month", "2017-11", "--json").json["month"] == "2017-11"


def test_a_folder_that_holds_something_is_left_alone(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "calls.csv").write_text("mine", encoding="utf-8")
    told = cli("simulate", "made", *SMALL)
    assert (told.status, told.err) == (2, "error: made is not empty; name another folder, or add --overwrite\n")
    assert (tmp_path / "made" / "calls.csv").read_text(encoding="utf-8") == "mine"


def test_overwrite_writes_over_it(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "calls.csv").write_text("mine", encoding="utf-8")
    assert cli("simulate", "made", *SMALL, "--overwrite").status == 0
    assert (tmp_path / "made" / "calls.csv").read_text(encoding="utf-8") != "mine"


def test_a_file_is_no_folder(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "made").write_text("mine", encoding="utf-8")
    told = cli("simulate", "made", *SMALL)
    assert (told.status, told.err) == (2, "error: made is a file; name a folder\n")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--format", "tape"), f"--format tape: choose one of {', '.join(FORMATS)}"),
        (("--month", "2016-13"), "'2016-13' is no month; write it as 2016-02"),
        (("--calls", "4999"), "--calls 4999: ask for 5,000 or more"),
    ],
)
def test_wrong_words_are_refused_before_anything_is_written(
    cli: Cli, tmp_path: Path, words: tuple[str, str], complaint: str
) -> None:
    told = cli("simulate", "made", *words)
    assert told.status == 2
    assert complaint in told.err
    assert not (tmp_path / "made").exists()

"""`evaluate` makes worlds, scans them and says how well the detectors did; `simulate --world` writes one."""

import json
from pathlib import Path

import pytest

from goodstanding.errors import WrongUsage
from goodstanding.faces.cli.evaluate import seeds_named
from goodstanding.simulation.world.abuses import catalogue
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from journeys.conftest import Cli, cli

__all__ = ["cli"]

FLOOD = next(one for one in ABUSES if one.signal == "P5.1")


@pytest.fixture(autouse=True)
def _only_floods(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "ABUSES", (FLOOD,))


@pytest.mark.parametrize("source_format", ["calls", "twilio"])
def test_it_finds_a_blatant_flood_and_writes_what_it_found(cli: Cli, tmp_path: Path, source_format: str) -> None:
    told = cli("evaluate", "--seeds", "1", "--accounts", "2", "--out", "out", "--json", "--format", source_format)
    assert (told.status, told.err) == (0, "")
    assert json.loads((tmp_path / "out" / "evaluation.json").read_text(encoding="utf-8")) == told.json
    assert (tmp_path / "out" / "recall.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert (told.json["purpose"], told.json["honest"]) == ("tuning", 2)
    assert told.json["recall"]["blatant"]["found"] == 1


def test_it_refuses_to_mix_seeds_for_tuning_and_for_reporting(cli: Cli) -> None:
    told = cli("evaluate", "--seeds", "99..101")
    assert told.status == 2
    assert "mix tuning (1 to 99) and reporting (100 and up)" in told.err


def test_seeds_are_one_or_a_range() -> None:
    assert list(seeds_named("101")) == [101]
    assert list(seeds_named("101..103")) == [101, 102, 103]
    for text in ("", "x", "5..", "..5", "5..x", "7..5", "-1"):
        with pytest.raises(WrongUsage):
            seeds_named(text)


@pytest.mark.parametrize("source_format", ["calls", "twilio"])
def test_a_world_is_written_with_its_truth_and_can_be_taken_in(cli: Cli, tmp_path: Path, source_format: str) -> None:
    told = cli("simulate", "made", "--world", "--accounts", "2", "--seed", "1", "--format", source_format, "--json").json
    truth = json.loads((tmp_path / told["truth"]).read_text(encoding="utf-8"))["accounts"]
    assert told["accounts"] == len({one["master"] for one in truth.values()}) == 2 + 3
    traffic = [word for one in told["takes"] if one.startswith(("calls=", "messages=", "twilio-")) for word in ("--take", one)]
    document = cli("check", *traffic, "--json").json
    taken = {Path(one["file"]).stem: one for one in document["intake"]}
    assert taken["calls"]["accepted"] == told["calls"]
    assert taken["messages"]["accepted"] == told["messages"]


@pytest.mark.parametrize("command", [("simulate", "made", "--world"), ("evaluate",)])
def test_a_world_comes_in_two_formats_only(cli: Cli, tmp_path: Path, command: tuple[str, ...]) -> None:
    told = cli(*command, "--format", "kamailio-csv")
    assert (told.status, told.err) == (2, "error: --format kamailio-csv: a world is written in one of calls, twilio\n")
    assert not (tmp_path / "made").exists()

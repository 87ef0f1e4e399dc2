"""A made-up month says the same through the product as its own bookkeeping does, in every format."""

import json
from pathlib import Path
from random import Random

import pytest

from goodstanding.periods import Month
from goodstanding.simulation.carrier import simulate
from goodstanding.simulation.truth import truth_of
from goodstanding.simulation.writing import FORMATS, write_carrier
from journeys.conftest import Cli, cli

__all__ = ["cli"]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        write_carrier(simulate(Month(2016, 2), Random(3), calls=5_000), tmp_path / name, "twilio")
        written.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert written[0] == written[1]


def test_every_way_of_standing_is_there() -> None:
    truth = truth_of(simulate(Month(2016, 2), Random(7), calls=5_000))["accounts"]
    for clause in ("req-1", "req-2", "req-3", "req-4"):
        assert {account[clause]["verdict"] for account in truth.values()} >= {"violated", "complies"}
    exact = truth["ACexactly"]
    for clause in ("req-2", "req-3", "req-4"):
        assert exact[clause]["part"] * 10 == exact[clause]["whole"]


@pytest.mark.parametrize("source_format", FORMATS)
def test_the_product_finds_the_truth(cli: Cli, tmp_path: Path, source_format: str) -> None:
    carrier = simulate(Month(2016, 2), Random(7), calls=5_000)
    takes = write_carrier(carrier, tmp_path / "records", source_format)
    truth = json.loads((tmp_path / "records" / "truth.json").read_text(encoding="utf-8"))
    arguments = [word for one in takes for word in ("--take", one)]
    month = cli("check", "--json", "--month", "2016-02", *arguments).json["months"][0]
    assert (month["calls"], month["messages"]) == (truth["calls"], truth["messages"])
    found = {
        account["account"]: {
            one["clause"]: {key: one[key] for key in ("part", "whole", "verdict")} for one in account["requirements"]
        }
        for account in month["accounts"]
    }
    assert found == truth["accounts"]

"""A made-up month is written the same way each time, and can be taken in as it is told."""

import gzip
import json
from pathlib import Path

import pytest

from goodstanding.records.take import parse_take
from goodstanding.simulation.model import Carrier
from goodstanding.simulation.truth import truth_of
from goodstanding.simulation.writing import FORMATS, write_carrier


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("source_format", FORMATS)
def test_the_same_month_gives_the_same_bytes(carrier: Carrier, tmp_path: Path, source_format: str) -> None:
    for name in ("one", "two"):
        write_carrier(carrier, tmp_path / name, source_format)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("source_format", FORMATS)
def test_every_file_but_the_truth_is_named_in_a_take_that_can_be_read(carrier: Carrier, tmp_path: Path, source_format: str) -> None:
    takes = [parse_take(one) for one in write_carrier(carrier, tmp_path, source_format)]
    assert sorted(take.file.name for take in takes) == sorted({path.name for path in tmp_path.iterdir()} - {"truth.json"})


@pytest.mark.parametrize("source_format", FORMATS)
def test_the_truth_lies_beside_the_records(carrier: Carrier, tmp_path: Path, source_format: str) -> None:
    write_carrier(carrier, tmp_path, source_format)
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8")) == truth_of(carrier, source_format)


def test_a_bulk_export_does_not_remember_when_it_was_packed(carrier: Carrier, tmp_path: Path) -> None:
    write_carrier(carrier, tmp_path, "twilio")
    packed = (tmp_path / "calls.json.gz").read_bytes()
    assert packed[4:8] == bytes(4)
    assert gzip.decompress(packed).count(b"\n") > len(carrier.calls)


def test_listings_are_dated(carrier: Carrier, tmp_path: Path) -> None:
    takes = [parse_take(one) for one in write_carrier(carrier, tmp_path, "twilio")]
    dated = {
        name: [take.options["as-of"] for take in takes if take.source.name == name]
        for name in ("twilio-numbers", "twilio-accounts")
    }
    assert dated == {"twilio-numbers": ["2016-02-01", "2016-02-15", "2016-03-01"], "twilio-accounts": ["2016-02-01", "2016-02-15"]}

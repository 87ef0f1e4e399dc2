"""Heads are trained from labelled texts through the real command line, the same each time, and the model can be screened with."""

import csv
import json
from pathlib import Path
from random import Random

import pytest

from goodstanding.simulation.texts.evil_twins import evil_twins
from goodstanding.simulation.texts.honest import honest
from journeys.conftest import Cli

MEANINGS = """[ours]
title = "Ours"
licence = "Apache-2.0"
attribution = "nobody"
traffic = "business"
labels = { fine = "honest", bad = "scam" }
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    rng = Random(3)
    rows = [(one.text, "fine") for one in honest(rng, 150, languages=["en"])]
    rows += [(one.text, "bad") for one in evil_twins(rng, 150, languages=["en"])]
    (tmp_path / "ours").mkdir()
    with (tmp_path / "ours" / "train.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("text", "label"), *rows])
    (tmp_path / "meanings.toml").write_text(MEANINGS, encoding="utf-8")
    return tmp_path / "ours"


def test_a_model_is_trained_told_of_and_screened_with(
    cli: Cli, ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = cli("train", ours, "--meanings", tmp_path / "meanings.toml", "--out", tmp_path / "made", "--made-up", "1", "--json")
    assert told.status == 0
    assert told.json["texts"] > 300
    card = (tmp_path / "made" / "model-card.md").read_text(encoding="utf-8")
    assert "95 % interval" in card
    assert "nobody" in card
    monkeypatch.setenv("GOODSTANDING_MODEL", str(tmp_path / "made" / "model.tsv"))
    assert set(json.loads(cli("explain-text", "Pay the fee at http://parcel.example/x now", "--json").out)["scores"]) == {
        "spam", "scam", "abuse", "hate",
    }  # fmt: skip


def test_a_model_of_another_version_is_refused_with_what_to_do(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.tsv").write_text("# goodstanding heads, version 0\n", encoding="utf-8")
    monkeypatch.setenv("GOODSTANDING_MODEL", str(tmp_path / "old.tsv"))
    told = cli("explain-text", "hello")
    assert told.status == 2
    assert "train a model" in told.err


def test_a_set_whose_labels_are_not_known_is_refused(cli: Cli, ours: Path, tmp_path: Path) -> None:
    told = cli("train", ours, "--out", tmp_path / "made")
    assert told.status == 2
    assert "ours" in told.err

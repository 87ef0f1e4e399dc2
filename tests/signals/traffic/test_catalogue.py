"""Is every detector whole: a line, a text in the shared dialect, thresholds in the edition, a clause that cites it, a page, tests?"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import sqlglot

from goodstanding.errors import ClauseInvalid
from goodstanding.policy.load import load_editions
from goodstanding.policy.traffic import load_traffic
from goodstanding.signals.traffic.catalogue import DETECTORS, KEPT
from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.sighting import COLUMNS
from goodstanding.signals.traffic.thresholds import parameters_of
from project.files import ROOT

EDITION = load_editions().named("2016-02-01")
TABLES = load_traffic(EDITION)
PAGE = ROOT / "docs" / "reference" / "detectors.md"
TESTS = ROOT / "tests" / "signals" / "traffic"
KEPT_OUT = re.compile(r"\bFILTER\b|\bQUALIFY\b|DISTINCT ON|GROUP BY ALL|\bEXCLUDE\b|//|::|\bASOF\b")
BOUND = re.compile(r"\$(\w+)")
TEXTS = sorted({*(one.text for one in DETECTORS), *(one.text for one in KEPT.values())})
each_detector = pytest.mark.parametrize("detector", DETECTORS, ids=[one.name for one in DETECTORS])


def page_text() -> str:
    given = parameters_of(DETECTORS, TABLES)
    head = (
        "# Detectors\n\n"
        "What `goodstanding scan` looks for in traffic. No sighting is a determination: a person decides. A detector whose data was never "
        "taken in is not assessable, and the scan names it. Thresholds are those of the edition of 2016-02-01 "
        "(`src/goodstanding/policy/editions/2016-02-01/traffic/`); `--set DETECTOR.PARAMETER=VALUE` tries another.\n"
    )
    return head + "".join(_entry(one, dict(given[one.name])) for one in DETECTORS)


def _entry(one: Detector, given: dict[str, int]) -> str:
    needs = ", ".join(f"`{need}`" for need in one.needs) or "calls or messages"
    rows = "".join(f"| `{p.name}` | {p.means} | {given[p.name]:,} | {p.least:,} to {p.most:,} |\n" for p in one.parameters)
    return (
        f"\n## {one.name}\n\n`{one.signal}` of `{one.clause}`. Looks for {one.sees}. Points to: {one.pointing}.\n\n"
        f"Needs: {needs}. Blind to: {one.blind_to}." + (f" Source: {one.source}." if one.source else "") + "\n\n"
        f"| parameter | meaning | value | may be |\n|---|---|---|---|\n{rows}"
    )


def test_the_page_says_what_the_catalogue_says() -> None:
    if os.environ.get("GOODSTANDING_GOLDEN") == "write":
        PAGE.write_text(page_text(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page_text()


def test_no_two_detectors_and_no_two_kept_relations_share_a_name() -> None:
    assert len({one.name for one in DETECTORS}) == len(DETECTORS)
    assert not {one.name for one in DETECTORS} & set(KEPT)


def test_every_detector_has_its_thresholds_in_the_edition() -> None:
    assert set(parameters_of(DETECTORS, TABLES)) == {one.name for one in DETECTORS}


@each_detector
def test_its_clause_cites_its_signal(detector: Detector) -> None:
    use = next(use for use in EDITION.uses if use.id == detector.clause)
    assert detector.signal in use.signals


@each_detector
def test_it_binds_what_it_declares_and_declares_what_it_binds(detector: Detector) -> None:
    bound = set(BOUND.findall(detector.sql + detector.records.where)) - {"since_ms", "until_ms"}
    declared = {one.name for one in detector.parameters}
    assert bound <= declared
    assert detector.line in declared
    if detector.sequence is None:
        assert declared - bound <= set(re.findall(r"{(\w+)}", detector.why)) | {detector.line}


@each_detector
def test_its_sentence_says_no_number_of_anybodys(detector: Detector) -> None:
    said = {"strength": 1, "whole": 2, "line": 3, **{one.name: 4 for one in detector.parameters}}
    assert detector.why.format(**said)
    assert not detector.why.endswith(".")
    assert "subject" not in re.findall(r"{(\w+)}", detector.why)


@each_detector
def test_it_reads_only_kept_relations_that_are_there(detector: Detector) -> None:
    assert set(detector.reads) <= set(KEPT)


@each_detector
def test_a_number_out_of_bounds_is_refused_with_file_and_key(detector: Detector) -> None:
    parameter = detector.parameters[0]
    table = TABLES[detector.name]
    wrong = replace(table, values={**table.values, parameter.name: parameter.most + 1})
    with pytest.raises(ClauseInvalid, match=re.escape(f"{detector.name}.{parameter.name}")) as refused:
        parameters_of(DETECTORS, {detector.name: wrong})
    assert ".toml" in str(refused.value)


def test_a_detector_nobody_knows_and_a_key_too_many_are_refused() -> None:
    table = TABLES["call-flood"]
    with pytest.raises(ClauseInvalid, match="did you mean `call-flood`"):
        parameters_of(DETECTORS, {"cal-flood": table})
    with pytest.raises(ClauseInvalid, match="unknown key `atempts`"):
        parameters_of(DETECTORS, {"call-flood": replace(table, values={**table.values, "atempts": 3})})


@pytest.mark.parametrize("text", TEXTS, ids=[one.stem for one in TEXTS])
def test_a_text_is_in_the_dialect_that_duckdb_and_spark_share(text: Path) -> None:
    sql = text.read_text(encoding="utf-8")
    bare = "\n".join(line.partition("--")[0] for line in sql.splitlines())
    assert not KEPT_OUT.search(bare)
    parsed = sqlglot.parse_one(BOUND.sub("1", bare), dialect="duckdb")
    assert sqlglot.parse_one(BOUND.sub("1", bare), dialect="spark") is not None
    assert sql.startswith("--"), "its header says grain and bounds"
    if any(one.text == text and one.sequence is None for one in DETECTORS):
        assert tuple(parsed.named_selects) == COLUMNS


@each_detector
def test_it_has_tests_of_its_own(detector: Detector) -> None:
    tests = [path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path.name != "test_catalogue.py"]
    assert any(f'"{detector.name}"' in one for one in tests)

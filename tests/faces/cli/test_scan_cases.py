"""Does a scan of a workspace open its cases when told to, and only then, and never twice?"""

from pathlib import Path

from flows.test_raise_findings import scanned, sighting
from goodstanding.app import case_desk, create_workspace, workspace
from goodstanding.faces.cli.scan_cases import cases_of_scan
from goodstanding.settings import read_settings


def test_a_scan_opens_its_cases_when_told_to_and_never_twice(tmp_path: Path) -> None:
    create_workspace(tmp_path / "work", "UTC")
    settings = read_settings()
    found = scanned((sighting(0), ("a", "b")), (sighting(1, detector="unanswered-notices", master="AC9"), ("n",)))
    with workspace(tmp_path / "work", settings) as held:
        would = cases_of_scan(held, settings, found, dry_run=True)
        assert would[-1].startswith("Dry run, nothing was opened: 1 case would open, 0 findings would join")
        assert "call-flood, 2 records" in would[0]
        (opened, held_back, told) = cases_of_scan(held, settings, found, dry_run=False)
        assert opened.startswith("Opened C-")
        assert held_back == "Not opened alone, since it is derived: P14.3 at AC9"
        assert told.startswith("1 case opened, 0 findings joined")
        assert told.endswith("Next: goodstanding case list")
        again = cases_of_scan(held, settings, scanned((sighting(0), ("a", "b"))), dry_run=False)
        assert again[-1].startswith("0 cases opened, 0 findings joined a case that is there, 1 known already.")
        later = scanned((sighting(0), ("a", "b")), (sighting(1), ("c", "d")))
        assert "0 cases would open, 1 finding would join" in cases_of_scan(held, settings, later, dry_run=True)[-1]
        with case_desk(held, settings) as desk:
            (case,) = desk.store.cases()
            assert desk.store.document(case.finding.evidence.sha256).content == b"a\nb\n"
            assert (case.finding.seen_by, case.finding.pointing) == ("call-flood", "violator")

"""Works on a case store from a process of its own, and may be killed in the middle of it: case_writer.py KIND PLACE WORK [FIRST]."""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cases.commands import finding
from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import open_case
from goodstanding.engines.rowstore.cases import open_cases

NOW_MS = 1_457_000_000_000

kind, place, work, *rest = sys.argv[1:]
held = open_cases(Path(place) if kind == "path" else place)
first = int(rest[0]) if rest else 7
for number in range(first, first + 15):
    with held.change() as change:
        change.save(*open_case(finding(number=number), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=30))
        change.put_document(b"a letter", "text/plain")
        if work == "before-the-commit":
            os.kill(os.getpid(), signal.SIGKILL)
    if work == "after-the-commit":
        os.kill(os.getpid(), signal.SIGKILL)

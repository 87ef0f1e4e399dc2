"""A small valid folder of editions, to be spoilt by one edit at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

EDITION = """\
id = "2030-01-01"
title = "Policy for tests"
since = 2030-01-01
zone = "UTC"
near = { part = 4, whole = 5 }
source = "Made up for tests"
"""
USE = """\
id = "use-10"
title = "Harvesting"
duty = "Do not gather numbers."
source = "Made up for tests, use 10"
authority = ["A law [verify]"]
signals = ["P10.1", "P10.2"]
person_decides = "Whether the order of the numbers is innocent."
"""
REQUIREMENT = """\
id = "req-2"
title = "Short calls"
duty = "At most one in ten may be short."
source = "Made up for tests, requirement 2"
measure = { id = "short-outbound", reading = "answered-calls", short_below_ms = 12_000, fewest = 20}
limit = { part = 1, whole = 10 }
example = [
  { part = 10, whole = 100, expect = "complies" },
  { part = 11, whole = 100, expect = "violated" },
]
authority = []
person_decides = "What a small sample is worth."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "editions"
    place = root / "2030-01-01"
    place.mkdir(parents=True)
    (place / "edition.toml").write_text(EDITION, encoding="utf-8")
    (place / "use-10.toml").write_text(USE, encoding="utf-8")
    (place / "req-2.toml").write_text(REQUIREMENT, encoding="utf-8")
    return root


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str, str], None]:
    def _spoil(file: str, old: str, new: str) -> None:
        path = folder / "2030-01-01" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return _spoil

"""How does a journey run the real command line?"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from goodstanding.faces.cli.commands import run


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Cli = Callable[..., Outcome]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Run one command in a temporary folder, on the fifth of March 2016."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOODSTANDING_NOW_MS", "1457136000000")
    monkeypatch.setenv("COLUMNS", "120")

    def go(*arguments: object) -> Outcome:
        status = run([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return go

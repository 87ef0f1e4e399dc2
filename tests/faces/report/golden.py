"""Where are texts kept that a change must show? `make golden` writes them again."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[3]
FOLDER = Path(__file__).parents[2] / "golden"


def golden(name: str, text: str, folder: Path = FOLDER) -> str:
    """Return the text that was kept under a name; under GOODSTANDING_GOLDEN=write keep this one."""
    if os.environ.get("GOODSTANDING_GOLDEN") == "write":
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return (folder / name).read_text(encoding="utf-8")

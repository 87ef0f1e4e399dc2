"""Which files make up the project? Asked of git where there is one, of the folder where there is not."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "goodstanding"
BUILT = {".git", ".venv", "out", "dist", "__pycache__"}


def project_files() -> list[Path]:
    """List every file that is, or is about to be, under version control."""
    asked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if asked.returncode == 0 and asked.stdout:
        listed = [ROOT / name for name in asked.stdout.splitlines()]
    else:
        listed = [path for path in ROOT.rglob("*") if not BUILT & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in listed if path.is_file() and not any(part.endswith("_cache") for part in path.parts))


def modules() -> list[Path]:
    """List the package's Python modules."""
    return sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    """Return the path as a reader of the project would write it."""
    return path.relative_to(ROOT).as_posix()

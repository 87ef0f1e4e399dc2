"""Which thresholds does an edition give the detectors of traffic? One table a detector, one file a theme."""

from collections.abc import Mapping
from pathlib import Path

from goodstanding.errors import PolicyError
from goodstanding.policy.edition import Edition
from goodstanding.policy.load import PACKAGED, toml_table
from goodstanding.policy.table import Table

TRAFFIC = "traffic"
_CARRIED = "carried.toml"


def load_traffic(edition: Edition, folder: Path | None = None) -> Mapping[str, Table]:
    """Return the tables of an edition's `traffic` folder by detector; what they may hold is the catalogue's to say.

    PolicyError when there is no such folder, ClauseInvalid, naming file and key, when a detector stands in two files.
    """
    root = PACKAGED if folder is None else folder
    return _tables(root, edition.id)


def _tables(root: Path, edition: str) -> dict[str, Table]:
    place = root / edition / TRAFFIC
    if not place.is_dir():
        message = f"edition {edition} does not say how traffic is scanned; add {place} with a file of thresholds"
        raise PolicyError(message)
    if (place / _CARRIED).is_file():
        table = toml_table(place / _CARRIED, TRAFFIC)
        table.allow_only("edition")
        return _tables(root, table.text("edition"))
    found: dict[str, Table] = {}
    for path in sorted(place.glob("*.toml")):
        whole = toml_table(path, TRAFFIC)
        for name in whole.values:
            if name in found:
                problem = f"`{name}` stands in {found[name].file} too"
                raise whole.wrong(problem, name, "keep one of the two")
            found[name] = whole.table(name)
    return found

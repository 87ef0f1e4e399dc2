"""Which delivery statuses has the mail system left in the inbox folder?"""

from collections.abc import Iterator
from pathlib import Path

from goodstanding.cases.ports import DeliveryStatus
from goodstanding.engines.mail.delivery_status import status_of


class Inbox:
    """A folder into which the mail system delivers, one message a file; what was taken in goes to `taken` beside them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def waiting(self) -> Iterator[tuple[Path, DeliveryStatus | None]]:
        """Return each waiting file and what it says of a letter of ours, if it says anything."""
        for path in sorted(self._folder.glob("*.eml")):
            yield path, status_of(path.read_bytes())

    def taken(self, path: Path) -> None:
        """Put a file aside; only after what it says is committed, so that a crash reads it again."""
        done = self._folder / "taken"
        done.mkdir(exist_ok=True)
        path.replace(done / path.name)

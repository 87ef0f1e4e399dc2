"""What happens to letters when no mail server is set? They are written to a folder, and nothing leaves the machine."""

import email
import re
from email.policy import default
from pathlib import Path

from goodstanding.cases.ports import Sent


class FolderPost:
    """Writes each letter to a file named after its Message-ID; the same letter again is the same file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, letter: bytes, address: str) -> Sent:  # noqa: ARG002 - the port's shape; the address stands in the letter
        """Write one message. That is taken, and proves no delivery."""
        self._folder.mkdir(parents=True, exist_ok=True)
        message_id = str(email.message_from_bytes(letter, policy=default)["Message-ID"])
        name = re.sub(r"[^A-Za-z0-9.-]", "_", message_id.strip("<>")) + ".eml"
        (self._folder / name).write_bytes(letter)
        return Sent(accepted=True, answer=f"written to {self._folder.name}/{name}; no mail server is set")

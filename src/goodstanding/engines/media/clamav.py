"""What does ClamAV call these bytes, asked of its daemon over a socket?"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket

TIMEOUT_S: Final = 30


class ClamAv:
    """A running clamd, at the path of a Unix socket or at host:port; bytes are streamed to it, never named to it as a path.

    clamd has size limits of its own (StreamMaxLength); what is beyond them is "could not say", never "clean".
    """

    def __init__(self, address: str, *, timeout_s: int = TIMEOUT_S) -> None:
        host, colon, port = address.rpartition(":")
        self._client = (
            ClamdNetworkSocket(host, int(port), timeout_s)
            if colon and port.isdecimal()
            else ClamdUnixSocket(str(Path(address)), timeout_s)
        )

    def found_in(self, content: bytes) -> Sequence[str] | None:
        """Return the scanner's names for it, nothing when it is clean; None when it is not there, too slow or refused."""
        try:
            answers = self._client.instream(io.BytesIO(content))
        except (ClamdError, OSError, UnicodeDecodeError):
            return None
        states = {state for state, _ in answers.values()}
        if not states or "ERROR" in states:
            return None
        return tuple(name or "unnamed" for state, name in answers.values() if state == "FOUND")

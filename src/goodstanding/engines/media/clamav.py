"""What does ClamAV call these bytes, asked of its daemon over a socket?"""

import socket
import struct
from collections.abc import Sequence
from typing import Final

TIMEOUT_S: Final = 30
AT_ONCE: Final = 1 << 16
LONGEST_ANSWER: Final = 1 << 12


class ClamAv:
    """A running clamd, at the path of a Unix socket or at host:port; bytes are streamed to it, never named to it as a path.

    clamd has size limits of its own (StreamMaxLength); what is beyond them is "could not say", never "clean".
    Source  clamd(8), the command INSTREAM: pieces led by their length in four bytes, ended by a length of nothing
    """

    def __init__(self, address: str, *, timeout_s: int = TIMEOUT_S) -> None:
        self._address, self._timeout_s = address, timeout_s

    def found_in(self, content: bytes) -> Sequence[str] | None:
        """Return the scanner's name for it, nothing when it is clean; None when it is not there, too slow or refused."""
        try:
            with self._connected() as daemon:
                answer = _asked(daemon, content)
        except OSError:
            return None
        said = answer.rstrip(b"\0").decode("utf-8", "replace").removeprefix("stream: ")
        if said == "OK":
            return ()
        return (said.removesuffix(" FOUND") or "unnamed",) if said.endswith(" FOUND") else None

    def _connected(self) -> socket.socket:
        host, colon, port = self._address.rpartition(":")
        if colon and port.isdecimal():
            return socket.create_connection((host, int(port)), self._timeout_s)
        daemon = socket.socket(socket.AF_UNIX)
        daemon.settimeout(self._timeout_s)
        try:
            daemon.connect(self._address)
        except OSError:
            daemon.close()
            raise
        return daemon


def _asked(daemon: socket.socket, content: bytes) -> bytes:
    try:
        daemon.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), AT_ONCE):
            piece = content[start : start + AT_ONCE]
            daemon.sendall(struct.pack("!L", len(piece)) + piece)
        daemon.sendall(struct.pack("!L", 0))
    except (BrokenPipeError, ConnectionResetError):
        pass  # it has heard enough: its answer says why
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER and (piece := daemon.recv(LONGEST_ANSWER)):
        answer += piece
    return answer

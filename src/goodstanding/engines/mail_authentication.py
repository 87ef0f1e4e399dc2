"""Did an e-mail come from a server its domain allows, and was it signed by a domain? SPF and DKIM, by dkimpy and pyspf.

Every DNS answer comes from a function the caller gives; nothing else is asked, and nothing is fetched from a message.
"""

import logging
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

Names = Callable[[str, str], Sequence[str]]
"""What DNS says: a name and a kind (TXT, A, AAAA, MX, PTR) to answers as text, MX as "10 mail.example.org"; () for none."""

_LONGEST_MAIL = 10_000_000
_TOO_MANY = "too many names without an answer"
_SILENT = logging.Logger("dkim", logging.CRITICAL + 1)  # noqa: LOG001 - apart from every handler: the library names domains


@dataclass(frozen=True, slots=True)
class Envelope:
    """How an e-mail arrived: the connecting address, the MAIL FROM and the HELO name."""

    address: str
    mail_from: str
    helo: str


@dataclass(frozen=True, slots=True)
class Authentication:
    """What came of SPF and DKIM, in the words of RFC 8601: pass, fail, softfail, neutral, none, temperror, permerror."""

    spf: str
    dkim: str

    def header(self, server: str) -> str:
        """Return the Authentication-Results value that signal P17.10 reads, in the name of the provider's own server."""
        return f"{server}; spf={self.spf}; dkim={self.dkim}"


def authenticate(raw: bytes, envelope: Envelope, names: Names | None) -> Authentication | None:
    """Return what SPF and DKIM say of an e-mail as it was received, or None when nobody answers for DNS.

    Blind to DMARC, whose policy joins the two with the From header, and to ARC. Source: RFC 7208; RFC 6376.
    """
    if names is None:
        return None
    return Authentication(spf=_spf(envelope, names), dkim=_dkim(raw, names))


def _dkim(raw: bytes, names: Names) -> str:
    """Answer pass when any signature holds, fail when there are some and none does, none without one."""
    import dkim  # type: ignore[import-untyped]  # noqa: PLC0415 - no types shipped; only e-mail needs it

    if len(raw) > _LONGEST_MAIL:
        return "permerror"

    def text_of(name: bytes, timeout: int = 5) -> bytes | None:  # noqa: ARG001 - the library's own shape
        found = names(name.decode("ascii", "replace").rstrip("."), "TXT")
        return "".join(found[:1]).encode() or None

    try:
        mail = dkim.DKIM(raw, logger=_SILENT)
        signatures = sum(header.lower() == b"dkim-signature" for header, _ in mail.headers)
        verified = any(_holds(mail, place, text_of) for place in range(min(signatures, 10)))
    except (dkim.DKIMException, ValueError):
        return "permerror"
    return "pass" if verified else "fail" if signatures else "none"


def _holds(mail: Any, place: int, text_of: Callable[..., bytes | None]) -> bool:
    import dkim  # noqa: PLC0415

    try:
        return bool(mail.verify(idx=place, dnsfunc=text_of))
    except (dkim.DKIMException, ValueError, LookupError):
        return False


def _spf(envelope: Envelope, names: Names) -> str:
    query, failure = _pyspf()
    try:
        return str(query(envelope, names).check()[0])
    except (ValueError, failure):
        return "permerror"


@cache
def _pyspf() -> tuple[Any, type[Exception]]:
    """Return a query of pyspf whose answers come from the caller, and what it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its texts hold escapes that newer Pythons warn of
        import spf  # type: ignore[import-untyped]  # noqa: PLC0415 - no types shipped; only e-mail needs it

    class Query(spf.query):  # type: ignore[misc]
        """A query that asks the caller."""

        def __init__(self, envelope: Envelope, names: Names) -> None:
            super().__init__(i=envelope.address, s=envelope.mail_from, h=envelope.helo)
            self.names = names

        def dns(self, name: str, qtype: str, cnames: object = None, ignore_void: bool = False) -> list[Any]:  # noqa: ARG002, FBT001, FBT002 - the library's own shape
            found = [_as_pyspf(qtype, each) for each in self.names(str(name).rstrip(".").lower(), qtype)]
            if not found and not ignore_void:
                self.void_lookups += 1
                if self.void_lookups > spf.MAX_VOID_LOOKUPS:
                    raise spf.PermError(_TOO_MANY)
            return found

    return Query, spf.PermError


def _as_pyspf(kind: str, answer: str) -> Any:
    if kind in {"TXT", "SPF"}:
        return (answer.encode(),)
    if kind == "MX":
        preference, _, host = answer.partition(" ")
        return int(preference), host
    return answer

"""Does a short message speak to the handset behind its owner's back?"""

import re
from collections.abc import Iterator

from goodstanding.signals.message import Attachment, Channel
from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot

# Ports on which handsets act without being asked: WAP push and its secure twin, WAP sessions, cards and calendars, ringtones.
_ACTING_PORTS = frozenset({2948, 2949, *range(9200, 9208), 5505, 5506, 5507, 5508, 5512, 5514})
_CARD_START = re.compile(r"begin:vcard", re.IGNORECASE)
_LONGEST_CARD_LINE = 2000
_ACTIVE = re.compile(r"(?i)(?:javascript|data|file|intent|tel:\*|ussd):")
_CARD_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory"})


def handset_commands(seen: Seen) -> Answer:
    """Report a user data header that addresses a port or the SIM, or that does not add up, P6.5.

    Takes     user_data_header, hexadecimal, with or without its length octet (where both readings add up, the worse); SMS only
    Yields    100 points for ports on which handsets act and for SIM toolkit headers, 60 for other ports, 60 for a
              malformed header; parts of a long message and national alphabets are everybody's
    Abstains  when the header is not known
    Blind to  message class 0 and the protocol identifier, which no message here carries
    Source    3GPP TS 23.040, 9.2.3.24 (elements 04, 05 and 70 to 7F); WAP-167 push ports
    """
    header = seen.message.user_data_header
    if seen.message.channel is not Channel.SMS:
        return NOTHING
    if header is None:
        return NOT_KNOWN
    if not header.strip():
        return NOTHING
    try:
        octets = bytes.fromhex(header)
    except ValueError:
        octets = b"\x01"  # a lone octet adds up to nothing
    starts = (0, 1) if octets[0] == len(octets) - 1 else (0,)
    readings = [spots for start in starts if (spots := _spots_from(octets, start)) is not None]
    if not readings:
        return (Spot(NOWHERE, 60, "The user data header does not add up."),)
    return max(readings, key=lambda spots: sum(spot.weight for spot in spots))


def broken_card(seen: Seen) -> Answer:
    """Report a business card that is cut off, lacks its version or name, or carries a command, P6.5.

    Takes     a vCard in the body or as an attachment of that type (its first 64 KiB)
    Yields    60 points for a malformed card, 100 for one with an active address
    Blind to  faults of single properties that only some handsets stumble over
    Source    RFC 6350, 3.3 and 6.1; published handset crashes on malformed cards
    """
    cards = [
        _decoded(each) for each in seen.message.attachments if each.content_type.partition(";")[0].strip().lower() in _CARD_TYPES
    ]
    body = seen.message.body
    begun = _CARD_START.search(body) if ":" in body else None
    if begun:
        cards.append(body[begun.start() :])
    if not cards:
        return NOTHING
    weight = max(map(_card_points, cards))
    span = (begun.start(), len(body)) if begun else NOWHERE
    return (Spot(span, weight, "A business card that is malformed or carries a command."),) if weight else NOTHING


def _spots_from(octets: bytes, start: int) -> tuple[Spot, ...] | None:
    """Return what the elements from there come to, or None when their lengths do not add up."""
    try:
        return tuple(spot for kind, value in _elements(octets, start) if (spot := _element_spot(kind, value)))
    except ValueError:
        return None


def _elements(octets: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at < len(octets):
        end = at + 2 + octets[at + 1] if at + 1 < len(octets) else len(octets) + 1
        if end > len(octets):
            raise ValueError
        yield octets[at], octets[at + 2 : end]
        at = end


def _element_spot(kind: int, value: bytes) -> Spot | None:
    if 0x70 <= kind <= 0x7F:
        return Spot(NOWHERE, 100, "The header carries a command for the SIM toolkit.")
    if kind not in {0x04, 0x05}:
        return None
    width = 1 if kind == 0x04 else 2
    if len(value) != 2 * width:
        raise ValueError
    ports = {int.from_bytes(value[:width]), int.from_bytes(value[width:])}
    if ports & _ACTING_PORTS:
        return Spot(NOWHERE, 100, "The header addresses a port on which handsets act without being asked.")
    return Spot(NOWHERE, 60, "The header addresses an application port.")


def _decoded(each: Attachment) -> str:
    return each.content[:65_536].decode("utf-8", "replace")


def _card_points(card: str) -> int:
    if _ACTIVE.search(card):
        return 100
    upper = card.upper()
    lines = upper.splitlines()
    is_whole = "BEGIN:VCARD" in upper and "END:VCARD" in upper
    has_name = any(line.startswith(("N:", "N;", "FN:", "FN;")) for line in lines)
    has_version = any(line.startswith("VERSION:") for line in lines)
    is_short = all(len(line) <= _LONGEST_CARD_LINE for line in lines)
    return 0 if is_whole and has_name and has_version and is_short else 60

"""What is one message to be screened?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Channel(StrEnum):
    """How a text reaches its recipient."""

    SMS = "sms"
    MMS = "mms"
    VOICE = "voice"
    VOICEMAIL = "voicemail"
    FAX = "fax"
    EMAIL = "email"

    __hash__ = str.__hash__  # an enumeration's own is ten times slower


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that came with a message: its bytes, and what it claims to be."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One text in one channel; whatever the caller does not know is None, and rules that need it abstain.

    sender, recipient     the two ends as given: E.164, short code, alphanumeric sender or address
    is_inbound            sent to the account's number, not by it
    is_first              the first of its conversation
    is_opted_out          the recipient has opted out from this sender
    received_ms           when it was sent, milliseconds since 1970 in UTC
    previous              the recipient's last words before it, e.g. a request to stop
    headers               e-mail headers, names in lower case
    user_data_header      the binary header of a short message, as hexadecimal digits
    attachments           files that came with it
    """

    id: str
    channel: Channel
    sender: str
    recipient: str
    body: str
    account: str = ""
    is_inbound: bool = False
    is_first: bool | None = None
    is_opted_out: bool | None = None
    received_ms: int | None = None
    previous: str | None = None
    headers: Mapping[str, str] | None = None
    user_data_header: str | None = None
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)

"""How does a line of JSON become a message, and what is said when it does not?"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from goodstanding.errors import near_match
from goodstanding.signals.message import Attachment, Channel, Message

LONGEST: Final = 1_048_576  # characters of a text
LONGEST_LINE: Final = 1 << 25  # bytes, attachments and all
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
KEYS: Final = (
    *("id", "channel", "from", "to", "body", "account", "inbound", "first", "opted_out", "at_ms", "previous", "headers"),
    *("user_data_header", "attachments"),
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no message: its id where it has one, a code, and what to do; never any of its text."""

    id: str | None
    code: str
    why: str


class _No(Exception):
    """Carries a refusal out of the readers below."""

    def __init__(self, code: str, why: str) -> None:
        self.code, self.why = code, why
        super().__init__(code)


def message_of(line: bytes) -> Message | Unreadable:
    """Read one line: a JSON object with at least a body.

    Bytes that are not UTF-8, and halves of surrogate pairs, read as U+FFFD and are screened like any other text. Keys nobody
    knows are left alone, for exports carry many; a key that is one letter off a known one is refused.
    """
    if len(line) > LONGEST_LINE:
        return Unreadable(None, "line-too-long", f"Give at most {LONGEST_LINE >> 20} MiB a line, attachments and all.")
    try:
        said = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return Unreadable(None, "json-unreadable", "Give one JSON object on each line.")
    if not isinstance(said, dict):
        return Unreadable(None, "object-missing", "Give one JSON object on each line.")
    name = said.get("id")
    given = str(name) if isinstance(name, str | int) else None
    try:
        return _message(said, given or "")
    except _No as no:
        return Unreadable(given, no.code, no.why)


def _message(said: Mapping[str, Any], given: str) -> Message:
    body = _text(said, "body")
    if body is None and not said.get("attachments"):
        near = near_match("body", (key for key in said if key not in KEYS))
        raise _No("body-missing", f"Give the text as body{f' (it is called {near} here)' if near else ''}.")
    return Message(
        id=given,
        channel=_channel(said.get("channel", "sms")),
        sender=_text(said, "from") or "",
        recipient=_text(said, "to") or "",
        body=body or "",
        account=_text(said, "account") or "",
        is_inbound=_flag(said, "inbound") or False,
        is_first=_flag(said, "first"),
        is_opted_out=_flag(said, "opted_out"),
        received_ms=_whole(said.get("at_ms")),
        previous=_text(said, "previous"),
        headers=_headers(said.get("headers")),
        user_data_header=_text(said, "user_data_header"),
        attachments=tuple(_attachment(one) for one in _list(said.get("attachments"))),
    )


def _text(said: Mapping[str, Any], key: str) -> str | None:
    value = said.get(key)
    if value is None:
        return None
    if isinstance(value, int) and key != "body":
        value = str(value)
    if not isinstance(value, str):
        raise _No(f"{key}-unreadable", f"Give {key} as text.")
    if len(value) > LONGEST:
        raise _No(f"{key}-too-long", f"Give at most {LONGEST:,} characters of {key}.")
    return value if value.isascii() else _SURROGATE.sub("\ufffd", value)


def _channel(value: object) -> Channel:
    try:
        return Channel(str(value))
    except ValueError:
        raise _No("channel-unknown", f"Give one of {', '.join(Channel)} as channel.") from None


def _flag(said: Mapping[str, Any], key: str) -> bool | None:
    value = said.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise _No(f"{key}-unreadable", f"Give {key} as true or false, or leave it out when it is not known.")


def _whole(value: object) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise _No("at_ms-unreadable", "Give at_ms as whole milliseconds since 1970.")
    return value


def _headers(value: object) -> Mapping[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise _No("headers-unreadable", "Give headers as an object of texts.")
    return {name.lower(): one for name, one in value.items()}


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise _No("attachments-unreadable", "Give attachments as a list.")
    return value


def _attachment(value: object) -> Attachment:
    remedy = "Give each attachment as {name, content_type, content}, its content in Base64."
    if not isinstance(value, dict):
        raise _No("attachments-unreadable", remedy)
    try:
        content = base64.b64decode(value.get("content", ""), validate=True)
    except (binascii.Error, ValueError, TypeError):
        raise _No("attachments-unreadable", remedy) from None
    return Attachment(str(value.get("name", "")), str(value.get("content_type", "")), content)

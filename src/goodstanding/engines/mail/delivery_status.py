"""What does a delivery status message say (RFC 3464), and about which letter?"""

import email
from email.message import EmailMessage, Message
from email.policy import default

from goodstanding.cases.ports import DeliveryStatus


def status_of(content: bytes) -> DeliveryStatus | None:
    """Return what a message says about a letter of ours; None when it is no delivery status, or names no letter."""
    message = email.message_from_bytes(content, policy=default)
    report = next((part for part in message.walk() if part.get_content_type() == "message/delivery-status"), None)
    message_id = _letter_of(message)
    if report is None or message_id is None:
        return None
    for block in report.iter_parts():
        action = str(block.get("Action", "")).strip().lower()
        if action:
            return DeliveryStatus(message_id, action, str(block.get("Status", "")).strip())
    return None


def _letter_of(message: Message) -> str | None:
    """Find the letter's Message-ID: in its returned headers, else in the envelope id it was sent under."""
    for part in message.walk():
        if part.get_content_type() in {"text/rfc822-headers", "message/rfc822"}:
            body = part.get_payload(0) if part.is_multipart() else part.get_content() if isinstance(part, EmailMessage) else ""
            returned = body if isinstance(body, Message) else email.message_from_string(str(body), policy=default)
            if returned["Message-ID"]:
                return str(returned["Message-ID"]).strip()
        if part.get_content_type() == "message/delivery-status" and isinstance(part, EmailMessage):
            for block in part.iter_parts():
                if block["Original-Envelope-Id"]:
                    return f"<{str(block['Original-Envelope-Id']).strip()}>"
    return None

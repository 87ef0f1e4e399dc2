"""What does a mail system write when it says what became of a letter (RFC 3464)?"""

TEMPLATE = """\
From: MAILER-DAEMON@mail.example.org
To: notices@example.org
Subject: Delivery status
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=="

--==
Content-Type: text/plain; charset=us-ascii

This is what became of your message.
--==
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Original-Envelope-Id: {envelope}

Final-Recipient: rfc822; recipient@example.org
Action: {action}
Status: {status}

--==
Content-Type: text/rfc822-headers

Message-ID: {message_id}

--==--
"""


def delivery_status_message(message_id: str, action: str, status: str) -> bytes:
    """Return a delivery status message about a letter; `action` is "delivered", "failed" or "delayed"."""
    text = TEMPLATE.format(envelope=message_id.strip("<>"), action=action, status=status, message_id=message_id)
    return text.replace("\n", "\r\n").encode("ascii")

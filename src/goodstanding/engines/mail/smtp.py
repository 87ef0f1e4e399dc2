"""How is a letter handed to a mail server, so that its answer can be kept as evidence?"""

import email
import smtplib
import ssl
from dataclasses import dataclass
from email.policy import default
from email.utils import parseaddr
from typing import Final

from goodstanding.cases.ports import Sent

FINAL_FROM: Final = 500


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `user` empty: no sign-in; `must_encrypt`: refuse to send where STARTTLS is not offered."""

    host: str
    port: int = 25
    user: str = ""
    password: str = ""
    must_encrypt: bool = False
    timeout_s: float = 30


class SmtpPost:
    """Sends over SMTP, encrypted where the server offers it, and asks for a delivery status (RFC 3461)."""

    def __init__(self, server: Server, *, context: ssl.SSLContext | None = None) -> None:
        self._server, self._context = server, context or ssl.create_default_context()

    def send(self, letter: bytes, address: str) -> Sent:
        """Hand over one message; what the server said is the answer, without the address."""
        message = email.message_from_bytes(letter, policy=default)
        try:
            with smtplib.SMTP(self._server.host, self._server.port, timeout=self._server.timeout_s) as client:
                return self._handed_over(client, letter, str(message["From"]), (address, str(message["Message-ID"])))
        except smtplib.SMTPResponseException as error:
            return Sent(
                accepted=False, answer=_said(error.smtp_code, error.smtp_error, address), is_final=error.smtp_code >= FINAL_FROM
            )
        except smtplib.SMTPRecipientsRefused as error:
            code, text = next(iter(error.recipients.values()))
            return Sent(accepted=False, answer=_said(code, text, address), is_final=code >= FINAL_FROM)
        except (smtplib.SMTPException, OSError) as error:
            return Sent(accepted=False, answer=f"no answer: {type(error).__name__}")

    def _handed_over(self, client: smtplib.SMTP, letter: bytes, sender: str, to: tuple[str, str]) -> Sent:
        client.ehlo()
        if client.has_extn("starttls"):
            client.starttls(context=self._context)
            client.ehlo()
        elif self._server.must_encrypt:
            return Sent(accepted=False, answer="the server offers no STARTTLS, and encryption is asked for", is_final=True)
        if self._server.user:
            client.login(self._server.user, self._server.password)
        address, message_id = to
        mail, receive = [], []
        if client.has_extn("dsn"):
            mail, receive = ["RET=HDRS", f"ENVID={message_id.strip('<>')}"], ["NOTIFY=SUCCESS,FAILURE,DELAY"]
        bare = parseaddr(sender)[1]
        answer = ""
        for code, text in (client.mail(bare, mail), client.rcpt(address, receive), client.data(letter)):
            if not 200 <= code < 300:
                return Sent(accepted=False, answer=_said(code, text, address), is_final=code >= FINAL_FROM)
            answer = _said(code, text, address)
        return Sent(accepted=True, answer=answer)


def _said(code: int, text: bytes | str, address: str) -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(words.split())}".replace(address, "(address)")

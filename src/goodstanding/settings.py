"""What does the environment say? The one place that reads it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SENDER: Final = "standing@localhost"
PROVIDER: Final = "Your communications provider"


@dataclass(frozen=True, slots=True)
class Mail:
    """How letters are sent, and who writes them.

    host          GOODSTANDING_SMTP_HOST: the mail server; without one, letters are written to the workspace's outbox folder
    port          GOODSTANDING_SMTP_PORT: its port, 25 by default
    user          GOODSTANDING_SMTP_USER: who signs in; "" for nobody
    password      GOODSTANDING_SMTP_PASSWORD: and with what
    must_encrypt  GOODSTANDING_SMTP_ENCRYPT: "1" to refuse a server that offers no STARTTLS
    sender        GOODSTANDING_MAIL_FROM: the address that letters come from
    provider      GOODSTANDING_PROVIDER: the provider's name, at the head of each letter
    ask           GOODSTANDING_ASK: whom customers ask; the sender's address when it is not set
    """

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    must_encrypt: bool = False
    sender: str = SENDER
    provider: str = PROVIDER
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set.

    workspace  GOODSTANDING_WORKSPACE: folder to use when --workspace is not given
    memory     GOODSTANDING_MEMORY: how much memory counting may use, e.g. "4GB"; what does not fit is spilled to disk
    now_ms     GOODSTANDING_NOW_MS: a fixed clock, in milliseconds since 1970, for demonstrations and tests
    database   GOODSTANDING_DATABASE: a PostgreSQL database for cases, postgresql://...; else a file in the workspace
    reviewer   GOODSTANDING_REVIEWER: who decides when --by is not given
    mail       where letters go out; see Mail
    """

    workspace: Path | None = None
    memory: str | None = None
    now_ms: int | None = None
    database: str | None = None
    reviewer: str | None = None
    mail: Mail = Mail()


def read_settings() -> Settings:
    """Read the settings from the environment."""
    workspace = os.environ.get("GOODSTANDING_WORKSPACE")
    now_ms = os.environ.get("GOODSTANDING_NOW_MS")
    return Settings(
        workspace=Path(workspace) if workspace else None,
        memory=os.environ.get("GOODSTANDING_MEMORY") or None,
        now_ms=int(now_ms) if now_ms else None,
        database=os.environ.get("GOODSTANDING_DATABASE") or None,
        reviewer=os.environ.get("GOODSTANDING_REVIEWER") or None,
        mail=_mail(),
    )


def _mail() -> Mail:
    said = os.environ.get
    return Mail(
        host=said("GOODSTANDING_SMTP_HOST", ""),
        port=int(said("GOODSTANDING_SMTP_PORT", "25")),
        user=said("GOODSTANDING_SMTP_USER", ""),
        password=said("GOODSTANDING_SMTP_PASSWORD", ""),
        must_encrypt=said("GOODSTANDING_SMTP_ENCRYPT", "") == "1",
        sender=said("GOODSTANDING_MAIL_FROM", SENDER),
        provider=said("GOODSTANDING_PROVIDER", PROVIDER),
        ask=said("GOODSTANDING_ASK", ""),
    )

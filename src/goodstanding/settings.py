"""What does the environment say? The one place that reads it."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from goodstanding.errors import WrongUsage

SENDER: Final = "standing@localhost"
PROVIDER: Final = "Your communications provider"
TWILIO: Final = "https://api.twilio.com"
_KEY_BYTES: Final = 16


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
class Control:
    """How actions are carried out.

    engine          GOODSTANDING_CONTROL: "dry-run" (records only, the default), "webhook" or "twilio"
    inside          GOODSTANDING_CONTROL_INSIDE: addresses or networks of your own, with commas between, that actions may go to;
                    with it they go nowhere else, without it only to public addresses over HTTPS
    webhook_url     GOODSTANDING_WEBHOOK_URL: where the webhook is posted to
    webhook_secret  GOODSTANDING_WEBHOOK_SECRET: what it is signed with, "whsec_" and at least 24 random bytes in Base64
    twilio_sid      GOODSTANDING_TWILIO_SID: the parent account's SID, or an API key's
    twilio_token    GOODSTANDING_TWILIO_TOKEN: its auth token, or the key's secret
    twilio_url      GOODSTANDING_TWILIO_URL: another place than Twilio's own that speaks its API
    """

    engine: str = "dry-run"
    inside: tuple[str, ...] = ()
    webhook_url: str = field(default="", repr=False)
    webhook_secret: str = field(default="", repr=False)
    twilio_sid: str = ""
    twilio_token: str = field(default="", repr=False)
    twilio_url: str = TWILIO


@dataclass(frozen=True, slots=True)
class Screening:
    """How messages are screened.

    engine       GOODSTANDING_MATCHER: "hyperscan", "re2", or "auto" (the default): Hyperscan where its wheel is installed
    cache        GOODSTANDING_CACHE: a folder of yours alone for compiled rules; ~/.cache/goodstanding by default, "-" for none
    rules        GOODSTANDING_RULES: a folder of packs of your own, beside those shipped
    model        GOODSTANDING_MODEL: a model of your own, as `goodstanding train` wrote it; else the one that ships
    file_rules   GOODSTANDING_FILE_RULES: files of YARA rules for attachments, with commas between
    clamd        GOODSTANDING_CLAMD: where clamd listens, a socket's path or host:port; "" for nowhere
    content_key  GOODSTANDING_CONTENT_KEY: hexadecimal digits that hide the words of accounts whose content may not be kept
    """

    engine: str = "auto"
    cache: Path | None = None
    rules: Path | None = None
    model: Path | None = None
    file_rules: tuple[Path, ...] = ()
    clamd: str = ""
    content_key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set.

    workspace  GOODSTANDING_WORKSPACE: folder to use when --workspace is not given
    memory     GOODSTANDING_MEMORY: how much memory may be used, e.g. "4GB"; what does not fit is spilled to disk. Without it,
               counting a month uses 1400 MB at most
    now_ms     GOODSTANDING_NOW_MS: a fixed clock, in milliseconds since 1970, for demonstrations and tests
    database   GOODSTANDING_DATABASE: a PostgreSQL database for cases, postgresql://...; else a file in the workspace
    reviewer   GOODSTANDING_REVIEWER: who decides when --by is not given
    screening  how messages are screened; see Screening
    mail       where letters go out; see Mail
    control    how actions are carried out; see Control
    """

    workspace: Path | None = None
    memory: str | None = None
    now_ms: int | None = None
    database: str | None = None
    reviewer: str | None = None
    screening: Screening = Screening()
    mail: Mail = Mail()
    control: Control = Control()


def read_settings() -> Settings:
    """Read the settings from the environment."""
    workspace = os.environ.get("GOODSTANDING_WORKSPACE")
    now_ms = os.environ.get("GOODSTANDING_NOW_MS")
    return Settings(
        workspace=Path(workspace) if workspace else None,
        memory=os.environ.get("GOODSTANDING_MEMORY") or None,
        now_ms=_whole("GOODSTANDING_NOW_MS", now_ms) if now_ms else None,
        database=os.environ.get("GOODSTANDING_DATABASE") or None,
        reviewer=os.environ.get("GOODSTANDING_REVIEWER") or None,
        screening=_screening(),
        mail=_mail(),
        control=_control(),
    )


def _screening() -> Screening:
    said = os.environ.get
    cache = said("GOODSTANDING_CACHE") or str(Path(said("XDG_CACHE_HOME") or "~/.cache") / "goodstanding")
    return Screening(
        engine=said("GOODSTANDING_MATCHER") or "auto",
        cache=None if cache == "-" else Path(cache).expanduser(),
        rules=Path(said("GOODSTANDING_RULES", "")) if said("GOODSTANDING_RULES") else None,
        model=Path(said("GOODSTANDING_MODEL", "")) if said("GOODSTANDING_MODEL") else None,
        file_rules=tuple(Path(one.strip()) for one in said("GOODSTANDING_FILE_RULES", "").split(",") if one.strip()),
        clamd=said("GOODSTANDING_CLAMD", ""),
        content_key=_key(said("GOODSTANDING_CONTENT_KEY", "")),
    )


def _control() -> Control:
    said = os.environ.get
    return Control(
        engine=said("GOODSTANDING_CONTROL") or "dry-run",
        inside=tuple(one.strip() for one in said("GOODSTANDING_CONTROL_INSIDE", "").split(",") if one.strip()),
        webhook_url=said("GOODSTANDING_WEBHOOK_URL", ""),
        webhook_secret=said("GOODSTANDING_WEBHOOK_SECRET", ""),
        twilio_sid=said("GOODSTANDING_TWILIO_SID", ""),
        twilio_token=said("GOODSTANDING_TWILIO_TOKEN", ""),
        twilio_url=said("GOODSTANDING_TWILIO_URL") or TWILIO,
    )


def _mail() -> Mail:
    said = os.environ.get
    return Mail(
        host=said("GOODSTANDING_SMTP_HOST", ""),
        port=_whole("GOODSTANDING_SMTP_PORT", said("GOODSTANDING_SMTP_PORT") or "25"),
        user=said("GOODSTANDING_SMTP_USER", ""),
        password=said("GOODSTANDING_SMTP_PASSWORD", ""),
        must_encrypt=said("GOODSTANDING_SMTP_ENCRYPT", "") == "1",
        sender=said("GOODSTANDING_MAIL_FROM", SENDER),
        provider=said("GOODSTANDING_PROVIDER", PROVIDER),
        ask=said("GOODSTANDING_ASK", ""),
    )


def _whole(name: str, said: str) -> int:
    try:
        return int(said)
    except ValueError as error:
        message = f"{name}: give a whole number"
        raise WrongUsage(message) from error


def _key(said: str) -> bytes:
    """Return the bytes of a secret key; WrongUsage, without the key, when it is no key or too short to keep anything secret."""
    try:
        key = bytes.fromhex(said)
    except ValueError:
        key = b"?"
    if key and len(key) < _KEY_BYTES:
        message = f"GOODSTANDING_CONTENT_KEY: give at least {2 * _KEY_BYTES} hexadecimal digits, or leave it out"
        raise WrongUsage(message)
    return key

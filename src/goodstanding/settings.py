"""What does the environment say? The one place that reads it."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What an operator may set.

    workspace  GOODSTANDING_WORKSPACE: folder to use when --workspace is not given
    memory     GOODSTANDING_MEMORY: how much memory counting may use, e.g. "4GB"; what does not fit is spilled to disk
    now_ms     GOODSTANDING_NOW_MS: a fixed clock, in milliseconds since 1970, for demonstrations and tests
    cases      GOODSTANDING_CASES: URL of a PostgreSQL database that keeps the cases; else a file of the workspace
    provider   GOODSTANDING_PROVIDER: who writes the letters
    ask        GOODSTANDING_ASK: whom the customer asks, as it stands in the letters
    mail_from  GOODSTANDING_MAIL_FROM: the address letters come from; what follows its @ ends their Message-IDs
    reviewer   GOODSTANDING_REVIEWER: who decides when --by is not given
    """

    workspace: Path | None = None
    memory: str | None = None
    now_ms: int | None = None
    cases: str | None = None
    provider: str = "The provider"
    ask: str = "the sender of this letter"
    mail_from: str = "notices@goodstanding.invalid"
    reviewer: str = ""


def read_settings() -> Settings:
    """Read the settings from the environment."""
    workspace = os.environ.get("GOODSTANDING_WORKSPACE")
    now_ms = os.environ.get("GOODSTANDING_NOW_MS")
    return Settings(
        workspace=Path(workspace) if workspace else None,
        memory=os.environ.get("GOODSTANDING_MEMORY") or None,
        now_ms=int(now_ms) if now_ms else None,
        cases=os.environ.get("GOODSTANDING_CASES") or None,
        provider=os.environ.get("GOODSTANDING_PROVIDER") or Settings.provider,
        ask=os.environ.get("GOODSTANDING_ASK") or Settings.ask,
        mail_from=os.environ.get("GOODSTANDING_MAIL_FROM") or Settings.mail_from,
        reviewer=os.environ.get("GOODSTANDING_REVIEWER", ""),
    )

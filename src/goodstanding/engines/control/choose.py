"""Which account control carries actions out? The one that is set; the dry run, which touches nothing, by default."""

from goodstanding.cases.ports import AccountControl
from goodstanding.engines.clock import now_ms
from goodstanding.engines.control.dry_run import DryRun
from goodstanding.errors import WrongUsage, near_match
from goodstanding.settings import Control

KNOWN = ("dry-run", "webhook", "twilio")


def choose(control: Control) -> AccountControl:
    """Return the engine that GOODSTANDING_CONTROL names; WrongUsage when it is none or lacks its settings."""
    if control.engine == "dry-run":
        return DryRun()
    if control.engine not in KNOWN:
        near = near_match(control.engine, KNOWN)
        hint = f"did you mean {near}?" if near else f"known: {', '.join(KNOWN)}"
        message = f"GOODSTANDING_CONTROL names no account control; {hint}"
        raise WrongUsage(message)
    try:
        return _over_http(control)
    except ModuleNotFoundError as error:
        message = f"GOODSTANDING_CONTROL={control.engine} needs libraries that are not installed; install goodstanding[control]"
        raise WrongUsage(message) from error


def _over_http(control: Control) -> AccountControl:
    from goodstanding.engines.control.twilio import Twilio  # noqa: PLC0415 - an extra
    from goodstanding.engines.control.webhook import Webhook  # noqa: PLC0415 - an extra

    if control.engine == "webhook":
        return Webhook(control.webhook_url, control.webhook_secret, clock=now_ms, inside=control.inside)
    return Twilio(control.twilio_sid, control.twilio_token, url=control.twilio_url, inside=control.inside)

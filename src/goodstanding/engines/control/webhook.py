"""How is an action handed to the operator's own switch? By one signed POST, under a key that makes repeating it harmless."""

import binascii
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from standardwebhooks import Webhook as Signature

from goodstanding.cases.papers import ActionKind
from goodstanding.engines.control.session import TIMEOUT_S, answered, guarded_session, passes
from goodstanding.errors import ControlFailed, WrongUsage

PREFIX: Final = "whsec_"
SHORTEST_SECRET: Final = 24
HINTS: Final = {
    401: "compare the secret on both sides",
    403: "compare the secret on both sides",
    404: "look at the path in GOODSTANDING_WEBHOOK_URL",
    410: "the receiver is gone for good; set another GOODSTANDING_WEBHOOK_URL",
    422: "the receiver does not accept what it was sent",
}


class Webhook:
    """Posts actions; the receiver carries them out and answers 2xx once it has.

    The body is the same on every try: {"type": "action.act" or "action.undo", "data": {"action", "account", "subject"}}.
    """

    def __init__(self, url: str, secret: str, *, clock: Callable[[], int], inside: Sequence[str] = ()) -> None:
        self._url, self._clock, self._inside = url, clock, tuple(inside)
        self._signature = signature_of(secret)
        if not url.startswith(("https://", "http://")):
            message = "GOODSTANDING_WEBHOOK_URL is missing or no URL; set it to one like https://switch.example.org/actions"
            raise WrongUsage(message)

    def act(self, kind: ActionKind, account: str, subject: str, key: str) -> str:
        """Carry an action out and return a receipt; ControlFailed when the receiver does not say that it is done."""
        return self._post("act", kind, account, subject, key)

    def undo(self, kind: ActionKind, account: str, subject: str, key: str) -> str:
        """Undo it and return a receipt; ControlFailed when the receiver does not say that it is undone."""
        return self._post("undo", kind, account, subject, key)

    def _post(self, do: str, kind: ActionKind, account: str, subject: str, key: str) -> str:
        said = {"type": f"action.{do}", "data": {"action": str(kind), "account": account, "subject": subject}}
        body = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        with guarded_session(self._inside) as session:
            answer = answered(
                "webhook",
                lambda: session.post(
                    self._url,
                    data=body.encode(),
                    headers=self._headers(key, body),
                    timeout=TIMEOUT_S,
                    allow_redirects=False,
                    stream=True,
                ),
            )
            answer.close()
        return _receipt(do, kind, answer.status_code)

    def _headers(self, key: str, body: str) -> dict[str, str]:
        at = datetime.fromtimestamp(self._clock() // 1000, tz=UTC)
        return {
            "Content-Type": "application/json",
            "User-Agent": "goodstanding",
            "Idempotency-Key": key,
            "webhook-id": key,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": self._signature.sign(key, at, body),
        }


def signature_of(secret: str) -> Signature:
    """Read a secret, "whsec_" and at least 24 bytes in Base64; WrongUsage when it is none."""
    try:
        key = binascii.a2b_base64(secret.removeprefix(PREFIX) + "==")
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith(PREFIX) or len(key) < SHORTEST_SECRET:
        message = (
            f"GOODSTANDING_WEBHOOK_SECRET is missing or too short; set it to {PREFIX} and {SHORTEST_SECRET} random bytes in Base64"
        )
        raise WrongUsage(message)
    return Signature(secret)


def _receipt(do: str, kind: ActionKind, status: int) -> str:
    if 200 <= status < 300:
        return f"webhook: {kind} {'done' if do == 'act' else 'undone'}, answered {status}"
    if 300 <= status < 400:
        message = f"webhook: answered {status}, a redirect, which is not followed; set GOODSTANDING_WEBHOOK_URL to where it leads"
        raise ControlFailed(message, is_final=True)
    if passes(status):
        message = f"webhook: answered {status}; it is asked again under the same key"
        raise ControlFailed(message, is_final=False)
    hint = HINTS.get(status, "look at the receiver's own log")
    message = f"webhook: answered {status}; {hint}, then order the action again"
    raise ControlFailed(message, is_final=True)

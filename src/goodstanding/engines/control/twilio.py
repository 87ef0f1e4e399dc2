"""How is an action carried out on a Twilio account? By its REST API; the status is read first, so that repeating is harmless."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import requests

from goodstanding.cases.papers import ActionKind
from goodstanding.cases.redact import without_numbers
from goodstanding.engines.control.session import TIMEOUT_S, answered, guarded_session, passes
from goodstanding.errors import ControlFailed, WrongUsage
from goodstanding.settings import TWILIO

ACCOUNT: Final = re.compile(r"AC[0-9a-fA-F]{32}")
NUMBER_SID: Final = re.compile(r"PN[0-9a-fA-F]{32}")
E164: Final = re.compile(r"\+[1-9][0-9]{6,14}")
ACTIVE, SUSPENDED, CLOSED = "active", "suspended", "closed"
HINTS: Final = {
    20003: "compare GOODSTANDING_TWILIO_SID and GOODSTANDING_TWILIO_TOKEN with the console",
    20404: "there is no such account under these credentials",
    21476: "its parent account is suspended; activate that first",
    21478: "Twilio itself suspended it; only Twilio's support can undo that",
}
NO_LIMIT: Final = (
    "twilio: there is nothing that limits an account; order suspend instead, or set GOODSTANDING_CONTROL=webhook to call a switch "
    "that can limit"
)
STAYS_CLOSED: Final = (
    "twilio: a closed account cannot be opened again; a person opens a new one with the customer and notes it in the case"
)
STAYS_RELEASED: Final = (
    "twilio: a released number does not come back by itself; a person buys it again in the console as long as it is kept for its "
    "last holder, and notes it in the case"
)


class Twilio:
    """Acts on the subaccounts of one Twilio account.

    warn            nothing at Twilio: the letter is the warning
    suspend         Status=suspended; undone by Status=active
    release number  the number is deleted from the account; cannot be undone
    close account   Status=closed; cannot be undone
    limit           refused: Twilio has no counterpart
    """

    def __init__(self, sid: str, token: str, *, url: str = TWILIO, inside: Sequence[str] = ()) -> None:
        if not sid or not token:
            message = "Twilio's API needs credentials; set GOODSTANDING_TWILIO_SID and GOODSTANDING_TWILIO_TOKEN"
            raise WrongUsage(message)
        self._auth, self._url, self._inside = (sid, token), url.rstrip("/"), tuple(inside)

    def act(self, kind: ActionKind, account: str, subject: str, key: str) -> str:  # noqa: ARG002 - a status needs no key
        """Carry an action out and return a receipt; ControlFailed when it cannot be done."""
        match kind:
            case ActionKind.WARN:
                return "twilio: warn needs nothing there; the letter is the warning"
            case ActionKind.LIMIT:
                raise ControlFailed(NO_LIMIT, is_final=True)
            case ActionKind.SUSPEND:
                return self._bring(account, SUSPENDED)
            case ActionKind.CLOSE_ACCOUNT:
                return self._bring(account, CLOSED)
            case ActionKind.RELEASE_NUMBER:
                return self._release(account, subject)

    def undo(self, kind: ActionKind, account: str, subject: str, key: str) -> str:  # noqa: ARG002 - a status needs no key
        """Undo it by its counterpart and return a receipt; ControlFailed, for a person, where there is none."""
        match kind:
            case ActionKind.WARN:
                return "twilio: warn needs nothing undone there"
            case ActionKind.LIMIT:
                raise ControlFailed(NO_LIMIT, is_final=True)
            case ActionKind.SUSPEND:
                return self._bring(account, ACTIVE)
            case ActionKind.CLOSE_ACCOUNT:
                raise ControlFailed(STAYS_CLOSED, is_final=True)
            case ActionKind.RELEASE_NUMBER:
                raise ControlFailed(STAYS_RELEASED, is_final=True)

    def _bring(self, account: str, wanted: str) -> str:
        """Bring an account to a status, unless it has it already."""
        path = f"{self._of(account)}.json"
        status = _status(self._call("GET", path))
        if status == wanted:
            return f"twilio: the account was {wanted} already"
        if status == CLOSED:
            raise ControlFailed(STAYS_CLOSED, is_final=True)
        now = _status(self._call("POST", path, data={"Status": wanted}))
        if now != wanted:
            message = f"twilio: the account is {now}, not {wanted}, after it was asked for; it is asked for again"
            raise ControlFailed(message, is_final=False)
        return f"twilio: the account was {status} and is {now}"

    def _release(self, account: str, subject: str) -> str:
        numbers = f"{self._of(account)}/IncomingPhoneNumbers"
        sid = subject
        if E164.fullmatch(subject):
            sid = self._number_sid(f"{numbers}.json", subject)
        elif not NUMBER_SID.fullmatch(subject):
            message = "twilio: name the number to release by its SID (PN...) or in E.164 with its plus sign"
            raise ControlFailed(message, is_final=True)
        if sid:
            answer = self._call("DELETE", f"{numbers}/{sid}.json", missing_is_fine=True)
            if answer is not None:
                return "twilio: the number is released"
        return "twilio: the account holds no such number, or no longer"

    def _number_sid(self, path: str, number: str) -> str:
        answer = self._call("GET", path, params={"PhoneNumber": number})
        found = _read(answer).get("incoming_phone_numbers")
        for one in found if isinstance(found, list) else []:
            if one.get("phone_number") == number and NUMBER_SID.fullmatch(str(one.get("sid"))):
                return str(one["sid"])
        return ""

    def _of(self, account: str) -> str:
        if not ACCOUNT.fullmatch(account):
            message = "twilio: the case's account is no Twilio Account SID (AC and 32 hexadecimal digits); act on it by hand"
            raise ControlFailed(message, is_final=True)
        if account == self._auth[0]:
            message = (
                "twilio: this is the account the credentials belong to; only its subaccounts are acted on, or a person does it"
            )
            raise ControlFailed(message, is_final=True)
        return f"/2010-04-01/Accounts/{account}"

    def _call(
        self, method: str, path: str, *, missing_is_fine: bool = False, **sent: Mapping[str, str]
    ) -> requests.Response | None:
        with guarded_session(self._inside) as session:
            request = _request(session, method, self._url + path, self._auth, sent)
            answer = answered("twilio", request)
        if 200 <= answer.status_code < 300:
            return answer
        if answer.status_code == 404 and missing_is_fine:
            return None
        raise ControlFailed(_worded(answer), is_final=not passes(answer.status_code))


def _request(
    session: requests.Session, method: str, url: str, auth: tuple[str, str], sent: Mapping[str, Mapping[str, str]]
) -> Callable[[], requests.Response]:
    return lambda: session.request(
        method, url, auth=auth, timeout=TIMEOUT_S, allow_redirects=False, params=sent.get("params"), data=sent.get("data")
    )


def _read(answer: requests.Response | None) -> dict[str, Any]:
    try:
        said = answer.json() if answer is not None else {}
    except ValueError:
        said = {}
    return said if isinstance(said, dict) else {}


def _status(answer: requests.Response | None) -> str:
    status = _read(answer).get("status")
    if status not in {ACTIVE, SUSPENDED, CLOSED}:
        message = "twilio: the answer names no status of the account; look at GOODSTANDING_TWILIO_URL"
        raise ControlFailed(message, is_final=True)
    return str(status)


def _worded(answer: requests.Response) -> str:
    """Say what was answered and what to do, without numbers."""
    said = _read(answer)
    code = said.get("code")
    words = without_numbers(" ".join(str(said.get("message", "")).split())[:200])
    hint = HINTS.get(code if isinstance(code, int) else 0, "")
    if passes(answer.status_code):
        hint = "it is asked again"
    about = f"{answer.status_code}, error {code}" if code else str(answer.status_code)
    return f"twilio: answered {about}{f': {words}' if words else ''}; {hint or 'look it up in the list of Twilio error codes'}"

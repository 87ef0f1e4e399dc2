"""What stands on the other side of account control in tests: a switch that takes signed webhooks, and a small Twilio."""

import json
from dataclasses import dataclass, field

from standardwebhooks import Webhook as Signature

from receiver import Answer, Got

SECRET = "whsec_" + "c2VjcmV0IG9mIGF0IGxlYXN0IDI0IGJ5dGVz"
PARENT, ACCOUNT, ELSE = ("AC" + digit * 32 for digit in "0ab")
NUMBER, NUMBER_SID = "+14155550100", "PN" + "c" * 32


@dataclass
class Switch:
    """Verifies, and carries each key out once."""

    done: dict[str, str] = field(default_factory=dict)
    suspended: set[str] = field(default_factory=set)
    effects: int = 0

    def answer(self, got: Got) -> Answer:
        said = Signature(SECRET).verify(got.body, got.headers)
        key = got.headers["Idempotency-Key"]
        assert key == got.headers["webhook-id"]
        if key not in self.done:
            self.done[key] = json.dumps(said)
            self.effects += 1
            data = said["data"]
            if data["action"] == "suspend":
                (self.suspended.add if said["type"] == "action.act" else self.suspended.discard)(data["account"])
        return Answer(204)

    @property
    def state(self) -> str:
        return "suspended" if ACCOUNT in self.suspended else "active"


@dataclass
class SmallTwilio:
    """Speaks the two resources that actions need, in the shapes of the 2010 API."""

    statuses: dict[str, str] = field(default_factory=lambda: {ACCOUNT: "active", PARENT: "active"})
    numbers: dict[str, str] = field(default_factory=lambda: {NUMBER_SID: NUMBER})
    effects: int = 0

    def answer(self, got: Got) -> Answer:
        if "Authorization" not in got.headers:
            return refusal(401, 20003, "Authenticate")
        path = got.path.partition("?")[0].removeprefix("/2010-04-01/Accounts/").removesuffix(".json")
        account, _, rest = path.partition("/")
        if account not in self.statuses:
            return refusal(404, 20404, f"The requested resource /2010-04-01/Accounts/{account}.json was not found")
        return self.numbered(got, rest) if rest else self.account(got, account)

    def account(self, got: Got, account: str) -> Answer:
        if got.method == "POST":
            if self.statuses[account] == "closed":
                return refusal(400, 20004, "Account is closed and cannot change its status")
            self.effects += 1
            self.statuses[account] = got.form["Status"]
        return Answer(200, {"sid": account, "status": self.statuses[account], "owner_account_sid": PARENT})

    def numbered(self, got: Got, rest: str) -> Answer:
        sid = rest.removeprefix("IncomingPhoneNumbers").strip("/")
        if got.method == "DELETE":
            if self.numbers.pop(sid, None) is None:
                return refusal(404, 20404, "The requested resource was not found")
            self.effects += 1
            return Answer(204)
        wanted = got.query["PhoneNumber"]
        found = [{"sid": one, "phone_number": number} for one, number in self.numbers.items() if number == wanted]
        return Answer(200, {"incoming_phone_numbers": found, "page": 0})

    @property
    def state(self) -> str:
        return self.statuses[ACCOUNT]


def refusal(status: int, code: int, message: str) -> Answer:
    about = f"https://www.twilio.com/docs/errors/{code}"
    return Answer(status, {"code": code, "message": message, "more_info": about, "status": status})

"""Twilio's API: the status is read first, what cannot be undone says so, and errors say what to do."""

from collections.abc import Iterator

import pytest

from goodstanding.cases.papers import ActionKind
from goodstanding.engines.control.twilio import Twilio
from goodstanding.errors import ControlFailed
from receiver import Answer, Receiver, receiver
from switches import ACCOUNT, ELSE, NUMBER, NUMBER_SID, PARENT, SmallTwilio, refusal

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.fixture
def small() -> SmallTwilio:
    return SmallTwilio()


@pytest.fixture
def there(small: SmallTwilio) -> Iterator[Receiver]:
    with receiver(small.answer) as made:
        yield made


def twilio(there: Receiver) -> Twilio:
    return Twilio(PARENT, "token", url=there.url, inside=["127.0.0.1"])


def refused(control: Twilio, kind: ActionKind, account: str = ACCOUNT, subject: str = "", *, undo: bool = False) -> ControlFailed:
    with pytest.raises(ControlFailed) as raised:
        (control.undo if undo else control.act)(kind, account, subject, "key")
    assert NUMBER[1:] not in str(raised.value)
    return raised.value


def test_a_suspension_reads_the_status_and_then_sets_it(there: Receiver) -> None:
    control = twilio(there)
    assert control.act(ActionKind.SUSPEND, ACCOUNT, "", "key") == "twilio: the account was active and is suspended"
    assert control.act(ActionKind.SUSPEND, ACCOUNT, "", "key") == "twilio: the account was suspended already"
    path = f"/2010-04-01/Accounts/{ACCOUNT}.json"
    assert [(one.method, one.path) for one in there.got] == [("GET", path), ("POST", path), ("GET", path)]
    assert there.got[1].form == {"Status": "suspended"}


def test_a_closed_account_is_not_opened_again(there: Receiver, small: SmallTwilio) -> None:
    control = twilio(there)
    control.act(ActionKind.CLOSE_ACCOUNT, ACCOUNT, "", "key")
    assert small.statuses[ACCOUNT] == "closed"
    for kind in (ActionKind.CLOSE_ACCOUNT, ActionKind.SUSPEND):
        found = refused(control, kind, undo=True)
        assert found.is_final
        assert "a person" in str(found)
    assert refused(control, ActionKind.SUSPEND).is_final
    assert small.effects == 1


def test_a_released_number_does_not_come_back(there: Receiver, small: SmallTwilio) -> None:
    control = twilio(there)
    assert "released" in control.act(ActionKind.RELEASE_NUMBER, ACCOUNT, NUMBER_SID, "key")
    assert small.numbers == {}
    assert "no such number" in control.act(ActionKind.RELEASE_NUMBER, ACCOUNT, NUMBER, "key")
    assert "no such number" in control.act(ActionKind.RELEASE_NUMBER, ACCOUNT, NUMBER_SID, "key")
    found = refused(control, ActionKind.RELEASE_NUMBER, subject=NUMBER, undo=True)
    assert found.is_final
    assert "a person" in str(found)


def test_there_is_no_limit(there: Receiver) -> None:
    for undo in (False, True):
        found = refused(twilio(there), ActionKind.LIMIT, undo=undo)
        assert found.is_final
        assert "suspend" in str(found)
    assert there.got == []


@pytest.mark.parametrize(
    ("account", "subject"),
    [
        ("house", ""),
        (f"{ACCOUNT}/../{ELSE}", ""),
        (f"{ACCOUNT}?x=", ""),
        (PARENT, ""),
        (ACCOUNT, f"{NUMBER_SID}/../x"),
        (ACCOUNT, "14155550100"),
    ],
)
def test_what_is_no_account_or_number_of_theirs_is_never_asked_for(there: Receiver, account: str, subject: str) -> None:
    assert refused(twilio(there), ActionKind.RELEASE_NUMBER if subject else ActionKind.SUSPEND, account, subject).is_final
    assert there.got == []


def test_an_unknown_account_says_so(there: Receiver) -> None:
    found = refused(twilio(there), ActionKind.SUSPEND, ELSE)
    assert found.is_final
    assert "20404" in str(found)
    assert "no such account under these credentials" in str(found)


@pytest.mark.parametrize(
    ("answer", "is_final", "hint"),
    [
        (refusal(401, 20003, "Authenticate"), True, "GOODSTANDING_TWILIO_TOKEN"),
        (refusal(429, 20429, "Too Many Requests"), False, "asked again"),
        (refusal(400, 21478, "Account suspended by Twilio"), True, "support"),
        (refusal(400, 21400, f"Nothing to be done with {NUMBER}"), True, "*******0100"),
        (Answer(503), False, "asked again"),
        (Answer(200, {"status": "odd"}), True, "GOODSTANDING_TWILIO_URL"),
        (Answer(302, headers={"Location": "http://127.0.0.1:1/"}), True, "302"),
    ],
)
def test_an_error_says_what_to_do(answer: Answer, is_final: bool, hint: str) -> None:  # noqa: FBT001 - a case's column
    with receiver(lambda _got: answer) as there:
        found = refused(twilio(there), ActionKind.SUSPEND)
    assert found.is_final == is_final
    assert hint in str(found)


def test_twilio_too_is_asked_over_a_guarded_session(there: Receiver) -> None:
    found = refused(Twilio(PARENT, "token", url=there.url), ActionKind.SUSPEND)
    assert found.is_final
    assert "GOODSTANDING_CONTROL_INSIDE" in str(found)
    assert there.got == []

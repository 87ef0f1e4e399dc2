"""The webhook reaches no address it must not, is signed, and tells a passing failure from a final one."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import requests
from standardwebhooks import Webhook as Signature
from standardwebhooks import WebhookVerificationError

from goodstanding.cases.papers import ActionKind
from goodstanding.engines.clock import now_ms
from goodstanding.engines.control import webhook
from goodstanding.engines.control.choose import choose
from goodstanding.engines.control.dry_run import DryRun
from goodstanding.engines.control.twilio import Twilio
from goodstanding.engines.control.webhook import Webhook
from goodstanding.errors import ControlFailed, WrongUsage
from goodstanding.settings import Control, read_settings
from receiver import Answer, Got, receiver
from switches import ACCOUNT, NUMBER, SECRET

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
KEY = "C-0123456789abcdef-A1"
HERE = ("127.0.0.1",)


def post(url: str, inside: Sequence[str] = HERE) -> str:
    return Webhook(url, SECRET, clock=now_ms, inside=inside).act(ActionKind.RELEASE_NUMBER, ACCOUNT, NUMBER, KEY)


def failure(url: str, inside: Sequence[str] = HERE) -> ControlFailed:
    with pytest.raises(ControlFailed) as raised:
        post(url, inside)
    assert NUMBER[1:] not in str(raised.value)
    assert "127.0.0.1" not in str(raised.value)
    return raised.value


def answers(*made: Answer) -> Any:
    waiting: Iterator[Answer] = iter(made)
    return lambda _got: next(waiting)


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "[::ffff:a9fe:a9fe]", "0", "10.1.2.3",
        "192.168.1.1", "172.16.0.1", "100.64.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[fe80::1]", "[fc00::1]",
    ],
)  # fmt: skip
def test_no_address_of_a_private_network_is_reached(scheme: str, host: str) -> None:
    with receiver(answers(Answer(200))) as there:
        port = there.url.rpartition(":")[2]
        found = failure(f"{scheme}://{host}:{port}/actions", inside=())
        assert found.is_final
        assert "GOODSTANDING_CONTROL_INSIDE" in str(found)
        assert there.got == []


def test_where_one_address_is_named_no_other_is_reached() -> None:
    with receiver(answers(Answer(200))) as there:
        assert failure(there.url, inside=("10.1.2.3",)).is_final
        assert there.got == []
        assert "done" in post(there.url, inside=("10.1.2.3", "127.0.0.0/8"))
    assert failure("https://192.0.2.1/actions", inside=HERE).is_final


def test_a_redirect_is_not_followed_wherever_it_leads() -> None:
    with receiver(answers(Answer(200))) as inner:
        for status in (301, 302, 303, 307, 308):
            with receiver(answers(Answer(status, headers={"Location": inner.url}))) as outer:
                found = failure(outer.url)
                assert found.is_final
                assert "redirect" in str(found)
        assert inner.got == []


def test_neither_proxies_nor_passwords_of_the_environment_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password word\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with receiver(answers(Answer(200))) as proxy, receiver(answers(Answer(200))) as there:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert "done" in post(there.url)
        assert proxy.got == []
        assert "Authorization" not in there.got[0].headers


def sent_once(there_url: str, got: list[Got]) -> Got:
    post(there_url)
    return got[-1]


def test_the_signature_holds_for_the_body_and_for_no_other() -> None:
    with receiver(lambda _got: Answer(200)) as there:
        first = sent_once(there.url, there.got)
        again = sent_once(there.url, there.got)
    assert Signature(SECRET).verify(first.body, first.headers) == {
        "type": "action.act",
        "data": {"action": "release number", "account": ACCOUNT, "subject": NUMBER},
    }
    assert first.headers["webhook-id"] == first.headers["Idempotency-Key"] == KEY
    assert again.body == first.body
    with pytest.raises(WebhookVerificationError):
        Signature(SECRET).verify(first.body.replace(b"action.act", b"action.undo"), first.headers)
    with pytest.raises(WebhookVerificationError):
        Signature("whsec_" + "b3RoZXIgc2VjcmV0IG9mIGF0IGxlYXN0IDI0").verify(first.body, first.headers)


@pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503])
def test_a_passing_failure_is_tried_again_and_then_done(status: int) -> None:
    with receiver(answers(Answer(status), Answer(200))) as there:
        assert not failure(there.url).is_final
        assert post(there.url) == "webhook: release number done, answered 200"
        assert len({one.headers["Idempotency-Key"] for one in there.got}) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 422])
def test_a_refusal_is_final(status: int) -> None:
    with receiver(answers(Answer(status))) as there:
        found = failure(there.url)
    assert found.is_final
    assert str(status) in str(found)


def test_silence_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "TIMEOUT_S", (0.2, 0.2))
    with receiver(answers(Answer(200, after_s=0.6))) as there:
        found = failure(there.url)
    assert not found.is_final
    assert "in time" in str(found)


def test_nobody_at_home_passes() -> None:
    with receiver(answers(Answer(200))) as there:
        url = there.url
    assert not failure(url).is_final


def test_a_secret_that_is_too_short_or_none_is_refused() -> None:
    for secret in ("", "whsec_", "whsec_c2hvcnQ=", SECRET.removeprefix("whsec_"), "whsec_%%%"):
        with pytest.raises(WrongUsage, match="GOODSTANDING_WEBHOOK_SECRET"):
            Webhook("https://switch.example.org", secret, clock=now_ms)
    for url in ("", "switch.example.org", "file:///etc/hosts"):
        with pytest.raises(WrongUsage, match="GOODSTANDING_WEBHOOK_URL"):
            Webhook(url, SECRET, clock=now_ms)
    with pytest.raises(WrongUsage, match="GOODSTANDING_CONTROL_INSIDE"):
        post("https://switch.example.org", inside=("the switch",))


def test_the_setting_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(choose(Control()), DryRun)
    with pytest.raises(WrongUsage, match="did you mean webhook"):
        choose(Control(engine="webhok"))
    with pytest.raises(WrongUsage, match="GOODSTANDING_TWILIO_SID"):
        choose(Control(engine="twilio"))
    told = {
        "CONTROL": "webhook",
        "WEBHOOK_URL": "https://switch.example.org",
        "WEBHOOK_SECRET": SECRET,
        "CONTROL_INSIDE": "10.1.2.3, 10.2.0.0/16",
    }
    for name, value in told.items():
        monkeypatch.setenv(f"GOODSTANDING_{name}", value)
    control = read_settings().control
    assert isinstance(choose(control), Webhook)
    assert control.inside == ("10.1.2.3", "10.2.0.0/16")
    assert SECRET not in repr(control)
    assert isinstance(choose(Control(engine="twilio", twilio_sid=ACCOUNT, twilio_token="token")), Twilio)  # noqa: S106


def test_the_body_is_json_that_any_receiver_reads() -> None:
    with receiver(lambda _got: Answer(200)) as there:
        answered = requests.post(there.url, data=b"{}", timeout=5)
        got = sent_once(there.url, there.got)
    assert answered.status_code == 200
    assert got.headers["Content-Type"] == "application/json"
    assert json.loads(got.body)["data"]["account"] == ACCOUNT

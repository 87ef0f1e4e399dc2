"""Whatever carries actions out: once under a key, undone by its counterpart, with receipts that give no number away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import pytest

from goodstanding.cases.papers import ActionKind
from goodstanding.cases.ports import AccountControl
from goodstanding.engines.clock import now_ms
from goodstanding.engines.control.dry_run import DryRun
from goodstanding.engines.control.twilio import Twilio
from goodstanding.engines.control.webhook import Webhook
from receiver import receiver
from switches import ACCOUNT, NUMBER, PARENT, SECRET, SmallTwilio, Switch

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
KEY = "C-0123456789abcdef-A1"


class Outside(Protocol):
    """The other side, as a test looks at it."""

    effects: int

    @property
    def state(self) -> str: ...


@dataclass
class Nothing:
    """What a dry run may touch."""

    effects: int = 0
    state: str = "active"


@contextmanager
def standing(name: str) -> Iterator[tuple[AccountControl, Outside]]:
    if name == "dry-run":
        yield DryRun(), Nothing()
    elif name == "webhook":
        switch = Switch()
        with receiver(switch.answer) as there:
            yield Webhook(f"{there.url}/actions", SECRET, clock=now_ms, inside=["127.0.0.1"]), switch
    else:
        twilio = SmallTwilio()
        with receiver(twilio.answer) as there:
            yield Twilio(PARENT, "token", url=there.url, inside=["127.0.0.1"]), twilio


ENGINES = pytest.mark.parametrize("name", ["dry-run", "webhook", "twilio"])


@ENGINES
def test_acting_twice_under_one_key_is_one_effect_and_undoing_restores(name: str) -> None:
    touches = int(name != "dry-run")
    with standing(name) as (control, outside):
        receipts = [control.act(ActionKind.SUSPEND, ACCOUNT, "", KEY) for _ in range(2)]
        assert all(one.startswith(name.replace("-", " ")) for one in receipts)
        assert (outside.effects, outside.state) == (touches, "suspended" if touches else "active")
        for _ in range(2):
            assert control.undo(ActionKind.SUSPEND, ACCOUNT, "", f"{KEY}-undo")
        assert (outside.effects, outside.state) == (2 * touches, "active")


@ENGINES
def test_releasing_a_number_twice_is_one_effect_and_no_receipt_gives_it_away(name: str) -> None:
    with standing(name) as (control, outside):
        receipts = [control.act(ActionKind.RELEASE_NUMBER, ACCOUNT, NUMBER, KEY) for _ in range(2)]
        assert outside.effects == int(name != "dry-run")
        assert [one for one in receipts if NUMBER[1:] in one] == []


@ENGINES
def test_a_warning_is_a_receipt_everywhere(name: str) -> None:
    with standing(name) as (control, _):
        assert control.act(ActionKind.WARN, ACCOUNT, "", KEY)
        assert control.undo(ActionKind.WARN, ACCOUNT, "", f"{KEY}-undo")

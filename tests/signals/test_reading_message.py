import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.message import Channel, Message
from goodstanding.signals.reading_message import LONGEST, Unreadable, message_of

SIMPLE = {"id": "m1", "channel": "sms", "from": "+12025550101", "to": "+12025550102", "body": "hello", "account": "AC1"}


def read(**changes: object) -> Message | Unreadable:
    return message_of(json.dumps({**SIMPLE, **changes}).encode())


def test_a_line_with_the_plain_keys_is_a_message() -> None:
    assert read() == Message("m1", Channel.SMS, "+12025550101", "+12025550102", "hello", "AC1")


def test_what_is_not_said_is_not_known() -> None:
    message = message_of(b'{"body": "hello"}')
    assert isinstance(message, Message)
    assert (message.is_first, message.is_opted_out, message.previous, message.headers) == (None, None, None, None)


def test_everything_that_may_be_said_is_read() -> None:
    content = base64.b64encode(b"GIF89a").decode()
    message = read(
        channel="mms",
        inbound=True,
        first=False,
        opted_out=True,
        at_ms=1_456_000_000_000,
        previous="stop",
        headers={"From": "a@example.com"},
        attachments=[{"name": "a.gif", "content_type": "image/gif", "content": content}],
    )
    assert isinstance(message, Message)
    assert (message.is_inbound, message.is_first, message.is_opted_out) == (True, False, True)
    assert (message.received_ms, message.previous, message.headers) == (1_456_000_000_000, "stop", {"from": "a@example.com"})
    assert message.attachments[0].content == b"GIF89a"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"body": None}, "body-missing"),
        ({"body": 7}, "body-unreadable"),
        ({"body": "a" * (LONGEST + 1)}, "body-too-long"),
        ({"channel": "pigeon"}, "channel-unknown"),
        ({"first": "no"}, "first-unreadable"),
        ({"at_ms": 1.5}, "at_ms-unreadable"),
        ({"headers": ["From"]}, "headers-unreadable"),
        ({"attachments": "x"}, "attachments-unreadable"),
        ({"attachments": [{"name": "a", "content_type": "b", "content": "*"}]}, "attachments-unreadable"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_id_and_without_its_text(changes: dict[str, object], code: str) -> None:
    answer = read(**changes)
    assert isinstance(answer, Unreadable)
    assert (answer.id, answer.code) == ("m1", code)
    assert "hello" not in answer.why


def test_a_body_by_another_name_is_pointed_at() -> None:
    answer = message_of(b'{"id": "m1", "bodey": "hello"}')
    assert isinstance(answer, Unreadable)
    assert "bodey" in answer.why


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"7", b"[" * 100_000, b'"text"'])
def test_a_line_that_is_no_object_is_said(line: bytes) -> None:
    assert isinstance(message_of(line), Unreadable)


def test_bytes_that_are_not_utf_8_and_half_surrogates_are_screened_as_replacement_characters() -> None:
    broken = message_of(b'{"id": "m1", "body": "caf\xe9"}')
    half = message_of(b'{"id": "m1", "body": "caf\\ud83d"}')
    assert isinstance(broken, Message)
    assert isinstance(half, Message)
    assert (broken.body, half.body) == ("caf\ufffd", "caf\ufffd")


@given(st.binary(max_size=200))
def test_no_line_at_all_is_an_exception(line: bytes) -> None:
    assert isinstance(message_of(line), Message | Unreadable)

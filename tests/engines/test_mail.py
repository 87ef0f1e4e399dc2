import json
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from goodstanding.engines.mail.delivery_events import statuses_of
from goodstanding.engines.mail.delivery_status import status_of
from goodstanding.engines.mail.folder import FolderPost
from goodstanding.engines.mail.smtp import Server, SmtpPost

LETTER = b"From: Standing <standing@example.org>\r\nTo: owner@example.org\r\nMessage-ID: <C-1.1@example.org>\r\n\r\nA notice.\r\n"


class Inbox:
    """What a mail server was given, and what it answers next."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.answers: list[str] = []
        self.hang_up = False

    async def handle_RCPT(self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]) -> str:  # noqa: N802
        envelope.rcpt_tos.append(address)
        return self.answers.pop(0) if self.answers else "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.hang_up:
            server.transport.close()
        self.letters.append(envelope.content)
        return "250 queued as 42"


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def server(inbox: Inbox) -> Iterator[Server]:
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield Server("127.0.0.1", controller.port, timeout_s=5)
    controller.stop()


@pytest.mark.enable_socket
def test_a_letter_is_handed_over_as_it_is_and_the_answer_kept(server: Server, inbox: Inbox) -> None:
    sent = SmtpPost(server).send(LETTER, "owner@example.org")
    assert (sent.accepted, sent.answer) == (True, "250 queued as 42")
    assert inbox.letters == [LETTER]


@pytest.mark.enable_socket
def test_a_letter_that_is_put_off_may_be_tried_again(server: Server, inbox: Inbox) -> None:
    inbox.answers = ["451 4.3.0 try owner@example.org later"]
    post = SmtpPost(server)
    refused = post.send(LETTER, "owner@example.org")
    assert (refused.accepted, refused.is_final) == (False, False)
    assert refused.answer == "451 4.3.0 try (address) later"
    assert post.send(LETTER, "owner@example.org").accepted


@pytest.mark.enable_socket
def test_a_letter_that_is_refused_is_refused_for_good(server: Server, inbox: Inbox) -> None:
    inbox.answers = ["550 5.1.1 no such mailbox"]
    refused = SmtpPost(server).send(LETTER, "owner@example.org")
    assert (refused.accepted, refused.is_final) == (False, True)


@pytest.mark.enable_socket
def test_a_server_that_hangs_up_or_is_not_there_may_be_tried_again(server: Server, inbox: Inbox) -> None:
    inbox.hang_up = True
    assert SmtpPost(server).send(LETTER, "owner@example.org") == SmtpPost(server).send(LETTER, "owner@example.org")
    gone = SmtpPost(Server("127.0.0.1", 1, timeout_s=2)).send(LETTER, "owner@example.org")
    assert (gone.accepted, gone.is_final) == (False, False)
    assert gone.answer == "no answer: ConnectionRefusedError"


@pytest.mark.enable_socket
def test_encryption_that_is_asked_for_is_not_done_without(server: Server, inbox: Inbox) -> None:
    refused = SmtpPost(Server(server.host, server.port, must_encrypt=True)).send(LETTER, "owner@example.org")
    assert (refused.accepted, refused.is_final) == (False, True)
    assert inbox.letters == []


@pytest.mark.enable_socket
def test_a_server_that_offers_encryption_is_spoken_to_in_it(inbox: Inbox, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run(
        [*made, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate], check=True, capture_output=True
    )
    theirs = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    theirs.load_cert_chain(certificate, key)
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port(), tls_context=theirs, require_starttls=True)
    controller.start()
    try:
        place = Server("127.0.0.1", controller.port, must_encrypt=True, timeout_s=5)
        ours = ssl.create_default_context(cafile=certificate)
        assert SmtpPost(place, context=ours).send(LETTER, "owner@example.org").accepted
        assert not SmtpPost(place).send(LETTER, "owner@example.org").accepted  # a certificate nobody vouches for
    finally:
        controller.stop()
    assert inbox.letters == [LETTER]


def test_without_a_server_letters_go_to_a_folder_once(tmp_path: Path) -> None:
    post = FolderPost(tmp_path / "outbox")
    assert post.send(LETTER, "owner@example.org") == post.send(LETTER, "owner@example.org")
    assert [one.name for one in (tmp_path / "outbox").iterdir()] == ["C-1.1_example.org.eml"]


def report(action: str, status: str, *, headers: str = "Message-ID: <C-1.1@example.org>\n", envelope: str = "") -> bytes:
    return (
        "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nwords for people\n--b\nContent-Type: message/delivery-status\n\n"
        f"Reporting-MTA: dns; mail.example.org\n{envelope}\nFinal-Recipient: rfc822; owner@example.org\n"
        f"Action: {action}\nStatus: {status}\n\n--b\nContent-Type: text/rfc822-headers\n\n{headers}\n--b--\n"
    ).encode()


@pytest.mark.parametrize(
    ("action", "is_delivered"),
    [("delivered", True), ("relayed", False), ("expanded", False), ("delayed", False), ("failed", False)],
)
def test_only_a_delivery_proves_a_delivery(action: str, is_delivered: bool) -> None:  # noqa: FBT001 - a table
    status = status_of(report(action, "2.0.0"))
    assert status is not None
    assert (status.message_id, status.action, status.is_delivered) == ("<C-1.1@example.org>", action, is_delivered)


def test_a_status_without_our_headers_is_known_by_its_envelope() -> None:
    status = status_of(report("failed", "5.1.1", headers="Subject: x\n", envelope="Original-Envelope-Id: C-1.1@example.org\n"))
    assert status is not None
    assert (status.message_id, status.answer) == ("<C-1.1@example.org>", "5.1.1")


@pytest.mark.parametrize(
    "content", [b"", b"Subject: hello\n\nI am away.\n", report("failed", "5.1.1", headers="Subject: x\n"), LETTER]
)
def test_what_is_no_status_of_a_letter_of_ours_says_nothing(content: bytes) -> None:
    assert status_of(content) is None


@pytest.mark.parametrize(
    ("event", "action"), [("delivered", "delivered"), ("bounce", "failed"), ("dropped", "failed"), ("deferred", "delayed")]
)
def test_a_providers_delivery_event_is_a_status(event: str, action: str) -> None:
    said = {"event": event, "smtp-id": "<C-1.1@example.org>", "email": "owner@example.org", "timestamp": 1_457_000_000}
    (status,) = statuses_of(json.dumps([said]).encode())
    assert (status.message_id, status.action) == ("<C-1.1@example.org>", action)


@pytest.mark.parametrize(
    "said", [[], {}, 7, ["x"], [{"event": "open", "smtp-id": "<C-1.1@example.org>"}], [{"event": "delivered"}]]
)
def test_other_events_say_nothing_of_delivery(said: object) -> None:
    assert statuses_of(json.dumps(said).encode()) == []
    assert statuses_of(b"no json") == []

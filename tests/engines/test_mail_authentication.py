"""Do SPF and DKIM answer from the names the caller gives, and from nothing else?"""

import base64
from collections.abc import Sequence

import dkim
import pytest

from engines.mail_keys import a_key_pair
from goodstanding.engines.mail_authentication import Authentication, Envelope, authenticate

PEM, PUBLIC = a_key_pair(seed=1)
RECORD = f"v=DKIM1; k=rsa; p={base64.b64encode(PUBLIC).decode()}"
PLAIN = b"From: desk@example.com\r\nTo: pat@example.net\r\nSubject: Noon\r\n\r\nSee you at noon.\r\n"
SIGNED = dkim.sign(PLAIN, b"s1", b"example.com", PEM) + PLAIN
ENVELOPE = Envelope("192.0.2.10", "desk@example.com", "mail.example.com")
NAMES = {
    ("s1._domainkey.example.com", "TXT"): (RECORD,),
    ("example.com", "TXT"): ("unrelated", "v=spf1 mx a:web.example.com -all"),
    ("example.com", "MX"): ("10 mail.example.com",),
    ("mail.example.com", "A"): ("192.0.2.10",),
    ("web.example.com", "A"): ("192.0.2.20",),
    ("soft.example.org", "TXT"): ("v=spf1 ip4:198.51.100.0/24 ~all",),
    ("loop.example.org", "TXT"): ("v=spf1 include:loop.example.org -all",),
    ("void.example.org", "TXT"): ("v=spf1 a:one.example.org a:two.example.org a:three.example.org -all",),
    ("broken.example.org", "TXT"): ("v=spf1 ip4:nonsense -all",),
}


def names(name: str, kind: str) -> Sequence[str]:
    return NAMES.get((name, kind), ())


def results(raw: bytes = SIGNED, envelope: Envelope = ENVELOPE) -> Authentication:
    found = authenticate(raw, envelope, names)
    assert found is not None
    return found


def test_an_honest_mail_passes_both() -> None:
    assert results() == Authentication(spf="pass", dkim="pass")


def test_a_changed_body_header_or_missing_key_fails_dkim() -> None:
    assert results(SIGNED.replace(b"at noon", b"at nine")).dkim == "fail"
    assert results(SIGNED.replace(b"Subject: Noon", b"Subject: Nine")).dkim == "fail"
    assert results(SIGNED.replace(b"s=s1", b"s=s2")).dkim == "fail"


def test_a_mail_without_a_signature_has_none_and_one_broken_signature_spoils_no_good_one() -> None:
    assert results(PLAIN).dkim == "none"
    broken = b"DKIM-Signature: v=1; a=rsa-sha256; nonsense\r\n"
    assert results(broken + SIGNED).dkim == "pass"
    assert results(broken + PLAIN).dkim == "fail"


@pytest.mark.parametrize("raw", [b"", b"\x00\xff\xfe", b"no colon at all", b"From" * 1000])
def test_what_is_no_mail_gets_a_plain_answer(raw: bytes) -> None:
    assert results(raw).dkim in {"none", "permerror"}


@pytest.mark.parametrize(
    ("address", "mail_from", "spf"),
    [
        ("192.0.2.10", "desk@example.com", "pass"),
        ("192.0.2.20", "desk@example.com", "pass"),
        ("203.0.113.9", "desk@example.com", "fail"),
        ("203.0.113.9", "x@soft.example.org", "softfail"),
        ("198.51.100.7", "x@soft.example.org", "pass"),
        ("203.0.113.9", "x@nobody.example.org", "none"),
        ("203.0.113.9", "x@loop.example.org", "permerror"),
        ("203.0.113.9", "x@void.example.org", "permerror"),
        ("203.0.113.9", "x@broken.example.org", "permerror"),
        ("nonsense", "desk@example.com", "permerror"),
        ("2001:db8::1", "desk@example.com", "fail"),
    ],
)
def test_spf_answers_by_the_records_given(address: str, mail_from: str, spf: str) -> None:
    assert results(PLAIN, Envelope(address, mail_from, "mail.example.com")).spf == spf


def test_without_anybody_to_ask_there_is_no_answer() -> None:
    assert authenticate(SIGNED, ENVELOPE, None) is None


def test_the_header_is_what_the_signal_reads() -> None:
    assert Authentication("fail", "none").header("mx.example.net") == "mx.example.net; spf=fail; dkim=none"

"""Are commands to a handset told from the headers every long message has?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.message import Attachment, Channel
from signals.text.context.making import a_text, judged

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Pat\nEND:VCARD"


@pytest.mark.parametrize(
    ("header", "points"),
    [
        ("06 05 04 0B 84 23 F0", 100),  # WAP push, 2948
        ("05040B8423F0", 100),  # the same without its length
        ("05040B8523F0", 100),
        ("050423F00000", 100),  # 9200 as destination
        ("0402F401", 60),
        ("050415B30000", 60),
        ("7000", 100),
        ("027100", 100),
        ("0003A40201", 0),  # part 1 of 2
        ("050003A40201", 0),
        ("0804012403010003A4", 60),  # lengths do not add up
        ("0500", 60),
        ("05", 60),
        ("zz", 60),
        ("", 0),
        (" ", 0),
    ],
)
def test_a_header_weighs_by_what_it_addresses(header: str, points: int) -> None:
    assert judged(a_text(user_data_header=header)).points("P6.5") == points


@given(st.binary(max_size=140))
def test_any_header_is_answered(header: bytes) -> None:
    assert "P6.5" not in judged(a_text(user_data_header=header.hex())).abstained


def test_an_unknown_header_is_missed_in_short_messages_only() -> None:
    assert "P6.5" in judged(a_text()).abstained
    assert "P6.5" not in judged(a_text(channel=Channel.VOICE)).abstained


@pytest.mark.parametrize(
    ("card", "points"),
    [
        (CARD, 0),
        (CARD.lower(), 0),
        (CARD.replace("END:VCARD", "").title(), 60),
        (CARD.replace("END:VCARD", ""), 60),
        (CARD.replace("VERSION:3.0\n", ""), 60),
        (CARD.replace("N:Doe;Pat\n", ""), 60),
        (CARD.replace("Pat", "P" * 5000), 60),
        (CARD.replace("N:Doe", "URL:javascript:alert(1)\nN:Doe"), 100),
    ],
)
def test_a_card_is_whole_or_seen_in_the_body_and_as_an_attachment(card: str, points: int) -> None:
    assert judged(a_text(f"Hi {card}", user_data_header="")).points("P6.5") == points
    attached = Attachment("a.vcf", "text/vcard; charset=utf-8", card.encode())
    assert judged(a_text(user_data_header="", channel=Channel.MMS, attachments=(attached,))).points("P6.5") == points


def test_other_attachments_and_texts_are_no_cards() -> None:
    attached = Attachment("a.txt", "text/plain", b"BEGIN:VCARD")
    assert judged(a_text("vcard?", user_data_header="", attachments=(attached,))).points("P6.5") == 0

import hashlib
import os
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.lists import Lists
from goodstanding.signals.media.limits import Limits
from goodstanding.signals.media.ports import Matched, Ports
from goodstanding.signals.media.reading import Origin
from goodstanding.signals.media.screen_attachments import screen_attachments
from goodstanding.signals.message import Attachment
from signals.media.files import (
    GIF,
    HTML,
    OLE,
    PDF,
    PE,
    VCARD,
    WAV,
    a_bomb,
    a_jpeg,
    a_locked_zip,
    a_message,
    a_png,
    a_zip,
    nested,
    rules_hit,
    seen,
)  # fmt: skip

A_LINE = 100


class Rules:
    """Rules that match programs, and never answer about one kind of bytes."""

    def matching(self, content: bytes) -> Sequence[Matched] | None:
        if content == b"slow":
            return None
        return (Matched("a_rule", "use-06", "P6.3", 70, "is a program"),) if content.startswith(b"MZ") else ()


class Scanner:
    def __init__(self, answer: Sequence[str] | None) -> None:
        self._answer = answer

    def found_in(self, content: bytes) -> Sequence[str] | None:
        return self._answer if content else ()


class Reader:
    def __init__(self, words: str | None) -> None:
        self._words = words

    def read(self, content: bytes) -> str | None:
        return self._words if content else None


@pytest.mark.parametrize(
    ("content", "content_type", "name"),
    [
        (a_png(), "image/png", "a.png"),
        (a_png(), "image/jpeg", "a.jpg"),  # a wrong type within the family is common
        (a_jpeg(thumbnail=True), "image/jpeg", ""),
        (GIF, "image/gif", "a.gif"),
        (PDF, "application/pdf", "a.pdf"),
        (VCARD, "text/x-vcard", "a.vcf"),
        (WAV, "audio/wav", "a.wav"),
        (b"\x7f" * 800, "audio/PCMU", "a.ulaw"),
        (b"\0\0\0\x18ftyp3gp4" + bytes(12), "audio/3gpp", "a.3gp"),
        (b"<smil><body></body></smil>", "application/smil", "a.smil"),
        ("Schöne Grüße".encode(), "text/plain; charset=utf-8", "a.txt"),
        (OLE, "application/msword", "a.doc"),
        (b"anything\0", "application/octet-stream", ""),
        (b"", "image/png", "a.png"),
    ],
)
def test_an_honest_attachment_has_no_hit(content: bytes, content_type: str, name: str) -> None:
    assert rules_hit(content, content_type, name) == set()


@pytest.mark.parametrize(
    ("content", "content_type", "name", "expected"),
    [
        (PE, "image/jpeg", "a.jpg", {"program", "disguised"}),
        (PE, "application/octet-stream", "photo.jpg.exe", {"program", "double-ending"}),
        (a_zip({"AndroidManifest.xml": b"x"}), "application/vnd.android.package-archive", "", {"program"}),
        (a_zip({"a.txt": b"a"}), "image/png", "", {"archive", "disguised"}),
        (HTML, "image/png", "", {"disguised"}),
        (PDF, "image/png", "", {"mistyped"}),
        (b"not an image", "image/png", "", {"unknown-bytes"}),
        (b"\0\1\2", "text/plain", "", {"unknown-bytes"}),
        (a_zip({"photo.png.scr": b"x"}), "application/zip", "", {"archive", "double-ending"}),
        (a_zip({"a.png": PE}), "application/zip", "", {"archive", "program"}),
        (a_locked_zip(), "application/zip", "", {"archive", "encrypted-archive"}),
        (a_zip({"[Content_Types].xml": b"", "word/vbaProject.bin": b""}), "application/msword", "", {"macro"}),
        (a_jpeg() + a_zip({"a.txt": b"a"}), "image/jpeg", "", {"polyglot"}),
        (a_jpeg() + b"\x07" * 2_000, "image/jpeg", "", {"trailing-data"}),
        (b'<svg onload="x()"></svg>', "image/svg+xml", "", {"scripted-image"}),
        (a_bomb(), "application/gzip", "", {"archive", "bomb"}),
        (nested(b"a", 50), "application/zip", "", {"archive", "not-looked-through"}),
        (a_png(), "image/png", "a\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe", {"turned-name", "program-name"}),
    ],
)
def test_an_attachment_that_is_not_what_it_seems_is_seen(content: bytes, content_type: str, name: str, expected: set[str]) -> None:
    assert rules_hit(content, content_type, name) == expected


def test_a_program_is_for_review_by_itself_and_a_locked_archive_is_not() -> None:
    assert sum(hit.weight for hit in seen(PE).hits) >= A_LINE
    assert sum(hit.weight for hit in seen(a_locked_zip(), "application/zip").hits) < A_LINE


def test_a_file_of_a_confirmed_notice_is_found_at_any_depth_and_only_byte_for_byte() -> None:
    lists = Lists(hashes={hashlib.sha256(b"work").hexdigest(): "copyright", hashlib.sha256(b"bad").hexdigest(): "malware"})
    assert [(hit.clause, hit.signal, hit.is_exact) for hit in seen(b"work", lists=lists).hits] == [("use-15", "P15.2", True)]
    assert {hit.clause for hit in seen(a_zip({"x": b"work"}), "application/zip", lists=lists).hits} == {"use-06", "use-15"}
    assert [hit.rule for hit in seen(b"bad", lists=lists).hits] == ["media/malware-hash"]
    assert seen(b"work ", lists=lists).hits == ()


def test_a_listed_file_is_found_though_it_is_too_large_to_look_into() -> None:
    lists = Lists(hashes={hashlib.sha256(b"work").hexdigest(): "copyright"})
    answer = seen(b"work", lists=lists, limits=Limits(max_bytes=3))
    assert [hit.rule for hit in answer.hits] == ["media/noticed-hash", "media/not-looked-through"]
    assert "P6.3/unpacking" in answer.abstained


def test_what_is_not_here_abstains_by_name_and_is_no_hit() -> None:
    answer = seen(a_png(), "image/png", lists=Lists())
    assert answer.hits == ()
    assert set(answer.abstained) == {"P15.2", "P6.3/file-rules", "P6.4", "media/page-text"}
    assert set(seen(WAV, "audio/wav").abstained) == {"P6.3/file-rules", "P6.4", "media/speech-text"}


def test_a_message_without_attachments_has_nothing_to_abstain_from() -> None:
    assert screen_attachments(a_message(), Lists(), Ports()) == ((), (), ())


def test_rules_are_asked_about_every_file_and_hit_once() -> None:
    answer = seen(a_zip({"a": PE, "b": PE}), "application/zip", ports=Ports(rules=Rules(), viruses=Scanner(())))
    assert [hit.weight for hit in answer.hits if hit.rule == "media/rules/a_rule"] == [70]
    assert answer.abstained == ()


def test_rules_that_did_not_answer_about_a_file_abstain_beside_what_they_found() -> None:
    ports = Ports(rules=Rules(), viruses=Scanner(()))
    assert "P6.3/file-rules" in seen(b"slow", ports=ports).abstained
    answer = seen(a_zip({"a": PE, "b": b"slow", "c": b"c"}), ports=ports)
    assert "media/rules/a_rule" in {hit.rule for hit in answer.hits}
    assert "P6.3/file-rules" in answer.abstained


@pytest.mark.parametrize(("answer", "hits"), [(("Example.Malware",), 1), ((), 0), (None, 0)])
def test_a_scanner_finds_clears_or_abstains(answer: Sequence[str] | None, hits: int) -> None:
    told = seen(b"hello", "text/plain", ports=Ports(rules=Rules(), viruses=Scanner(answer)))
    assert len([hit for hit in told.hits if hit.signal == "P6.4"]) == hits
    assert ("P6.4" in told.abstained) is (answer is None)


def test_words_come_out_of_texts_pages_and_recordings() -> None:
    ports = Ports(pages=Reader("on the page"), speech=Reader("in the recording"))
    files = (Attachment("", "text/plain", b"in the text"), Attachment("", "image/png", a_png()), Attachment("", "audio/wav", WAV))
    texts = screen_attachments(a_message(*files), Lists(), ports).texts
    assert [(text.number, text.origin, text.text) for text in texts] == [
        (1, Origin.PLAIN, "in the text"),
        (2, Origin.PAGE, "on the page"),
        (3, Origin.SPEECH, "in the recording"),
    ]


def test_the_words_of_a_drawing_in_markup_need_no_reader() -> None:
    answer = seen(b"<svg><text>call now</text></svg>", "image/svg+xml")
    assert [text.origin for text in answer.texts] == [Origin.PLAIN]
    assert "media/page-text" not in answer.abstained


def test_more_attachments_than_the_limit_are_said_not_to_be_looked_at() -> None:
    message = a_message(*(Attachment("", "text/plain", b"hello") for _ in range(4)))
    answer = screen_attachments(message, Lists(), Ports(), Limits(max_attachments=3))
    assert [(hit.rule, hit.why.split()[1]) for hit in answer.hits] == [("media/not-looked-through", "4")]
    assert "P6.3/unpacking" in answer.abstained
    assert len(answer.texts) == 3


def test_a_page_without_words_gives_no_text_and_one_that_could_not_be_read_abstains() -> None:
    assert seen(a_png(), ports=Ports(pages=Reader(" \n"))).texts == ()
    assert "media/page-text" not in seen(a_png(), ports=Ports(pages=Reader(" \n"))).abstained
    assert "media/page-text" in seen(a_png(), ports=Ports(pages=Reader(None))).abstained


def test_why_names_no_file_and_shows_no_words() -> None:
    answer = seen(a_zip({"Secret-Name.exe": PE}), "image/png", "Private.png.exe")
    assert answer.hits
    assert not any("secret" in hit.why.lower() or "private" in hit.why.lower() for hit in answer.hits)
    assert "Secret" not in repr(a_message(Attachment("x", "y", b"Secret")))


@given(
    st.binary(max_size=3_000),
    st.sampled_from(["image/png", "text/plain", "application/zip", "", "audio/wav"]),
    st.text(max_size=40),
)
def test_any_bytes_under_any_name_are_answered(content: bytes, content_type: str, name: str) -> None:
    answer = seen(content, content_type, name)
    assert all(hit.span == (0, 0) and 0 < hit.weight <= A_LINE for hit in answer.hits)


@pytest.mark.parametrize(
    "content",
    [
        os.urandom(10 << 20),
        b"a" * (10 << 20),
        b"\0" * (10 << 20),
        b"PK\3\4" * (2 << 20),
        b"<!---->" * (1 << 20),
        b"PK\5\6" * (2 << 20),
    ],
    ids=["random", "letters", "zeros", "headers", "markup", "ends"],
)
def test_ten_megabytes_of_anything_take_bounded_time(content: bytes) -> None:
    began = time.perf_counter()
    seen(content, "image/png")
    assert time.perf_counter() - began < 5

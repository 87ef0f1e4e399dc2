import pytest

from goodstanding.signals.media.claims import (
    claimed_family,
    endings,
    has_double_ending,
    has_header,
    has_turned_name,
    is_program_name,
)
from goodstanding.signals.media.kinds import Family


@pytest.mark.parametrize(
    ("content_type", "family"),
    [
        ("image/jpeg", Family.IMAGE),
        ("IMAGE/PNG; name=x", Family.IMAGE),
        ("text/x-vCard", Family.CARD),
        ("application/vnd.android.package-archive", Family.PROGRAM),
        ("application/vnd.ms-excel", Family.OFFICE),
        ("application/octet-stream", None),
        ("", None),
    ],
)
def test_a_type_claims_a_family(content_type: str, family: Family | None) -> None:
    assert claimed_family(content_type) == family


def test_raw_audio_has_no_header_to_go_by() -> None:
    assert not has_header("audio/PCMU; rate=8000")
    assert has_header("audio/wav")


@pytest.mark.parametrize(
    "name", ["photo.jpg.exe", "invoice.pdf .scr", "a/b.JPG.Apk", "x.png.exe. ", "page.pdf                .lnk"]
)
def test_a_program_that_is_named_like_a_picture_has_a_double_ending(name: str) -> None:
    assert has_double_ending(name)


@pytest.mark.parametrize("name", ["photo.jpg", "photo.final.jpg", "records.tar.gz", "exe", "", "v1.2.pdf", "setup.exe", "jpg.exe"])
def test_other_names_have_none(name: str) -> None:
    assert not has_double_ending(name)


def test_a_programs_name_is_told_by_its_last_ending() -> None:
    assert is_program_name("setup.exe")
    assert not is_program_name("setup.exe.txt")
    assert endings("folder.d/name.pdf .exe") == ("pdf", "exe")


def test_an_override_turns_a_name_and_the_marks_of_arabic_do_not() -> None:
    assert has_turned_name("photo\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe")
    assert not has_turned_name("صورة\N{RIGHT-TO-LEFT MARK}.jpg")

import pytest

from goodstanding.signals.media.archives import unpack
from goodstanding.signals.media.limits import Limits
from goodstanding.signals.media.macros import has_macros
from signals.media.files import OLE, PDF, a_zip


def outer_has_macros(content: bytes) -> bool:
    return has_macros(unpack(content, Limits()).members[0])


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "Basic/Standard/script.xml"]
)
def test_a_document_in_a_zip_with_a_macro_project_is_seen(name: str) -> None:
    assert outer_has_macros(a_zip({"[Content_Types].xml": b"<Types/>", name: b"x"}))


def test_a_compound_file_with_a_macro_project_is_seen() -> None:
    assert outer_has_macros(OLE + "_VBA_PROJECT".encode("utf-16-le"))


@pytest.mark.parametrize(
    "content",
    [
        OLE,
        PDF,
        a_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"vbaProject.bin"}),
        a_zip({"vbaProject.bin": b"x"}),
        b"",
    ],
)
def test_other_files_are_not(content: bytes) -> None:
    assert not outer_has_macros(content)

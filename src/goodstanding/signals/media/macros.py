"""Does a document hold macros?"""

from typing import Final

from goodstanding.signals.media.archives import Member
from goodstanding.signals.media.kinds import Family

_PROJECT_NAMES: Final = ("vbaproject.bin", "xl/macrosheets/", "word/vbadata.xml")
_ODF_SCRIPTS: Final = ("Basic/", "Scripts/")
# the names of streams in a compound file are UTF-16LE (MS-CFB, 2.6.1); these are those of a VBA project and of Excel 4 macros
_STREAMS: Final = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros\0", "_VBA_PROJECT_CUR"))


def has_macros(member: Member) -> bool:
    """Tell whether a document, in a zip or a compound file, holds a macro project.

    Blind to  encrypted documents; templates that are fetched when the document is opened; Excel 4 macros in a compound file.
    """
    if member.kind is None or member.kind.family is not Family.OFFICE:
        return False
    if member.kind.name == "ole":
        return any(name in member.content for name in _STREAMS)
    return any(_is_project(name) for name in member.names)


def _is_project(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(_PROJECT_NAMES[0]) or lowered.startswith(_PROJECT_NAMES[1:]) or name.startswith(_ODF_SCRIPTS)

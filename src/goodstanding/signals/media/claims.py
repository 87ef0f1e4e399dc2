"""What does an attachment claim to be, by its type and by its name?"""

from typing import Final

from goodstanding.signals.media.kinds import Family

_BY_TYPE: Final = {
    "application/pdf": Family.PAGE,
    "application/smil": Family.TEXT,
    "application/smil+xml": Family.TEXT,
    "application/json": Family.TEXT,
    "text/vcard": Family.CARD,
    "text/x-vcard": Family.CARD,
    "text/directory": Family.CARD,
    "text/calendar": Family.CARD,
    "text/x-vcalendar": Family.CARD,
    "text/html": Family.WEB,
    "application/xhtml+xml": Family.WEB,
    "application/ogg": Family.AUDIO,
    "application/msword": Family.OFFICE,
    "application/rtf": Family.OFFICE,
    "text/rtf": Family.OFFICE,
    "application/zip": Family.ARCHIVE,
    "application/x-zip-compressed": Family.ARCHIVE,
    "application/gzip": Family.ARCHIVE,
    "application/x-gzip": Family.ARCHIVE,
    "application/x-tar": Family.ARCHIVE,
    "application/x-bzip2": Family.ARCHIVE,
    "application/x-xz": Family.ARCHIVE,
    "application/x-7z-compressed": Family.ARCHIVE,
    "application/vnd.rar": Family.ARCHIVE,
    "application/x-rar-compressed": Family.ARCHIVE,
    "application/vnd.android.package-archive": Family.PROGRAM,
    "application/java-archive": Family.PROGRAM,
    "application/x-msdownload": Family.PROGRAM,
    "application/x-msi": Family.PROGRAM,
    "application/x-executable": Family.PROGRAM,
    "application/x-sh": Family.PROGRAM,
    "application/vnd.microsoft.portable-executable": Family.PROGRAM,
    "application/x-ms-shortcut": Family.PROGRAM,
    "application/x-iso9660-image": Family.PROGRAM,
}
_BY_START: Final = (
    ("image/", Family.IMAGE),
    ("audio/", Family.AUDIO),
    ("video/", Family.VIDEO),
    ("text/", Family.TEXT),
    ("application/vnd.openxmlformats-", Family.OFFICE),
    ("application/vnd.oasis.opendocument", Family.OFFICE),
    ("application/vnd.ms-", Family.OFFICE),
)
# types whose bytes have no header to go by
_HEADERLESS: Final = frozenset(
    {"audio/basic", "audio/pcmu", "audio/pcma", "audio/l16", "audio/l8", "audio/g722", "audio/g729", "audio/gsm", "audio/3gpp",
     "audio/qcelp", "audio/evrc", "video/mp2t", "image/g3fax", "image/x-tga", "image/tga"}
)  # fmt: skip
PROGRAM_ENDINGS: Final = frozenset(
    {"apk", "xapk", "ipa", "exe", "scr", "com", "pif", "cpl", "dll", "msi", "msp", "msix", "appx", "bat", "cmd", "ps1", "vbs",
     "vbe", "js", "jse", "wsf", "wsh", "hta", "jar", "lnk", "url", "iso", "img", "vhd", "dmg", "pkg", "app", "deb", "rpm", "sh",
     "command", "reg", "chm", "one", "xll", "scf", "mobileconfig", "workflow"}
)  # fmt: skip
_HARMLESS_ENDINGS: Final = frozenset(
    {"jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "tif", "tiff", "pdf", "txt", "doc", "docx", "xls", "xlsx", "ppt", "pptx",
     "odt", "rtf", "csv", "vcf", "ics", "mp3", "m4a", "wav", "amr", "ogg", "mp4", "3gp", "mov", "avi", "webm", "html", "htm"}
)  # fmt: skip
_OVERRIDES: Final = frozenset("\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT OVERRIDE}")
_LONGEST_NAME: Final = 4_096


def claimed_family(content_type: str) -> Family | None:
    """Return the family a content type claims, or None when it claims nothing in particular."""
    bare = bare_type(content_type)
    if bare in _BY_TYPE:
        return _BY_TYPE[bare]
    return next((family for start, family in _BY_START if bare.startswith(start)), None)


def bare_type(content_type: str) -> str:
    """Return a content type in lower case without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def has_header(content_type: str) -> bool:
    """Tell whether files of this type begin with bytes that say so."""
    return bare_type(content_type) not in _HEADERLESS


def endings(name: str) -> tuple[str, ...]:
    """Return the endings of a file's name, folder and white space left out: "a/b.pdf .exe" has "pdf" and "exe"."""
    last = name[-_LONGEST_NAME:].replace("\\", "/").rpartition("/")[2]
    return tuple(part.strip().lower() for part in last.rstrip(" .\0").split(".")[1:])


def is_program_name(name: str) -> bool:
    """Tell whether a name ends as a program's does."""
    return endings(name)[-1:] != () and endings(name)[-1] in PROGRAM_ENDINGS


def has_double_ending(name: str) -> bool:
    """Tell whether a program's name is made to look like a harmless file's, e.g. "photo.jpg.exe"."""
    found = endings(name)
    return is_program_name(name) and any(one in _HARMLESS_ENDINGS for one in found[:-1])


def has_turned_name(name: str) -> bool:
    """Tell whether a name holds a character that turns the writing direction round, so that its ending is not where it seems.

    Direction marks, which names in Arabic or Hebrew may hold, do not count.
    """
    return any(letter in _OVERRIDES for letter in name)

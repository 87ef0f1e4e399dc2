"""Which words are in an attachment: in a text, on a page, in a recording?"""

from dataclasses import dataclass, field
from enum import StrEnum

from goodstanding.signals.media.archives import Member
from goodstanding.signals.media.catalogue import NO_PAGES, NO_SPEECH
from goodstanding.signals.media.claims import claimed_family
from goodstanding.signals.media.kinds import SVG, Family
from goodstanding.signals.media.plain import plain_text
from goodstanding.signals.media.ports import PageReader, Ports, SpeechReader
from goodstanding.signals.message import Attachment


class Origin(StrEnum):
    """How words were taken out of an attachment."""

    PLAIN = "plain"
    PAGE = "page"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class AttachedText:
    """The words of one attachment, to be screened like a body: `number` counts attachments from one."""

    number: int
    origin: Origin
    text: str = field(repr=False)


def words_in(number: int, attachment: Attachment, outer: Member, ports: Ports) -> AttachedText | str | None:
    """Return the words of an attachment, the name of the reader that is missing or failed, or None when it has no words.

    Blind to  words in files inside archives and documents; pages in PDF, unless the reader takes them; words beyond 1 MB.
    """
    family = outer.kind.family if outer.kind is not None else claimed_family(attachment.content_type)
    match Family.TEXT if outer.kind == SVG else family:
        case Family.IMAGE | Family.PAGE:
            return _asked(number, Origin.PAGE, ports.pages, attachment.content)
        case Family.AUDIO:
            return _asked(number, Origin.SPEECH, ports.speech, attachment.content)
        case Family.TEXT | Family.CARD | Family.WEB | None:
            return _said(number, Origin.PLAIN, plain_text(attachment.content) or "")
        case _:
            return None


def _asked(number: int, origin: Origin, reader: PageReader | SpeechReader | None, content: bytes) -> AttachedText | str | None:
    words = reader.read(content) if reader is not None and content else None
    if words is None:
        return NO_PAGES if origin is Origin.PAGE else NO_SPEECH
    return _said(number, origin, words)


def _said(number: int, origin: Origin, words: str) -> AttachedText | None:
    return AttachedText(number, origin, words) if words.strip() else None

"""What do an attachment's bytes, names and contents say against it?"""

from collections.abc import Iterator
from typing import Final

from goodstanding.signals.lists import Lists
from goodstanding.signals.media import catalogue as seen
from goodstanding.signals.media.archives import Member, Problem, Unpacked
from goodstanding.signals.media.claims import claimed_family, has_double_ending, has_header, has_turned_name, is_program_name
from goodstanding.signals.media.hashes import listed
from goodstanding.signals.media.kinds import Family, Kind
from goodstanding.signals.media.macros import has_macros
from goodstanding.signals.media.payloads import payloads_in
from goodstanding.signals.media.plain import plain_text
from goodstanding.signals.message import Attachment

_DANGEROUS: Final = frozenset({Family.PROGRAM, Family.ARCHIVE, Family.WEB, Family.OFFICE})
_HEADED: Final = frozenset({Family.IMAGE, Family.AUDIO, Family.VIDEO, Family.PAGE, Family.OFFICE, Family.ARCHIVE, Family.CARD})
_ALIKE: Final = (
    frozenset({Family.AUDIO, Family.VIDEO}),  # one container serves both
    frozenset({Family.TEXT, Family.CARD}),
)


def signals_of(attachment: Attachment, unpacked: Unpacked, lists: Lists) -> tuple[seen.MediaSignal, ...]:
    """Return every signal of an attachment and the files inside it, each once, the attachment's own first."""
    return tuple(dict.fromkeys(_all(attachment, unpacked, lists)))


def _all(attachment: Attachment, unpacked: Unpacked, lists: Lists) -> Iterator[seen.MediaSignal]:
    yield from _of_name(attachment.name)
    if not unpacked.members and (signal := listed(attachment.content, lists)):
        yield signal
    for member in unpacked.members:
        if member.depth == 0:
            yield from _of_type(attachment, member.kind)
        yield from _of_name(member.name)
        yield from _of_member(member, lists)
    if Problem.BOMB in unpacked.problems:
        yield seen.BOMB
    if Problem.ENCRYPTED in unpacked.problems:
        yield seen.ENCRYPTED


def _of_name(name: str) -> Iterator[seen.MediaSignal]:
    if has_turned_name(name):
        yield seen.TURNED_NAME
    if has_double_ending(name):
        yield seen.DOUBLE_ENDING
    elif is_program_name(name):
        yield seen.PROGRAM_NAME


def _of_type(attachment: Attachment, kind: Kind | None) -> Iterator[seen.MediaSignal]:
    """Hold the bytes against the declared type; nothing is said of empty files and of types that claim nothing."""
    claimed = claimed_family(attachment.content_type)
    if kind is not None and kind.family is Family.ARCHIVE:
        yield seen.ARCHIVE
    if claimed is None or not attachment.content:
        return
    if kind is not None:
        if not _agree(claimed, kind.family):
            yield seen.DISGUISED if kind.family in _DANGEROUS else seen.MISTYPED
    elif (claimed in _HEADED and has_header(attachment.content_type)) or (
        claimed is Family.TEXT and plain_text(attachment.content) is None
    ):
        yield seen.UNKNOWN_BYTES


def _agree(claimed: Family, found: Family) -> bool:
    return claimed is found or any({claimed, found} <= alike for alike in _ALIKE)


def _of_member(member: Member, lists: Lists) -> Iterator[seen.MediaSignal]:
    if signal := listed(member.content, lists):
        yield signal
    if member.kind is None:
        return
    if member.kind.family is Family.PROGRAM:
        yield seen.PROGRAM
    if has_macros(member):
        yield seen.MACRO
    yield from payloads_in(member.content, member.kind)

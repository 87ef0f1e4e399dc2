"""Which signals are looked for in attachments, what do they weigh, and what can they not see?"""

from dataclasses import dataclass
from typing import Final

from goodstanding.signals.verdict import Hit, View

MALWARE: Final = "use-06"
RIGHTS: Final = "use-15"


@dataclass(frozen=True, slots=True)
class MediaSignal:
    """One thing that may be seen in an attachment.

    rule      the name a hit carries, e.g. "media/program"
    signal    the catalogue's id, e.g. "P6.3"
    weight    whole points
    why       what is seen, as the end of a sentence that begins with the attachment
    blind     what it cannot see, or sees wrongly
    """

    rule: str
    signal: str
    clause: str
    weight: int
    why: str
    blind: str
    is_exact: bool = False

    def hit(self, number: int, more: str = "") -> Hit:
        """Return the hit for the attachment of that number, counted from one; `more` ends the sentence."""
        why = f"Attachment {number} {self.why}{more}."
        return Hit(self.clause, self.signal, self.rule, (0, 0), View.RAW, self.weight, why, self.is_exact)


PROGRAM: Final = MediaSignal(
    "media/program", "P6.3", MALWARE, 100,
    "is, or holds, a program or another file that runs when it is opened",
    "Programs in formats that are not in the table; a software maker who sends its own.",
)  # fmt: skip
DISGUISED: Final = MediaSignal(
    "media/disguised", "P6.3", MALWARE, 100,
    "is of another kind than its content type says, and of one that can carry a payload",
    "A wrong type within one family, such as PNG called JPEG, which is common and harmless.",
)  # fmt: skip
MISTYPED: Final = MediaSignal(
    "media/mistyped", "P6.3", MALWARE, 50,
    "is of another kind than its content type says",
    "Careless software mislabels files; audio and video share containers and are not told apart.",
)  # fmt: skip
UNKNOWN_BYTES: Final = MediaSignal(
    "media/unknown-bytes", "P6.3", MALWARE, 30,
    "does not begin as files of its content type do",
    "Damaged files; formats that are not in the table.",
)  # fmt: skip
ARCHIVE: Final = MediaSignal(
    "media/archive", "P6.3", MALWARE, 40,
    "is an archive, which handsets have no use for",
    "Customers who do send archives by e-mail or by agreement.",
)  # fmt: skip
ENCRYPTED: Final = MediaSignal(
    "media/encrypted-archive", "P6.3", MALWARE, 30,
    "is an archive that is locked with a password, so nobody but the recipient can look into it",
    "Honest senders who protect records this way.",
)  # fmt: skip
UNSEEN: Final = MediaSignal(
    "media/not-looked-through", "P6.3", MALWARE, 10,
    "could not be looked through: ",
    "It says nothing of what is inside.",
)  # fmt: skip
BOMB: Final = MediaSignal(
    "media/bomb", "P6.3", MALWARE, 100,
    "unpacks to far more than it holds, as a decompression bomb does",
    "Bombs under the floor of the limits; very even data, such as an empty disk image.",
)  # fmt: skip
MACRO: Final = MediaSignal(
    "media/macro", "P6.3", MALWARE, 60,
    "is a document with macros",
    "Documents that are encrypted; templates that are fetched once the document is opened.",
)  # fmt: skip
POLYGLOT: Final = MediaSignal(
    "media/polyglot", "P6.3", MALWARE, 100,
    "is two kinds of file at once",
    "A second file that is encrypted, or hidden in the pixels.",
)  # fmt: skip
SCRIPTED: Final = MediaSignal(
    "media/scripted-image", "P6.3", MALWARE, 80,
    "is an image that holds script or markup",
    "Script that is written in another encoding.",
)  # fmt: skip
TRAILING: Final = MediaSignal(
    "media/trailing-data", "P6.3", MALWARE, 20,
    "is an image with other data after its end",
    "Cameras that keep a film or a second picture there; known ones are left out.",
)  # fmt: skip
DOUBLE_ENDING: Final = MediaSignal(
    "media/double-ending", "P6.2", MALWARE, 100,
    "has, or holds, a program whose name is made to look like a harmless file's",
    "Names in which the second ending is not in the table.",
)  # fmt: skip
PROGRAM_NAME: Final = MediaSignal(
    "media/program-name", "P6.2", MALWARE, 60,
    "has, or holds, a name that ends as a program's does",
    "Programs under another name.",
)  # fmt: skip
TURNED_NAME: Final = MediaSignal(
    "media/turned-name", "P6.2", MALWARE, 100,
    "has, or holds, a name with a character that turns the writing direction round and hides its ending",
    "Look-alike letters in names.",
)  # fmt: skip
VIRUS: Final = MediaSignal(
    "media/virus", "P6.4", MALWARE, 100,
    "is known to the virus scanner as malware",
    "What the scanner's own database does not know yet; false alarms of that database.",
)  # fmt: skip
MALWARE_HASH: Final = MediaSignal(
    "media/malware-hash", "P6.3", MALWARE, 100,
    "is, byte for byte, a file on the list of malware, or holds one",
    "The same file with one byte changed.",
    is_exact=True,
)  # fmt: skip
NOTICED_HASH: Final = MediaSignal(
    "media/noticed-hash", "P15.2", RIGHTS, 100,
    "is, byte for byte, a file of a confirmed notice, or holds one",
    "The same picture scaled, cut or saved again; whether the use is a fair one.",
    is_exact=True,
)  # fmt: skip

MEDIA_SIGNALS: Final = (
    PROGRAM, DISGUISED, MISTYPED, UNKNOWN_BYTES, ARCHIVE, ENCRYPTED, UNSEEN, BOMB, MACRO, POLYGLOT, SCRIPTED, TRAILING,
    DOUBLE_ENDING, PROGRAM_NAME, TURNED_NAME, VIRUS, MALWARE_HASH, NOTICED_HASH,
)  # fmt: skip

# what is named when it could not be asked
NO_RULES: Final = "P6.3/file-rules"
NOT_UNPACKED: Final = "P6.3/unpacking"
NO_SCANNER: Final = "P6.4"
NO_HASHES: Final = "P15.2"
NO_PAGES: Final = "media/page-text"
NO_SPEECH: Final = "media/speech-text"

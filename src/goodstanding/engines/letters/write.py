"""How does a letter become bytes: text, HTML and PDF in one message, the same bytes every time it is made?"""

import hashlib
import json
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from importlib.util import find_spec
from pathlib import Path

from goodstanding.cases.letter import Letter, LetterFacts
from goodstanding.engines.letters.loading import Templates


class LetterWriter:
    """Writes letters; `folder` holds an operator's own templates, file by file."""

    def __init__(self, folder: Path | None, *, mail_from: str) -> None:
        self._templates, self._from = Templates(folder), mail_from

    def text(self, letter: Letter, facts: LetterFacts, *, language: str) -> str:
        """Return the letter as text, to look at before it is given."""
        return self._templates.text(language, letter, "txt").render(self._templates.said(facts, language))

    def write(self, letter: Letter, facts: LetterFacts, *, to: str, language: str, message_id: str, at_ms: int) -> bytes:
        """Return the whole message; the same facts, receiver, id and time give the same bytes."""
        text = self.text(letter, facts, language=language)
        message = EmailMessage(policy=SMTP)
        message["From"], message["To"] = self._from, to
        message["Subject"] = text.splitlines()[1]
        message["Date"] = format_datetime(datetime.fromtimestamp(at_ms // 1000, UTC))
        message["Message-ID"] = message_id
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        page = self._templates.text(language, letter, "html").render(self._templates.said(facts, language))
        message.add_alternative(page, subtype="html")
        pdf = self.pdf(letter, facts, language=language)
        if pdf is not None:
            message.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{facts.reference}-{letter}.pdf")
        _fix_boundaries(message, hashlib.sha256(message_id.encode()).hexdigest()[:24])
        return message.as_bytes()

    def pdf(self, letter: Letter, facts: LetterFacts, *, language: str) -> bytes | None:
        """Return the letter as PDF; None where it has no page layout or the extra `pdf` is not installed."""
        layout = self._templates.typst(language, letter)
        if layout is None or find_spec("typst") is None:
            return None
        import typst  # noqa: PLC0415 - large, and an extra

        said = self._templates.said(facts, language)
        said["cure_text"] = self._templates.cure(language).render(said)
        return bytes(typst.compile(layout.encode(), sys_inputs={"facts": json.dumps(said)}, format="pdf"))


def _fix_boundaries(message: EmailMessage, seed: str) -> None:
    for place, part in enumerate(one for one in message.walk() if one.is_multipart()):
        part.set_boundary(f"=={seed}-{place}==")

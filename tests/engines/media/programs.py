"""The real programs that attachments are read with here: clamd with a database of our own, a voice, and a drawn page."""

import io
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from goodstanding.engines.media.waves import RATE_HZ

# no real malware: words of our own that our own database of one line knows
MARK = b"goodstanding-made-up-sample-of-nothing"
STARTS_WITHIN_S = 60


def path_of(program: str, package: str) -> str:
    """Return where a program is; a test that needs one that is not installed is skipped, with a word."""
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin")
    if found is None:
        pytest.skip(f"{program} is not installed; on Debian or Ubuntu: apt install {package}")
    return found


@contextmanager
def clamd() -> Iterator[Path]:
    """Run clamd for as long as it is needed; yields the path of its socket."""
    program = path_of("clamd", "clamav-daemon")
    with tempfile.TemporaryDirectory(prefix="clamd-") as made:
        folder = Path(made)
        (folder / "own.ndb").write_text(f"Goodstanding.MadeUp:0:*:{MARK.hex()}\n", encoding="ascii")
        settings = [f"LocalSocket {folder}/socket", f"DatabaseDirectory {folder}", f"TemporaryDirectory {folder}", "Foreground yes"]
        settings += ["StreamMaxLength 1M", "MaxThreads 1", "ConcurrentDatabaseReload no", "SelfCheck 0"]
        (folder / "conf").write_text("\n".join(settings) + "\n", encoding="ascii")
        with (folder / "log").open("wb") as log:
            running = subprocess.Popen([program, f"--config-file={folder}/conf"], stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + STARTS_WITHIN_S
            while not (folder / "socket").exists():
                assert running.poll() is None, (folder / "log").read_text(errors="replace")
                assert time.monotonic() < deadline, "clamd did not start"
                time.sleep(0.05)
            yield folder / "socket"
        finally:
            running.terminate()
            running.wait(timeout=30)


def spoken(words: str, *, voice: str) -> bytes:
    """Return a WAV file in which a machine says the words slowly."""
    program = path_of("espeak-ng", "espeak-ng")
    said = subprocess.run([program, "-v", voice, "-s", "120", "--stdout", words], check=True, capture_output=True)
    return said.stdout


def a_wave(data: bytes, *, code: int = 1, bits: int = 16, rate_hz: int = RATE_HZ, channels: int = 1) -> bytes:
    """Make a WAV file of the data given."""
    width = channels * bits // 8
    head = struct.pack("<HHIIHH", code, channels, rate_hz, rate_hz * width, width, bits)
    return (
        b"RIFF"
        + struct.pack("<I", 36 + len(data))
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + head
        + b"data"
        + struct.pack("<I", len(data))
        + data
    )


def a_fax(words: str) -> bytes:
    """Pack a drawn page in black and white as a fax machine does (ITU-T T.6)."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(a_page(words))) as page:
        page.convert("1").save(made, "TIFF", compression="group4", dpi=(204, 196))
    return made.getvalue()


def a_page(*pages: str, form: str = "TIFF", squeezed: bool = False) -> bytes:
    """Draw pages of one line each; squeezed as a fax at normal resolution is, with half as many dots down as across."""
    drawn = []
    for words in pages:
        page = Image.new("L", (1_100, 200), 255)
        ImageDraw.Draw(page).text((40, 60), words, fill=0, font=ImageFont.load_default(48))
        drawn.append(page.resize((1_100, 100)) if squeezed else page)
    made = io.BytesIO()
    more = {"save_all": True, "append_images": drawn[1:]} if form == "TIFF" else {}
    drawn[0].save(made, form, dpi=(204, 98 if squeezed else 196), **more)
    return made.getvalue()

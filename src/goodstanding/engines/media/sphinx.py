"""What is said in a recording, written down by PocketSphinx with the English model it comes with?"""

from typing import Final

from pocketsphinx import Decoder  # type: ignore[import-untyped]  # ships no types

from goodstanding.engines.clock import now_ms
from goodstanding.engines.media.waves import RATE_HZ, samples_of

TIMEOUT_MS: Final = 60_000
LONGEST_S: Final = 300
_STEP: Final = 2 * RATE_HZ  # one second of 16-bit samples


class Sphinx:
    """Listens to the first `LONGEST_S` seconds of a WAV file, as far as the time allows.

    Blind to  languages other than English; packings other than WAV; words that its dictionary lacks. Its error rate on real
    telephone speech is high: the words are a hint of what to listen to, never a quotation.
    """

    def __init__(self, *, timeout_ms: int = TIMEOUT_MS) -> None:
        self._decoder = Decoder(samprate=RATE_HZ, loglevel="FATAL")
        self._timeout_ms = timeout_ms

    def read(self, content: bytes) -> str | None:
        """Return the words, in lower case; None when they are no WAV file of a known packing, or there was no time."""
        samples = samples_of(content, longest_s=LONGEST_S)
        if samples is None:
            return None
        deadline_ms = now_ms() + self._timeout_ms
        raw = samples.tobytes()
        self._decoder.reinit_feat()  # forget the last voice: the same recording gives the same words
        self._decoder.start_utt()
        at = 0
        while at < len(raw) and now_ms() <= deadline_ms:
            self._decoder.process_raw(raw[at : at + _STEP], no_search=False, full_utt=False)
            at += _STEP
        self._decoder.end_utt()
        if raw and not at:
            return None
        heard = self._decoder.hyp()
        return str(heard.hypstr) if heard is not None else ""

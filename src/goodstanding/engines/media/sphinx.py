"""What is said in a recording, written down by PocketSphinx with the English model it comes with?"""

import io
from collections.abc import Iterator
from typing import Final

from pocketsphinx import Decoder, Segmenter  # type: ignore[import-untyped]  # ships no types

from goodstanding.engines.clock import now_ms
from goodstanding.engines.media.waves import RATE_HZ, samples_of

TIMEOUT_MS: Final = 60_000
LONGEST_S: Final = 300
_PIECE: Final = 20 * 2 * RATE_HZ  # twenty seconds of 16-bit samples


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
        words: list[str] = []
        for piece in _pieces(samples.tobytes()):
            if now_ms() > deadline_ms:
                return " ".join(words) or None
            words.append(self._heard_in(piece))
        return " ".join(filter(None, words))

    def _heard_in(self, piece: bytes) -> str:
        self._decoder.reinit_feat()  # forget the last voice: the same recording gives the same words
        self._decoder.start_utt()
        self._decoder.process_raw(piece, no_search=False, full_utt=True)
        self._decoder.end_utt()
        heard = self._decoder.hyp()
        return str(heard.hypstr) if heard is not None else ""


def _pieces(raw: bytes) -> Iterator[bytes]:
    """Yield each stretch of speech, cut where it goes on for long: the time limit is looked at between pieces."""
    for stretch in Segmenter(sample_rate=RATE_HZ).segment(io.BytesIO(raw)):
        for at in range(0, len(stretch.pcm), _PIECE):
            yield stretch.pcm[at : at + _PIECE]

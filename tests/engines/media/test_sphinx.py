import pytest

from engines.media.programs import a_wave, spoken
from goodstanding.engines.media.sphinx import Sphinx
from goodstanding.engines.media.waves import samples_of
from goodstanding.signals.media.ports import Ports
from goodstanding.signals.media.reading import Origin
from signals.media.files import seen

# words that every voice tried says so that they are understood; others are often not
WORDS = "the money will come on monday"


@pytest.fixture(scope="module")
def ears() -> Sphinx:
    return Sphinx()


def understood(words: str | None) -> bool:
    """Half of the words are enough: a synthetic voice is hard to follow, and its versions differ."""
    return words is not None and len(set(WORDS.split()) & set(words.split())) >= 3


def in_mulaw(sample: int) -> int:
    """Pack a sample as G.711 does: the nearest step below, all bits inverted."""
    size = min(abs(sample), 32_635) + 132
    exponent = size.bit_length() - 8
    return ~((0x80 if sample < 0 else 0) | exponent << 4 | (size >> exponent + 3 & 15)) & 0xFF


def test_what_a_machine_says_is_written_down(ears: Sphinx) -> None:
    assert understood(ears.read(spoken(WORDS, voice="en-us")))


def test_a_recording_as_a_telephone_keeps_it_is_written_down(ears: Sphinx) -> None:
    said = samples_of(spoken(WORDS, voice="en-us"), longest_s=20)
    assert said is not None
    recording = a_wave(bytes(in_mulaw(sample) for sample in said[::2]), code=7, bits=8, rate_hz=8_000)
    assert understood(ears.read(recording))


def test_the_same_recording_gives_the_same_words_whatever_came_before(ears: Sphinx) -> None:
    recording = spoken(WORDS, voice="en-us")
    first = ears.read(recording)
    ears.read(spoken("one two three", voice="en-gb"))
    assert ears.read(recording) == first


def test_speech_that_goes_on_is_heard_in_pieces(ears: Sphinx) -> None:
    words = ears.read(spoken(f"{WORDS}. " * 2, voice="en-us")) or ""
    assert words.count("money") >= 2


def test_words_of_a_voicemail_go_on_to_be_screened(ears: Sphinx) -> None:
    answer = seen(spoken(WORDS, voice="en-us"), "audio/wav", ports=Ports(speech=ears))
    assert [(text.origin, understood(text.text)) for text in answer.texts] == [(Origin.SPEECH, True)]
    assert "media/speech-text" not in answer.abstained


def test_silence_has_no_words_and_other_bytes_could_not_be_read(ears: Sphinx) -> None:
    assert ears.read(a_wave(bytes(32_000))) == ""
    assert ears.read(b"hello") is None
    assert ears.read(a_wave(b"")) == ""
    assert ears.read(a_wave(b"ab")) == ""


def test_no_time_means_no_words() -> None:
    assert Sphinx(timeout_ms=-1).read(spoken(WORDS, voice="en-us")) is None

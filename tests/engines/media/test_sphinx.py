import pytest

from engines.media.programs import a_wave, spoken
from goodstanding.engines.media.sphinx import Sphinx
from goodstanding.engines.media.waves import samples_of
from goodstanding.signals.media.ports import Ports
from goodstanding.signals.media.reading import Origin
from signals.media.files import seen


@pytest.fixture(scope="module")
def ears() -> Sphinx:
    return Sphinx()


def test_what_a_machine_says_is_written_down(ears: Sphinx) -> None:
    assert "will arrest you" in (ears.read(spoken("the police will arrest you", voice="en-gb")) or "")


def test_a_recording_as_a_telephone_keeps_it_is_written_down(ears: Sphinx) -> None:
    said = samples_of(spoken("one two three four five six seven", voice="en-us"), longest_s=20)
    assert said is not None
    eight_bits = bytes((sample >> 8) + 128 for sample in said[::2])
    assert "three four five" in (ears.read(a_wave(eight_bits, bits=8, rate_hz=8_000)) or "")


def test_the_same_recording_gives_the_same_words_whatever_came_before(ears: Sphinx) -> None:
    recording = spoken("the police will arrest you", voice="en-gb")
    first = ears.read(recording)
    ears.read(spoken("one two three", voice="en-us"))
    assert ears.read(recording) == first


def test_words_of_a_voicemail_go_on_to_be_screened(ears: Sphinx) -> None:
    answer = seen(spoken("the police will arrest you", voice="en-gb"), "audio/wav", ports=Ports(speech=ears))
    assert [(text.origin, "arrest" in text.text) for text in answer.texts] == [(Origin.SPEECH, True)]
    assert "media/speech-text" not in answer.abstained


def test_silence_has_no_words_and_other_bytes_could_not_be_read(ears: Sphinx) -> None:
    assert ears.read(a_wave(bytes(32_000))) == ""
    assert ears.read(b"hello") is None
    assert ears.read(a_wave(b"")) == ""


def test_no_time_means_no_words() -> None:
    assert Sphinx(timeout_ms=-1).read(a_wave(bytes(64_000))) is None

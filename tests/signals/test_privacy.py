"""Is nothing left of the words, and can equal words still be told to be equal by whoever has the key?"""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.errors import WrongUsage
from goodstanding.signals.privacy import keeps_no_content, without_content
from goodstanding.signals.profile import Profile
from goodstanding.signals.verdict import Hit, Outcome, Verdict, View

KEY, OTHER_KEY = b"k" * 16, b"o" * 16


def a_verdict(*spans: tuple[int, int]) -> Verdict:
    hits = tuple(Hit("use-12", "P12.3", "context/health", span, View.RAW, 40, "An identifier.") for span in spans)
    return Verdict("m-1", Outcome.REVIEW, hits, ("P7.3",))


def test_a_trace_keeps_category_offsets_and_a_keyed_hash() -> None:
    kept = without_content(a_verdict((4, 10)), "MRN 123456 and more", KEY)
    (trace,) = kept.traces
    assert (kept.id, kept.outcome, kept.abstained) == ("m-1", Outcome.REVIEW, ("P7.3",))
    assert (trace.clause, trace.signal, trace.rule, trace.span, trace.weight) == ("use-12", "P12.3", "context/health", (4, 10), 40)
    assert trace.digest == hmac.new(KEY, b"123456", hashlib.sha256).hexdigest()


def test_equal_words_have_equal_digests_under_one_key_only() -> None:
    first, second = without_content(a_verdict((0, 3), (4, 7)), "abc abc", KEY).traces
    (other,) = without_content(a_verdict((0, 3)), "abc abc", OTHER_KEY).traces
    assert first.digest == second.digest != other.digest


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40), st.data())
def test_any_span_of_any_text_is_hidden(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    (trace,) = without_content(a_verdict((start, end)), raw, KEY).traces
    assert len(trace.digest) == (64 if end > start else 0)


def test_no_word_is_left() -> None:
    raw = "Hello Zebedee, your MRN is Q77"
    kept = repr(without_content(a_verdict((6, 13), (27, 30)), raw, KEY))
    assert all(word not in kept for word in ("Zebedee", "MRN", "Q77"))


def test_a_short_key_is_refused() -> None:
    with pytest.raises(WrongUsage, match="15 bytes; give it at least 16"):
        without_content(a_verdict(), "", b"k" * 15)


@pytest.mark.parametrize(
    ("profile", "keeps_none"), [(None, False), (Profile("AC1"), False), (Profile("AC1", has_agreement=True), True)]
)
def test_only_an_agreement_asks_for_it(profile: Profile | None, keeps_none: object) -> None:
    assert keeps_no_content(profile) is keeps_none
